/**
 * What a list can be sorted by, beside its ids. Heroku's schema says it of apps, builds and team members; of the others
 * we know what its own command line and clients ask for.
 */
const FIELDS: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/^(\/users\/~)?\/apps$/, ['id', 'name', 'updated_at']],
  [/\/builds$/, ['id', 'started_at']],
  [/\/domains$/, ['id', 'hostname']],
  [/\/releases$/, ['id', 'version']],
  [/\/test-runs$/, ['id', 'number']],
  [/\/webhook-deliveries$/, ['id', 'seq']],
  [/^\/teams\/:id\/members$/, ['id', 'email']],
];

const USUAL = ['id', 'name'];

/** The fields that the `Range` header of a list may name, as its `Accept-Ranges` says them. */
export function rangeFields(
  pattern: string,
  bySchema: boolean,
): readonly string[] {
  const fields =
    FIELDS.find(([expression]) => expression.test(pattern))?.[1] ?? USUAL;
  return fields.includes('email') && bySchema ? ['email'] : fields;
}
