/** What stands in a secret's place unless canaries were asked for. */
export const placeholder = 'sandbox-placeholder';

/**
 * The one source of every value that Heroku would keep secret.
 *
 * With canaries each value is a distinct string, so that a test can search everything an integration writes for
 * it; without them all are one constant that nobody could mistake for a credential.
 */
export class Secrets {
  /** Every planted value by `<resource>/<id>/<field>`. */
  readonly canaries = new Map<string, string>();

  constructor(private readonly planted: boolean) {}

  /** The value of `field` in the `resource` with this id; the same one each time it is asked for. */
  secret(resource: string, id: string, field: string): string {
    if (!this.planted) return placeholder;
    const key = `${resource}/${id}/${field}`;
    const known = this.canaries.get(key);
    if (known !== undefined) return known;
    const value = `CANARY-${resource}-${field}-${this.canaries.size + 1}`;
    this.canaries.set(key, value);
    return value;
  }

  /** Records a value that cannot be chosen freely, such as the encoded body of a certificate. */
  watch(resource: string, id: string, field: string, value: string): void {
    if (this.planted) this.canaries.set(`${resource}/${id}/${field}`, value);
  }
}
