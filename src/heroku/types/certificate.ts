import { X509Certificate } from 'node:crypto';
import * as v from 'valibot';

/** What is kept of a certificate: never its body. */
export interface CertificateFacts {
  /** SHA-256, as colon-separated hexadecimal bytes. */
  fingerprint: string;
  /** ISO 8601. */
  validFrom: string;
  /** ISO 8601. */
  validTo: string;
}

/** The longest PEM that is read: a chain of a dozen certificates. */
const MAX_PEM_LENGTH = 100_000;

/** A PEM body, turned into what may be known of it; unknown where it cannot be read. */
export const certificateFacts = v.pipe(
  v.string(),
  v.transform(readCertificate),
);

function readCertificate(pem: string): CertificateFacts | undefined {
  if (pem.length > MAX_PEM_LENGTH) {
    return undefined;
  }
  try {
    const certificate = new X509Certificate(pem);
    return {
      fingerprint: certificate.fingerprint256,
      validFrom: new Date(certificate.validFrom).toISOString(),
      validTo: new Date(certificate.validTo).toISOString(),
    };
  } catch {
    return undefined;
  }
}
