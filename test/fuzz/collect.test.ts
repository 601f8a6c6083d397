import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import type { GraphObject } from '../reliability/checks';
import type { Json, JsonObject, Sandbox } from '../sandbox';
import { listOf, startSandbox } from '../sandbox';
import type { OrganisationName } from '../sandbox/organisations';
import { createOrganisation } from '../sandbox/organisations';
import { clientRoutes } from './clientRoutes';
import type { Collected } from './collected';
import { collectEverything } from './collected';
import type { Hurt } from './hurtOrganisation';
import {
  hurtsOf,
  inject,
  isMalformed,
  mended,
  objectsRead,
  routeBy,
} from './hurtOrganisation';
import { isStandIn, mayBeUnread } from './enrichments';
import { announce, effort, seed } from './seed';
import { MARK } from './values';

/**
 * What a graph holds that another does not, and what it lacks without saying so: properties that stand on lists that
 * were not complete may be left out where the type is partial, or where they are enrichments.
 */
function differences(
  is: Collected,
  shouldBe: Collected,
  malformed: readonly Hurt[],
): string[] {
  const methods = methodsOf(malformed);
  const missing = [...shouldBe.objects].filter(
    ([key, object]) => !is.objects.has(key) && !isGuarded(object, is),
  );
  const wrong = [...is.objects].flatMap(([key, object]) => {
    const right = shouldBe.objects.get(key);
    return right === undefined
      ? [`${object._type} ${key} should not be`]
      : Object.keys({ ...right, ...object })
          .filter((name) => {
            const isLeftOut =
              object[name] === undefined &&
              (is.partialTypes.includes(object._type) ||
                mayBeUnread(object._type, name, methods));
            return !isLeftOut && !isDeepStrictEqual(object[name], right[name]);
          })
          .map((name) => `${object._type} ${key}: another ${name}`);
  });
  return [
    ...missing.map(([key, { _type }]) => `${_type} ${key} is missing`),
    ...wrong,
  ];
}

/**
 * That somebody or a team is in no enterprise account is said only where the lists say so: what would hang on the
 * key's own account may be missing where they were not read whole, as long as JupiterOne keeps what it had.
 */
function isGuarded(
  { _type, _fromEntityKey, accountType }: GraphObject,
  { partialTypes }: Collected,
): boolean {
  return (
    partialTypes.includes(_type) &&
    (accountType === 'individual' ||
      (typeof _fromEntityKey === 'string' &&
        _fromEntityKey.startsWith('heroku_account:')))
  );
}

/** The organisations whose objects are hurt, and how often. */
const HURT: [OrganisationName, number][] = [
  ['enterprise', 15],
  ['team-only', 20],
];

test('what is hurt reaches every route that the client reads', () => {
  const hurt = HURT.flatMap(([name]) => objectsRead(createOrganisation(name)));

  const reached = new Set(hurt.map(({ route: { method } }) => method));
  expect(clientRoutes().filter(({ method }) => !reached.has(method))).toEqual(
    [],
  );
});

const OBJECTS_EACH = 40;
let cases = 0;

test.each(HURT)(
  'whatever is done to objects of %s, the graph is what it is without what is not of its form',
  async (name, runs) => {
    const organisation = createOrganisation(name, {
      now: new Date('2026-01-01T00:00:00Z'),
    });
    const sandbox = await startSandbox({
      organisation,
      rateLimit: { capacity: 1e9 },
      gzip: false,
    });
    await fc
      .assert(
        fc.asyncProperty(
          hurtsOf(objectsRead(organisation), OBJECTS_EACH).map((hurts) =>
            hurts.filter((hurt) => !isNoAccount(hurt)),
          ),
          async (hurts) => {
            cases += hurts.length;
            await holds(sandbox, hurts);
          },
        ),
        { seed, numRuns: Math.ceil(runs * effort), endOnFailure: true },
      )
      .finally(() => sandbox.close());
  },
  600_000,
);

/** Without the key's own account nothing is collected: see the test below. */
function isNoAccount(hurt: Hurt): boolean {
  return hurt.path === '/account' && mended([hurt])[0]?.value === undefined;
}

test('an account that is none ends the run before anything is collected, and says why', async () => {
  const organisation = createOrganisation('personal');
  const sandbox = await startSandbox({ organisation });
  sandbox.inject({
    kind: 'json',
    match: '/account',
    body: { id: 7, [MARK]: MARK },
  });

  const failure = await collectEverything(sandbox).then(
    () => undefined,
    (error: unknown) => error,
  );
  await sandbox.close();

  expect(String(failure)).toMatch(
    /GET \/account answered 200 but without the id of the account/,
  );
  expect(String(failure)).not.toContain(MARK);
});

test.each<[string, (teams: Json[], apps: Json[], addons: Json[]) => void]>([
  ['an add-on has the id of an app', (_, apps, addons) => takeId(addons, apps)],
  ['an app has the id of its team', (teams, apps) => takeId(apps, teams)],
])(
  'where %s, both types are partial and all else is there',
  async (_, collide) => {
    const organisation = createOrganisation('team-only');
    const team = [listOf(organisation, '/teams')[0] as JsonObject];
    const path = `/teams/${team[0]?.id as string}`;
    const apps = structuredClone(listOf(organisation, `${path}/apps`));
    const addons = structuredClone(listOf(organisation, `${path}/addons`));
    const sandbox = await startSandbox({ organisation });

    const right = await collectEverything(sandbox);
    collide(team, apps, addons);
    organisation.resources.set(`${path}/apps`, apps);
    organisation.resources.set(`${path}/addons`, addons);
    const graph = await collectEverything(sandbox);
    await sandbox.close();

    expect(overwritten(graph, right)).toEqual([]);
    expect(new Set(graph.keysAdded).size).toBe(graph.keysAdded.length);
    expect(graph.warnings.join()).toContain(
      'have an id that another object has',
    );
  },
);

