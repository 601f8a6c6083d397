import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { Domain, SniEndpoint } from '../../heroku';
import {
  APPLICATION_HAS_CERTIFICATE,
  APPLICATION_HAS_DOMAIN,
  bareKey,
  CERTIFICATE,
  createEntity,
  createRelationship,
  DOMAIN,
  DOMAIN_USES_CERTIFICATE,
  typedKey,
} from '../../model';

/** A domain of an app: its own at Heroku, or a custom one. */
export function createDomainEntity(domain: Domain, appId: string): Entity {
  return createEntity(DOMAIN, domainKey(domain.id), domain, {
    id: domain.id,
    name: domain.hostname,
    createdOn: parseTimePropertyValue(domain.created_at ?? undefined),
    updatedOn: parseTimePropertyValue(domain.updated_at ?? undefined),
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
  return createEntity(CERTIFICATE, certificateKey(endpoint.id), endpoint, {
    id: endpoint.id,
    name: endpoint.name ?? endpoint.id,
    displayName: endpoint.display_name ?? endpoint.name ?? endpoint.id,
    createdOn: parseTimePropertyValue(endpoint.created_at ?? undefined),
    updatedOn: parseTimePropertyValue(endpoint.updated_at ?? undefined),
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
  return createRelationship(
    APPLICATION_HAS_DOMAIN,
    bareKey(appId),
    domainKey(domain.id),
  );
}

/** The app that a certificate is of. */
export function createApplicationHasCertificateRelationship(
  appId: string,
  endpoint: SniEndpoint,
): Relationship {
  return createRelationship(
    APPLICATION_HAS_CERTIFICATE,
    bareKey(appId),
    certificateKey(endpoint.id),
  );
}

/** A domain that is served with a certificate. */
export function createDomainUsesCertificateRelationship(
  domainId: string,
  endpoint: SniEndpoint,
): Relationship {
  return createRelationship(
    DOMAIN_USES_CERTIFICATE,
    domainKey(domainId),
    certificateKey(endpoint.id),
  );
}

function domainKey(id: string): string {
  return typedKey(DOMAIN._type, id);
}

function certificateKey(sniEndpointId: string): string {
  return typedKey(CERTIFICATE._type, sniEndpointId);
}
