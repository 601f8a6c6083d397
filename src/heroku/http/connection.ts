import type { Agent, ClientRequest } from 'node:http';
import fetch from 'node-fetch';
import type { Headers } from 'node-fetch';
import { createAgent, proxyFor, watched } from './agent';
import type { Body } from './body';
import { ACCEPTED_ENCODING } from './body';
import type { Interruption } from './networkError';
import { isOfConnecting, networkCodeOf } from './networkError';
import type { Request } from './request';
import './settleOnce';

export interface ConnectionOptions {
  apiKey: string;
  baseUrl: URL;
  /** The most connections open at once. */
  concurrency: number;
  /** How long nothing may come before a request counts as timed out, in milliseconds. */
  timeoutMs?: number;
  /** How long an answer may take in all, in milliseconds: one that trickles would never end. */
  longestAnswerMs?: number;
  /** The longest body that is taken, in bytes, as it is sent. */
  maxBodyBytes: number;
}

/** The beginning of an answer. */
export interface AnswerHead {
  status: number;
  headers: Headers;
}

/** An answer as it came, whatever it says; without a body where that did not come whole. */
export type RawAnswer = AnswerHead &
  ({ body: Body } | { body?: undefined; interruption: Interruption });

/** A request to which no answer came. */
export interface NoAnswer {
  status?: undefined;
  interruption: Interruption;
  /** The server had closed the kept-alive connection before this request: it never saw it. */
  wasStale: boolean;
}

/**
 * One request and its whole answer over kept-alive connections: the headers that Heroku wants, time limits, and no
 * step outside the API's own origin: redirects are not followed.
 */
export class Connection {
  readonly #apiKey: string;
  readonly #baseUrl: URL;
  readonly #proxy: URL | undefined;
  readonly #agent: Agent;
  /** Why nothing can be sent at all. */
  readonly #obstacle: Interruption | undefined;
  readonly #timeoutMs: number;
  readonly #longestAnswerMs: number;
  readonly #maxBodyBytes: number;
  #sent = 0;

  constructor(options: ConnectionOptions) {
    this.#apiKey = options.apiKey;
    this.#baseUrl = options.baseUrl;
    const proxy = proxyFor(options.baseUrl);
    if (proxy === 'unusable') {
      this.#obstacle = {
        code: 'UNUSABLE_PROXY',
        text: 'HTTPS_PROXY does not hold the address of an HTTP proxy',
      };
    } else {
      this.#proxy = proxy;
    }
    this.#agent = createAgent(
      options.baseUrl,
      this.#proxy,
      options.concurrency,
    );
    this.#timeoutMs = options.timeoutMs ?? 30_000;
    this.#longestAnswerMs = options.longestAnswerMs ?? 5 * 60_000;
    this.#maxBodyBytes = options.maxBodyBytes;
  }

  /** Requests sent so far. */
  get requestsSent(): number {
    return this.#sent;
  }

  /**
   * Sends a request and reads its answer to the end. Never rejects for what the network does.
   *
   * @param range the `Range` header
   * @param onHead called when status and headers are there, and the body is yet to come
   */
  async exchange(
    request: Request,
    range: string | undefined,
    onHead: (head: AnswerHead) => void = () => undefined,
  ): Promise<RawAnswer | NoAnswer> {
    if (this.#obstacle) {
      return { interruption: this.#obstacle, wasStale: false };
    }
    const giveUp = new AbortController();
    let sent: ClientRequest | undefined;
    let head: AnswerHead | undefined;
    let timeout: Interruption | undefined;
    const expire = (text: string) => {
      const isConnecting =
        sent !== undefined && sent.socket?.connecting !== false;
      timeout ??= { code: isConnecting ? 'ETIMEDOUT' : 'TIMEOUT', text };
      giveUp.abort();
    };
    const idle = setTimeout(
      () => expire(`nothing came from ${this.#host} for ${this.#timeoutMs} ms`),
      this.#timeoutMs,
    );
    const whole = setTimeout(
      () =>
        expire(
          `no complete answer from ${this.#host} within ${this.#longestAnswerMs} ms`,
        ),
      this.#longestAnswerMs,
    );
    try {
      this.#sent++;
      const { status, headers, body } = await fetch(
        new URL(request.path, this.#baseUrl).href,
        {
          agent: watched(this.#agent, (taken) => (sent = taken)),
          redirect: 'manual',
          signal: giveUp.signal,
          compress: false,
          headers: this.#headersOf(request, range),
        },
      );
      idle.refresh();
      head = { status, headers };
      onHead(head);
      const encoding = headers.get('content-encoding');
      if (status >= 300 && status < 400) {
        // Its body says nothing, and must not hold the connection open.
        giveUp.abort();
        return { ...head, body: { bytes: Buffer.alloc(0), encoding } };
      }
      const bytes = await this.#readAll(body, () => idle.refresh());
      return { ...head, body: { bytes, encoding } };
    } catch (error) {
      const interruption = timeout ?? this.#explain(error, head !== undefined);
      // Whatever is still coming would hold its connection open.
      giveUp.abort();
      return head
        ? { ...head, interruption }
        : { interruption, wasStale: isStale(sent, interruption) };
    } finally {
      clearTimeout(idle);
      clearTimeout(whole);
    }
  }

  #headersOf(
    request: Request,
    range: string | undefined,
  ): Record<string, string> {
    return {
      Accept: 'application/vnd.heroku+json; version=3',
      Authorization: `Bearer ${this.#apiKey}`,
      'Accept-Encoding': ACCEPTED_ENCODING,
      'User-Agent': 'jupiterone-graph-heroku',
      ...(range !== undefined && { Range: range }),
      ...request.headers,
    };
  }

  async #readAll(
    body: NodeJS.ReadableStream,
    onProgress: () => void,
  ): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of body as AsyncIterable<Buffer>) {
      onProgress();
      length += piece.length;
      if (length > this.#maxBodyBytes) {
        throw new BodyTooLarge();
      }
      pieces.push(piece);
    }
    return Buffer.concat(pieces, length);
  }

  /** @throws the error, where it is a defect and not the network's: trying again would hide it */
  #explain(error: unknown, isReadingBody: boolean): Interruption {
    if (error instanceof BodyTooLarge) {
      return {
        code: 'BODY_TOO_LARGE',
        text: `the body is longer than ${this.#maxBodyBytes} bytes`,
      };
    }
    if (!isOfNetwork(error, isReadingBody)) {
      throw error;
    }
    const code = networkCodeOf(error);
    return {
      code,
      text: isOfConnecting(code)
        ? `no connection to ${this.#host}`
        : `no complete answer from ${this.#host}`,
    };
  }

  get #host(): string {
    const via = this.#proxy ? ` through the proxy ${this.#proxy.host}` : '';
    return `${this.#baseUrl.host}${via}`;
  }
}

/** Whether an error is node-fetch's own, or one of the connection that a body came over. */
function isOfNetwork(error: unknown, isReadingBody: boolean): error is object {
  return (
    typeof error === 'object' &&
    error !== null &&
    (('name' in error && error.name === 'FetchError') ||
      (isReadingBody && 'code' in error))
  );
}

/** A body that is longer than anything that belongs here. */
class BodyTooLarge extends Error {}

function isStale(
  request: ClientRequest | undefined,
  { code }: Interruption,
): boolean {
  return (
    request?.reusedSocket === true && ['ECONNRESET', 'EPIPE'].includes(code)
  );
}
