import { entityNamed } from '../../../test/recordedStep';
import type { Sandbox } from '../../../test/sandbox';
import { startSandbox } from '../../../test/sandbox';
import { createOrganisation } from '../../../test/sandbox/organisations';
import {
  executeSandboxStep,
  perApp,
  requestsUnder,
} from '../../../test/sandboxStep';
import { metadataOf } from '../../../test/stepMetadata';
import {
  APPLICATION_HAS_CERTIFICATE,
  APPLICATION_HAS_DOMAIN,
  DOMAIN_USES_CERTIFICATE,
} from '../../model';
import { Steps } from '../ids';

const now = new Date('2026-05-01T10:00:00Z');
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    organisation: createOrganisation('enterprise', { now }),
  });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.requests.length = 0;
});

/** The ends of a type's relationships, sorted. */
function ends(
  relationships: Record<string, unknown>[],
  type: string,
): unknown[][] {
  return relationships
    .filter(({ _type }) => _type === type)
    .map(({ _fromEntityKey, _toEntityKey }) => [_fromEntityKey, _toEntityKey])
    .sort();
}

/** The domains that name an SNI endpoint. */
function secured() {
  return perApp(sandbox, 'domains').flatMap(({ appId, id, object }) => {
    const endpoint = object.sni_endpoint as { id: string } | null;
    return endpoint ? [{ appId, id, endpointId: endpoint.id }] : [];
  });
}

test('every app has its domains, whatever their state', async () => {
  const result = await executeSandboxStep(Steps.DOMAINS, sandbox);

  expect(result).toMatchStepMetadata(metadataOf(Steps.DOMAINS));
  expect(
    ends(result.collectedRelationships, APPLICATION_HAS_DOMAIN._type),
  ).toEqual(
    perApp(sandbox, 'domains')
      .map(({ appId, id }) => [appId, `heroku_domain:${id}`])
      .sort(),
  );
  expect(entityNamed(result, 'login.example.com')).toMatchObject({
    acmStatus: 'failing',
    acmStatusReason: 'CDNs and proxies in front of the domain',
  });
  expect(entityNamed(result, 'spring-sale.example.com').cname).toBeUndefined();
  expect(requestsUnder(sandbox, '/apps')).toEqual({
    '/apps/:id/domains': appCount(),
  });
});

test('only the apps with a certificate are asked for it, and domains use theirs', async () => {
  const result = await executeSandboxStep(Steps.CERTIFICATES, sandbox);

  expect(result).toMatchStepMetadata(metadataOf(Steps.CERTIFICATES));
  const securedApps = new Set(secured().map(({ appId }) => appId));
  expect(
    ends(result.collectedRelationships, APPLICATION_HAS_CERTIFICATE._type),
  ).toEqual(
    perApp(sandbox, 'sni-endpoints')
      .filter(({ appId }) => securedApps.has(appId))
      .map(({ appId, id }) => [appId, `heroku_certificate:${id}`])
      .sort(),
  );
  expect(
    ends(result.collectedRelationships, DOMAIN_USES_CERTIFICATE._type),
  ).toEqual(
    secured()
      .map(({ id, endpointId }) => [
        `heroku_domain:${id}`,
        `heroku_certificate:${endpointId}`,
      ])
      .sort(),
  );
  expect(requestsUnder(sandbox, '/apps')).toEqual({
    '/apps/:id/domains': appCount(),
    '/apps/:id/sni-endpoints': securedApps.size,
  });
  expect(securedApps.size).toBeLessThan(appCount());
});

test('a certificate that has expired and one that is self-signed are known by it', async () => {
  const result = await executeSandboxStep(Steps.CERTIFICATES, sandbox);

  const expired = entityNamed(result, 'marmot-77120');
  expect(Number(expired.expiresOn)).toBeLessThan(now.getTime());
  expect(expired.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  expect(expired.selfSigned).toBe(false);
  expect(
    result.collectedEntities.filter(({ selfSigned }) => selfSigned),
  ).toHaveLength(1);
});

function appCount(): number {
  const apps = sandbox.organisation.resources.get('/apps');
  return Array.isArray(apps) ? apps.length : 0;
}
