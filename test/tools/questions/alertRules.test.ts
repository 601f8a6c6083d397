import { alertRules } from '../../../tools/questions/alertRules';
import { readQuestions } from '../../../tools/questions/questions';

const questions = readQuestions();
const rules = alertRules(questions);

test('there is a rule for each query that declares an alert, each of a name of its own', () => {
  const alerts = questions.flatMap(({ queries }) =>
    queries.flatMap(({ alert }) => alert ?? []),
  );
  expect(rules.length).toBeGreaterThanOrEqual(25);
  expect(rules).toHaveLength(alerts.length);
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});

test('the most urgent rules come first', () => {
  const urgency = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];
  const levels = rules.map(({ alertLevel }) => urgency.indexOf(alertLevel));
  expect(levels).toEqual([...levels].sort());
});

test.each(rules.map((rule) => [rule.name, rule] as const))(
  '%s says what has happened, asks what a question asks whose results are bad, and says what to do',
  (_, { alertLevel, description, queries: [only, ...more] }) => {
    const [found] = questions.flatMap((question) =>
      question.queries
        .filter(({ query }) => query.trim() === only?.query)
        .map((query) => ({ question, query })),
    );
    expect(found?.query.resultsAre).toBe('BAD');
    expect(found?.query.alert?.level).toBe(alertLevel);
    expect(description.startsWith(found?.query.alert?.says ?? '?')).toBe(true);
    expect(description.endsWith(` What to do: ${found?.question.remedy}`)).toBe(
      true,
    );
    // The conditions that JupiterOne gives the rules of a pack look at `query0`.
    expect([only?.name, only?.version, more]).toEqual(['query0', 'v1', []]);
    // Nobody is there to fill it in.
    expect(only?.query).not.toContain('{{');
  },
);

test('only a rule on what is gone, or may be, has deleted data included', () => {
  const names = rules
    .filter(({ queries: [only] }) => only?.includeDeleted)
    .map(({ name }) => name);
  expect(names.sort()).toEqual([
    'heroku-lost-drains',
    'heroku-new-admins',
    'heroku-new-managers',
    'heroku-removed-sso',
  ]);
  for (const { name, queries } of rules) {
    if (/_deleted|_endOn/.test(queries[0]?.query ?? '')) {
      expect(names).toContain(name);
    }
  }
});

test('a rule says what its own query needs', () => {
  const rule = (name: string) =>
    rules.find((one) => one.name === `heroku-${name}`)?.description;
  expect(rule('plain-text-log-drains')).toContain(
    ' Needs the setting Ingest App Details and the ingestion source Log drains. ',
  );
  expect(rule('open-spaces')).toContain(
    ' Needs the ingestion source Private Spaces. ',
  );
});
