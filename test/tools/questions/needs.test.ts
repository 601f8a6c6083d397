import type { Question } from '../../../tools/questions/questions';
import { needsOfQuery, needsText } from '../../../tools/questions/needs';

function question(...queries: [name: string | undefined, query: string][]) {
  return {
    queries: queries.map(([name, query]) => ({
      name,
      query,
      resultsAre: 'BAD' as const,
    })),
  } as Question;
}

const APPS = 'FIND heroku_application WITH maintenance = true';
const INVITATIONS = 'FIND heroku_team_invitation';
const CERTIFICATES = 'FIND heroku_certificate';

test.each([
  ['the least key is enough', APPS, [], []],
  [
    'a scope and a source',
    INVITATIONS,
    ['the scope global', 'the ingestion source Team governance'],
    [],
  ],
  [
    'a setting, and the sources of a step and of the one it depends on',
    CERTIFICATES,
    [
      'the setting Ingest App Details',
      'the ingestion source Domains',
      'the ingestion source Certificates',
    ],
    [],
  ],
  [
    'only to find everything',
    "FIND heroku_account_member WITH emailDomain = '{{domain}}'",
    [],
    ['the scope global', 'the ingestion source App and space access'],
  ],
  [
    'things of other integrations',
    'FIND heroku_domain THAT !RELATES TO DomainRecord',
    [
      'data of other integrations in JupiterOne (DomainRecord)',
      'the setting Ingest App Details',
      'the ingestion source Domains',
    ],
    [],
  ],
])('what a query needs: %s', (_, query, answered, whole) => {
  const needs = needsOfQuery(query);
  expect([...needs.answered].sort()).toEqual([...answered].sort());
  expect([...needs.whole].sort()).toEqual([...whole].sort());
});

test('a question says once what all its queries need', () => {
  expect(needsText(question(['A', INVITATIONS], ['B', INVITATIONS]))).toBe(
    'Needs the scope global and the ingestion source Team governance.',
  );
});

test('a question says which of its queries need what', () => {
  expect(
    needsText(question(['Apps', APPS], ['Certificates', CERTIFICATES])),
  ).toBe(
    '"Certificates" needs the setting Ingest App Details and the ingestion sources Domains and Certificates.',
  );
});

test('a question that any key can answer says nothing', () => {
  expect(needsText(question([undefined, APPS]))).toBe('');
});
