import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { Domain, SniEndpoint } from '../../heroku';
import {
  APPLICATION_HAS_CERTIFICATE,
  APPLICATION_HAS_DOMAIN,
  CERTIFICATE,
  createEntity,
  createRelationship,
  DOMAIN,
  DOMAIN_USES_CERTIFICATE,
} from '../../model';

/** A domain of an app: its own at Heroku, or a custom one. */
export function createDomainEntity(domain: Domain, appId: string): Entity {
  return createEntity(DOMAIN, domain, {
    name: domain.hostname,
    domainName: domain.hostname,
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

/** A certificate, by what Heroku says of it; where it says nothing, by what the certificate itself says. */
export function createCertificateEntity(
  endpoint: SniEndpoint,
  appId: string,
): Entity {
  const { certificate_chain: facts, ssl_cert: certificate } = endpoint;
  const domains = certificate?.cert_domains ?? undefined;
  return createEntity(CERTIFICATE, endpoint, {
    displayName: endpoint.display_name ?? endpoint.name ?? endpoint.id,
    fingerprint: facts?.fingerprint,
    issuer: certificate?.issuer ?? undefined,
    subject: certificate?.subject ?? undefined,
    domainName: domains?.[0],
    alternativeNames: domains,
    validFrom: parseTimePropertyValue(
      certificate?.starts_at ?? facts?.validFrom,
    ),
    expiresOn: parseTimePropertyValue(
      certificate?.expires_at ?? facts?.validTo,
    ),
    selfSigned: certificate?.['self_signed?'] ?? undefined,
    caSigned: certificate?.['ca_signed?'] ?? undefined,
    applicationId: appId,
  });
}

/** The app that answers at a domain. */
export function createApplicationHasDomainRelationship(
  appId: string,
  domain: Domain,
): Relationship {
  return createRelationship(APPLICATION_HAS_DOMAIN, appId, domain.id);
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
