import { entityNamed, namesOfType } from '../../../test/recordedStep';
import type { Sandbox } from '../../../test/sandbox';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import { executeSandboxStep } from '../../../test/sandboxStep';
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
