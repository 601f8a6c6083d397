import { startSandbox } from '../sandbox';
import { createOrganisation } from '../sandbox/organisations';
import type { StoredEntity } from '../jupiterone/graphObjects';
import type { Job } from '../jupiterone/job';
import { startJupiterOne } from '../jupiterone/server';
import { runCliInProcess } from './cliInProcess';
import { repositoryOf } from './repository';

const organisation = createOrganisation('enterprise', {
  now: new Date('2026-05-01T10:00:00Z'),
});

/** Runs against an account that holds these entities of other integrations. */
async function run(others: StoredEntity[]): Promise<Job> {
  const sandbox = await startSandbox({ organisation });
  const jupiterOne = await startJupiterOne();
  jupiterOne.graph.synchronize('other-integrations', {
    entities: others,
    relationships: [],
    partialTypes: [],
  });
  const { cleanUp } = await runCliInProcess('run', {
    args: jupiterOne.runArguments('heroku'),
    env: { ...sandbox.environment(), ...jupiterOne.env },
  });
  await cleanUp();
  await jupiterOne.close();
  await sandbox.close();
  const [job] = jupiterOne.jobs;
  if (!job) throw new Error('The run started no job');
  return job;
}

/** Who is joined to what, by name; add-ons by their service. */
function joinsOf({ mapping, entities }: Job): string[] {
  const names = new Map(
    entities.map(({ _key, name, service }) => [
      _key,
      (service ?? name) as string,
    ]),
  );
  const lines = (mapping?.joined ?? []).map(
    ({ fromKey, toKey, relationship }) =>
      [fromKey, relationship._class, toKey]
        .map((end) => names.get(end) ?? end)
        .join(' '),
  );
  return [...new Set(lines)].sort();
}

const other = (
  _key: string,
  _type: string,
  _class: string | string[],
  properties: Record<string, unknown>,
): StoredEntity => ({ _key, _type, _class, ...properties });

test('when a job is finalized, each join links what other integrations hold, and no near miss', async () => {
  const job = await run([
    other('global:internet', 'internet', ['Internet', 'Network'], {}),
    other('office', 'aws_subnet', ['Network'], { CIDR: '203.0.113.0/24' }),
    other('other-office', 'aws_subnet', ['Network'], {
      CIDR: '203.0.113.0/25',
    }),
    other('bastion', 'aws_instance', ['Host'], {
      publicIpAddress: '198.51.100.7',
    }),
    // A gateway at the address of a host is no host.
    other('near-bastion', 'aws_nat_gateway', ['Gateway'], {
      publicIpAddress: '198.51.100.7',
    }),
    other('shop-repo', 'github_repo', ['CodeRepo'], {
      databaseId: repositoryOf(organisation, 'shop'),
    }),
    other('shop-repo-as-text', 'github_repo', ['CodeRepo'], {
      databaseId: String(repositoryOf(organisation, 'shop')),
    }),
    other('shop-elsewhere', 'gitlab_repo', ['CodeRepo'], {
      databaseId: repositoryOf(organisation, 'shop'),
    }),
    other('okta', 'okta_account', ['Account'], {
      accountId: 'sso.example.com',
    }),
    other('other-okta', 'okta_account', ['Account'], {
      accountId: 'example.com',
    }),
    other('papertrail', 'vendor', ['Vendor'], { name: 'Papertrail' }),
    other('new-relic', 'vendor', ['Vendor'], { name: 'New Relic' }),
    other('data-lake', 'aws_vpc', ['Network'], {
      vpcId: 'vpc-0example0data0lake',
    }),
    // Heroku's own: that peering is nobody's to find.
    other('heroku-vpc', 'aws_vpc', ['Network'], {
      vpcId: 'vpc-0example0heroku000',
    }),
    other('bank', 'aws_customer_gateway', ['Gateway'], {
      publicIpAddress: '203.0.113.50',
    }),
    other('other-bank', 'aws_customer_gateway', ['Gateway'], {
      publicIpAddress: '203.0.113.51',
    }),
  ]);

  const pending =
    'mapped:heroku_space:PAYMENTS|connects|pcx-0example0pending00';
  const [payments] = job.entities.filter(
    ({ name, _type }) => name === 'payments-vault' && _type === 'heroku_space',
  );
  expect(joinsOf(job)).toEqual(
    [
      'SSO of Example Corp CONNECTS okta',
      'bank-link CONNECTS bank',
      'bastion ALLOWS payments-vault inbound ruleset',
      'example-private CONNECTS data-lake',
      'global:internet ALLOWS example-private inbound ruleset',
      'office ALLOWS payments-vault inbound ruleset',
      'papertrail PROVIDES papertrail',
      // Was not there, and was to be made.
      `payments-vault CONNECTS ${pending.replace('heroku_space:PAYMENTS', String(payments?._key))}`,
      'shop USES shop-repo',
    ].sort(),
  );
  expect(job.mapping?.created.map(({ _type }) => _type)).toEqual(['aws_vpc']);
});

test('when a job is finalized in an account without other integrations the internet and the VPCs are made, and nothing else', async () => {
  const job = await run([]);

  expect(job.mapping?.created).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ _key: 'global:internet', _type: 'internet' }),
      expect.objectContaining({ vpcId: 'vpc-0example0data0lake' }),
      expect.objectContaining({ vpcId: 'vpc-0example0pending00' }),
    ]),
  );
  expect(job.mapping?.created).toHaveLength(3);
  expect(job.mapping?.joined).toHaveLength(3);
});
