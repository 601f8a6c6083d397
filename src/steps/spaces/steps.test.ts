import type { StepResult } from '../../../test/recordedStep';
import { entityNamed, namesOfType } from '../../../test/recordedStep';
import type { JsonObject, Sandbox } from '../../../test/sandbox';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import {
  collectSources,
  executeSandboxStep,
  requestsUnder,
} from '../../../test/sandboxStep';
import { metadataOf } from '../../../test/stepMetadata';
import { INBOUND_RULESET, SPACE, VPN_CONNECTION } from '../../model';
import { Sources, Steps } from '../ids';

const now = new Date('2026-05-01T10:00:00Z');
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now }),
  });
});
afterEach(() => sandbox.close());

/** The SDK's matcher knows nothing of mapped relationships. */
function withoutMapped(result: StepResult): StepResult {
  return {
    ...result,
    collectedRelationships: result.collectedRelationships.filter(
      ({ _mapping }) => _mapping === undefined,
    ),
  };
}

function execute(stepId: string): Promise<StepResult> {
  return executeSandboxStep(stepId, sandbox);
}

test('every space has its addresses', async () => {
  const result = await execute(Steps.SPACES);

  expect(result).toMatchStepMetadata(metadataOf(Steps.SPACES));
  expect(namesOfType(result, SPACE._type)).toEqual([
    'example-private',
    'labs-workshop',
    'payments-vault',
  ]);
  expect(entityNamed(result, 'payments-vault')).toMatchObject({
    shield: true,
    CIDR: '10.40.0.0/16',
    natAddresses: ['198.51.100.20', '198.51.100.21', '198.51.100.22'],
  });
  expect(entityNamed(result, 'labs-workshop')).toMatchObject({
    generation: 'fir',
    natState: 'updating',
    natAddresses: [],
  });
  // What the rules say of a space is one of its properties. A Fir space has none.
  expect(requestsUnder(sandbox, '/spaces')).toEqual({
    '/spaces': 1,
    '/spaces/:id/nat': 3,
    '/spaces/:id/inbound-ruleset': 2,
  });
});

test('every space has its team', async () => {
  const result = await execute(Steps.TEAM_SPACES);

  expect(result.collectedRelationships).toHaveLength(3);
});

test('the apps of a space run in it', async () => {
  const result = await execute(Steps.SPACE_APPLICATIONS);

  const inSpaces = listOf(sandbox.organisation, '/apps').filter(
    ({ space }) => space,
  );
  expect(inSpaces.length).toBeGreaterThan(0);
  expect(result.collectedRelationships).toHaveLength(inSpaces.length);
});

test('every space but one of the Fir generation is protected by its rules; those open to the internet show it', async () => {
  const result = await execute(Steps.INBOUND_RULESETS);

  expect(withoutMapped(result)).toMatchStepMetadata(
    metadataOf(Steps.INBOUND_RULESETS),
  );
  expect(withoutMapped(result).collectedRelationships).toHaveLength(2);
  const openToInternet = result.collectedEntities
    .filter(({ _type }) => _type === INBOUND_RULESET._type)
    .map(({ name, openToInternet }) => [name, openToInternet]);
  expect(Object.fromEntries(openToInternet)).toEqual({
    'example-private inbound ruleset': true,
    'payments-vault inbound ruleset': false,
  });
  expect(requestsUnder(sandbox, '/spaces')).toEqual({
    '/spaces': 1,
    '/spaces/:id/nat': 3,
    '/spaces/:id/inbound-ruleset': 2,
  });
});

test('a VPN connection with a tunnel that is down shows it', async () => {
  const result = await execute(Steps.VPN_CONNECTIONS);

  expect(withoutMapped(result)).toMatchStepMetadata(
    metadataOf(Steps.VPN_CONNECTIONS),
  );
  expect(namesOfType(result, VPN_CONNECTION._type)).toEqual([
    'bank-link',
    'büro-zürich',
  ]);
  expect(entityNamed(result, 'bank-link').allTunnelsUp).toBe(false);
  expect(entityNamed(result, 'büro-zürich').allTunnelsUp).toBe(true);
  expect(withoutMapped(result).collectedRelationships).toHaveLength(2);
  expect(requestsUnder(sandbox, '/spaces')).toMatchObject({
    '/spaces/:id/vpn-connections': 2,
  });
});

