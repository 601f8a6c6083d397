import { Steps } from '../../src/steps/ids';
import type { Outcome } from '../collectInMemory';
import { collectInMemory } from '../collectInMemory';
import type { Organisation } from '../sandbox';
import { listOf, startSandbox } from '../sandbox';
import type { troubledOrganisationNames } from '../sandbox/organisations';
import { createOrganisation } from '../sandbox/organisations';
import { defects } from './checks';
import { VirtualClock } from './virtualClock';

interface Collected extends Outcome {
  organisation: Organisation;
  /** What was refused, by route and status. */
  refused: string[];
}

/** Collects all that there is of an organisation whose answers contradict each other, or lack what others have. */
async function collectAll(
  name: (typeof troubledOrganisationNames)[number],
): Promise<Collected> {
  const organisation = createOrganisation(name, {
    now: new Date('2026-06-01T12:00:00Z'),
  });
  const sandbox = await startSandbox({
    organisation,
    rateLimit: { capacity: 1_000_000 },
  });
  const outcome = await collectInMemory(sandbox, {
    ingestAppDetails: true,
    heroku: { clock: new VirtualClock(sandbox) },
  });
  const refused = sandbox.requests
    .filter(({ status = 0 }) => status >= 400)
    .map(({ route, status }) => `${status} ${route}`);
  await sandbox.close();
  return { ...outcome, organisation, refused: [...new Set(refused)].sort() };
}

function named({ graph }: Outcome, type: string, property: string): string[] {
  return graph.entities
    .filter(({ _type }) => _type === type)
    .map((entity) => String(entity[property]))
    .sort();
}

describe('an organisation full of oddities', () => {
  let collected: Collected;

  beforeAll(async () => {
    collected = await collectAll('trouble');
  });

  test('misses what one answer left unsaid and one date that is none, and nothing else', () => {
    expect(collected.failedSteps).toEqual([Steps.ACCESS, Steps.APPLICATIONS]);
    expect(collected.warnings).toEqual([
      expect.stringContaining('1 with an unexpected updated_at'),
      expect.stringContaining(
        '1 of permission entry do not say who may use it',
      ),
    ]);
    expect(defects(collected)).toEqual([]);
  });

  test('is asked for nothing that a Fir app, or a space that is not allocated, does not have', () => {
    expect(collected.refused).toEqual([
      '403 /teams/:id/invitations',
      '404 /pipelines/:id/review-app-config',
      '404 /teams/:id/oauth/authorizations',
    ]);
  });

  test('has both VPN connections of one id, each of its own space', () => {
    expect(named(collected, 'heroku_vpn_connection', 'id')).toEqual([
      '100000000001',
      '100000000001',
    ]);
  });

  test('has the certificate that no domain names, and the one whose domain still names the one before', () => {
    expect(named(collected, 'heroku_certificate', 'name')).toEqual(
      expect.arrayContaining(['current-2', 'unused-3']),
    );
  });

  test('has the inbound ruleset without an id, under the id of its space', () => {
    const halves = listOf(collected.organisation, '/spaces').find(
      ({ name }) => name === 'trouble-halves',
    );
    expect(named(collected, 'heroku_inbound_ruleset', '_key')).toContain(
      `heroku_inbound_ruleset:${halves?.id as string}`,
    );
  });

  test('has preferences that say nothing, and a webhook whose URL is none', () => {
    const teams = listOf(collected.organisation, '/teams');
    expect(named(collected, 'heroku_team_preferences', '_key')).toHaveLength(
      teams.length,
    );
    expect(named(collected, 'heroku_webhook', 'address')).toContain('');
  });
});

test('an app in the lists of two teams belongs to the team that took it, and nothing is missed', async () => {
  const collected = await collectAll('transferred');
  const { graph, organisation, warnings, partialTypes } = collected;
  const idOf = (list: string, name: string) =>
    listOf(organisation, list).find((one) => one.name === name)?.id as string;
  const taking = idOf('/teams', 'taking-team');
  const apps = listOf(organisation, `/teams/${taking}/apps`).map(
    ({ id }) => id as string,
  );

  expect({ warnings, partialTypes }).toEqual({
    warnings: [],
    partialTypes: [],
  });
  expect(apps).toHaveLength(2);
  expect(
    graph.relationships
      .filter(
        ({ _type, _toEntityKey }) =>
          _type === 'heroku_team_owns_application' &&
          apps.includes(_toEntityKey),
      )
      .map(({ _fromEntityKey }) => _fromEntityKey),
  ).toEqual([taking, taking]);
});

test("the key's user, whom no list of members names, is there with all that hangs on it", async () => {
  const collected = await collectAll('outsider');
  const { graph, organisation, warnings, partialTypes } = collected;
  const { id } = organisation.resources.get('/account') as { id: string };

  expect({ warnings, partialTypes }).toEqual({
    warnings: [],
    partialTypes: [],
  });
  expect(named(collected, 'heroku_account_member', '_key')).toContain(id);
  expect(
    new Set(
      graph.relationships
        .filter(
          ({ _fromEntityKey, _toEntityKey }) =>
            _fromEntityKey === id || _toEntityKey === id,
        )
        .map(({ _type }) => _type),
    ),
  ).toEqual(
    new Set([
      'heroku_account_has_member',
      'heroku_account_member_has_authorization',
      'heroku_account_member_has_ssh_key',
      'heroku_account_member_owns_application',
      'heroku_application_allows_account_member',
    ]),
  );
});
