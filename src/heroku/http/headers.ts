import type { Headers } from 'node-fetch';

/** `RateLimit-Remaining`: the requests left in the account's bucket. */
export function requestsLeftOf(headers: Headers): number | undefined {
  const value = headers.get('ratelimit-remaining');
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** The scopes that a header names. One that names none is no statement that there are none: they are unknown. */
export function scopesOf(header: string | null): readonly string[] | undefined {
  const scopes = (header ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((scope) => KNOWN_SCOPES.has(scope));
  return scopes.length > 0 ? scopes : undefined;
}

const KNOWN_SCOPES = new Set([
  'global',
  'identity',
  'read',
  'write',
  'read-protected',
  'write-protected',
]);

/** Heroku's id of the request, unless it holds the key. */
export function requestIdOf(
  headers: Headers,
  apiKey: string,
): string | undefined {
  const id = headers.get('request-id')?.split(',')[0]?.trim();
  return id && /^[\da-f-]{8,64}$/i.test(id) && !id.includes(apiKey)
    ? id
    : undefined;
}
