import type { JsonObject } from '../sandbox';
import type { Expected } from './expectedProperties';
import {
  common,
  idIn,
  idOf,
  isThere,
  mapped,
  objectIn,
  sorted,
  textIn,
} from './expectedProperties';

/** What is documented of add-ons, worked out of Heroku's answers: see {@link file://./expectedGraph.ts}. */

interface Service {
  functions: string[];
  /** What keeps the data of those that keep any. */
  engine?: string;
}

/** What the add-on services of the sandbox do, and what keeps their data; of the others it is not known. */
const SERVICES: Readonly<Record<string, Service>> = {
  'heroku-postgresql': { functions: ['database'], engine: 'postgresql' },
  'heroku-redis': { functions: ['database', 'caching'], engine: 'redis' },
  'heroku-kafka': { functions: ['queuing'], engine: 'kafka' },
  bonsai: { functions: ['indexing'], engine: 'elasticsearch' },
  cloudamqp: { functions: ['queuing'], engine: 'rabbitmq' },
  jawsdb: { functions: ['database'], engine: 'mysql' },
  memcachier: { functions: ['caching'] },
  newrelic: { functions: ['monitoring'] },
  papertrail: { functions: ['logging'] },
  rollbar: { functions: ['monitoring'] },
  scheduler: { functions: ['scheduling'] },
  sendgrid: { functions: ['email'] },
};

/** What Heroku documents of the plans of its Postgres; it says nothing such of other services. */
const POSTGRES: Readonly<Record<string, Record<string, unknown>>> = {
  essential: { highAvailability: false, rollbackDays: 0 },
  standard: { highAvailability: false, rollbackDays: 4 },
  premium: { highAvailability: true, rollbackDays: 7 },
  private: { highAvailability: true, rollbackDays: 7 },
  shield: { highAvailability: true, rollbackDays: 7 },
};

/** @param allowed the services that its team allows, where that allows some only */
export function addonProperties(
  addon: JsonObject,
  allowed: readonly string[] | undefined,
): Expected {
  const service = objectIn(addon, 'addon_service');
  const plan = objectIn(addon, 'plan');
  const bill = objectIn(addon, 'billing_entity');
  const price = objectIn(addon, 'billed_price');
  const known = SERVICES[textIn(service, 'name') ?? ''];
  const compliance = plan?.compliance as string[] | null | undefined;
  return {
    ...common('heroku_addon', 'Service', addon),
    applicationId: idIn(addon, 'app'),
    service: service?.name,
    plan: plan?.name,
    state: addon.state,
    active: addon.state === 'provisioned',
    configVarNames: sorted(addon.config_vars),
    category: ['platform'],
    function: known?.functions ?? [],
    ...isThere({
      onAllowlist: allowed?.includes(textIn(service, 'name') ?? ''),
      humanName: service?.human_name,
      planTier: tierOf(addon),
      hipaaEligible: compliance?.includes('HIPAA'),
      pciEligible: compliance?.includes('PCI'),
      privateNetworkCapable: plan?.installable_inside_private_network,
      serviceState: service?.state,
      planState: plan?.state,
      dataStore: known && known.engine !== undefined,
      billingEntityId: bill?.id,
      billingEntityType: bill?.type,
      // What is agreed in a contract is not what is billed.
      ...(price?.contract === false && {
        priceCents: price.cents,
        priceUnit: price.unit,
      }),
      endpoints: addon.web_url === null ? undefined : [addon.web_url],
    }),
  };
}

/** What an add-on keeps, if it is known to keep anything. */
export function dataStoreProperties(addon: JsonObject): Expected | undefined {
  const service = textIn(objectIn(addon, 'addon_service'), 'name') ?? '';
  const engine = SERVICES[service]?.engine;
  if (engine === undefined) return undefined;
  const { id, ...shared } = common('heroku_data_store', 'DataStore', addon);
  const tier = tierOf(addon);
  const documented =
    service === 'heroku-postgresql' ? POSTGRES[tier ?? ''] : undefined;
  return {
    ...shared,
    _key: `heroku_data_store:${String(id)}`,
    _type: 'heroku_data_store',
    _class: ['DataStore', 'Database'],
    classification: null,
    encrypted: documented ? true : null,
    engine,
    ...documented,
    ...isThere({ planTier: tier }),
    applicationId: idIn(addon, 'app'),
    addonId: id,
  };
}

/** Who runs the service: Heroku, or whom it is named after. */
export function vendorOfAddon(addon: JsonObject): Expected {
  const service = objectIn(addon, 'addon_service');
  const isHerokus = /^(heroku-.*|scheduler)$/.test(
    textIn(service, 'name') ?? '',
  );
  const name = isHerokus ? 'Heroku' : textIn(service, 'human_name');
  return mapped(
    idOf(addon),
    'PROVIDES',
    `vendor:${name}`,
    'vendor_provides_heroku_addon',
    { by: 'name', target: { _class: 'Vendor', name, displayName: name } },
  );
}

/** The first word of the plan: `standard` of `heroku-postgresql:standard-0`. A number is none. */
function tierOf(addon: JsonObject): string | undefined {
  const plan = textIn(objectIn(addon, 'plan'), 'name') ?? '';
  const [word = ''] = (plan.split(':')[1] ?? '').split('-');
  return /^[a-z]+$/.test(word) ? word : undefined;
}
