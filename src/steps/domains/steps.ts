import type { Collection, HerokuStep } from '../../collection';
import { defineStep, forEachApp } from '../../collection';
import { READ_SCOPES } from '../../heroku';
import {
  APPLICATION_HAS_CERTIFICATE,
  APPLICATION_HAS_DOMAIN,
  CERTIFICATE,
  DOMAIN,
  DOMAIN_USES_CERTIFICATE,
} from '../../model';
import { Sources, Steps } from '../ids';
import {
  createApplicationHasCertificateRelationship,
  createApplicationHasDomainRelationship,
  createCertificateEntity,
  createDomainEntity,
  createDomainUsesCertificateRelationship,
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
      entities: [DOMAIN],
      relationships: [APPLICATION_HAS_DOMAIN],
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
        '1 for each app with a domain that has a certificate: `/apps/{app}/sni-endpoints`',
    },
    fetchCertificates,
  ),
];

/** The domains of every app. */
async function fetchDomains(collection: Collection): Promise<void> {
  const { run } = collection;
  await forEachApp(collection, 'domains', ({ id }) =>
    collection.addPages(run.client.appDomains(id), (domain) => ({
      entities: [createDomainEntity(domain, id)],
      relationships: [createApplicationHasDomainRelationship(id, domain)],
    })),
  );
}

/** The certificates of the apps whose domains have one: most apps have none, and are not asked. */
async function fetchCertificates(collection: Collection): Promise<void> {
  const { run } = collection;
  const secured = await securedDomains(collection);
  await forEachApp(
    collection,
    'certificates',
    ({ id }) =>
      collection.addPages(run.client.sniEndpoints(id), (endpoint) => ({
        entities: [createCertificateEntity(endpoint, id)],
        relationships: [
          createApplicationHasCertificateRelationship(id, endpoint),
          ...(secured.get(id) ?? [])
            .filter(({ sniEndpointId }) => sniEndpointId === endpoint.id)
            .map(({ domainId }) =>
              createDomainUsesCertificateRelationship(domainId, endpoint),
            ),
        ],
      })),
    ({ id }) => secured.has(id as string),
  );
}

/** A domain that is served with a certificate. */
interface SecuredDomain {
  domainId: string;
  sniEndpointId: string;
}

/** The domains that name an SNI endpoint, by app. */
async function securedDomains(
  collection: Collection,
): Promise<Map<string, SecuredDomain[]>> {
  const byApp = new Map<string, SecuredDomain[]>();
  await collection.eachEntity(
    DOMAIN,
    ({ id, applicationId, sniEndpointId }) => {
      if (
        typeof id === 'string' &&
        typeof applicationId === 'string' &&
        typeof sniEndpointId === 'string'
      ) {
        const domains = byApp.get(applicationId) ?? [];
        domains.push({ domainId: id, sniEndpointId });
        byApp.set(applicationId, domains);
      }
    },
  );
  return byApp;
}
