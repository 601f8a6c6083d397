import { retry } from '@lifeomic/attempt';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch from 'node-fetch';
import type { Headers, Response } from 'node-fetch';
import PQueue from 'p-queue';
import type { Clock } from './clock';
import { systemClock } from './clock';
import type { HerokuFailure } from './errors';
import {
  HerokuAuthenticationError,
  HerokuAuthorizationError,
  HerokuNotFoundError,
  HerokuRequestError,
  HerokuRetriesExceededError,
  HerokuUnavailableError,
} from './errors';
import { plainProse, plainToken } from './prose';
import { RateLimiter } from './rateLimiter';
import { retryAfterMs } from './retryAfter';

const MAX_REDIRECTS = 3;

export interface TransportOptions {
  apiKey: string;
  baseUrl: URL;
  /** The most requests in flight at once. */
  concurrency?: number;
  /** For a whole request, from connecting to the end of the body. */
  timeoutMs?: number;
  /** How often a request is tried before it counts as failed. */
  maxAttempts?: number;
  /** The longest wait before the second attempt; doubled for each further one, and cut short at random. */
  retryDelayMs?: number;
  /** Requests in a row that used up their attempts before the API counts as dead. */
  deadAfter?: number;
  /** How long the API may answer nothing but 429 before it counts as failed. */
  longestRateLimitMs?: number;
  /** Requests of the account's bucket that are left to its other clients. */
  reserve?: number;
  refillPerMinute?: number;
  clock?: Clock;
}

export interface Request {
  /** As Heroku documents it: `/teams/{team}/apps`. */
  route: string;
  /** What is asked for: `/teams/0193…/apps`. */
  path: string;
  /** What the body must be; anything else is taken as a passing failure. */
  expect: 'list' | 'object';
  range?: string;
  headers?: Record<string, string>;
}

export interface Answer {
  status: number;
  body: unknown;
  nextRange: string | undefined;
}

/** A failure that another attempt may not meet. */
class PassingFailure extends Error {
  constructor(readonly failure: HerokuFailure) {
    super(failure.statusText);
  }
}

/**
 * Sends the requests of one run: the headers Heroku wants, kept-alive connections, a bound on what is in flight,
 * a time limit, retries with full jitter, pacing, and no step outside the API's own origin.
 */
export class Transport {
  private readonly apiKey: string;
  private readonly baseUrl: URL;
  private readonly agent: HttpAgent | HttpsAgent;
  private readonly queue: PQueue;
  private readonly limiter: RateLimiter;
  private readonly clock: Clock;
  private readonly timeoutMs: number;
  private readonly maxAttempts: number;
  private readonly retryDelayMs: number;
  private readonly deadAfter: number;
  private readonly longestRateLimitMs: number;
  private refusedKey: HerokuAuthenticationError | undefined;
  private lastExhausted: HerokuFailure | undefined;
  private exhaustedInARow = 0;
  private lastAdmittedAt: number;
  private scopes: readonly string[] | undefined;
  private sent = 0;

  constructor(options: TransportOptions) {
    const concurrency = options.concurrency ?? 10;
    this.apiKey = options.apiKey;
    this.baseUrl = options.baseUrl;
    const Agent = options.baseUrl.protocol === 'http:' ? HttpAgent : HttpsAgent;
    this.agent = new Agent({ keepAlive: true, maxSockets: concurrency });
    this.queue = new PQueue({ concurrency });
    this.clock = options.clock ?? systemClock;
    this.limiter = new RateLimiter({
      clock: this.clock,
      reserve: options.reserve,
      refillPerMinute: options.refillPerMinute,
    });
    this.timeoutMs = options.timeoutMs ?? 30_000;
    this.maxAttempts = options.maxAttempts ?? 5;
    this.retryDelayMs = options.retryDelayMs ?? 1_000;
    this.deadAfter = options.deadAfter ?? 20;
    this.longestRateLimitMs = options.longestRateLimitMs ?? 2 * 60 * 60 * 1000;
    this.lastAdmittedAt = this.clock.now();
  }

