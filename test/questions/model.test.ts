import { integrationSteps } from '../../src/steps';
import { readQuestions } from '../../tools/questions/questions';
import { fillIn, parse } from './j1ql';
import type { Query } from './j1ql';
import { ANY_VERB, comparisonsIn } from './j1ql/syntax';
import { faultsOf } from './modelCheck';
import { VARIABLES } from './variables';
import { vocabularyOf } from './vocabulary';
import type { Vocabulary } from './vocabulary';

const questions = readQuestions();
const queries = questions.flatMap(({ id, queries: all }) =>
  all.map(({ name, query }) => ({
    label: name ? `${id}: ${name}` : id,
    query,
  })),
);
const vocabulary = vocabularyOf(integrationSteps);

test('there are at least 79 questions', () => {
  expect(questions.length).toBeGreaterThanOrEqual(79);
});

test.each(questions.map((question) => [question.id, question] as const))(
  '%s says what it asks, what about, and what to do about a hit',
  (id, question) => {
    const { about, remedy } = question;
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(about).toMatch(/^[A-Z].*\.$/);
    expect(remedy).toMatch(/^[a-z].*\.$/);
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

describe('a change of the model is found', () => {
  const parsed = queries.map(({ label, query }) => ({
    label,
    query: parse(fillIn(query, VARIABLES)),
  }));
  /** The queries that no longer fit. */
  const broken = (changed: Vocabulary) =>
    parsed
      .filter(({ query }) => faultsOf(query, changed).length > 0)
      .map(({ label }) => label);

  test('a type that is gone, in every question that asks for it', () => {
    for (const { type, classes } of vocabulary.entities) {
      // By its type, or by a class that no other type has.
      const its = [
        type,
        ...classes.filter(
          (name) =>
            vocabulary.entities.filter((one) => one.classes.includes(name))
              .length === 1,
        ),
      ];
      const asking = parsed.filter(({ query: { start, hops } }) =>
        [start, ...hops.map(({ to }) => to)].some(({ names }) =>
          names.some((name) => its.includes(name)),
        ),
      );
      const entities = vocabulary.entities.filter((one) => one.type !== type);
      expect(broken({ ...vocabulary, entities })).toEqual(
        asking.map(({ label }) => label),
      );
    }
  });

  test('a relationship the other way round, in every question that follows it', () => {
    const followed = vocabulary.relationships.map((changed) => {
      const others = vocabulary.relationships.filter((one) => one !== changed);
      const { from, to } = changed;
      const reversed = { ...changed, from: to, to: from };
      const without = broken({ ...vocabulary, relationships: others });
      expect(
        broken({ ...vocabulary, relationships: [...others, reversed] }),
      ).toEqual(changed.isMadeByJupiterOne ? [] : without);
      return without;
    });
    expect(new Set(followed.flat())).toEqual(
      new Set(
        parsed
          // What relates in whatever way is still found in another.
          .filter(({ query }) =>
            query.hops.some(({ verbs }) => !verbs.includes(ANY_VERB)),
          )
          .map(({ label }) => label),
      ),
    );
  });

  test('a property that is gone, in every question that reads it', () => {
    for (const { label, query } of parsed) {
      for (const property of propertiesOf(query)) {
        const less = <T extends { properties: ReadonlyMap<string, string> }>(
          one: T,
        ): T => ({
          ...one,
          properties: new Map(
            [...one.properties].filter(([name]) => name !== property),
          ),
        });
        const faults = faultsOf(query, {
          entities: vocabulary.entities.map(less),
          relationships: vocabulary.relationships.map(less),
        });
        expect([label, faults.join()]).toEqual([
          label,
          expect.stringContaining(`no property ${property} of`),
        ]);
      }
    }
  });
});

/** The properties that a query compares or returns. */
function propertiesOf({ start, hops, where, returns }: Query): Set<string> {
  const conditions = [start.with, ...hops.map(({ to }) => to.with), where];
  return new Set([
    ...conditions
      .flatMap(comparisonsIn)
      .map(({ left: { property } }) => property),
    ...returns.flatMap(({ property }) => property ?? []),
  ]);
}
