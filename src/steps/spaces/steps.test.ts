import type { Relationship } from '@jupiterone/integration-sdk-core';
import type { StepResult } from '../../../test/recordedStep';
import { entityNamed, namesOfType } from '../../../test/recordedStep';
import type { Sandbox } from '../../../test/sandbox';
import { startSandbox } from '../../../test/sandbox';
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

function execute(stepId: string): Promise<StepResult> {
  return executeSandboxStep(stepId, sandbox);
}

function ofType(
  { collectedRelationships }: StepResult,
  type: string,
): Relationship[] {
  return collectedRelationships.filter(({ _type }) => _type === type);
}

test('every space has its team, its addresses and the apps that run in it', async () => {
  const result = await execute(Steps.SPACES);

  expect(result).toMatchStepMetadata(metadataOf(Steps.SPACES));
  expect(namesOfType(result, SPACE._type)).toEqual([
    'example-private',
    'payments-vault',
    'værksted-🧪',
  ]);
  expect(entityNamed(result, 'payments-vault')).toMatchObject({
    shield: true,
    CIDR: '10.40.0.0/16',
    natAddresses: ['198.51.100.20', '198.51.100.21', '198.51.100.22'],
  });
  expect(entityNamed(result, 'værksted-🧪')).toMatchObject({
    generation: 'fir',
    natState: 'updating',
    natAddresses: [],
  });
  expect(ofType(result, 'heroku_team_owns_space')).toHaveLength(3);

  const apps = sandbox.organisation.resources.get('/apps');
  const inSpaces = (apps as { space: unknown }[]).filter(({ space }) => space);
  expect(inSpaces.length).toBeGreaterThan(0);
  expect(ofType(result, 'heroku_space_has_application')).toHaveLength(
    inSpaces.length,
  );
  expect(requestsUnder(sandbox, '/spaces')).toEqual({
    '/spaces': 1,
    '/spaces/:id/nat': 3,
  });
});

test('every space is protected by its rules; those open to the internet show it', async () => {
  const result = await execute(Steps.INBOUND_RULESETS);

  expect(result).toMatchStepMetadata(metadataOf(Steps.INBOUND_RULESETS));
  expect(result.collectedRelationships).toHaveLength(3);
  const openToInternet = result.collectedEntities
    .filter(({ _type }) => _type === INBOUND_RULESET._type)
    .map(({ name, openToInternet }) => [name, openToInternet]);
  expect(Object.fromEntries(openToInternet)).toEqual({
    'example-private inbound ruleset': true,
    'payments-vault inbound ruleset': false,
    'værksted-🧪 inbound ruleset': true,
  });
  expect(requestsUnder(sandbox, '/spaces')).toEqual({
    '/spaces': 1,
    '/spaces/:id/nat': 3,
    '/spaces/:id/inbound-ruleset': 3,
  });
});

test('a VPN connection with a tunnel that is down shows it', async () => {
  const result = await execute(Steps.VPN_CONNECTIONS);

  expect(result).toMatchStepMetadata(metadataOf(Steps.VPN_CONNECTIONS));
  expect(namesOfType(result, VPN_CONNECTION._type)).toEqual([
    'bank-link',
    'büro-zürich',
  ]);
  expect(entityNamed(result, 'bank-link').allTunnelsUp).toBe(false);
  expect(entityNamed(result, 'büro-zürich').allTunnelsUp).toBe(true);
  expect(result.collectedRelationships).toHaveLength(2);
  expect(requestsUnder(sandbox, '/spaces')).toMatchObject({
    '/spaces/:id/vpn-connections': 3,
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
    '/spaces/:id/peerings': 3,
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

  expect(outcome.failedSteps).toEqual([Steps.SPACES]);
  const spaces = outcome.entities.filter(({ _type }) => _type === SPACE._type);
  expect(spaces.map(({ name, natState }) => [name, natState]).sort()).toEqual([
    ['example-private', 'enabled'],
    ['payments-vault', undefined],
    ['værksted-🧪', 'updating'],
  ]);
  expect(outcome.warnings.join()).toMatch(
    /NAT addresses of the Private Space payments-vault: .*403/,
  );
});

test('a space that is deleted while the run is under way is passed over', async () => {
  const id = sandbox.organisation.aliases.get('payments-vault')!;
  const { resources } = sandbox.organisation;
  for (const path of [...resources.keys()]) {
    if (path.startsWith(`/spaces/${id}`)) resources.delete(path);
  }

  const outcome = await collectSources(sandbox, [Sources.PRIVATE_SPACES]);

  expect(outcome.failedSteps).toEqual([]);
  const spaces = outcome.entities.filter(({ _type }) => _type === SPACE._type);
  expect(spaces.map(({ name }) => name).sort()).toEqual([
    'example-private',
    'værksted-🧪',
  ]);
});
