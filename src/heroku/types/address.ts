import { domainToUnicode } from 'node:url';
import { reducedTo } from './fields';
import type { Form } from './form';
import { REFUSED } from './form';

/** Where a URL points: its credentials, path and query may be secrets and are not kept. */
export interface Address {
  /** Lower case, without the colon: `https`, `syslog+tls`. */
  scheme: string;
  /**
   * Lower case. International names are readable (`münchen.example.com`), IPv6 addresses are in brackets (`[::1]`),
   * and a wildcard stays as it is (`*.example.com`).
   */
  host: string;
  /** Left out where it is the usual one of the scheme. */
  port?: number;
}

/** The usual ports that JavaScript does not know, as it knows those of the schemes of the web. */
const USUAL_PORTS: Readonly<Record<string, string>> = {
  syslog: '514',
  'syslog+tls': '6514',
};

/** The URL of a web page or service, reduced to where it points. Other text tells nothing. */
export const httpAddress = addressOf('http', 'https');

/** The URL of a log drain, reduced to where it points. Other text tells nothing. */
export const drainAddress = addressOf('http', 'https', 'syslog', 'syslog+tls');

/** The URL of an OpenTelemetry exporter, reduced to where it points. Other text tells nothing. */
export const telemetryAddress = addressOf('http', 'https', 'grpc');

/** The URL of a web page, without credentials, query and fragment. Other text tells nothing. */
export const webUrl: Form<string> = {
  decode: (value) => {
    if (typeof value !== 'string') {
      return REFUSED;
    }
    const url = parseUrl(value, ['http', 'https']);
    return url && `${url.protocol}//${url.host}${url.pathname}`;
  },
};

function addressOf(...schemes: string[]) {
  return reducedTo((value) => parseAddress(value, schemes));
}

function parseAddress(
  value: string,
  schemes: readonly string[],
): Address | undefined {
  const url = parseUrl(value, schemes);
  const host = url && readableHost(url.hostname);
  if (!host) {
    return undefined;
  }
  const scheme = schemeOf(url);
  const isUsualPort = url.port === '' || url.port === USUAL_PORTS[scheme];
  return { scheme, host, ...(!isUsualPort && { port: Number(url.port) }) };
}

/**
 * Parses text that is beyond doubt a URL of one of these schemes. JavaScript would take more for one: it reads the
 * host `secret` out of `https:secret` and `https:///secret`, and the scheme `user` out of `user:password@host`.
 */
function parseUrl(text: string, schemes: readonly string[]): URL | undefined {
  const url = /^\s*[a-z][a-z\d+.-]*:\/\/[^/\\]/i.test(text) && urlOf(text);
  if (!url || !schemes.includes(schemeOf(url))) {
    return undefined;
  }
  // Where an `@` follows what was read as the host, that may be the beginning of a password with a slash in it.
  const isDoubtful =
    !/[.:]/.test(url.hostname) &&
    (url.pathname + url.search + url.hash).includes('@');
  return isDoubtful ? undefined : url;
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function schemeOf({ protocol }: URL): string {
  return protocol.slice(0, -1);
}

/** A host in lower case and in readable letters; `undefined` where it is none. */
function readableHost(hostname: string): string | undefined {
  // JavaScript normalises hosts of the schemes of the web only.
  const ascii = urlOf(`https://${hostname}`)?.hostname;
  return ascii && (domainToUnicode(ascii) || ascii);
}
