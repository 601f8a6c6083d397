import { entityNamed } from '../../../test/recordedStep';
import type { JsonObject, Sandbox } from '../../../test/sandbox';
import { listOf, startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import {
  executeSandboxStep,
  perApp,
  requestsUnder,
} from '../../../test/sandboxStep';
import { metadataOf } from '../../../test/stepMetadata';
import { Steps } from '../ids';

const now = new Date('2026-05-01T10:00:00Z');
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now, canaries: true }),
  });
});
afterAll(() => sandbox.close());

/** Fir apps have telemetry drains in place of log drains. */
function isFir({ generation }: JsonObject): boolean {
  return (generation as { name?: unknown } | null)?.name === 'fir';
}

test.each([
  [Steps.LOG_DRAINS, 'log-drains', 'heroku_log_drain'],
  [Steps.WEBHOOKS, 'webhooks', 'heroku_webhook'],
])(
  '%s: every app has its own, each app that can have any is asked once, and no secret is let in',
  async (stepId, list, type) => {
    sandbox.requests.length = 0;
    const result = await executeSandboxStep(stepId, sandbox);

    expect(result).toMatchStepMetadata(metadataOf(stepId));
    const listed = perApp(sandbox, list);
    expect(listed.length).toBeGreaterThan(0);
    expect(
      result.collectedRelationships
        .map((one) => [one._fromEntityKey, one._toEntityKey])
        .sort(),
    ).toEqual(listed.map(({ appId, id }) => [appId, `${type}:${id}`]).sort());
    const apps = listOf(sandbox.organisation, '/apps');
    const fir = stepId === Steps.LOG_DRAINS ? apps.filter(isFir).length : 0;
    expect(requestsUnder(sandbox, '/apps')).toEqual({
      [`/apps/:id/${list}`]: apps.length - fir,
    });
    const everything = JSON.stringify(result);
    for (const [what, canary] of sandbox.organisation.canaries) {
      expect([what, everything.includes(canary)]).toEqual([what, false]);
    }
  },
);

test('a drain in plain text is told from one that is encrypted, and from that of an add-on', async () => {
  const result = await executeSandboxStep(Steps.LOG_DRAINS, sandbox);

  const plain = entityNamed(result, 'syslog://logs.example.com');
  expect(plain).toMatchObject({ encrypted: false, port: undefined });
  expect(plain.addonId).toBeUndefined();
  const ofAddon = entityNamed(
    result,
    'https://heroku-drain.papertrail.example.net',
  );
  expect(ofAddon).toMatchObject({ encrypted: true });
  expect(ofAddon.addonId).toBeDefined();
});
