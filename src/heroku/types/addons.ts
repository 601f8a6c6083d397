import { webUrl } from './address';
import type { Decoded } from './fields';
import {
  boolean,
  identifier,
  maybe,
  number,
  object,
  reference,
  resource,
  text,
} from './fields';
import { timestamp } from './timestamp';
import { unorderedTexts } from './unordered';

/**
 * An add-on, `GET /teams/{id}/addons` and `GET /addons`, with `addon_service` and `plan` expanded. The
 * `provision_message` may hold a secret and is never read; of config vars only the names are ever sent.
 */
export const addonResource = resource('add-on', {
  id: identifier,
  name: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  /** `provisioning`, `provisioned`, `deprovisioned`. */
  state: maybe(text),
  /** The app that owns it; it may be attached to others. */
  app: reference,
  addon_service: maybe(
    object({
      id: maybe(identifier),
      name: maybe(text),
      human_name: maybe(text),
      /** `alpha`, `beta`, `ga`, `shutdown`. */
      state: maybe(text),
    }),
  ),
  plan: maybe(
    object({
      id: maybe(identifier),
      name: maybe(text),
      human_name: maybe(text),
      state: maybe(text),
      /** The regimes that the plan complies with: `HIPAA`, `PCI`. */
      compliance: maybe(unorderedTexts),
      /** Whether apps of a Private Space can have it. */
      installable_inside_private_network: maybe(boolean),
      /** Whether it is the plan that apps of a Private Space get unless they say otherwise. */
      space_default: maybe(boolean),
    }),
  ),
  billing_entity: maybe(
    object({
      id: maybe(identifier),
      name: maybe(text),
      /** `app` or `team`. */
      type: maybe(text),
    }),
  ),
  /** `cents` per `unit`. With `contract` the price is agreed elsewhere, and `cents` is none, although it is 0. */
  billed_price: maybe(
    object({
      cents: maybe(number),
      contract: maybe(boolean),
      unit: maybe(text),
    }),
  ),
  /** Names only. */
  config_vars: maybe(unorderedTexts),
  provider_id: maybe(text),
  /** The add-on's dashboard; `null` where it has none. */
  web_url: maybe(webUrl),
});
export type Addon = Decoded<typeof addonResource>;

/** An add-on service that a team with add-on controls allows, `GET /teams/{team}/allowed-addon-services`. */
export const allowedAddonServiceResource = resource('allowed add-on service', {
  id: maybe(identifier),
  addon_service: object({ id: maybe(identifier), name: text }),
});
export type AllowedAddonService = Decoded<typeof allowedAddonServiceResource>;
