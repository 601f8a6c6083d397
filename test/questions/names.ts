/** What a row or an object is recognised by: its values as text, and of entities in it their names. */
export function namesIn(row: Record<string, unknown>): string[] {
  return Object.values(row).flatMap((value) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'number') return [String(value)];
    return hasDisplayName(value) ? [value.displayName] : [];
  });
}

function hasDisplayName(value: unknown): value is { displayName: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'displayName' in value &&
    typeof value.displayName === 'string'
  );
}
