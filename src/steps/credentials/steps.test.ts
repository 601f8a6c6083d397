import { entityNamed, namesOfType } from '../../../test/recordedStep';
import type { JsonObject, Sandbox } from '../../../test/sandbox';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import { executeSandboxStep } from '../../../test/sandboxStep';
import { textIn } from '../../../test/e2e/expectedProperties';
import { metadataOf } from '../../../test/stepMetadata';
import { AUTHORIZATION, SSH_KEY } from '../../model';
import { Steps } from '../ids';

const now = new Date('2026-05-01T10:00:00Z');

describe.each(['enterprise', 'personal'] as const)('of %s', (name) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({
      organisation: createOrganisation(name, { now, canaries: true }),
    });
  });
  afterAll(() => sandbox.close());

  test.each([
    [
      Steps.AUTHORIZATIONS,
      Steps.USER_AUTHORIZATIONS,
      '/oauth/authorizations',
      AUTHORIZATION._type,
    ],
    [Steps.SSH_KEYS, Steps.USER_SSH_KEYS, '/account/keys', SSH_KEY._type],
  ])(
    "%s: what is the user's own hangs on the user, and is asked for once",
    async (fetchStep, buildStep, route, type) => {
      sandbox.requests.length = 0;
      const result = await executeSandboxStep(buildStep, sandbox);

      expect(result).toMatchStepMetadata(metadataOf(buildStep));
      const { id } = sandbox.organisation.resources.get('/account') as {
        id: string;
      };
      expect(result.encounteredEntityKeys.has(id)).toBe(true);
      expect(
        result.collectedRelationships
          .map((one) => [one._fromEntityKey, one._toEntityKey])
          .sort(),
      ).toEqual(
        listOf(sandbox.organisation, route)
          .map((one) => [id, `${type}:${one.id as string}`])
          .sort(),
      );
      for (const asked of [route, '/account']) {
        expect(
          sandbox.requests.filter(({ path }) => path === asked),
        ).toHaveLength(1);
      }
      const { collectedEntities } = await executeSandboxStep(
        fetchStep,
        sandbox,
      );
      const everything = JSON.stringify(collectedEntities);
      for (const [what, canary] of sandbox.organisation.canaries) {
        expect([what, everything.includes(canary)]).toEqual([what, false]);
      }
    },
  );

  test.each([Steps.AUTHORIZATIONS, Steps.SSH_KEYS])(
    '%s needs to know no user',
    async (stepId) => {
      sandbox.requests.length = 0;
      await executeSandboxStep(stepId, sandbox);

      expect(sandbox.requests).toHaveLength(1);
    },
  );
});

test('an authorization for everything without end is told from one that is limited', async () => {
  const sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now }),
  });
  try {
    const result = await executeSandboxStep(Steps.AUTHORIZATIONS, sandbox);

    expect(entityNamed(result, 'Laptop, from 2021')).toMatchObject({
      hasGlobalScope: true,
      neverExpires: true,
    });
    const limited = entityNamed(result, 'Reporting, read only');
    expect(limited).toMatchObject({
      hasGlobalScope: false,
      neverExpires: false,
    });
    expect(Number(limited.expiresOn) % 3_600_000).toBe(0);
    expect(
      namesOfType(
        await executeSandboxStep(Steps.SSH_KEYS, sandbox),
        SSH_KEY._type,
      ),
    ).toEqual(['mara@büro', 'mara@laptop']);
  } finally {
    await sandbox.close();
  }
});

test('the token of a team expires at the same moment, however long the run has gone on', async () => {
  const sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now }),
  });
  const teamId = textIn(
    listOf(sandbox.organisation, '/teams').find(
      ({ name }) => name === 'open-source-guild',
    ),
    'id',
  )!;
  const readExpiry = async () =>
    entityNamed(
      await executeSandboxStep(Steps.TEAM_AUTHORIZATIONS, sandbox),
      'Guild reports',
    ).expiresOn;
  try {
    const atOnce = await readExpiry();

    const clock = performance.now.bind(performance);
    let passedMs = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => clock() + passedMs);
    // The list of teams comes late: by then less of each token's time is left.
    sandbox.inject({
      match: '/teams',
      kind: 'transform',
      change: (teams) => {
        passedMs = 3 * 3_600_000;
        return teams;
      },
    });
    sandbox.inject({
      match: `/teams/${teamId}/oauth/authorizations`,
      times: Infinity,
      kind: 'transform',
      change: (authorizations) =>
        (authorizations as JsonObject[]).map((authorization) => {
          const token = authorization.access_token as JsonObject;
          const left = token.expires_in as number | null;
          return {
            ...authorization,
            access_token: {
              ...token,
              expires_in: left && left - passedMs / 1000,
            },
          };
        }),
    });

    expect(await readExpiry()).toBe(atOnce);
    expect(passedMs).toBeGreaterThan(0);
  } finally {
    jest.restoreAllMocks();
    await sandbox.close();
  }
});
