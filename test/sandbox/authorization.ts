/**
 * The key in an `Authorization` header: `Bearer <key>`, or `Basic` with the key for a password. The case of the scheme
 * does not matter.
 */
export function keyOf(header: string | undefined): string | undefined {
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(header ?? '') ?? [];
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return value;
    case 'basic':
      return Buffer.from(value, 'base64')
        .toString()
        .replace(/^[^:]*:/, '');
    default:
      return undefined;
  }
}
