import { createHash, createPrivateKey, sign } from 'node:crypto';
import type { Context } from './context';

/** What a certificate in the sandbox says. */
export interface CertificateContent {
  subject: string;
  issuedDaysAgo: number;
  expiresInDays: number;
  /** Without the lines of PEM and what may stand before them. */
  bare?: boolean;
}

/**
 * A readable, self-signed X.509 certificate, the same one for the same id and dates: the integration computes
 * its fingerprint and expiry. The planted secret stands in front of it, where PEM allows text, and the last full
 * line of its encoded body, part of the signature, is watched too.
 */
export function certificateText(
  context: Context,
  resource: string,
  id: string,
  field: string,
  { subject, issuedDaysAgo, expiresInDays, bare }: CertificateContent,
): string {
  const der = certificate({
    subject,
    serial: createHash('sha1').update(id).digest().subarray(0, 15),
    notBefore: new Date(context.ago(issuedDaysAgo)),
    notAfter: new Date(context.ago(-expiresInDays)),
    seed: createHash('sha256').update(id).digest(),
  });
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  context.secrets.watch(resource, id, `${field}.body`, lines.at(-2) ?? '');
  if (bare) return lines.join('');
  return [
    context.secrets.secret(resource, id, field),
    '-----BEGIN CERTIFICATE-----',
    ...lines,
    '-----END CERTIFICATE-----',
    '',
  ].join('\n');
}

const ed25519 = sequence(Buffer.from('06032b6570', 'hex'));

function certificate(content: {
  subject: string;
  serial: Buffer;
  notBefore: Date;
  notAfter: Date;
  seed: Buffer;
}): Buffer {
  const key = createPrivateKey({
    key: sequence(
      Buffer.from('020100', 'hex'),
      ed25519,
      element(0x04, element(0x04, content.seed)),
    ),
    format: 'der',
    type: 'pkcs8',
  });
  const name = sequence(
    element(
      0x31,
      sequence(
        Buffer.from('0603550403', 'hex'),
        element(0x0c, Buffer.from(content.subject)),
      ),
    ),
  );
  const publicKey = Buffer.from(
    key.export({ format: 'jwk' }).x ?? '',
    'base64url',
  );
  const body = sequence(
    // A leading 1 keeps the serial number positive.
    element(0x02, Buffer.concat([Buffer.from([1]), content.serial])),
    ed25519,
    name,
    sequence(time(content.notBefore), time(content.notAfter)),
    name,
    sequence(ed25519, bitString(publicKey)),
  );
  return sequence(body, ed25519, bitString(sign(null, body, key)));
}

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

function bitString(content: Buffer): Buffer {
  return element(0x03, Buffer.concat([Buffer.from([0]), content]));
}

function time(date: Date): Buffer {
  const digits = date.toISOString().replace(/\.\d+Z$|[-:T]/g, '');
  return element(0x18, Buffer.from(`${digits}Z`));
}

/** One DER element: tag, length, content. */
function element(tag: number, content: Buffer): Buffer {
  const length =
    content.length < 128
      ? [content.length]
      : content.length < 256
        ? [0x81, content.length]
        : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
