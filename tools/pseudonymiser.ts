const EMAIL = /[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d.-]+\.[a-z\d-]+/gi;
/** Heroku's name for a team as an owner is nobody's address, and the integration must know it for what it is. */
const PSEUDO_OWNER = /@herokumanager\.com$/i;

/**
 * Makes a function that gives the people in a JSON text other names and addresses: the same person the same ones
 * each time. Who is who cannot be told from them; ids stay, since they tie the answers together.
 */
export function pseudonymiser(): (json: string) => string {
  const numbers = new Map<string, number>();
  const numberOf = (email: string) => {
    const known = numbers.get(email.toLowerCase()) ?? numbers.size + 1;
    numbers.set(email.toLowerCase(), known);
    return known;
  };
  const address = (email: string) =>
    PSEUDO_OWNER.test(email) ? email : `person-${numberOf(email)}@example.com`;

  const replace = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.replace(EMAIL, address);
    }
    if (Array.isArray(value)) {
      return value.map(replace);
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    const replaced = Object.fromEntries(
      Object.entries(value).map(([field, inner]) => [field, replace(inner)]),
    );
    if ('email' in value && typeof replaced.name === 'string') {
      replaced.name =
        typeof value.email === 'string'
          ? `Person ${numberOf(value.email)}`
          : 'Person';
    }
    return replaced;
  };
  return (json) => JSON.stringify(replace(JSON.parse(json)));
}
