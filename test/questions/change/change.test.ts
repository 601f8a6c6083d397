import { ingestionConfig } from '../../../src/ingestion';
import { describeRow } from '../../../tools/answers';
import { readQuestions } from '../../../tools/questions/questions';
import type { CollectedGraph } from '../../e2e/graph';
import type { DatedGraph } from '../../jupiterone/history';
import type { JupiterOne } from '../../jupiterone/server';
import { startJupiterOne } from '../../jupiterone/server';
import type { Fault } from '../../sandbox';
import { asksForChange, fillIn, GraphIndex, parse, run } from '../j1ql';
import type { Absence, Query } from '../j1ql';
import { propertiesIn } from '../j1ql/syntax';
import { namesIn } from '../names';
import { VARIABLES } from '../variables';
import { variantsOf } from '../variants';
import type { Snapshot } from './jupiterOneAccount';
import { collected, uploaded } from './jupiterOneAccount';
import { later, today, yesterday } from './organisations';
import { team } from './selection';
import { CHANGE_WITNESSES } from './witnesses';

/** Conditions that nothing in these runs needs, and why they are there all the same. */
const NEEDED_ELSEWHERE = new Map([
  [
    'new-members: In enterprise accounts: accountType = "enterprise"',
    "The key's own account has users too, such as owners of apps that are shared with it; here nobody new.",
  ],
  [
    'new-addons: Add-ons: temporary = undefined',
    'Review apps may have any add-on; here they have data stores only.',
  ],
  [
    'removed-sso: signIn._deleted = true',
    'JupiterOne may say of a version, too, when it ended; here only what is deleted has an end.',
  ],
  [
    'lost-drains: _deleted = true',
    'JupiterOne may say of a version, too, when it ended; here only what is deleted has an end.',
  ],
]);

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Long after all that the seed has: what is new is so by what the test changes. */
const START = Date.parse('2026-06-01T10:00:00Z');

const queries = readQuestions()
  .flatMap(({ id, queries: all }) =>
    all.map(({ name, query, includeDeleted = false }) => ({
      label: [id, name].filter(Boolean).join(': '),
      includeDeleted,
      query: parse(fillIn(query, VARIABLES)),
    })),
  )
  .filter(({ query }) => asksForChange(query));

type ChangeQuery = (typeof queries)[number];

/** The runs, by what is special of them, in their order. */
const RUNS = [
  'first',
  'before, in another order',
  'changed',
  'unchanged, in another order',
  'with a team, an account and apps refused',
  'whole again',
  'with all sources off',
  'with all sources on again',
  'with changes that nothing asks for',
  'of a version that gives everything another property',
] as const;

const QUIET = RUNS.filter((name) => name !== 'changed');

const snapshots = new Map<string, Snapshot>();
let partialTypes: readonly string[] = [];

function snapshot(name: (typeof RUNS)[number]): Snapshot {
  const found = snapshots.get(name);
  if (found === undefined) throw new Error(`No run ${name}`);
  return found;
}

/** What a query finds an hour after a run. */
function answer(
  query: Query,
  { at }: Snapshot,
  graph: DatedGraph,
  absence?: Absence,
): string[] {
  return run(query, new GraphIndex(graph), at + HOUR_MS, absence)
    .map(describeRow)
    .sort();
}

function answerAfter(
  { query, includeDeleted }: ChangeQuery,
  after: Snapshot,
): string[] {
  const { graph, withDeleted } = after;
  return answer(query, after, includeDeleted ? withDeleted : graph);
}

const refused = (match: Fault['match'], times = Infinity): Fault => ({
  kind: 'status',
  status: 403,
  herokuId: 'forbidden',
  match,
  times,
});

/** As another version of the integration would have it. */
function withAnotherProperty(graph: CollectedGraph): CollectedGraph {
  const more = <T extends object>(objects: readonly T[]): T[] =>
    objects.map((object) => ({ ...object, another: true }));
  return {
    ...graph,
    entities: more(graph.entities),
    relationships: more(graph.relationships),
    mappedRelationships: more(graph.mappedRelationships),
  };
}

let jupiterOne: JupiterOne;

