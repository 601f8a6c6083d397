/** Why an answer did not come, or not whole. */
export interface Interruption {
  /** Node's code (`ECONNRESET`), or one of ours (`TIMEOUT`, `BODY_TOO_LARGE`, `UNUSABLE_PROXY`). */
  code: string;
  /** What happened, in words. */
  text: string;
}

/** Node's code of a network error, such as `ECONNRESET`. */
export function networkCodeOf(error: object): string {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,59}$/.test(code)
    ? code
    : 'NETWORK_ERROR';
}

/** Whether the host was not reached at all: its name is unknown, or nothing took the connection. */
export function isOfConnecting(code: string): boolean {
  return /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/.test(
    code,
  );
}

/** Certificates that do not lead to an authority that this computer trusts. */
const UNTRUSTED =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(GET_ISSUER_CERT(_LOCALLY)?|VERIFY_LEAF_SIGNATURE)|CERT_UNTRUSTED|INVALID_CA)$/;

/** Certificates that would not be accepted from a trusted authority either. */
const UNACCEPTABLE =
  /^(CERT_|CRL_|UNABLE_TO_(GET|DECRYPT|DECODE)_|ERROR_IN_C|PATH_LENGTH_EXCEEDED$|INVALID_PURPOSE$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_)/;

/** Whether the certificate was refused because nobody known here vouches for it. */
export function isUntrustedCertificate(code: unknown): boolean {
  return typeof code === 'string' && UNTRUSTED.test(code);
}

/** Whether the certificate of the host, or of what answered in its place, was refused. */
export function isCertificateError(code: unknown): boolean {
  return (
    typeof code === 'string' &&
    (UNTRUSTED.test(code) || UNACCEPTABLE.test(code))
  );
}

/**
 * Whether another try would meet the same.
 *
 * @param hasBeenReached whether the host has answered before: then its name resolves, and fails to only for a while
 */
export function isPermanent(code: string, hasBeenReached: boolean): boolean {
  return (
    isCertificateError(code) ||
    code === 'UNUSABLE_PROXY' ||
    /^PROXY_[1-4]/.test(code) ||
    (code === 'ENOTFOUND' && !hasBeenReached)
  );
}
