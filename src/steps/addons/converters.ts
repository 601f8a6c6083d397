import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { Addon } from '../../heroku';
import {
  ADDON,
  ADDON_HAS_DATA_STORE,
  APPLICATION_HAS_ADDON,
  createEntity,
  createMappedRelationship,
  createRelationship,
  DATA_STORE,
  dataStoreFacts,
  isDataStore,
  planTier,
  serviceKind,
  VENDOR_PROVIDES_ADDON,
} from '../../model';

/**
 * An add-on. It belongs to the app that owns it, whatever other apps it is attached to.
 *
 * @param allowlist the services that its team allows, where only some are
 */
export function createAddonEntity(
  addon: Addon,
  allowlist?: readonly string[],
): Entity {
  const service = addon.addon_service?.name ?? undefined;
  const plan = addon.plan?.name ?? undefined;
  const compliance = addon.plan?.compliance?.map((name) => name.toUpperCase());
  return createEntity(ADDON, addon, {
    applicationId: addon.app.id,
    service,
    plan,
    onAllowlist:
      allowlist && service !== undefined
        ? allowlist.includes(service)
        : undefined,
    humanName: addon.addon_service?.human_name ?? undefined,
    planTier: planTier(plan),
    hipaaEligible: compliance?.includes('HIPAA'),
    pciEligible: compliance?.includes('PCI'),
    privateNetworkCapable:
      addon.plan?.installable_inside_private_network ?? undefined,
    active: addon.state == null ? undefined : addon.state === 'provisioned',
    state: addon.state ?? undefined,
    planState: addon.plan?.state ?? undefined,
    serviceState: addon.addon_service?.state ?? undefined,
    billingEntityId: addon.billing_entity?.id ?? undefined,
    billingEntityType: addon.billing_entity?.type ?? undefined,
    ...price(addon),
    configVarNames: addon.config_vars ?? undefined,
    ...serviceKind(service),
    dataStore: isDataStore(service),
    endpoints: addon.web_url ? [addon.web_url] : undefined,
  });
}

/** The price, unless it is agreed in a contract: the answer then says 0. */
function price({ billed_price: price }: Addon) {
  return price && !price.contract
    ? {
        priceCents: price.cents ?? undefined,
        priceUnit: price.unit ?? undefined,
      }
    : {};
}

/** What an add-on keeps; `undefined` where its service is none that is known to keep data. */
export function createDataStoreEntity(addon: Addon): Entity | undefined {
  const service = addon.addon_service?.name ?? undefined;
  const plan = addon.plan?.name ?? undefined;
  if (!isDataStore(service)) {
    return undefined;
  }
  const { encrypted = null, ...facts } = dataStoreFacts(service, plan);
  return createEntity(DATA_STORE, addon, {
    ...facts,
    classification: null,
    encrypted,
    planTier: planTier(plan),
    applicationId: addon.app.id,
    addonId: addon.id,
  });
}

/** The add-on that keeps data. */
export function createAddonHasDataStoreRelationship(
  addonId: string,
): Relationship {
  return createRelationship(ADDON_HAS_DATA_STORE, addonId, addonId);
}

/** The services that Heroku itself runs and that do not say so in their name. */
const HEROKU_SERVICES = new Set(['scheduler', 'ssl', 'deployhooks']);

/** Who runs the service of an add-on; `undefined` where it has no name for people. */
export function createVendorProvidesAddonRelationship({
  id,
  addon_service: service,
}: Addon): Relationship | undefined {
  const isHeroku =
    service?.name?.startsWith('heroku-') ||
    HEROKU_SERVICES.has(service?.name ?? '');
  const vendor = isHeroku ? 'Heroku' : service?.human_name;
  return vendor
    ? createMappedRelationship(VENDOR_PROVIDES_ADDON, id, `vendor:${vendor}`, {
        name: vendor,
        displayName: vendor,
      })
    : undefined;
}

/** The app that owns an add-on. */
export function createApplicationHasAddonRelationship(
  appId: string,
  addonId: string,
): Relationship {
  return createRelationship(APPLICATION_HAS_ADDON, appId, addonId);
}