  /** The key's OAuth scopes, as the last answer named them; `undefined` before one did. */
  get scopesHeld(): readonly string[] | undefined {
    return this.scopes;
  }

  /** Requests sent so far, retries included. */
  get requestsSent(): number {
    return this.sent;
  }

  /** Requests left in the account's bucket; `undefined` before Heroku said so. */
  get requestsLeft(): number | undefined {
    return this.limiter.remaining;
  }

  /** How long the requests that the limit holds back will take to leave, in milliseconds. */
  get estimatedWaitMs(): number {
    return this.limiter.estimatedWaitMs;
  }

  /** The host that requests go to. */
  get host(): string {
    return this.baseUrl.host;
  }

  /**
   * Sends one request and reads its answer, trying again where that can help.
   *
   * @throws HerokuAuthenticationError for a 401, and then for everything that is asked in this run
   * @throws HerokuAuthorizationError for a 402 or 403
   * @throws HerokuNotFoundError for a 404 or 410
   * @throws HerokuRequestError for any other answer that another attempt would not change
   * @throws HerokuRetriesExceededError where every attempt met a passing failure
   * @throws HerokuUnavailableError once the API counts as dead
   */
  async get(request: Request): Promise<Answer> {
    try {
      const answer = await retry(
        () => this.queue.add(() => this.admitted(request)),
        {
          maxAttempts: this.maxAttempts,
          delay: this.retryDelayMs,
          maxDelay: 30_000,
          factor: 2,
          jitter: true,
          handleError: (error, context) => {
            if (!(error instanceof PassingFailure)) {
              context.abort();
            }
          },
        },
      );
      this.exhaustedInARow = 0;
      return answer;
    } catch (error) {
      if (!(error instanceof PassingFailure)) {
        throw error;
      }
      this.exhaustedInARow++;
      this.lastExhausted = error.failure;
      throw new HerokuRetriesExceededError(error.failure, this.maxAttempts);
    }
  }

  /** One attempt, sent when the rate limit lets it: a 429 is waited out and is not an attempt. */
  private async admitted(request: Request): Promise<Answer> {
    for (;;) {
      this.refuseIfHopeless(request);
      await this.limiter.acquire();
      let response: { answer?: Answer; retryAfter?: number };
      try {
        this.refuseIfHopeless(request);
        response = await this.attempt(request);
      } catch (error) {
        this.limiter.answered();
        throw error;
      }
      if (response.answer) {
        this.lastAdmittedAt = this.clock.now();
        return response.answer;
      }
      this.limiter.refused(response.retryAfter);
      if (this.clock.now() - this.lastAdmittedAt > this.longestRateLimitMs) {
        throw new PassingFailure({
          ...this.describe(request),
          status: 429,
          statusText: 'Too Many Requests, and nothing else for too long',
        });
      }
    }
  }

  private refuseIfHopeless(request: Request): void {
    if (this.refusedKey) {
      throw this.refusedKey;
    }
    if (this.lastExhausted && this.exhaustedInARow >= this.deadAfter) {
      throw new HerokuUnavailableError({
        ...this.lastExhausted,
        ...this.describe(request),
      });
    }
  }