test("a space connects to the customer's VPCs, and not to Heroku's own", async () => {
  const result = await execute(Steps.PEERINGS);

  expect(result.collectedEntities).toEqual([]);
  const peerings = result.collectedRelationships.map(
    ({ _type, pcxId, status }) => [_type, pcxId, status],
  );
  expect(peerings.sort()).toEqual([
    ['heroku_space_connects_aws_vpc', 'pcx-0example0data0lake', 'active'],
    [
      'heroku_space_connects_aws_vpc',
      'pcx-0example0pending00',
      'pending-acceptance',
    ],
  ]);
  expect(requestsUnder(sandbox, '/spaces')).toMatchObject({
    '/spaces/:id/peerings': 2,
  });
});

test('where there is no space, nothing is asked of one', async () => {
  await sandbox.close();
  sandbox = await startSandbox({
    organisation: createOrganisation('team-only', { now }),
  });
  const hasSpaces = sandbox.organisation.resources.get('/spaces');
  expect(hasSpaces).toEqual([]);

  for (const step of [
    Steps.SPACES,
    Steps.INBOUND_RULESETS,
    Steps.VPN_CONNECTIONS,
    Steps.PEERINGS,
  ]) {
    sandbox.requests.length = 0;
    expect((await execute(step)).collectedRelationships).toEqual([]);
    expect(requestsUnder(sandbox, '/spaces')).toEqual({ '/spaces': 1 });
  }
});

test('a space whose outgoing addresses cannot be read is there all the same, and that is said', async () => {
  const id = sandbox.organisation.aliases.get('payments-vault');
  sandbox.inject({
    kind: 'status',
    status: 403,
    herokuId: 'forbidden',
    match: `/spaces/${id}/nat`,
    times: Infinity,
  });

  const outcome = await collectSources(sandbox, [Sources.PRIVATE_SPACES]);

  expect(outcome.failedSteps).toEqual([Steps.SPACE_NATS]);
  const spaces = outcome.entities.filter(({ _type }) => _type === SPACE._type);
  const states = new Map(spaces.map(({ name, natState }) => [name, natState]));
  expect(states.get('example-private')).toBe('enabled');
  expect([states.has('payments-vault'), states.get('payments-vault')]).toEqual([
    true,
    undefined,
  ]);
  expect(outcome.warnings.join()).toMatch(
    /NAT addresses of the Private Space payments-vault: .*403/,
  );
});

describe('a space that answers "not found"', () => {
  const BELOW = [
    Steps.INBOUND_RULESETS,
    Steps.PEERINGS,
    Steps.SPACE_NATS,
    Steps.VPN_CONNECTIONS,
  ];
  let id: string;

  beforeEach(() => {
    id = sandbox.organisation.aliases.get('payments-vault')!;
    sandbox.inject({
      kind: 'notFound',
      match: { below: `/spaces/${id}` },
      times: Infinity,
    });
  });

  test('is hidden while the list of spaces names it, and what is below it is missed', async () => {
    const outcome = await collectSources(sandbox, [Sources.PRIVATE_SPACES]);

    expect(outcome.failedSteps).toEqual(BELOW);
    expect(outcome.warnings.join()).toContain('payments-vault');
    expect(requestsUnder(sandbox, '/spaces')['/spaces']).toBe(2);
  });

  test('has been deleted where the list, read again, does not name it: nothing is missed', async () => {
    sandbox.inject({
      kind: 'transform',
      match: '/spaces',
      skip: 1,
      times: Infinity,
      change: (spaces) =>
        (spaces as JsonObject[]).filter((space) => space.id !== id),
    });

    const outcome = await collectSources(sandbox, [Sources.PRIVATE_SPACES]);

    expect(outcome.failedSteps).toEqual([]);
    expect(outcome.warnings).toEqual([]);
  });
});
