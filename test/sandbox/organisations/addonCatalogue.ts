import type { JsonObject } from '../organisation';
import type { Reference } from './context';
import { uuid } from './identity';

interface Service {
  humanName: string;
  /** What add-ons of it are called: `<prefix>-<word>-<number>`. */
  prefix: string;
  configVars: string[];
  state?: string;
  sharing?: boolean;
  cliPlugin?: string;
  /** Cents a month by plan. */
  plans: Record<string, number>;
}

const services: Record<string, Service> = {
  'heroku-postgresql': {
    humanName: 'Heroku Postgres',
    prefix: 'postgresql',
    configVars: ['DATABASE_URL'],
    sharing: true,
    plans: {
      'essential-0': 500,
      'essential-1': 900,
      'standard-0': 5_000,
      'standard-2': 20_000,
      'premium-0': 20_000,
      'private-0': 30_000,
      'shield-0': 35_000,
    },
  },
  'heroku-redis': {
    humanName: 'Heroku Key-Value Store',
    prefix: 'redis',
    configVars: ['REDIS_URL'],
    sharing: true,
    plans: { mini: 300, 'premium-0': 1_500, 'private-3': 20_000 },
  },
  'heroku-kafka': {
    humanName: 'Apache Kafka on Heroku',
    prefix: 'kafka',
    configVars: ['KAFKA_URL', 'KAFKA_CLIENT_CERT', 'KAFKA_CLIENT_CERT_KEY'],
    sharing: true,
    cliPlugin: 'heroku-kafka',
    plans: { 'basic-0': 10_000, 'standard-0': 150_000 },
  },
  scheduler: {
    humanName: 'Heroku Scheduler',
    prefix: 'scheduler',
    configVars: [],
    plans: { standard: 0 },
  },
  papertrail: {
    humanName: 'Papertrail',
    prefix: 'papertrail',
    configVars: ['PAPERTRAIL_API_TOKEN'],
    cliPlugin: 'heroku-papertrail',
    plans: { choklad: 0, fixa: 700 },
  },
  newrelic: {
    humanName: 'New Relic APM',
    prefix: 'newrelic',
    configVars: ['NEW_RELIC_LICENSE_KEY', 'NEW_RELIC_LOG'],
    plans: { wayne: 0 },
  },
  sendgrid: {
    humanName: 'Twilio SendGrid',
    prefix: 'sendgrid',
    configVars: ['SENDGRID_USERNAME', 'SENDGRID_PASSWORD'],
    plans: { bronze: 1_995 },
  },
  memcachier: {
    humanName: 'MemCachier',
    prefix: 'memcachier',
    configVars: [
      'MEMCACHIER_SERVERS',
      'MEMCACHIER_USERNAME',
      'MEMCACHIER_PASSWORD',
    ],
    sharing: true,
    plans: { dev: 0, '100': 1_500 },
  },
  bonsai: {
    humanName: 'Bonsai Elasticsearch',
    prefix: 'bonsai',
    configVars: ['BONSAI_URL'],
    sharing: true,
    plans: { 'standard-sm': 5_000 },
  },
  jawsdb: {
    humanName: 'JawsDB MySQL',
    prefix: 'jawsdb',
    configVars: ['JAWSDB_URL'],
    sharing: true,
    plans: { kitefin: 0, whitetip: 1_000 },
  },
  cloudamqp: {
    humanName: 'CloudAMQP',
    prefix: 'cloudamqp',
    configVars: ['CLOUDAMQP_URL', 'CLOUDAMQP_APIKEY'],
    sharing: true,
    plans: { lemur: 0, tiger: 1_900 },
  },
  rollbar: {
    humanName: 'Rollbar',
    prefix: 'rollbar',
    configVars: ['ROLLBAR_ACCESS_TOKEN'],
    plans: { free: 0 },
  },
  // Nobody has heard of it: no map of known services has it.
  'acme-ledger': {
    humanName: 'Acme Ledger',
    prefix: 'acme-ledger',
    configVars: ['ACME_LEDGER_URL'],
    state: 'beta',
    plans: { quill: 4_200 },
  },
};

/** What the add-ons of one plan share; one object for each plan, however many add-ons there are. */
export interface CatalogueEntry {
  prefix: string;
  configVars: string[];
  price: { cents: number; contract: boolean; unit: string };
  plan: JsonObject;
  service: JsonObject;
}

const entries = new Map<string, CatalogueEntry>();

/**
 * The catalogue's entry for `<service>:<plan>`.
 *
 * @throws if the catalogue has no such plan.
 */
export function catalogueEntry(planName: string): CatalogueEntry {
  let entry = entries.get(planName);
  if (entry === undefined) {
    entry = makeEntry(planName);
    entries.set(planName, entry);
  }
  return entry;
}

/** All services that there are, each with its plans. */
export function catalogueServices(): Array<{
  service: JsonObject;
  plans: JsonObject[];
}> {
  return Object.entries(services).flatMap(([name, { plans }]) => {
    const made = Object.keys(plans).map((slug) =>
      catalogueEntry(`${name}:${slug}`),
    );
    const [first] = made;
    return first === undefined
      ? []
      : [{ service: first.service, plans: made.map(({ plan }) => plan) }];
  });
}

function makeEntry(planName: string): CatalogueEntry {
  const [serviceName = '', slug = ''] = planName.split(':');
  const service = services[serviceName];
  const cents = service?.plans[slug];
  if (service === undefined || cents === undefined) {
    throw new Error(`No plan is called ${planName}`);
  }
  const reference = {
    id: uuid('addon-service', serviceName),
    name: serviceName,
  };
  const price = { cents, contract: false, unit: 'month' };
  return {
    prefix: service.prefix,
    configVars: service.configVars,
    price,
    plan: makePlan(planName, slug, service, reference, price),
    service: {
      ...reference,
      cli_plugin_name: service.cliPlugin ?? null,
      created_at: '2013-04-10T09:00:00Z',
      human_name: service.humanName,
      state: service.state ?? 'ga',
      supports_multiple_installations: service.sharing ?? false,
      supports_sharing: service.sharing ?? false,
      updated_at: '2025-01-15T09:00:00Z',
      supported_generations: [
        { id: uuid('generation', 'cedar'), name: 'cedar' },
        { id: uuid('generation', 'fir'), name: 'fir' },
      ],
    },
  };
}

function makePlan(
  name: string,
  slug: string,
  service: Service,
  reference: Reference,
  price: CatalogueEntry['price'],
): JsonObject {
  const isPrivate = /^(private|shield)/.test(slug);
  return {
    id: uuid('plan', name),
    name,
    addon_service: reference,
    created_at: '2024-05-01T09:00:00Z',
    compliance: slug.startsWith('shield') ? ['HIPAA', 'PCI'] : null,
    default: Object.keys(service.plans)[0] === slug,
    description: `${service.humanName} ${slug}`,
    human_name: slug.replace(/^./, (letter) => letter.toUpperCase()),
    installable_inside_private_network: isPrivate || price.cents === 0,
    installable_outside_private_network: !isPrivate,
    price,
    space_default: false,
    state: 'public',
    updated_at: '2025-01-15T09:00:00Z',
    visible: true,
  };
}
