import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachApp } from '../../collection';
import type { SniEndpoint } from '../../heroku';
import { READ_SCOPES } from '../../heroku';
import {
  APPLICATION_ENDPOINT,
  APPLICATION_HAS_CERTIFICATE,
  APPLICATION_HAS_DOMAIN,
  APPLICATION_HAS_ENDPOINT,
  CERTIFICATE,
  DOMAIN,
  DOMAIN_CONNECTS_DOMAIN_RECORD,
  DOMAIN_RECORD_CONNECTS_DOMAIN,
  DOMAIN_USES_CERTIFICATE,
} from '../../model';
import { Sources, Steps } from '../ids';
import {
  createApplicationEndpointEntity,
  createApplicationHasCertificateRelationship,
  createApplicationHasDomainRelationship,
  createApplicationHasEndpointRelationship,
  createCertificateEntity,
  createDomainEntity,
  createDomainRecordRelationships,
  createDomainUsesCertificateRelationship,
  isOwnAddress,
} from './converters';

const NEEDS = {
  scopes: READ_SCOPES,
  role: 'the operate permission in the app, or the role admin in its team',
};

export const domainSteps: HerokuStep[] = [
  defineStep(
    {
      id: Steps.DOMAINS,
      name: 'Fetch domains',
      ingestionSourceId: Sources.DOMAINS,
      isPerApp: true,
      entities: [APPLICATION_ENDPOINT, DOMAIN],
      relationships: [APPLICATION_HAS_ENDPOINT, APPLICATION_HAS_DOMAIN],
      mappedRelationships: [
        DOMAIN_CONNECTS_DOMAIN_RECORD,
        DOMAIN_RECORD_CONNECTS_DOMAIN,
      ],
      dependsOn: [Steps.APPLICATIONS, Steps.PERSONAL_APPLICATIONS],
      needs: NEEDS,
      requests: 'A: `/apps/{app}/domains`',
    },
    fetchDomains,
  ),
  defineStep(
    {
      id: Steps.CERTIFICATES,
      name: 'Fetch certificates',
      ingestionSourceId: Sources.CERTIFICATES,
      isPerApp: true,
      entities: [CERTIFICATE],
      relationships: [APPLICATION_HAS_CERTIFICATE, DOMAIN_USES_CERTIFICATE],
      dependsOn: [
        Steps.APPLICATIONS,
        Steps.PERSONAL_APPLICATIONS,
        Steps.DOMAINS,
      ],
      needs: NEEDS,
      requests:
        '1 for each app with a custom domain: `/apps/{app}/sni-endpoints`',
    },
    fetchCertificates,
  ),
];

/** The domains of every app. */
async function fetchDomains(collection: Collection): Promise<void> {
  const { run } = collection;
  await forEachApp(collection, 'domains', (app) =>
    collection.addPages(run.client.appDomains(app.id), (domain) =>
      isOwnAddress(domain)
        ? {
            entities: [createApplicationEndpointEntity(domain, app)],
            relationships: [
              createApplicationHasEndpointRelationship(app.id, domain),
            ],
          }
        : {
            entities: [createDomainEntity(domain, app.id)],
            relationships: [
              createApplicationHasDomainRelationship(app.id, domain),
              ...createDomainRecordRelationships(domain),
            ],
          },
    ),
  );
}

/** The certificates of the apps with a custom domain: other apps cannot have one, and are not asked. */
async function fetchCertificates(collection: Collection): Promise<void> {
  const { run, startedOn } = collection;
  const byApp = await customDomains(collection);
  await forEachApp(
    collection,
    'certificates',
    ({ id }) =>
      collection.addPages(run.client.sniEndpoints(id), (endpoint) => ({
        entities: [createCertificateEntity(endpoint, id, startedOn)],
        relationships: [
          createApplicationHasCertificateRelationship(id, endpoint),
          ...(byApp.get(id) ?? [])
            .filter((domain) => isServedBy(domain, endpoint))
            .map((domain) =>
              createDomainUsesCertificateRelationship(domain.id, endpoint),
            ),
        ],
      })),
    ({ id }) => byApp.has(id as string),
  );
}

/** What of a domain joins it to its certificate. */
interface CustomDomain {
  id: string;
  hostname: string;
  sniEndpointId: string | undefined;
}

/**
 * Whether a domain is served with the certificate of an endpoint. Either may say so: a domain names the endpoint
 * before for a while when a certificate has been replaced, and an endpoint names its domains by id or by host name.
 */
function isServedBy(
  { id, hostname, sniEndpointId }: CustomDomain,
  endpoint: SniEndpoint,
): boolean {
  return (
    sniEndpointId === endpoint.id ||
    (endpoint.domains ?? []).some(
      (name) => name === id || name.toLowerCase() === hostname.toLowerCase(),
    )
  );
}

/** The domains that can have a certificate, by app. */
async function customDomains(
  collection: Collection,
): Promise<Map<string, CustomDomain[]>> {
  const byApp = new Map<string, CustomDomain[]>();
  await collection.eachEntity(
    DOMAIN,
    ({ id, domainName, applicationId, sniEndpointId }) => {
      const appId = applicationId as string;
      const domains = byApp.get(appId) ?? [];
      domains.push({
        id: id as string,
        hostname: domainName as string,
        sniEndpointId: sniEndpointId as string | undefined,
      });
      byApp.set(appId, domains);
    },
  );
  return byApp;
}
