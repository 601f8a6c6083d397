import { readQuestions } from '../../tools/questions/questions';
import { collectEnterprise, NOW } from './collectEnterprise';
import type { CollectedGraph } from '../e2e/graph';
import { asksForChange, fillIn, GraphIndex, parse, run } from './j1ql';
import type { Absence, Query, Row } from './j1ql';
import { propertiesIn } from './j1ql/syntax';
import { withFurtherCases } from './furtherCases';
import { namesIn } from './names';
import { withOtherIntegrations } from './otherIntegrations';
import { VARIABLES } from './variables';
import { variantsOf } from './variants';
import { WITNESSES } from './witnesses';

/** Conditions that no object of the organisation needs, and why they are there all the same. */
const NEEDED_ELSEWHERE = new Map([
  [
    'production-data-encryption: encrypted = false',
    'No plan is documented to leave data unencrypted; one may be.',
  ],
  [
    'users-without-mfa: mfaEnabled = false',
    'Heroku may not say how somebody signs in who has no second factor; here it says neither, or both.',
  ],
  [
    'standing-authorizations: ownerType = "user"',
    'Teams have authorizations too; here none has.',
  ],
  [
    'teams-without-sso: ssoEnabled = false',
    'A team outside an enterprise account may have a provider of its own; here the only one has none.',
  ],
  [
    'admins-without-mfa: membership.role = "owner"',
    'A team outside an enterprise account may be owned by someone with a password only; here none is.',
  ],
]);

/** What asks for a change has witnesses of its own: no single collection answers it. */
const queries = readQuestions()
  .flatMap(({ id, queries: all }) =>
    all.map(({ name, query }) => {
      return {
        question: id,
        name,
        label: name === undefined ? id : `${id}: ${name}`,
        query: parse(fillIn(query, VARIABLES)),
      };
    }),
  )
  .filter(({ query }) => !asksForChange(query));

let collected: CollectedGraph;
let graph: GraphIndex;

function answer(query: Query): Row[] {
  return run(query, graph, NOW.getTime());
}

/** The graph without a property, on whatever it is. */
function withoutProperty(
  { entities, relationships, mappedRelationships }: CollectedGraph,
  property: string,
): CollectedGraph {
  const less = <T extends object>(objects: readonly T[]): T[] =>
    objects.map((object) => ({ ...object, [property]: undefined }));
  return {
    entities: less(entities),
    relationships: less(relationships),
    mappedRelationships: less(mappedRelationships),
  };
}

/** Whether all of the names are in one row. */
function holds(rows: Row[], names: readonly string[]): boolean {
  return rows.some((row) => {
    const inRow = namesIn(row);
    return names.every((name) => inRow.includes(name));
  });
}

beforeAll(async () => {
  collected = withOtherIntegrations(
    withFurtherCases(await collectEnterprise(), NOW),
  );
  graph = new GraphIndex(collected);
});

afterAll(() => {
  const width = Math.max(...queries.map(({ label }) => label.length));
  process.stdout.write(
    [
      `${'Question'.padEnd(width)}  Witness; near miss and why it is none`,
      ...WITNESSES.map(({ question, query, found, missed, because }) => {
        const label = query === undefined ? question : `${question}: ${query}`;
        return `${label.padEnd(width)}  ${found.join(' + ')}; ${missed.join(' + ')} ${because}`;
      }),
      '',
    ].join('\n'),
  );
});

test('every query of every question has one witness', () => {
  expect(
    WITNESSES.map(({ question, query }) => [question, query]).sort(),
  ).toEqual(queries.map(({ question, name }) => [question, name]).sort());
});

describe.each(queries)('$label', ({ question, name, query }) => {
  const witness = WITNESSES.find(
    (one) => one.question === question && one.query === name,
  );

  test('returns the offender, not the near miss, and no more than there is', () => {
    const rows = answer(query);
    expect(holds(rows, witness?.found ?? [])).toBe(true);
    expect(holds(rows, witness?.missed ?? [])).toBe(false);
    expect(rows).toHaveLength(witness?.rows ?? 0);
  });

  test('could return the near miss: the organisation has it', () => {
    for (const missed of witness?.missed ?? []) {
      expect([
        missed,
        graph.entities.some((e) => namesIn(e).includes(missed)),
      ]).toEqual([missed, true]);
    }
  });

  test('finds nothing because a property is absent, unless it asks for that', () => {
    for (const property of propertiesIn(query)) {
      const without = new GraphIndex(withoutProperty(collected, property));
      const rows = (absence: Absence) =>
        run(query, without, NOW.getTime(), absence);
      expect([property, rows('unequal')]).toEqual([
        property,
        rows('incomparable'),
      ]);
    }
  });

  test('has no condition that decides nothing', () => {
    const usual = JSON.stringify(answer(query));
    const idle = variantsOf(query)
      .filter(({ variant }) => JSON.stringify(answer(variant)) === usual)
      .map(({ without }) => `${question}: ${without}`);
    expect(idle.filter((one) => !NEEDED_ELSEWHERE.has(one))).toEqual([]);
  });
});
