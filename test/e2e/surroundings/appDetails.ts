import { X509Certificate } from 'node:crypto';
import type { Json, JsonObject, Organisation } from '../../sandbox';
import { listOf } from '../../sandbox';
import {
  idOf,
  isThere,
  objectIn,
  sorted,
  textIn,
  timeIn,
} from '../expectedProperties';
import type { Surrounded } from './part';
import { named, Part } from './part';

const ENCRYPTED: Readonly<Record<string, boolean>> = {
  https: true,
  'syslog+tls': true,
  syslog: false,
  http: false,
};

/** The sources that ask of every app, with their list and the type of what is in it. */
const LISTS = {
  domains: ['domains', 'domain', addDomain],
  certificates: ['sni-endpoints', 'certificate', addCertificate],
  'log-drains': ['log-drains', 'log_drain', addLogDrain],
  webhooks: ['webhooks', 'webhook', addWebhook],
  processes: ['formation', 'process', addProcess],
} as const;

/** What is asked of every app. Certificates are looked for only where a domain has one. */
export function expectedAppDetails(
  organisation: Organisation,
  { appIds }: Surrounded,
  isOn: (source: string) => boolean,
): Part {
  const part = new Part();
  const lists = Object.entries(LISTS).filter(
    ([source]) =>
      isOn(source) && (source !== 'certificates' || isOn('domains')),
  );
  for (const appId of appIds) {
    for (const [, [list, type, add]] of lists) {
      for (const object of listOf(organisation, `/apps/${appId}/${list}`)) {
        const key = add(part, object, appId);
        part.relate(appId, 'HAS', key, `heroku_application_has_${type}`);
        const endpoint = type === 'domain' && objectIn(object, 'sni_endpoint');
        if (endpoint && isOn('certificates')) {
          part.relate(
            key,
            'USES',
            `heroku_certificate:${idOf(endpoint)}`,
            'heroku_domain_uses_certificate',
          );
        }
      }
    }
  }
  return part;
}

function addDomain(part: Part, domain: JsonObject, applicationId: string) {
  const endpoint = objectIn(domain, 'sni_endpoint');
  return part.add('heroku_domain', ['Domain', 'ApplicationEndpoint'], domain, {
    ...named(domain.hostname),
    domainName: domain.hostname,
    address: domain.hostname,
    kind: domain.kind,
    status: domain.status,
    applicationId,
    ...isThere({
      cname: domain.cname,
      acmStatus: domain.acm_status,
      acmStatusReason: domain.acm_status_reason,
      sniEndpointId: endpoint?.id,
    }),
  });
}

function addCertificate(
  part: Part,
  endpoint: JsonObject,
  applicationId: string,
): string {
  const certificate = objectIn(endpoint, 'ssl_cert')!;
  const domains = certificate.cert_domains as Json[];
  const { fingerprint256 } = new X509Certificate(
    textIn(endpoint, 'certificate_chain') ?? '',
  );
  return part.add('heroku_certificate', ['Certificate'], endpoint, {
    displayName: endpoint.display_name ?? endpoint.name,
    fingerprint: fingerprint256,
    issuer: certificate.issuer,
    subject: certificate.subject,
    domainName: domains[0],
    alternativeNames: domains,
    validFrom: timeIn(certificate, 'starts_at'),
    expiresOn: timeIn(certificate, 'expires_at'),
    selfSigned: certificate['self_signed?'],
    caSigned: certificate['ca_signed?'],
    applicationId,
  });
}

function addLogDrain(part: Part, drain: JsonObject, applicationId: string) {
  return part.add('heroku_log_drain', ['Logs'], drain, {
    ...destination(drain),
    applicationId,
    ...isThere({ addonId: objectIn(drain, 'addon')?.id }),
  });
}

function addWebhook(part: Part, webhook: JsonObject, applicationId: string) {
  const where = destination(webhook);
  return part.add('heroku_webhook', ['ApplicationEndpoint'], webhook, {
    ...where,
    address: where.host,
    level: webhook.level,
    include: sorted(webhook.include),
    applicationId,
  });
}

/** Of the URL the scheme, the host and the port; the rest may be a secret. */
function destination(object: JsonObject) {
  const [, scheme = '', host = '', port] =
    /^([^:]+):\/\/(?:[^@/]*@)?([^:/]+)(?::(\d+))?/.exec(
      textIn(object, 'url') ?? '',
    ) ?? [];
  return {
    ...named(`${scheme}://${host}${port === undefined ? '' : `:${port}`}`),
    scheme,
    host,
    ...(port !== undefined && { port: Number(port) }),
    ...isThere({ encrypted: ENCRYPTED[scheme] }),
  };
}

function addProcess(part: Part, process: JsonObject, applicationId: string) {
  const appName = textIn(objectIn(process, 'app'), 'name');
  return part.add('heroku_process', ['Process'], process, {
    name: process.type,
    displayName: `${appName} ${textIn(process, 'type')}`,
    processType: process.type,
    size: process.size,
    quantity: process.quantity,
    running: process.quantity !== 0,
    applicationId,
  });
}
