import { integrationSteps } from '../../src/steps';
import { explained, ID_PREFIX, readQuestions } from '../../tools/questionFile';
import { fillIn, parse } from './j1ql';
import { faultsOf } from './modelCheck';
import { VARIABLES } from './variables';
import { vocabularyOf } from './vocabulary';

const questions = readQuestions();
const queries = questions.flatMap(({ id, queries: all }) =>
  all.map(({ name, query }) => ({
    label: name ? `${id}: ${name}` : id,
    query,
  })),
);
const vocabulary = vocabularyOf(integrationSteps);

test('there are at least 25 questions', () => {
  expect(questions.length).toBeGreaterThanOrEqual(25);
});

test.each(questions.map((question) => [question.id, question] as const))(
  '%s says what it asks, what about, and what to do about a hit',
  (id, question) => {
    const { about, remedy } = explained(question);
    expect(id.startsWith(ID_PREFIX)).toBe(true);
    expect(question.title).toMatch(/\?$/);
    expect(about).toMatch(/^[A-Z].*\.$/);
    expect(remedy).toMatch(/^[a-z].*\.$/);
    expect(question.tags[0]).toBe('heroku');
    // Two queries of a question are told apart by their names.
    expect(
      question.queries.length === 1 ||
        question.queries.every(({ name }) => name !== undefined),
    ).toBe(true);
  },
);

test.each(queries)('$label asks for what the model declares', ({ query }) => {
  expect(faultsOf(parse(fillIn(query, VARIABLES)), vocabulary)).toEqual([]);
});

test('a type that the steps no longer declare is found in the questions that ask for it', () => {
  const used = new Set(
    queries.flatMap(({ query }) => query.match(/\bheroku_\w+/g) ?? []),
  );
  for (const type of used) {
    const without = vocabularyOf(
      integrationSteps.map((step) => ({
        ...step,
        entities: step.entities.filter(({ _type }) => _type !== type),
      })),
    );
    const broken = queries.filter(
      ({ query }) =>
        faultsOf(parse(fillIn(query, VARIABLES)), without).length > 0,
    );
    const asking = queries.filter(({ query }) =>
      new RegExp(`\\b${type}\\b`).test(query),
    );
    expect(broken).toEqual(asking);
  }
});
