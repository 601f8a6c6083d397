import { integrationSteps } from '../../src/steps';
import { collectInMemory } from '../collectInMemory';
import { clientRoutes } from '../fuzz/clientRoutes';
import type { Sandbox } from '../sandbox';
import { listOf, startSandbox } from '../sandbox';
import { createOrganisation } from '../sandbox/organisations';
import { settleSection, table } from './document';
import { JumpingClock } from './jumpingClock';

const rows: string[][] = [];
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({
    organisation: withoutPersonalApps(),
    rateLimit: { capacity: 1_000_000 },
    keepBodies: true,
  });
});

afterAll(() => sandbox.close());

/** The enterprise organisation, of which the API key's user owns no app. */
function withoutPersonalApps() {
  const organisation = createOrganisation('enterprise', {
    now: new Date('2026-06-01T12:00:00Z'),
  });
  const personal = listOf(organisation, '/users/~/apps').map(({ id }) => id);
  organisation.resources.set('/users/~/apps', []);
  organisation.resources.set(
    '/addons',
    listOf(organisation, '/addons').filter(
      ({ app }) => !personal.includes((app as { id: string }).id),
    ),
  );
  return organisation;
}

function pathOf(list: string, name: string, below: string): string {
  const parent = listOf(sandbox.organisation, list).find(
    (object) => object.name === name,
  );
  return `${list}/${parent?.id as string}/${below}`;
}

test('the stacks, which tell nothing that is not built in, are not asked for', () => {
  expect(clientRoutes().map(({ route }) => route)).not.toContain('/stacks');
});

// The entity types that are partial: what was asked for, and what is built on it.
test.each([
  [
    'the personal apps, of which there are none',
    () => '/users/~/apps',
    ['heroku_account_member', 'heroku_application'],
  ],
  [
    'the apps of one team',
    () => pathOf('/teams', 'example-payments', 'apps'),
    ['heroku_addon', 'heroku_application', 'heroku_data_store'],
  ],
  [
    'the members of one team',
    () => pathOf('/teams', 'example-payments', 'members'),
    ['heroku_account_member'],
  ],
  [
    'the NAT of one Private Space',
    () => pathOf('/spaces', 'payments-vault', 'nat'),
    ['heroku_nat_address'],
  ],
])(
  '%s refused makes nothing partial but what was asked for, and what is built on it',
  async (what, path, expected) => {
    sandbox.inject({
      kind: 'status',
      status: 403,
      match: path(),
      times: Infinity,
    });
    const { partialTypes, warnings } = await collectInMemory(sandbox, {
      heroku: { clock: new JumpingClock() },
    });
    sandbox.clearFaults();

    expect(warnings).not.toEqual([]);
    const entities = partialTypes.filter((type) => entityTypes.has(type));
    expect(entities).toEqual(expected);
    expect(
      partialTypes.filter(
        (type) =>
          !entityTypes.has(type) &&
          !endsOf(type).some((end) => expected.includes(end)),
      ),
    ).toEqual([]);
    rows.push([
      what,
      String(partialTypes.length),
      entities.map((type) => `\`${type}\``).join(', '),
    ]);
  },
);

test('the documentation shows these results (npm run docs:reliability)', async () => {
  await settleSection(
    'common refusals',
    table(['refused', 'types', 'entities among them'], rows),
  );
});

const entityTypes = new Set(
  integrationSteps.flatMap(({ entities }) =>
    entities.map(({ _type }) => _type),
  ),
);

/** The types that relationships of a type start from and end at. */
function endsOf(type: string): string[] {
  return integrationSteps.flatMap(
    ({ relationships, mappedRelationships = [] }) => [
      ...relationships
        .filter(({ _type }) => _type === type)
        .flatMap(({ sourceType, targetType }) => [sourceType, targetType]),
      ...mappedRelationships
        .filter(({ _type }) => _type === type)
        .flatMap(({ sourceType, targetType }) => [sourceType, targetType]),
    ],
  );
}
