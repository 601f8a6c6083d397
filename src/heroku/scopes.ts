/** The OAuth scopes that most of the Platform API takes; `read` is the least of them. */
export const READ_SCOPES: readonly string[] = [
  'global',
  'read',
  'read-protected',
  'write',
  'write-protected',
];

/** What `GET /account` takes. */
export const IDENTITY_SCOPES: readonly string[] = ['global', 'identity'];

/** What lists of people and credentials take. */
export const GLOBAL_SCOPE: readonly string[] = ['global'];

/**
 * Whether a key that holds `held` may use a route that takes `accepted`. Where it is not known what the key holds,
 * it may: the API will say.
 */
export function holdsOneOf(
  held: readonly string[] | undefined,
  accepted: readonly string[],
): boolean {
  return held === undefined || accepted.some((scope) => held.includes(scope));
}
