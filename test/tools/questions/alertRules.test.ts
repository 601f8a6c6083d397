import { alertRules } from '../../../tools/questions/alertRules';
import { readQuestions } from '../../../tools/questions/questions';

const questions = readQuestions();
const rules = alertRules(questions);

test('there are ten rules, each of a name of its own', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(10);
  expect(rules).toHaveLength(10);
});

test('the most urgent rules come first', () => {
  const levels = rules.map(({ alertLevel }) => alertLevel);
  expect(levels).toEqual([
    ...levels.filter((level) => level === 'CRITICAL'),
    ...levels.filter((level) => level === 'HIGH'),
  ]);
});

test.each(rules.map((rule) => [rule.name, rule] as const))(
  '%s asks what a question asks whose results are bad, and says what to do',
  (_, { description, queries: [only, ...more] }) => {
    const question = questions.find(({ title }) =>
      description.startsWith(title),
    );
    const query = question?.queries.find(
      (one) => one.query.trim() === only?.query,
    );
    expect(query?.resultsAre).toBe('BAD');
    expect(description).toContain(question?.remedy);
    // The conditions that JupiterOne gives the rules of a pack look at `query0`.
    expect([only?.name, only?.version, more]).toEqual(['query0', 'v1', []]);
    // Nobody is there to fill it in.
    expect(only?.query).not.toContain('{{');
  },
);
