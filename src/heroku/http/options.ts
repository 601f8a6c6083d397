import type { Clock } from './clock';
import type { ConnectionOptions } from './connection';

/** What the client of a run is made with. Only the key and the base URL have no default. */
export interface TransportOptions extends Omit<
  ConnectionOptions,
  'concurrency' | 'maxBodyBytes'
> {
  /** The most requests in flight at once. */
  concurrency?: number;
  /** The longest body that is read, in bytes, as it is sent and decompressed. */
  maxBodyBytes?: number;
  /** The longest page that is read while smaller pages can be asked for, in bytes, decompressed. */
  maxPageBytes?: number;
  /**
   * Waits until there is room for another page. Until then pages stay as they came, compressed, while requests go
   * on: so the network never waits for what is made of its answers, and what is read never fills the memory.
   */
  waitForRoom?: () => Promise<void>;
  /** How often a request is tried before it counts as failed. */
  maxAttempts?: number;
  /** The longest wait before the second try, in milliseconds; doubled for each further one, cut at random by half. */
  retryDelayMs?: number;
  /** Requests in a row that used up their tries before the API may count as dead. */
  deadAfter?: number;
  /** How long it must have given no sign of life besides, in milliseconds. */
  deadAfterMs?: number;
  /** How long the API may answer nothing but 429 before it counts as dead, in milliseconds. */
  longestRateLimitMs?: number;
  /** Requests of the account's bucket that are left to its other clients. */
  reserve?: number;
  refillPerMinute?: number;
  clock?: Clock;
}
