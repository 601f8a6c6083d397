import { declareEntity } from './declare';
import {
  boolean,
  booleanOrNull,
  number,
  string,
  stringOrNull,
} from './properties';

export const DATA_STORE = declareEntity({
  resourceName: 'Data Store',
  _type: 'heroku_data_store',
  _class: ['DataStore', 'Database'],
  common: ['createdOn', 'updatedOn'],
  description:
    'What an add-on of a data service keeps. What is known of it follows from its service and plan, as Heroku documents them.',
  properties: {
    classification: stringOrNull(
      'Always `null`: only you know how sensitive the data is',
    ),
    encrypted: booleanOrNull(
      'Whether it is encrypted at rest; `null` where that is not known',
    ),
    engine: string('What keeps the data, such as `postgresql`'),
    planTier: string('The tier of the plan, such as `standard` or `premium`'),
    highAvailability: boolean(
      'Whether a standby takes over; absent where that is not known',
    ),
    rollbackDays: number(
      'The days to which it can be rolled back, 0 where it cannot; absent where that is not known',
    ),
    applicationId: string('The app that owns the add-on'),
    addonId: string('The add-on'),
  },
});

/** What is documented of the plans of one tier. */
interface Tier {
  encrypted?: boolean;
  highAvailability?: boolean;
  rollbackDays?: number;
}

/** What is documented of a data service. */
interface DataService {
  engine?: string;
  tiers?: Readonly<Record<string, Tier>>;
}

/**
 * The data services that are known, by Heroku's name. Of Heroku Postgres the tiers are from the Dev Center
 * (https://devcenter.heroku.com/articles/heroku-postgres-plans), as of 2026-11. What stands nowhere is not here: of it
 * nothing is said.
 */
const SERVICES: Readonly<Record<string, DataService>> = {
  'heroku-postgresql': {
    engine: 'postgresql',
    tiers: {
      essential: { encrypted: true, highAvailability: false, rollbackDays: 0 },
      standard: { encrypted: true, highAvailability: false, rollbackDays: 4 },
      premium: { encrypted: true, highAvailability: true, rollbackDays: 7 },
      private: { encrypted: true, highAvailability: true, rollbackDays: 7 },
      shield: { encrypted: true, highAvailability: true, rollbackDays: 7 },
    },
  },
  'heroku-redis': { engine: 'redis' },
  'heroku-kafka': { engine: 'kafka' },
  'heroku-connect': { engine: 'postgresql' },
  'heroku-object-store': { engine: 's3' },
  cleardb: { engine: 'mysql' },
  jawsdb: { engine: 'mysql' },
  'jawsdb-maria': { engine: 'mariadb' },
  graphenedb: { engine: 'neo4j' },
  ormongo: { engine: 'mongodb' },
  rediscloud: { engine: 'redis' },
  redistogo: { engine: 'redis' },
  bonsai: { engine: 'elasticsearch' },
  searchbox: { engine: 'elasticsearch' },
  foundelasticsearch: { engine: 'elasticsearch' },
  cloudamqp: { engine: 'rabbitmq' },
  cloudkarafka: { engine: 'kafka' },
  bucketeer: { engine: 's3' },
};

/** The tier of a plan: `standard` of `heroku-postgresql:standard-0`. `undefined` where its name says none. */
export function planTier(plan: string | undefined): string | undefined {
  return /:([a-z]+)(-\w+)*$/.exec(plan ?? '')?.[1];
}

/** What is known of a data store by its service and plan; what is not known is left out. */
export function dataStoreFacts(
  service: string | undefined,
  plan: string | undefined,
): { engine?: string } & Tier {
  const known =
    service !== undefined && Object.hasOwn(SERVICES, service)
      ? SERVICES[service]
      : undefined;
  const { engine, tiers = {} } = known ?? {};
  const tier = planTier(plan) ?? '';
  return { engine, ...(Object.hasOwn(tiers, tier) ? tiers[tier] : {}) };
}