test('a team whose enterprise account cannot be read is not hung on the account of the key', async () => {
  const organisation = createOrganisation('enterprise');
  const sandbox = await startSandbox({ organisation });

  const right = await collectEverything(sandbox);
  const teams = listOf(organisation, '/teams').map((team) => ({
    ...team,
    ...(team.enterprise_account !== null && { enterprise_account: 'acme' }),
  }));
  organisation.resources.set('/teams', teams);
  const graph = await collectEverything(sandbox);
  await sandbox.close();

  expect(
    [...graph.objects.keys()].filter((key) => !right.objects.has(key)),
  ).toEqual([]);
  expect(overwritten(graph, right)).toEqual([]);
});

test('names of 10 MB cost those names and nothing else', async () => {
  const organisation = createOrganisation('team-only');
  const sandbox = await startSandbox({ organisation });
  const path = `/teams/${listOf(organisation, '/teams')[0]?.id as string}`;

  const right = await collectEverything(sandbox);
  for (const list of ['/teams', `${path}/apps`, `${path}/addons`]) {
    const [first, ...rest] = listOf(organisation, list);
    organisation.resources.set(list, [
      { ...first, name: 'ü'.repeat(5_000_000) },
      ...rest,
    ]);
  }
  const graph = await collectEverything(sandbox);
  await sandbox.close();

  expect([...graph.objects.keys()].sort()).toEqual(
    [...right.objects.keys()].sort(),
  );
  expect(
    JSON.stringify([...graph.objects, graph.warnings]).length,
  ).toBeLessThan(1_000_000);
  expect(overwritten(graph, right)).toEqual([]);
});

test("a field of the key's own account that cannot be read is said to be missing", async () => {
  const organisation = createOrganisation('personal');
  const sandbox = await startSandbox({ organisation });
  const account = organisation.resources.get('/account') as JsonObject;
  organisation.resources.set('/account', { ...account, created_at: [7] });

  const graph = await collectEverything(sandbox);
  await sandbox.close();

  expect(graph.partialTypes).toContain('heroku_account');
  expect(graph.warnings.join()).toContain('1 with an unexpected created_at');
});

/** Gives the first of some objects the id of the first of others. */
function takeId([taker]: Json[], [owner]: Json[]): void {
  Object.assign(taker as JsonObject, { id: (owner as JsonObject).id });
}

async function holds(sandbox: Sandbox, hurts: Hurt[]): Promise<void> {
  const malformed = hurts.filter(isMalformed);
  inject(sandbox, hurts);
  const before = sandbox.requests.length;
  const graph = await collectEverything(sandbox);
  const asked = new Set(sandbox.requests.slice(before).map(({ path }) => path));
  inject(sandbox, mended(hurts));
  const without = await collectEverything(sandbox);

  expect(differences(graph, without, malformed)).toEqual([]);
  expect(new Set(graph.keysAdded).size).toBe(graph.keysAdded.length);
  expect(JSON.stringify([...graph.objects, graph.warnings])).not.toContain(
    MARK,
  );
  inject(
    sandbox,
    hurts.filter((hurt) => !isMalformed(hurt)),
  );
  const right = await collectEverything(sandbox);
  expect(overwritten(graph, right, malformed)).toEqual([]);
  expect(
    [...graph.objects.keys()].filter((key) => !right.objects.has(key)),
  ).toEqual([]);
  expect(hurts.filter((hurt) => isUnsaid(hurt, graph, asked))).toEqual([]);
}

/**
 * What differs from the right graph although its type is not partial: JupiterOne would delete or change it. What stands
 * on lists that were not read whole may be absent, where it is an enrichment.
 */
function overwritten(
  is: Collected,
  right: Collected,
  malformed: readonly Hurt[] = [],
): string[] {
  const methods = methodsOf(malformed);
  return [...right.objects]
    .filter(([, { _type }]) => !is.partialTypes.includes(_type))
    .flatMap(([key, shouldBe]) => {
      const object = is.objects.get(key);
      if (object === undefined) return [`${shouldBe._type} ${key} is missing`];
      return Object.keys({ ...shouldBe, ...object })
        .filter((name) => name !== '_rawData')
        .filter((name) => !isDeepStrictEqual(object[name], shouldBe[name]))
        .filter(
          (name) =>
            !(
              object[name] === undefined &&
              mayBeUnread(object._type, name, methods)
            ) && !isStandIn(object._type, name, object[name]),
        )
        .map((name) => `${object._type} ${key}: another ${name}`);
    });
}

function methodsOf(hurts: readonly Hurt[]): Set<string> {
  return new Set(hurts.map(({ method }) => method));
}

/** Whether something malformed was read, and nobody says so. */
function isUnsaid(hurt: Hurt, graph: Collected, asked: Set<string>): boolean {
  const { kind, resource, route } = routeBy(hurt);
  const [{ value } = { value: undefined }] = mended([hurt]);
  const said =
    kind === 'object' && value === undefined
      ? `GET ${route} answered 200 but `
      : `sent ${resource.name} objects of an unexpected form: `;
  return (
    isMalformed(hurt) &&
    asked.has(hurt.path) &&
    !graph.warnings.some((warning) => warning.includes(said))
  );
}

afterAll(() => announce('collecting', cases));
