import type { JsonObject } from '../organisation';
import type {
  AppDescription,
  CertificateDescription,
  DomainDescription,
} from './appDescription';
import { webHost } from './apps';
import { certificateText } from './certificate';
import type { Context } from './context';
import { uuid } from './identity';

/** Each app's domains, Heroku's own included, and the certificates that they use. */
export function addDomains(context: Context): void {
  context.resources.defineForEachApp('/domains', (name) => {
    const app = context.app(name);
    return [
      herokuDomain(context, app),
      ...(app.domains ?? []).map((domain) =>
        customDomain(context, app, domain),
      ),
    ];
  });
  context.resources.defineForEachApp('/sni-endpoints', (name) => {
    const app = context.app(name);
    return (app.certificates ?? []).map((certificate) =>
      sniEndpoint(context, app, certificate),
    );
  });
}

function herokuDomain(context: Context, app: AppDescription): JsonObject {
  const reference = context.appReference(app.name);
  return {
    id: domainId(app, 'herokuapp'),
    acm_status: null,
    acm_status_reason: null,
    app: reference,
    cname: null,
    ...context.dated(app.createdDaysAgo),
    hostname: webHost(reference),
    kind: 'heroku',
    sni_endpoint: null,
    status: 'none',
  };
}

function customDomain(
  context: Context,
  app: AppDescription,
  domain: DomainDescription,
): JsonObject {
  const id = domainId(app, domain.hostname);
  const target = `${id.replaceAll('-', '').slice(0, 20)}.herokudns.com`;
  return {
    id,
    acm_status: domain.acmStatus ?? null,
    acm_status_reason: domain.acmReason ?? null,
    app: context.appReference(app.name),
    cname: domain.cname === undefined ? target : domain.cname,
    ...context.dated(Math.min(app.createdDaysAgo, 600)),
    hostname: domain.hostname,
    kind: 'custom',
    sni_endpoint:
      domain.certificate === undefined
        ? null
        : {
            id: sniEndpointId(app, domain.certificate),
            name: domain.certificate,
          },
    status: domain.status ?? 'succeeded',
  };
}

function sniEndpoint(
  context: Context,
  app: AppDescription,
  certificate: CertificateDescription,
): JsonObject {
  const id = sniEndpointId(app, certificate.name);
  const [subject = app.name] = certificate.domains;
  const { issuedDaysAgo, expiresInDays, selfSigned = false } = certificate;
  const users = (app.domains ?? []).filter(
    (domain) => (domain.servedBy ?? domain.certificate) === certificate.name,
  );
  return {
    id,
    name: certificate.name,
    display_name: null,
    app: context.appReference(app.name),
    certificate_chain: certificateText(
      context,
      'sni-endpoint',
      id,
      'certificate_chain',
      { subject, issuedDaysAgo, expiresInDays },
    ),
    ...context.dated(issuedDaysAgo),
    domains: users.map(({ hostname }) =>
      certificate.namesHosts ? hostname : domainId(app, hostname),
    ),
    ssl_cert: {
      id: uuid('ssl-cert', `${app.name} ${certificate.name}`),
      'ca_signed?': !selfSigned,
      cert_domains: certificate.domains,
      expires_at: context.ago(-expiresInDays),
      issuer: selfSigned
        ? `/CN=${subject}`
        : '/C=XX/O=Example Trust/CN=Example CA 1',
      'self_signed?': selfSigned,
      starts_at: context.ago(issuedDaysAgo),
      subject: `/CN=${subject}`,
      ...(certificate.acm ? { acm: true } : {}),
    },
  };
}

function domainId(app: AppDescription, hostname: string): string {
  return uuid('domain', `${app.name} ${hostname}`);
}

function sniEndpointId(app: AppDescription, name: string): string {
  return uuid('sni-endpoint', `${app.name} ${name}`);
}
