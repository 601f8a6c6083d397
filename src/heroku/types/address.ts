import * as v from 'valibot';
import { MAX_TEXT_LENGTH } from './fields';

/** Where a URL points: its credentials, path and query may be secrets and are not kept. */
export interface Address {
  /** Without the colon: `https`, `syslog+tls`. */
  scheme: string;
  host: string;
  port?: number;
}

/** A URL, turned into where it points. */
export const address = v.pipe(
  v.string(),
  v.maxLength(MAX_TEXT_LENGTH),
  v.transform(parseAddress),
);

function parseAddress(url: string): Address | undefined {
  try {
    const { protocol, hostname, port } = new URL(url);
    return {
      scheme: protocol.slice(0, -1),
      host: hostname,
      ...(port !== '' && { port: Number(port) }),
    };
  } catch {
    return undefined;
  }
}
