import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { Addon } from '../../heroku';
import {
  ADDON,
  APPLICATION_HAS_ADDON,
  createEntity,
  createRelationship,
  isDataStore,
  serviceKind,
} from '../../model';

/** An add-on. It belongs to the app that owns it, whatever other apps it is attached to. */
export function createAddonEntity(addon: Addon): Entity {
  const service = addon.addon_service?.name ?? undefined;
  return createEntity(ADDON, addon, {
    applicationId: addon.app.id,
    service,
    plan: addon.plan?.name ?? undefined,
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

/** The app that owns an add-on. */
export function createApplicationHasAddonRelationship(
  appId: string,
  addonId: string,
): Relationship {
  return createRelationship(APPLICATION_HAS_ADDON, appId, addonId);
}
