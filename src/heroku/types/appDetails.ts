import { drainAddress, httpAddress } from './address';
import { certificateFacts } from './certificate';
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

/** A domain of an app, `GET /apps/{app}/domains`. */
export const domainResource = resource('domain', {
  id: identifier,
  hostname: text,
  /** `heroku` for the app's own address, `custom` for a domain of the customer. */
  kind: maybe(text),
  /** Where the domain's DNS record must point; `null` for the app's own address. */
  cname: maybe(text),
  status: maybe(text),
  acm_status: maybe(text),
  acm_status_reason: maybe(text),
  app: maybe(reference),
  sni_endpoint: maybe(object({ id: identifier, name: maybe(text) })),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
});
export type Domain = Decoded<typeof domainResource>;

/** A certificate of an app, `GET /apps/{app}/sni-endpoints`. Of its chain only facts about the first certificate are kept. */
export const sniEndpointResource = resource('SNI endpoint', {
  id: identifier,
  name: maybe(text),
  display_name: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  certificate_chain: maybe(certificateFacts),
  domains: maybe(unorderedTexts),
  ssl_cert: maybe(
    object({
      id: maybe(text),
      'ca_signed?': maybe(boolean),
      'self_signed?': maybe(boolean),
      cert_domains: maybe(unorderedTexts),
      expires_at: maybe(timestamp),
      starts_at: maybe(timestamp),
      issuer: maybe(text),
      subject: maybe(text),
    }),
  ),
});
export type SniEndpoint = Decoded<typeof sniEndpointResource>;

/** A log drain of an app, `GET /apps/{app}/log-drains`. Its `token` is never read, of its `url` where it points. */
export const logDrainResource = resource('log drain', {
  id: identifier,
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  /** The add-on that set it up, if one did. */
  addon: maybe(reference),
  url: maybe(drainAddress),
});
export type LogDrain = Decoded<typeof logDrainResource>;

/** A webhook of an app, `GET /apps/{app}/webhooks`. Of its `url` only where it points is read. */
export const webhookResource = resource('webhook', {
  id: identifier,
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  include: maybe(unorderedTexts),
  /** `notify` or `sync`. */
  level: maybe(text),
  url: maybe(httpAddress),
});
export type Webhook = Decoded<typeof webhookResource>;

/** A process type of an app, `GET /apps/{app}/formation`. Its `command` may hold a secret and is never read. */
export const processResource = resource('process', {
  id: identifier,
  /** As the Procfile names it: `web`, `worker`. */
  type: maybe(text),
  quantity: maybe(number),
  size: maybe(text),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
});
export type Process = Decoded<typeof processResource>;

/** Something that is on or off for an app, `GET /apps/{app}/features`. */
export const appFeatureResource = resource('app feature', {
  id: maybe(identifier),
  /** `runtime-heroku-exec`, `spaces-tls-modern`, `http-session-affinity`, `preboot`. */
  name: text,
  enabled: maybe(boolean),
});
export type AppFeature = Decoded<typeof appFeatureResource>;
