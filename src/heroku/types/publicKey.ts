import { reducedTo } from './fields';

/** What is kept of a public SSH key: never the key. */
export interface PublicKeyFacts {
  /** As SSH names it: `ssh-rsa`, `ssh-ed25519`, `ecdsa-sha2-nistp256`. */
  algorithm: string;
  bits: number;
}

/** The longest text that is read: an RSA key of 16,384 bits has some 3,000 characters, and a comment may follow. */
const MAX_LENGTH = 16_384;

/** Numbers of the key that come before the one that has its size. */
const NUMBERS_BEFORE_SIZE: Readonly<Record<string, number>> = {
  'ssh-rsa': 1,
  'ssh-dss': 0,
};

/** The algorithms whose keys have one size only, in bits. */
const FIXED_SIZES: Readonly<Record<string, number>> = {
  'ssh-ed25519': 256,
  'sk-ssh-ed25519@openssh.com': 256,
  'ecdsa-sha2-nistp256': 256,
  'ecdsa-sha2-nistp384': 384,
  'ecdsa-sha2-nistp521': 521,
  'sk-ecdsa-sha2-nistp256@openssh.com': 256,
};

/**
 * A public SSH key in the form of OpenSSH (`ssh-rsa AAAA… comment`), reduced to its algorithm and size. What is none
 * tells nothing.
 */
export const publicKeyFacts = reducedTo(readPublicKey);

function readPublicKey(text: string): PublicKeyFacts | undefined {
  if (text.length > MAX_LENGTH) {
    return undefined;
  }
  const [algorithm = '', base64 = ''] = text.trim().split(/\s+/);
  const [name, ...numbers] = fieldsOf(Buffer.from(base64, 'base64'));
  if (name?.toString('latin1') !== algorithm) {
    return undefined;
  }
  const bits =
    FIXED_SIZES[algorithm] ??
    bitLength(numbers[NUMBERS_BEFORE_SIZE[algorithm] ?? -1]);
  return bits === undefined ? undefined : { algorithm, bits };
}

/** The fields of a key as SSH writes it: each behind its length, in four bytes. */
function fieldsOf(key: Buffer): Buffer[] {
  const fields: Buffer[] = [];
  let start = 0;
  while (start + 4 <= key.length) {
    const end = start + 4 + key.readUInt32BE(start);
    if (end > key.length) {
      return fields;
    }
    fields.push(key.subarray(start + 4, end));
    start = end;
  }
  return fields;
}

/** The length of a number that is written in bytes, the highest first and perhaps behind a byte of zeros. */
function bitLength(number: Buffer | undefined): number | undefined {
  const first = number?.findIndex((byte) => byte !== 0) ?? -1;
  const highest = number?.[first];
  if (number === undefined || highest === undefined) {
    return undefined;
  }
  return (number.length - first - 1) * 8 + (32 - Math.clz32(highest));
}
