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
  texts,
  timestamp,
} from './fields';

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
  /** `cents` per `unit`; `contract` where the price is agreed elsewhere. */
  billed_price: maybe(
    object({
      cents: maybe(number),
      contract: maybe(boolean),
      unit: maybe(text),
    }),
  ),
  /** Names only. */
  config_vars: maybe(texts),
  provider_id: maybe(text),
  /** The add-on's dashboard; `null` where it has none. */
  web_url: maybe(text),
});
export type Addon = Decoded<typeof addonResource>;
