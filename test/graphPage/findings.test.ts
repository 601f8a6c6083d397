import type { Question } from '../../tools/questions/questions';
import { findingsOf } from '../../tools/graphPage/findings';
import { generatedGraph } from './generatedGraph';

const NOW = new Date('2026-05-01T10:00:00Z');

function question(...queries: Question['queries']): Question {
  return {
    id: 'test',
    theme: 'Tests',
    title: 'Which?',
    about: 'About it.',
    remedy: 'look.',
    tags: [],
    objectives: [],
    queries,
  };
}

function findingOf(query: string, variables = {}) {
  const asked = question({ query, resultsAre: 'BAD' });
  return findingsOf([asked], generatedGraph(20), { now: NOW, variables })[0];
}

function hitsOf(query: string, variables = {}) {
  return findingOf(query, variables)?.hits;
}

test('a hit names the entities of its row, and not those that the query only passes', () => {
  expect(
    hitsOf(
      `FIND heroku_account THAT HAS >> heroku_team AS team
         THAT HAS >> AS membership heroku_account_member WITH name = 'account_member-1' AS user
       RETURN team.displayName AS team, user.displayName AS user, membership.role AS role`,
    ),
  ).toEqual([
    {
      text: 'team-0, account_member-1, member',
      keys: ['heroku_team-0', 'heroku_account_member-1'],
    },
  ]);
});

test('a query that returns what it starts from hits just that', () => {
  expect(hitsOf(`FIND heroku_team WITH name = 'team-0'`)).toEqual([
    { text: 'team-0', keys: ['heroku_team-0'] },
  ]);
});

test('what a query counts is no hit of its own', () => {
  const hits = hitsOf(
    `FIND heroku_team AS team THAT OWNS >> heroku_application AS app
     RETURN team.displayName AS team, count(app) AS apps`,
  );
  expect(hits).toEqual([{ text: 'team-0', keys: ['heroku_team-0'] }]);
});

test('a query whose placeholders have no values is not answered, and says so', () => {
  const query = `FIND heroku_team WITH name = '{{domain}}'`;
  expect(findingOf(query)).toMatchObject({
    state: 'notAnswered',
    reason: 'needs --domain',
    hits: [],
    table: { columns: [], rows: [] },
  });
  expect(findingOf(query, { domain: 'team-0' })?.state).toBe('found');
  expect(findingOf(query, { domain: 'none' })?.state).toBe('none');
});

test('the table of an answer has what the query returns, counts too', () => {
  const query = `FIND heroku_team AS team THAT OWNS >> heroku_application AS app
    RETURN team.displayName AS team, count(app) AS apps`;
  expect(findingOf(query)?.table).toEqual({
    columns: ['team', 'apps'],
    rows: [['team-0', expect.any(Number) as number]],
  });
});

test('a finding is as urgent as its alert', () => {
  const alert = { level: 'HIGH' as const, says: 'There is one.' };
  const [alerting, quiet] = findingsOf(
    [
      question(
        { name: 'a', query: 'FIND heroku_team', resultsAre: 'BAD', alert },
        { name: 'b', query: 'FIND heroku_team', resultsAre: 'BAD' },
      ),
    ],
    generatedGraph(20),
    { now: NOW },
  );
  expect(alerting?.level).toBe('HIGH');
  expect(quiet?.level).toBeUndefined();
});

test('each query of a question has its own name, and says whether a hit is bad', () => {
  const findings = findingsOf(
    [
      question(
        { name: 'Worst', query: 'FIND heroku_team', resultsAre: 'BAD' },
        { name: 'Rest', query: 'FIND heroku_team', resultsAre: 'UNKNOWN' },
      ),
    ],
    generatedGraph(20),
    { now: NOW },
  );
  expect(findings.map(({ name, isBad }) => ({ name, isBad }))).toEqual([
    { name: 'Worst', isBad: true },
    { name: 'Rest', isBad: false },
  ]);
  expect(findings[0]).toMatchObject({
    title: 'Which?',
    theme: 'Tests',
    remedy: 'look.',
    state: 'found',
  });
});
