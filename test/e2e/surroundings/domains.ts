import { X509Certificate } from 'node:crypto';
import type { Json, JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import {
  idOf,
  isThere,
  named,
  objectIn,
  sorted,
  textIn,
  timeIn,
} from '../expectedProperties';
import type { Part, Surrounded } from './part';

/** Where apps answer, and with which certificates. Those are looked for only where an app has a domain of its own. */
export function addDomains(
  part: Part,
  organisation: Organisation,
  appId: string,
  { isOn, at }: Pick<Surrounded, 'isOn' | 'at'>,
): void {
  if (!isOn('domains')) return;
  const custom: JsonObject[] = [];
  for (const domain of listOf(organisation, `/apps/${appId}/domains`)) {
    if (domain.kind === 'heroku') {
      addEndpoint(part, domain, appId);
    } else {
      custom.push(domain);
      addDomain(part, domain, appId);
    }
  }
  if (!isOn('certificates') || custom.length === 0) return;
  for (const endpoint of listOf(organisation, `/apps/${appId}/sni-endpoints`)) {
    const key = addCertificate(part, endpoint, appId, at);
    // Either side may be the one that says it.
    const served = new Set(endpoint.domains as Json[]);
    for (const domain of custom) {
      if (
        objectIn(domain, 'sni_endpoint')?.id === endpoint.id ||
        served.has(idOf(domain)) ||
        served.has(domain.hostname!)
      ) {
        const type = 'heroku_domain_uses_certificate';
        part.relate(`heroku_domain:${idOf(domain)}`, 'USES', key, type);
      }
    }
  }
}

/** The address that Heroku gives an app: it belongs to Heroku, and is no domain of the customer's. */
function addEndpoint(part: Part, domain: JsonObject, appId: string): void {
  const name = textIn(objectIn(domain, 'app'), 'name');
  const key = part.add(
    'heroku_application_endpoint',
    ['ApplicationEndpoint'],
    domain,
    {
      ...named(domain.hostname),
      address: domain.hostname,
      status: domain.status,
      guessable: domain.hostname === `${name}.herokuapp.com`,
      applicationId: appId,
    },
  );
  part.relate(appId, 'HAS', key, 'heroku_application_has_endpoint');
}

function addDomain(part: Part, domain: JsonObject, appId: string): void {
  const labels = (textIn(domain, 'hostname') ?? '').split('.');
  const key = part.add(
    'heroku_domain',
    ['Domain', 'ApplicationEndpoint'],
    domain,
    {
      ...named(domain.hostname),
      domainName: domain.hostname,
      address: domain.hostname,
      kind: domain.kind,
      status: domain.status,
      applicationId: appId,
      ...isThere({
        parentDomain: labels.length > 2 ? labels.slice(1).join('.') : null,
        cname: domain.cname,
        acmStatus: domain.acm_status,
        acmStatusReason: domain.acm_status_reason,
        sniEndpointId: objectIn(domain, 'sni_endpoint')?.id,
      }),
    },
  );
  part.relate(appId, 'HAS', key, 'heroku_application_has_domain');
  const record = (id: string, by: 'name' | 'value', is: string) =>
    part.map(
      key,
      'CONNECTS',
      `domain_record:${id}`,
      by === 'name'
        ? 'heroku_domain_connects_domain_record'
        : 'domain_record_connects_heroku_domain',
      { by, target: { _class: 'DomainRecord', [by]: is, displayName: is } },
    );
  const name = labels.join('.').toLowerCase();
  record(name, 'name', name);
  const cname = textIn(domain, 'cname')?.toLowerCase();
  if (cname !== undefined) record(`value:${cname}`, 'value', cname);
}

function addCertificate(
  part: Part,
  endpoint: JsonObject,
  appId: string,
  at: Date,
): string {
  const certificate = objectIn(endpoint, 'ssl_cert')!;
  const domains = sorted(certificate.cert_domains) as Json[];
  const { fingerprint256, serialNumber, publicKey } = new X509Certificate(
    textIn(endpoint, 'certificate_chain') ?? '',
  );
  const validFrom = timeIn(certificate, 'starts_at')!;
  const expiresOn = timeIn(certificate, 'expires_at')!;
  const key = part.add('heroku_certificate', ['Certificate'], endpoint, {
    displayName: endpoint.display_name ?? endpoint.name,
    fingerprint: fingerprint256,
    serialNumber,
    // All that the sandbox has are of this kind.
    keyAlgorithm: publicKey.asymmetricKeyType,
    keySize: 256,
    active: validFrom <= at.getTime() && at.getTime() < expiresOn,
    issuer: certificate.issuer,
    subject: certificate.subject,
    domainName: domains[0],
    alternativeNames: domains,
    validFrom,
    expiresOn,
    selfSigned: certificate['self_signed?'],
    caSigned: certificate['ca_signed?'],
    applicationId: appId,
  });
  part.relate(appId, 'HAS', key, 'heroku_application_has_certificate');
  return key;
}
