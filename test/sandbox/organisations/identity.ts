import { createHash } from 'node:crypto';

/** The id that the resource of this kind and name has in every organisation, every time. */
export function uuid(kind: string, name: string): string {
  const digest = createHash('sha1').update(`${kind}:${name}`).digest();
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  return digest
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** A number from 0 up to, not including, `below`; the same one for the same id. */
export function numberFrom(id: string, below: number): number {
  return parseInt(id.slice(0, 8), 16) % below;
}

/** One of `choices`; the same one for the same id. */
export function pick<T>(id: string, choices: readonly [T, ...T[]]): T {
  return choices[numberFrom(id, choices.length)] ?? choices[0];
}
