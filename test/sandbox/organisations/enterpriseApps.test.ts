import type { JsonObject } from '../organisation';
import { all, at, daysFromNow, testCases } from './enterpriseCases';

const stageOf = new Map(
  all('/pipeline-couplings').map((coupling) => [
    at(coupling, 'app.id'),
    coupling.stage,
  ]),
);
const teamOf = new Map(all('/apps').map((app) => [app.id, at(app, 'team.id')]));
const isEntryLevel = (addon: JsonObject) =>
  /:(essential|mini)/.test(at(addon, 'plan.name') as string);
const stageOfOwner = (addon: JsonObject) => stageOf.get(at(addon, 'app.id'));
const isShared = (attachment: JsonObject) =>
  at(attachment, 'addon.app.id') !== at(attachment, 'app.id');
const isOpen = (ruleset: JsonObject, source: string) =>
  (ruleset.rules as JsonObject[]).some((rule) => rule.source === source);
const tunnels = (vpn: JsonObject) =>
  (vpn.tunnels as JsonObject[]).map(({ status }) => status);

testCases([
  [
    'an app shared by an outsider',
    all('/users/~/apps'),
    (a) => at(a, 'owner.email') === 'River.Stone@example.net',
    (a) => at(a, 'owner.email') === 'mara.lindqvist@example.com',
  ],
  [
    'a pseudo-owner',
    all('/apps'),
    (a) => at(a, 'owner.id') === at(a, 'team.id'),
    (a) => a.team === null,
  ],
  [
    'an app on a stack past its end',
    all('/apps'),
    (a) => at(a, 'stack.name') === 'heroku-18',
    (a) => at(a, 'stack.name') === 'heroku-24',
  ],
  [
    'an app on a stack near its end',
    all('/apps'),
    (a) => at(a, 'stack.name') === 'heroku-22',
    (a) => at(a, 'stack.name') === 'cnb',
  ],
  [
    'a stack change that was not built',
    all('/apps'),
    (a) => at(a, 'stack.name') !== at(a, 'build_stack.name'),
    (a) => at(a, 'stack.name') === at(a, 'build_stack.name'),
  ],
  [
    'an app in maintenance',
    all('/apps'),
    (a) => a.maintenance === true,
    (a) => a.maintenance === false,
  ],
  [
    'an archived app',
    all('/apps'),
    (a) => a.archived_at !== null,
    (a) => a.archived_at === null,
  ],
  [
    'an app not released for a year',
    all('/apps'),
    (a) => a.released_at !== null && daysFromNow(a.released_at) < -365,
    (a) => daysFromNow(a.released_at) === -364,
  ],
  [
    'an app never released',
    all('/apps'),
    (a) => a.released_at === null,
    (a) => a.released_at !== null,
  ],
  [
    'custom domains without managed certificates',
    all('/apps'),
    (a) => a.acm === false && all(`/apps/${a.id as string}/domains`).length > 1,
    (a) => a.acm === true && all(`/apps/${a.id as string}/domains`).length > 1,
  ],
  [
    'a failing managed certificate',
    all('/apps/:id/domains'),
    (d) => d.acm_status === 'failing',
    (d) => d.acm_status === 'cert issued',
  ],
  [
    'a domain that points nowhere',
    all('/apps/:id/domains'),
    (d) => d.kind === 'custom' && d.cname === null,
    (d) => d.kind === 'heroku' && d.cname === null,
  ],
  [
    'an expired certificate',
    all('/apps/:id/sni-endpoints'),
    (c) => daysFromNow(at(c, 'ssl_cert.expires_at')) < 0,
    (c) => daysFromNow(at(c, 'ssl_cert.expires_at')) > 60,
  ],
  [
    'a certificate that expires in 30 days',
    all('/apps/:id/sni-endpoints'),
    (c) => Math.abs(daysFromNow(at(c, 'ssl_cert.expires_at')) - 15) <= 15,
    (c) => daysFromNow(at(c, 'ssl_cert.expires_at')) > 30,
  ],
  [
    'a self-signed certificate',
    all('/apps/:id/sni-endpoints'),
    (c) => at(c, 'ssl_cert.self_signed?') === true,
    (c) => at(c, 'ssl_cert.self_signed?') === false,
  ],
  [
    'a log drain in plain text',
    all('/apps/:id/log-drains'),
    (d) => (d.url as string).startsWith('syslog://'),
    (d) => (d.url as string).startsWith('syslog+tls://'),
  ],
  [
    'a log drain of an add-on',
    all('/apps/:id/log-drains'),
    (d) => d.addon !== null,
    (d) => d.addon === null,
  ],
  [
    'review apps made automatically',
    all('/pipelines/:id/review-app-config'),
    (c) => c.automatic_review_apps === true,
    (c) => c.automatic_review_apps === false,
  ],
  [
    'a pipeline without an owner',
    all('/pipelines'),
    (p) => p.owner === null,
    (p) => at(p, 'owner.type') === 'user',
  ],
  [
    'a production data store on an entry-level plan',
    all('/addons'),
    (a) => isEntryLevel(a) && stageOfOwner(a) === 'production',
    (a) => isEntryLevel(a) && stageOfOwner(a) === 'staging',
  ],
  [
    'a production data store on a standard plan',
    all('/addons'),
    (a) =>
      at(a, 'plan.name') === 'heroku-postgresql:standard-0' &&
      stageOfOwner(a) === 'production',
    (a) => stageOfOwner(a) === undefined,
  ],
  [
    'an add-on shared across stages',
    all('/addon-attachments'),
    (a) =>
      isShared(a) &&
      stageOf.get(at(a, 'app.id')) === 'staging' &&
      stageOf.get(at(a, 'addon.app.id')) === 'production',
    (a) => a.name === 'DATABASE_READER' && !isShared(a),
  ],
  [
    'an add-on shared across teams',
    all('/addon-attachments'),
    (a) =>
      isShared(a) &&
      teamOf.get(at(a, 'app.id') as string) !==
        teamOf.get(at(a, 'addon.app.id') as string),
    (a) =>
      isShared(a) &&
      teamOf.get(at(a, 'app.id') as string) ===
        teamOf.get(at(a, 'addon.app.id') as string),
  ],
  [
    'an add-on without a page',
    all('/addons'),
    (a) => a.web_url === null,
    (a) => a.web_url !== null,
  ],
  [
    'a shield space',
    all('/spaces'),
    (s) => s.shield === true,
    (s) => s.shield === false,
  ],
  [
    'a space open to IPv4',
    all('/spaces/:id/inbound-ruleset'),
    (r) => isOpen(r, '0.0.0.0/0'),
    (r) => !isOpen(r, '0.0.0.0/0') && !isOpen(r, '::/0'),
  ],
  [
    'a Fir space, which has addresses and no firewall',
    all('/spaces'),
    (s) => at(s, 'generation.name') === 'fir',
    (s) => at(s, 'generation.name') === 'cedar',
  ],
  [
    'a peering to an AWS account',
    all('/spaces/:id/peerings'),
    (p) => p.type === 'customer-managed' && p.status === 'active',
    (p) => p.type === 'heroku-managed',
  ],
  [
    'a VPN with a tunnel down',
    all('/spaces/:id/vpn-connections'),
    (v) => tunnels(v).includes('DOWN'),
    (v) => !tunnels(v).includes('DOWN'),
  ],
]);