beforeAll(async () => {
  jupiterOne = await startJupiterOne();
  const made = new Date(START + 9 * DAY_MS);
  const before = yesterday();
  const now = today(made);
  const whole = await collected(now);
  const faulty = await collected(now, {
    faults: [
      refused({ below: team('example-platform') }),
      refused('/enterprise-accounts/:id/members', 1),
      refused('/apps/:id/log-drains', 3),
    ],
  });
  partialTypes = faulty.summary?.metadata.partialDatasets.types ?? [];
  const graphs: [(typeof RUNS)[number], number, CollectedGraph][] = [
    ['first', 0, await collected(before)],
    ['before, in another order', 8, await collected(before, { shuffle: 1 })],
    ['changed', 10, whole],
    ['unchanged, in another order', 12, await collected(now, { shuffle: 2 })],
    ['with a team, an account and apps refused', 14, faulty],
    ['whole again', 16, whole],
    [
      'with all sources off',
      18,
      await collected(now, { disabledSources: Object.keys(ingestionConfig) }),
    ],
    ['with all sources on again', 20, whole],
    [
      'with changes that nothing asks for',
      22,
      await collected(later(now, new Date(START + 21 * DAY_MS))),
    ],
    [
      'of a version that gives everything another property',
      24,
      withAnotherProperty(whole),
    ],
  ];
  for (const [name, day, graph] of graphs) {
    snapshots.set(
      name,
      await uploaded(jupiterOne, graph, START + day * DAY_MS),
    );
  }
}, 60_000);

afterAll(() => jupiterOne.close());

test('there are at least twelve questions on change, and every query has one witness', () => {
  const questions = new Set(queries.map(({ label }) => label.split(':')[0]));
  expect(questions.size).toBeGreaterThanOrEqual(12);
  expect(CHANGE_WITNESSES.map(({ query }) => query)).toEqual(
    queries.map(({ label }) => label),
  );
});

test('the runs are what they are called', () => {
  const keysOf = (name: (typeof RUNS)[number]) =>
    snapshot(name)
      .graph.entities.map(({ _key }) => _key)
      .sort();
  expect(partialTypes).toEqual(
    expect.arrayContaining([
      'heroku_account_has_member',
      'heroku_application',
      'heroku_log_drain',
      'heroku_team_has_account_member',
    ]),
  );
  expect(keysOf('unchanged, in another order')).toEqual(keysOf('changed'));
  expect(keysOf('whole again')).toEqual(keysOf('changed'));
  expect(keysOf('with all sources off').length).toBeLessThan(
    keysOf('changed').length,
  );
});

describe.each(queries)('$label', (asked) => {
  const witness = CHANGE_WITNESSES.find(({ query }) => query === asked.label);

  test('finds exactly what changed, and not the near miss', () => {
    const rows = answerAfter(asked, snapshot('changed'));
    expect(rows).toEqual(witness?.rows);
    const { missed = '?' } = witness ?? {};
    expect(rows.filter((row) => row.includes(missed))).toEqual([]);
    expect(
      snapshot('changed').graph.entities.some((entity) =>
        namesIn(entity).includes(missed),
      ),
    ).toBe(true);
  });

  test.each(QUIET)('finds nothing after the run %s', (name) => {
    expect(answerAfter(asked, snapshot(name))).toEqual([]);
  });

  test('accuses nobody more where deleted data is not considered', () => {
    const changed = snapshot('changed');
    for (const row of answer(asked.query, changed, changed.graph)) {
      expect(witness?.rows).toContain(row);
    }
  });

  test('finds nothing because a property is absent', () => {
    const { withDeleted } = snapshot('changed');
    for (const property of propertiesIn(asked.query)) {
      const less = <T extends object>(objects: readonly T[]): T[] =>
        objects.map((object) => ({ ...object, [property]: undefined }));
      const without = {
        entities: less(withDeleted.entities),
        relationships: less(withDeleted.relationships),
        mappedRelationships: less(withDeleted.mappedRelationships),
      };
      const rows = (absence: Absence) =>
        answer(asked.query, snapshot('changed'), without, absence);
      expect([property, rows('unequal')]).toEqual([
        property,
        rows('incomparable'),
      ]);
    }
  });

  test('has no condition that decides nothing', () => {
    const answers = (query: Query) =>
      JSON.stringify(
        RUNS.map((name) => answerAfter({ ...asked, query }, snapshot(name))),
      );
    const usual = answers(asked.query);
    const idle = variantsOf(asked.query)
      .filter(({ variant }) => answers(variant) === usual)
      .map(({ without }) => `${asked.label}: ${without}`);
    expect(idle).toEqual(
      [...NEEDED_ELSEWHERE.keys()].filter((one) =>
        one.startsWith(`${asked.label}: `),
      ),
    );
  });
});
