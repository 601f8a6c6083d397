import type { Agent, ClientRequest } from 'node:http';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { AgentConnectOpts } from 'agent-base';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';

/**
 * The proxy to use for an address, from `HTTPS_PROXY`, or `HTTP_PROXY` where only that is set, unless `NO_PROXY`
 * excepts the host. Plain http, which is for this computer only, never goes through one: a proxy would see the key.
 *
 * @returns the proxy, `undefined` for none, `unusable` where the variable does not hold the address of an HTTP proxy
 */
export function proxyFor(url: URL): URL | 'unusable' | undefined {
  if (url.protocol !== 'https:') {
    return undefined;
  }
  const value =
    getProxyForUrl(url.href) ||
    getProxyForUrl(`http://${url.hostname}:${url.port || 443}`);
  if (value === '') {
    return undefined;
  }
  const proxy = URL.canParse(value) ? new URL(value) : undefined;
  return proxy && ['http:', 'https:'].includes(proxy.protocol)
    ? proxy
    : 'unusable';
}

/** A proxy that does not let the connection through. */
class ProxyRefusal extends Error {
  readonly code: string;

  constructor(status: number) {
    super('the proxy refused the connection');
    this.code = `PROXY_${status}`;
  }
}

/** Kept-alive connections to the API, through the proxy if there is one. */
export function createAgent(
  baseUrl: URL,
  proxy: URL | undefined,
  maxSockets: number,
): Agent {
  if (proxy !== undefined) {
    return new TunnelAgent(proxy, { keepAlive: true });
  }
  return baseUrl.protocol === 'http:'
    ? new HttpAgent({ keepAlive: true, maxSockets })
    : new HttpsAgent({ keepAlive: true, maxSockets });
}

/**
 * Connections through a proxy. What a proxy that refuses answers is no answer of Heroku's, and a tunnel that is
 * waited for in vain is closed with its request.
 */
class TunnelAgent extends HttpsProxyAgent<string> {
  override connect(
    request: ClientRequest,
    options: AgentConnectOpts,
  ): ReturnType<HttpsProxyAgent<string>['connect']> {
    request.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
      if (statusCode !== 200) {
        request.destroy(new ProxyRefusal(statusCode));
      }
    });
    const waiting = new AbortController();
    request.once('abort', () => waiting.abort());
    const ownOptions = { ...this.connectOpts, signal: waiting.signal };
    const own = Object.create(this, {
      connectOpts: { value: ownOptions },
    }) as this;
    return super.connect.call(own, request, options);
  }
}

/** What Node's agents do and their types do not say: each request is handed to its agent. */
interface RequestTaking {
  addRequest(request: ClientRequest, ...rest: unknown[]): void;
}

/**
 * The agent, for one request that `onRequest` is told of.
 *
 * It also makes a connection that ends in the middle of a body an error of its request. node-fetch 2 sees that for
 * chunked bodies only: one of a declared length would be waited for until the time limit.
 */
export function watched(
  agent: Agent,
  onRequest: (request: ClientRequest) => void,
): Agent {
  const taking = agent as Agent & RequestTaking;
  const own: RequestTaking = {
    addRequest(request, ...rest) {
      onRequest(request);
      request.once('response', (response) => {
        response.once('close', () => {
          if (!response.complete) {
            request.emit('error', new EarlyEnd());
          }
        });
      });
      taking.addRequest(request, ...rest);
    },
  };
  return Object.assign(Object.create(agent) as Agent, own);
}

class EarlyEnd extends Error {
  readonly code = 'ECONNRESET';

  constructor() {
    super('the connection ended before the body did');
  }
}
