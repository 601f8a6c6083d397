import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch from 'node-fetch';
import type { Headers, Response } from 'node-fetch';
import type { Body } from './body';
import { ACCEPTED_ENCODING } from './body';
import { noticeEarlyEnds } from './earlyEnd';
import { RequestFailed } from './failure';
import { plainProse } from './prose';
import type { Request } from './request';
import { describeRequest, PassingFailure } from './request';

const MAX_REDIRECTS = 3;

export interface ConnectionOptions {
  apiKey: string;
  baseUrl: URL;
  /** The most connections open at once. */
  concurrency: number;
  /** For a whole request, from connecting to the end of the body. */
  timeoutMs?: number;
  /** The longest body that is taken, as it is sent. */
  maxBodyBytes: number;
}

/** An answer as it came, whatever it says. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  body: Body;
}

/**
 * One request and its whole answer over kept-alive connections: the headers Heroku wants, a time limit, and no
 * step outside the API's own origin.
 */
export class Connection {
  private readonly apiKey: string;
  private readonly baseUrl: URL;
  private readonly agent: HttpAgent | HttpsAgent;
  private readonly timeoutMs: number;
  private readonly maxBodyBytes: number;
  private sent = 0;

  constructor(options: ConnectionOptions) {
    this.apiKey = options.apiKey;
    this.baseUrl = options.baseUrl;
    const Agent = options.baseUrl.protocol === 'http:' ? HttpAgent : HttpsAgent;
    this.agent = noticeEarlyEnds(
      new Agent({ keepAlive: true, maxSockets: options.concurrency }),
    );
    this.timeoutMs = options.timeoutMs ?? 30_000;
    this.maxBodyBytes = options.maxBodyBytes;
  }

  /** Requests sent so far, those that a redirect led to included. */
  get requestsSent(): number {
    return this.sent;
  }

  /** The host that requests go to. */
  get host(): string {
    return this.baseUrl.host;
  }

  /**
   * Sends a request and reads its answer to the end.
   *
   * @throws PassingFailure where no whole answer came in time
   * @throws RequestFailed for a redirect that is not followed
   */
  async exchange(request: Request): Promise<RawAnswer> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), this.timeoutMs);
    try {
      return await this.follow(request, controller.signal);
    } catch (error) {
      const failure = this.toFailure(request, error, controller.signal.aborted);
      // Whatever is still coming, such as the body of a redirect, would hold its connection open.
      controller.abort();
      throw failure;
    } finally {
      clearTimeout(timer);
    }
  }

  private async follow(
    request: Request,
    signal: AbortSignal,
  ): Promise<RawAnswer> {
    let url = new URL(request.path, this.baseUrl);
    for (let redirects = 0; ; redirects++) {
      const response = await this.send(url, request, signal);
      const { status, headers } = response;
      const location = headers.get('location');
      if (![301, 302, 303, 307, 308].includes(status) || !location) {
        const encoding = headers.get('content-encoding');
        const body = { bytes: await response.buffer(), encoding };
        return { status, headers, body };
      }
      url = this.redirected(request, status, location, url);
      if (redirects >= MAX_REDIRECTS) {
        throw new RequestFailed({
          kind: 'final',
          ...describeRequest(request),
          status,
          statusText: 'too many redirects',
        });
      }
      await response.text();
    }
  }

  private send(
    url: URL,
    request: Request,
    signal: AbortSignal,
  ): Promise<Response> {
    this.sent++;
    return fetch(url.href, {
      agent: this.agent,
      redirect: 'manual',
      signal,
      size: this.maxBodyBytes,
      compress: false,
      headers: {
        Accept: 'application/vnd.heroku+json; version=3',
        Authorization: `Bearer ${this.apiKey}`,
        'Accept-Encoding': ACCEPTED_ENCODING,
        'User-Agent': 'jupiterone-graph-heroku',
        ...(request.range && { Range: request.range }),
        ...request.headers,
      },
    });
  }

  /** Where a redirect leads, if it may be followed. */
  private redirected(
    request: Request,
    status: number,
    location: string,
    from: URL,
  ): URL {
    const target = URL.canParse(location, from.href)
      ? new URL(location, from)
      : undefined;
    if (target?.origin === this.baseUrl.origin) {
      return target;
    }
    const host = plainProse(target?.host.replaceAll(this.apiKey, '')) || '?';
    throw new RequestFailed({
      kind: 'final',
      ...describeRequest(request),
      status,
      statusText: `redirect to another origin (${host}), not followed: the API key goes to ${this.host} only`,
    });
  }

  private toFailure(
    request: Request,
    error: unknown,
    timedOut: boolean,
  ): unknown {
    if (!(error instanceof Error) || error instanceof RequestFailed) {
      return error;
    }
    if (timedOut) {
      return new PassingFailure({
        ...describeRequest(request),
        status: 'TIMEOUT',
        statusText: `nothing complete from ${this.host} within ${this.timeoutMs} ms`,
      });
    }
    // Only node-fetch's own errors are the network's; any other is a defect, and trying again would hide it.
    if (error.name !== 'FetchError') {
      return error;
    }
    const isTooLarge = 'type' in error && error.type === 'max-size';
    return new PassingFailure({
      ...describeRequest(request),
      status: isTooLarge ? 'BODY_TOO_LARGE' : codeOf(error),
      statusText: `no complete answer from ${this.host}`,
    });
  }
}

/** Node's code of a network error, such as `ECONNRESET`. */
function codeOf(error: Error): string {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code)
    ? code
    : 'NETWORK_ERROR';
}
