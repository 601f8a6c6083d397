import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { Domain, SniEndpoint } from '../../heroku';
import {
  APPLICATION_ENDPOINT,
  APPLICATION_HAS_CERTIFICATE,
  APPLICATION_HAS_DOMAIN,
  APPLICATION_HAS_ENDPOINT,
  CERTIFICATE,
  createEntity,
  createMappedRelationship,
  createRelationship,
  DOMAIN,
  DOMAIN_CONNECTS_DOMAIN_RECORD,
  DOMAIN_RECORD_CONNECTS_DOMAIN,
  DOMAIN_USES_CERTIFICATE,
} from '../../model';

/** The hosts that Heroku gives to apps. */
const OWN_HOST = /\.(herokuapp|herokuspace|apps\.heroku)\.com$/i;

/** Whether a domain is the app's own address at Heroku. */
export function isOwnAddress({ kind, hostname }: Domain): boolean {
  return kind == null ? OWN_HOST.test(hostname) : kind === 'heroku';
}

/** The app's own address at Heroku. */
export function createApplicationEndpointEntity(
  { hostname, ...endpoint }: Domain,
  app: { id: string; name?: string | null },
): Entity {
  return createEntity(
    APPLICATION_ENDPOINT,
    { hostname, ...endpoint },
    {
      name: hostname,
      address: hostname,
      status: endpoint.status ?? undefined,
      guessable: app.name
        ? hostname.toLowerCase() === `${app.name}.herokuapp.com`
        : undefined,
      applicationId: app.id,
    },
  );
}

/** The app that answers at its own address at Heroku. */
export function createApplicationHasEndpointRelationship(
  appId: string,
  endpoint: Domain,
): Relationship {
  return createRelationship(APPLICATION_HAS_ENDPOINT, appId, endpoint.id);
}

/** A custom domain of an app. */
export function createDomainEntity(domain: Domain, appId: string): Entity {
  return createEntity(DOMAIN, domain, {
    name: domain.hostname,
    domainName: domain.hostname,
    parentDomain: parentOf(domain.hostname),
    address: domain.hostname,
    kind: domain.kind ?? undefined,
    cname: domain.cname ?? undefined,
    status: domain.status ?? undefined,
    acmStatus: domain.acm_status ?? undefined,
    acmStatusReason: domain.acm_status_reason ?? undefined,
    sniEndpointId: domain.sni_endpoint?.id,
    applicationId: appId,
  });
}

/** The domain above one; `undefined` for one that is at the top, and for what is no host name. */
function parentOf(hostname: string): string | undefined {
  const parent = hostname.slice(hostname.indexOf('.') + 1);
  return parent.includes('.') ? parent : undefined;
}

/**
 * A certificate, by what Heroku says of it; where it says nothing, by what the certificate itself says.
 *
 * @param now the instant by which its validity is judged, in milliseconds since 1970
 */
export function createCertificateEntity(
  endpoint: SniEndpoint,
  appId: string,
  now: number,
): Entity {
  const { certificate_chain: facts, ssl_cert: certificate } = endpoint;
  const domains = certificate?.cert_domains ?? undefined;
  const validFrom = parseTimePropertyValue(
    certificate?.starts_at ?? facts?.validFrom,
  );
  const expiresOn = parseTimePropertyValue(
    certificate?.expires_at ?? facts?.validTo,
  );
  return createEntity(CERTIFICATE, endpoint, {
    displayName: endpoint.display_name ?? endpoint.name ?? endpoint.id,
    fingerprint: facts?.fingerprint,
    active: isValidAt(now, validFrom, expiresOn),
    serialNumber: facts?.serialNumber,
    keyAlgorithm: facts?.keyAlgorithm,
    keySize: facts?.keySize,
    issuer: certificate?.issuer ?? undefined,
    subject: certificate?.subject ?? undefined,
    domainName: domains?.[0],
    alternativeNames: domains,
    validFrom,
    expiresOn,
    selfSigned: certificate?.['self_signed?'] ?? undefined,
    caSigned: certificate?.['ca_signed?'] ?? undefined,
    applicationId: appId,
  });
}

function isValidAt(
  now: number,
  from: number | undefined,
  until: number | undefined,
): boolean | undefined {
  return from === undefined || until === undefined
    ? undefined
    : from <= now && now < until;
}

/** The app that answers at a domain. */
export function createApplicationHasDomainRelationship(
  appId: string,
  domain: Domain,
): Relationship {
  return createRelationship(APPLICATION_HAS_DOMAIN, appId, domain.id);
}

/** The DNS records of other integrations that lead to a domain: by its name, and by where its record must point. */
export function createDomainRecordRelationships({
  id,
  hostname,
  cname,
}: Domain): Relationship[] {
  const name = hostname.toLowerCase();
  const byName = createMappedRelationship(
    DOMAIN_CONNECTS_DOMAIN_RECORD,
    id,
    `domain_record:${name}`,
    { name, displayName: name },
  );
  const value = cname?.toLowerCase();
  return value
    ? [
        byName,
        createMappedRelationship(
          DOMAIN_RECORD_CONNECTS_DOMAIN,
          id,
          `domain_record:value:${value}`,
          { value, displayName: value },
        ),
      ]
    : [byName];
}

/** The app that a certificate is of. */
export function createApplicationHasCertificateRelationship(
  appId: string,
  endpoint: SniEndpoint,
): Relationship {
  return createRelationship(APPLICATION_HAS_CERTIFICATE, appId, endpoint.id);
}

/** A domain that is served with a certificate. */
export function createDomainUsesCertificateRelationship(
  domainId: string,
  endpoint: SniEndpoint,
): Relationship {
  return createRelationship(DOMAIN_USES_CERTIFICATE, domainId, endpoint.id);
}
