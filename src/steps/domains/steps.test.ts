import type { Relationship } from '@jupiterone/integration-sdk-core';
import { entityNamed } from '../../../test/recordedStep';
import type { Sandbox } from '../../../test/sandbox';
import { listOf, startSandbox } from '../../../test/sandbox';
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
  APPLICATION_HAS_ENDPOINT,
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

interface Domain {
  appId: string;
  id: string;
  hostname: string;
  endpointId: string | undefined;
}

/** The domains that can have a certificate. */
function customDomains(): Domain[] {
  return perApp(sandbox, 'domains')
    .map(({ appId, id, object }) => ({
      appId,
      id,
      kind: object.kind,
      hostname: object.hostname as string,
      endpointId: (object.sni_endpoint as { id: string } | null)?.id,
    }))
    .filter(({ kind, endpointId }) => kind !== 'heroku' || endpointId);
}

test('every app has its domains, whatever their state', async () => {
  const result = await executeSandboxStep(Steps.DOMAINS, sandbox);

  const { collectedRelationships } = result;
  const isMapped = ({ _mapping }: Relationship) => _mapping !== undefined;
  expect({
    ...result,
    // The SDK's matcher knows nothing of mapped relationships.
    collectedRelationships: collectedRelationships.filter(
      (one) => !isMapped(one),
    ),
  }).toMatchStepMetadata(metadataOf(Steps.DOMAINS));
  expect(collectedRelationships.filter(isMapped)).toHaveLength(
    perApp(sandbox, 'domains')
      .filter(({ object }) => object.kind === 'custom')
      .reduce((sum, { object }) => sum + (object.cname ? 2 : 1), 0),
  );
  expect(
    ends(result.collectedRelationships, APPLICATION_HAS_DOMAIN._type),
  ).toEqual(
    perApp(sandbox, 'domains')
      .filter(({ object }) => object.kind === 'custom')
      .map(({ appId, id }) => [appId, `heroku_domain:${id}`])
      .sort(),
  );
  expect(
    ends(result.collectedRelationships, APPLICATION_HAS_ENDPOINT._type),
  ).toEqual(
    perApp(sandbox, 'domains')
      .filter(({ object }) => object.kind === 'heroku')
      .map(({ appId, id }) => [appId, `heroku_application_endpoint:${id}`])
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

test('only apps with a custom domain are asked for certificates, and domains use theirs', async () => {
  const result = await executeSandboxStep(Steps.CERTIFICATES, sandbox);

  expect(result).toMatchStepMetadata(metadataOf(Steps.CERTIFICATES));
  const apps = new Set(customDomains().map(({ appId }) => appId));
  expect(
    ends(result.collectedRelationships, APPLICATION_HAS_CERTIFICATE._type),
  ).toEqual(
    perApp(sandbox, 'sni-endpoints')
      .filter(({ appId }) => apps.has(appId))
      .map(({ appId, id }) => [appId, `heroku_certificate:${id}`])
      .sort(),
  );
  expect(
    ends(result.collectedRelationships, DOMAIN_USES_CERTIFICATE._type),
  ).toEqual(
    customDomains()
      .flatMap(({ id, endpointId }) => (endpointId ? [[id, endpointId]] : []))
      .map(([id, endpointId]) => [
        `heroku_domain:${id}`,
        `heroku_certificate:${endpointId}`,
      ])
      .sort(),
  );
  expect(requestsUnder(sandbox, '/apps')).toEqual({
    '/apps/:id/domains': appCount(),
    '/apps/:id/sni-endpoints': apps.size,
  });
  expect(apps.size).toBeLessThan(appCount());
});

describe('a domain that names another endpoint than the one that serves it, since a certificate was replaced', () => {
  test.each(['its id', 'its host name', 'its host name in another case'])(
    'uses the certificate whose endpoint names the domain by %s',
    async (by) => {
      const organisation = createOrganisation('enterprise', { now });
      const other = await startSandbox({ organisation });
      const domain = customDomains().find(({ endpointId }) => endpointId)!;
      const { resources } = organisation;
      const path = `/apps/${domain.appId}/sni-endpoints`;
      const before = '0193abab-0000-4000-8000-00000000000e';
      const name = {
        'its id': domain.id,
        'its host name': domain.hostname,
        'its host name in another case': domain.hostname.toUpperCase(),
      }[by]!;
      resources.set(
        path,
        listOf(organisation, path).map((endpoint) => ({
          ...endpoint,
          domains: endpoint.id === domain.endpointId ? [name] : [],
        })),
      );
      const domainsPath = `/apps/${domain.appId}/domains`;
      resources.set(
        domainsPath,
        listOf(organisation, domainsPath).map((one) =>
          one.id === domain.id ? { ...one, sni_endpoint: { id: before } } : one,
        ),
      );

      const result = await executeSandboxStep(Steps.CERTIFICATES, other);
      await other.close();

      expect(
        ends(result.collectedRelationships, DOMAIN_USES_CERTIFICATE._type),
      ).toContainEqual([
        `heroku_domain:${domain.id}`,
        `heroku_certificate:${domain.endpointId}`,
      ]);
    },
  );
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
