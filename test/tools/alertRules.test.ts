import { readFileSync } from 'node:fs';
import path from 'node:path';
import { alertRules } from '../../tools/alertRules';
import { explained, readQuestions } from '../../tools/questionFile';

const questions = readQuestions();
const rules = alertRules(questions);

test('there are ten rules, each of a name of its own', () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(10);
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
    expect(description).toContain(
      question ? explained(question).remedy : 'a question',
    );
    // The conditions that JupiterOne gives the rules of a pack look at `query0`.
    expect([only?.name, only?.version, more]).toEqual(['query0', 'v1', []]);
    // Nobody is there to fill it in.
    expect(only?.query).not.toContain('{{');
  },
);

test('the rule pack is what the questions say: otherwise run "npm run rules"', () => {
  const file = path.resolve(__dirname, '../../jupiterone/rules/heroku.json');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(rules);
});

test('a question that is gone is missed', () => {
  expect(() =>
    alertRules(questions.filter(({ id }) => !id.endsWith('open-spaces'))),
  ).toThrow('No question open-spaces');
});
