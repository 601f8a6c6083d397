import { drainAddress, telemetryAddress } from './address';
import type { Decoded } from './fields';
import { identifier, maybe, object, reference, resource, text } from './fields';
import { timestamp } from './timestamp';
import { unorderedTexts } from './unordered';

/**
 * A telemetry drain of a Fir space or app, `GET /spaces/{space}/telemetry-drains` and
 * `GET /apps/{app}/telemetry-drains`. The exporter's headers are secrets and are never read, of its endpoint only where
 * it points.
 */
export const telemetryDrainResource = resource('telemetry drain', {
  id: identifier,
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  /** Some of `traces`, `metrics`, `logs`. */
  signals: maybe(unorderedTexts),
  /** `type` is `otlphttp` or `otlp`. */
  exporter: maybe(
    object({ type: maybe(text), endpoint: maybe(telemetryAddress) }),
  ),
  owner: maybe(object({ id: maybe(identifier), type: maybe(text) })),
});
export type TelemetryDrain = Decoded<typeof telemetryDrainResource>;

/** The one log drain of a Shield space, `GET /spaces/{space}/log-drain`. Of its `url` only where it points is read. */
export const spaceLogDrainResource = resource('space log drain', {
  id: maybe(identifier),
  created_at: maybe(timestamp),
  updated_at: maybe(timestamp),
  addon: maybe(reference),
  url: maybe(drainAddress),
});
export type SpaceLogDrain = Decoded<typeof spaceLogDrainResource>;
