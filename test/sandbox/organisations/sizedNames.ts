/** How a generated organisation calls its people. */
export function handle(index: number): string {
  return `person-${index}`;
}

/** How it calls its teams. */
export function teamName(index: number): string {
  return `team-${index}`;
}

/** How it calls its enterprise accounts. */
export function accountName(index: number): string {
  return `Account ${index}`;
}

/** The numbers from 0 up to, not including, `count`. */
export function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
