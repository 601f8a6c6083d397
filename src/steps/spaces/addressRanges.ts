import { isIP } from 'node:net';

/** The addresses of a range, as numbers, first and last included. */
interface Range {
  version: 4 | 6;
  first: bigint;
  last: bigint;
}

const BITS = { 4: 32, 6: 128 } as const;

/**
 * Whether address ranges together let in every IPv4 or every IPv6 address: as one range without a fixed bit, such as
 * `0.0.0.0/0`, or in parts, such as `0.0.0.0/1` and `128.0.0.0/1`.
 */
export function coverEveryAddress(sources: readonly string[]): boolean {
  const ranges = sources.flatMap((source) => parseRange(source) ?? []);
  return coverVersion(ranges, 4) || coverVersion(ranges, 6);
}

/** Whether a range is one address: given as such, or with every bit fixed. */
export function isSingleAddress(source: string): boolean {
  const range = parseRange(source);
  return range !== undefined && range.first === range.last;
}

/** Whether this is one address, IPv4 or IPv6. */
export function isAddress(value: string): boolean {
  return isIP(value) !== 0;
}

function coverVersion(ranges: readonly Range[], version: 4 | 6): boolean {
  const sorted = ranges
    .filter((range) => range.version === version)
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0));
  let covered = 0n;
  for (const { first, last } of sorted) {
    if (first > covered) {
      return false;
    }
    covered = last + 1n > covered ? last + 1n : covered;
  }
  return covered === 1n << BigInt(BITS[version]);
}

/** A CIDR block, or a single address; `undefined` for anything else. */
function parseRange(source: string): Range | undefined {
  const [address = '', length, ...rest] = source.trim().split('/');
  const version = isIP(address);
  if (rest.length > 0 || (version !== 4 && version !== 6)) {
    return undefined;
  }
  const bits = BITS[version];
  const prefix = length === undefined ? bits : Number(length);
  if (!/^\d{1,3}$/.test(length ?? '0') || prefix > bits) {
    return undefined;
  }
  const size = 1n << BigInt(bits - prefix);
  const value = version === 4 ? ipv4Value(address) : ipv6Value(address);
  const first = (value / size) * size;
  return { version, first, last: first + size - 1n };
}

function ipv4Value(address: string): bigint {
  return address
    .split('.')
    .reduce((value, byte) => value * 256n + BigInt(byte), 0n);
}

function ipv6Value(address: string): bigint {
  // The URL parser writes every form of an IPv6 address, one with an IPv4 end included, in hexadecimal groups.
  const { hostname } = new URL(`http://[${address.replace(/%.*/, '')}]`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const groupsOf = (part = '') => (part === '' ? [] : part.split(':'));
  const before = groupsOf(head);
  const after = groupsOf(tail);
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...(tail === undefined ? [] : zeros), ...after].reduce(
    (value, group) => value * 65_536n + BigInt(`0x${group}`),
    0n,
  );
}
