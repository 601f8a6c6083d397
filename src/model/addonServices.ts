/** What an add-on service is for, in JupiterOne's terms. */
export interface ServiceKind {
  category: string[];
  function: string[];
}

/** Every add-on has always been of this category. */
const PLATFORM = 'platform';

/** The services whose purpose is known, by Heroku's name. */
const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  'heroku-postgresql': ['database'],
  'heroku-redis': ['database', 'caching'],
  'heroku-kafka': ['queuing'],
  'heroku-connect': ['database'],
  'heroku-object-store': ['storage'],
  'heroku-inference': ['AI'],
  'heroku-applink': ['networking'],
  cleardb: ['database'],
  jawsdb: ['database'],
  'jawsdb-maria': ['database'],
  stackhero: ['database'],
  ormongo: ['database'],
  graphenedb: ['database'],
  rediscloud: ['database', 'caching'],
  redistogo: ['database', 'caching'],
  memcachier: ['caching'],
  memcachedcloud: ['caching'],
  bonsai: ['indexing'],
  searchbox: ['indexing'],
  'algolia-realtime-search': ['indexing'],
  foundelasticsearch: ['indexing'],
  cloudamqp: ['queuing'],
  cloudkarafka: ['queuing'],
  ironmq: ['queuing'],
  scheduler: ['scheduling'],
  cronto: ['scheduling'],
  papertrail: ['logging'],
  logdna: ['logging'],
  logentries: ['logging'],
  coralogix: ['logging'],
  solarwinds: ['logging', 'monitoring'],
  newrelic: ['monitoring'],
  librato: ['monitoring'],
  scout: ['monitoring'],
  appsignal: ['monitoring'],
  sentry: ['monitoring'],
  rollbar: ['monitoring'],
  honeybadger: ['monitoring'],
  airbrake: ['monitoring'],
  deadmanssnitch: ['monitoring'],
  sendgrid: ['email'],
  mailgun: ['email'],
  postmark: ['email'],
  sparkpost: ['email'],
  mailtrap: ['email'],
  cloudmailin: ['email'],
  bucketeer: ['storage'],
  cloudinary: ['storage', 'content-distribution'],
  cloudcube: ['storage'],
  fixie: ['networking'],
  'fixie-socks': ['networking'],
  quotaguard: ['networking'],
  quotaguardstatic: ['networking'],
  proximo: ['networking'],
  ssl: ['certificate-management'],
  expeditedssl: ['certificate-management'],
  pointdns: ['DNS'],
  zerigo_dns: ['DNS'],
  auth0: ['IAM'],
  'trusted-ip': ['WAF'],
  'expedited-waf': ['WAF'],
  wafris: ['WAF'],
};

/** Functions that are about security as much as about the platform. */
const SECURITY = new Set(['certificate-management', 'IAM', 'WAF']);

/** What an add-on service is for. Of a service that is not known the function is empty: unknown, not none. */
export function serviceKind(service: string | undefined): ServiceKind {
  const functions =
    service !== undefined && Object.hasOwn(FUNCTIONS, service)
      ? (FUNCTIONS[service] ?? [])
      : [];
  return {
    category: functions.some((name) => SECURITY.has(name))
      ? [PLATFORM, 'security']
      : [PLATFORM],
    function: [...functions],
  };
}

/** Services that hold the customer's data, by what they do. */
const DATA_FUNCTIONS = new Set(['database', 'storage', 'indexing', 'queuing']);

/** Whether an add-on service keeps the app's data; unknown for a service that is not known. */
export function isDataStore(service: string | undefined): boolean | undefined {
  const { function: functions } = serviceKind(service);
  return functions.length === 0
    ? undefined
    : functions.some((name) => DATA_FUNCTIONS.has(name));
}
