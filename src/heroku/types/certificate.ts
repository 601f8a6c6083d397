import type { KeyObject } from 'node:crypto';
import { X509Certificate } from 'node:crypto';
import { reducedTo } from './fields';

/** What is kept of a certificate: never its body. */
export interface CertificateFacts {
  /** SHA-256, as colon-separated hexadecimal bytes. */
  fingerprint: string;
  /** Hexadecimal. */
  serialNumber: string;
  /** ISO 8601. */
  validFrom: string;
  /** ISO 8601. */
  validTo: string;
  /** `rsa`, `ec`, `ed25519`; absent where Node.js does not know it. */
  keyAlgorithm?: string;
  /** Bits. */
  keySize?: number;
}

/** The longest text that is read: a chain of a dozen certificates. */
const MAX_LENGTH = 100_000;

/** The first certificate of a chain is the one that the others vouch for. */
const FIRST_IN_CHAIN = /-----BEGIN (?:X509 )?CERTIFICATE-----([^-]*)-----END /;

/**
 * A certificate, reduced to facts about it: a chain in PEM, of which the first counts, or bare base64, as identity
 * providers give it out. What cannot be read tells nothing.
 */
export const certificateFacts = reducedTo(readCertificate);

function readCertificate(text: string): CertificateFacts | undefined {
  if (text.length > MAX_LENGTH) {
    return undefined;
  }
  // In text that went through a form or a shell, line breaks may be written as `\n`.
  const base64 = (FIRST_IN_CHAIN.exec(text)?.[1] ?? text).replace(
    /\\[nr]/g,
    '',
  );
  try {
    const certificate = new X509Certificate(Buffer.from(base64, 'base64'));
    return {
      fingerprint: certificate.fingerprint256,
      serialNumber: certificate.serialNumber,
      validFrom: new Date(certificate.validFrom).toISOString(),
      validTo: new Date(certificate.validTo).toISOString(),
      ...keyFacts(certificate),
    };
  } catch {
    return undefined;
  }
}

function keyFacts(certificate: X509Certificate) {
  let key: KeyObject;
  try {
    key = certificate.publicKey;
  } catch {
    return {};
  }
  const keySize = sizeOf(key);
  return {
    ...(key.asymmetricKeyType && { keyAlgorithm: key.asymmetricKeyType }),
    ...(keySize !== undefined && { keySize }),
  };
}

/** The keys that have one size only, in bits. */
const FIXED_SIZES: Readonly<Record<string, number>> = {
  ed25519: 256,
  ed448: 456,
};

/** The size of a key in bits; `undefined` where it is not known. */
function sizeOf(key: KeyObject): number | undefined {
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
  // Curves have their size in their name: `prime256v1`, `secp384r1`.
  const curve = /\d{3}/.exec(namedCurve ?? '')?.[0];
  return (
    modulusLength ??
    (curve ? Number(curve) : FIXED_SIZES[key.asymmetricKeyType ?? ''])
  );
}