  private async attempt(
    request: Request,
  ): Promise<{ answer?: Answer; retryAfter?: number }> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort(), this.timeoutMs);
    try {
      const response = await this.send(request, controller.signal);
      const text = await response.text();
      return this.interpret(request, response, text);
    } catch (error) {
      throw this.toFailure(request, error, controller.signal.aborted);
    } finally {
      clearTimeout(timer);
    }
  }

  private async send(request: Request, signal: AbortSignal): Promise<Response> {
    let url = new URL(request.path, this.baseUrl);
    for (let redirects = 0; ; redirects++) {
      this.sent++;
      const response = await fetch(url.href, {
        agent: this.agent,
        redirect: 'manual',
        signal,
        headers: {
          Accept: 'application/vnd.heroku+json; version=3',
          Authorization: `Bearer ${this.apiKey}`,
          'User-Agent': 'jupiterone-graph-heroku',
          ...(request.range && { Range: request.range }),
          ...request.headers,
        },
      });
      const location = response.headers.get('location');
      if (![301, 302, 303, 307, 308].includes(response.status) || !location) {
        return response;
      }
      response.body.resume();
      const target = new URL(location, url);
      if (target.origin !== this.baseUrl.origin || redirects >= MAX_REDIRECTS) {
        throw new HerokuRequestError({
          ...this.describe(request),
          status: response.status,
          statusText:
            target.origin === this.baseUrl.origin
              ? 'too many redirects'
              : `redirect to another origin (${plainProse(target.host)}), not followed: the API key goes to ${this.host} only`,
        });
      }
      url = target;
    }
  }

  private interpret(
    request: Request,
    response: Response,
    text: string,
  ): { answer?: Answer; retryAfter?: number } {
    const { status, headers } = response;
    this.noteScopes(headers);
    if (status === 429) {
      return {
        retryAfter: retryAfterMs(headers.get('retry-after'), Date.now()),
      };
    }
    const body = parseJson(text);
    if (!response.ok) {
      throw this.refusal(request, response, body);
    }
    const isExpected =
      request.expect === 'list'
        ? Array.isArray(body)
        : typeof body === 'object' && body !== null && !Array.isArray(body);
    if (!isExpected) {
      throw new PassingFailure({
        ...this.describe(request, headers),
        status,
        statusText: `but not with the JSON ${request.expect} that belongs here`,
      });
    }
    this.limiter.answered(numberHeader(headers, 'ratelimit-remaining'));
    return {
      answer: {
        status,
        body,
        nextRange: headers.get('next-range') ?? undefined,
      },
    };
  }

  private refusal(request: Request, response: Response, body: unknown): Error {
    const { status, headers } = response;
    const said: { id?: unknown; message?: unknown } =
      typeof body === 'object' && body !== null ? body : {};
    const failure: HerokuFailure = {
      ...this.describe(request, headers),
      status,
      statusText: response.statusText,
      herokuId: plainToken(said.id),
      herokuMessage: plainProse(said.message) || undefined,
      scopesAccepted: scopesOf(headers.get('oauth-scope-accepted')),
      scopesHeld: this.scopes,
    };
    switch (status) {
      case 401:
        return (this.refusedKey ??= new HerokuAuthenticationError(failure));
      case 402:
      case 403:
        return new HerokuAuthorizationError(failure);
      case 404:
      case 410:
        return new HerokuNotFoundError(failure);
      default:
        return status === 408 || status >= 500
          ? new PassingFailure(failure)
          : new HerokuRequestError(failure);
    }
  }

  private toFailure(
    request: Request,
    error: unknown,
    timedOut: boolean,
  ): unknown {
    const isNetwork =
      error instanceof Error &&
      (error.name === 'FetchError' ||
        error.name === 'AbortError' ||
        'code' in error) &&
      !('failure' in error);
    if (!isNetwork) {
      return error;
    }
    const code = 'code' in error ? error.code : undefined;
    return new PassingFailure({
      ...this.describe(request),
      status: timedOut
        ? 'TIMEOUT'
        : typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code)
          ? code
          : 'NETWORK_ERROR',
      statusText: timedOut
        ? `nothing complete from ${this.host} within ${this.timeoutMs} ms`
        : `no complete answer from ${this.host}`,
    });
  }

  private describe(
    request: Request,
    headers?: Headers,
  ): Pick<HerokuFailure, 'route' | 'path' | 'requestId'> {
    const requestId = headers?.get('request-id')?.split(',')[0]?.trim();
    return {
      route: `GET ${request.route}`,
      path: request.path,
      requestId:
        requestId && /^[\w-]{1,64}$/.test(requestId) ? requestId : undefined,
    };
  }

  private noteScopes(headers: Headers): void {
    this.scopes = scopesOf(headers.get('oauth-scope')) ?? this.scopes;
  }
}

function scopesOf(header: string | null): readonly string[] | undefined {
  return header === null
    ? undefined
    : header.split(/[\s,]+/).filter((scope) => /^[a-z-]{1,40}$/.test(scope));
}

function numberHeader(headers: Headers, name: string): number | undefined {
  const value = headers.get(name);
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
