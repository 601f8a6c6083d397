import { retry } from '@lifeomic/attempt';
import PQueue from 'p-queue';
import type { Answer } from './answer';
import { isSuccess, readAnswer, requestsLeftOf, scopesOf } from './answer';
import type { Clock } from './clock';
import { systemClock } from './clock';
import type { ConnectionOptions, RawAnswer } from './connection';
import { Connection } from './connection';
import { RequestFailed } from './failure';
import type { Permit } from './rateLimiter';
import { RateLimiter } from './rateLimiter';
import type { Request } from './request';
import { describeRequest, PassingFailure } from './request';
import { retryAfterMs } from './retryAfter';

/** A page is 1,000 objects of some KB; a body beyond this is none, and must not fill the memory. */
const MAX_BODY_BYTES = 128 * 1024 * 1024;

export interface TransportOptions extends Omit<
  ConnectionOptions,
  'concurrency' | 'maxBodyBytes'
> {
  /** The most requests in flight at once. */
  concurrency?: number;
  /** The longest body that is read, as it is sent and decompressed. */
  maxBodyBytes?: number;
  /**
   * Waits until there is room for another page. Until then pages stay as they came, compressed, while requests go
   * on: so the network never waits for what is made of its answers, and what is read never fills the memory.
   */
  room?: () => Promise<void>;
  /** How often a request is tried before it counts as failed. */
  maxAttempts?: number;
  /** The longest wait before the second attempt; doubled for each further one, and cut short at random. */
  retryDelayMs?: number;
  /** Requests in a row that used up their attempts before the API counts as dead. */
  deadAfter?: number;
  /** How long the API may answer nothing but 429 before it counts as dead. */
  longestRateLimitMs?: number;
  /** Requests of the account's bucket that are left to its other clients. */
  reserve?: number;
  refillPerMinute?: number;
  clock?: Clock;
}

/** What came of a request: an answer, or a page that is yet to be unpacked. */
type Received = { answer: Answer } | { page: RawAnswer };

/**
 * Sends the requests of one run: a bound on what is in flight, pacing, retries with full jitter, and an end to the
 * asking once nothing more can come of it.
 */
export class Transport {
  private readonly apiKey: string;
  private readonly connection: Connection;
  private readonly queue: PQueue;
  private readonly limiter: RateLimiter;
  private readonly maxAttempts: number;
  private readonly retryDelayMs: number;
  private readonly deadAfter: number;
  private readonly longestRateLimitMs: number;
  private readonly maxBodyBytes: number;
  private readonly room: () => Promise<void>;
  /** In which pages are unpacked one after the other. */
  private readonly unpacking = new PQueue({ concurrency: 1 });
  private exhaustedInARow = 0;
  private scopes: readonly string[] | undefined;
  /** Set once nothing more is asked in this run: what everything that would be asked fails with. */
  private hopeless: ((request: Request) => Error) | undefined;

  constructor(options: TransportOptions) {
    const concurrency = options.concurrency ?? 10;
    this.apiKey = options.apiKey;
    this.maxBodyBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
    this.room = options.room ?? (() => Promise.resolve());
    this.connection = new Connection({
      ...options,
      concurrency,
      maxBodyBytes: this.maxBodyBytes,
    });
    this.queue = new PQueue({ concurrency });
    this.limiter = new RateLimiter({
      clock: options.clock ?? systemClock,
      reserve: options.reserve,
      refillPerMinute: options.refillPerMinute,
    });
    this.maxAttempts = options.maxAttempts ?? 5;
    this.retryDelayMs = options.retryDelayMs ?? 1_000;
    this.deadAfter = options.deadAfter ?? 20;
    this.longestRateLimitMs = options.longestRateLimitMs ?? 2 * 60 * 60 * 1000;
    if (!/^[\x21-\x7e]+$/.test(options.apiKey)) {
      this.endWith((request) => unsendableKey(request));
    }
  }

  /** The key's OAuth scopes, as the last answer named them; `undefined` before one did. */
  get scopesHeld(): readonly string[] | undefined {
    return this.scopes;
  }

  /** Requests sent so far, retries included. */
  get requestsSent(): number {
    return this.connection.requestsSent;
  }

  /** Requests left in the account's bucket; `undefined` before Heroku said so. */
  get requestsLeft(): number | undefined {
    return this.limiter.remaining;
  }

  /** How long the requests that the limit holds back will take to leave, in milliseconds. */
  get estimatedWaitMs(): number {
    return this.limiter.estimatedWaitMs(this.queue.size);
  }

  /** The host that requests go to. */
  get host(): string {
    return this.connection.host;
  }

  /**
   * Sends one request and reads its answer, trying again where that can help.
   *
   * @throws RequestFailed where it failed for good; its kind says how. After a 401, and once the API counts as dead,
   *   everything that is asked in this run fails.
   */
  async get(request: Request): Promise<Answer> {
    try {
      return await retry(() => this.tryOnce(request), {
        maxAttempts: this.maxAttempts,
        delay: this.retryDelayMs,
        maxDelay: 30_000,
        factor: 2,
        jitter: true,
        handleError: (error, context) => {
          if (!(error instanceof PassingFailure) || this.hopeless) {
            context.abort();
          }
        },
      });
    } catch (error) {
      if (!(error instanceof PassingFailure)) {
        throw error;
      }
      this.noteExhausted(error.failure);
      throw new RequestFailed({
        ...error.failure,
        kind: 'retriesExceeded',
        attempts: this.maxAttempts,
      });
    }
  }

  private async tryOnce(request: Request): Promise<Answer> {
    const { priority = 0 } = request;
    const received = await this.queue.add(() => this.attempt(request), {
      priority,
    });
    if ('answer' in received) {
      return received.answer;
    }
    const unpack = async () => {
      await this.room();
      return this.read(request, received.page);
    };
    return this.unpacking.add(unpack, { priority });
  }

  /** One attempt, sent when the rate limit lets it: a 429 is waited out and is not an attempt. */
  private async attempt(request: Request): Promise<Received> {
    for (let asked = 1; ; asked++) {
      this.refuseIfHopeless(request);
      const permit = await this.limiter.acquire();
      const answer = await this.send(request, permit);
      if (answer) {
        return answer;
      }
      if (this.limiter.refusedForMs > this.longestRateLimitMs) {
        const failure = {
          ...describeRequest(request),
          status: 429,
          statusText: 'Too Many Requests, and nothing else for too long',
        };
        this.endWith((other) => unavailable(other, failure));
        throw new RequestFailed({
          ...failure,
          kind: 'retriesExceeded',
          attempts: asked,
        });
      }
    }
  }

  /** Sends a request under its permit; `undefined` where the rate limit refused it. */
  private async send(
    request: Request,
    permit: Permit,
  ): Promise<Received | undefined> {
    let raw;
    try {
      this.refuseIfHopeless(request);
      raw = await this.connection.exchange(request);
    } catch (error) {
      permit.released();
      throw error;
    }
    const { status, headers } = raw;
    this.scopes = scopesOf(headers.get('oauth-scope')) ?? this.scopes;
    if (status === 429) {
      permit.refused(retryAfterMs(headers.get('retry-after'), Date.now()));
      return undefined;
    }
    permit.answered(requestsLeftOf(headers));
    // A refusal is read before another request leaves: it may be the end of all asking.
    return request.expect === 'list' && isSuccess(status)
      ? { page: raw }
      : { answer: await this.read(request, raw) };
  }

  private async read(request: Request, raw: RawAnswer): Promise<Answer> {
    try {
      const answer = await readAnswer(request, raw, {
        apiKey: this.apiKey,
        scopesHeld: this.scopes,
        maxBodyBytes: this.maxBodyBytes,
      });
      this.exhaustedInARow = 0;
      return answer;
    } catch (error) {
      if (!(error instanceof PassingFailure)) {
        // A refusal is a sign of life too.
        this.exhaustedInARow = 0;
      }
      if (
        error instanceof RequestFailed &&
        error.failure.kind === 'authentication'
      ) {
        this.endWith(() => error);
      }
      throw error;
    }
  }

  private noteExhausted(failure: PassingFailure['failure']): void {
    this.exhaustedInARow++;
    if (this.exhaustedInARow >= this.deadAfter) {
      this.endWith((request) => unavailable(request, failure));
    }
  }

  private endWith(hopeless: (request: Request) => Error): void {
    this.hopeless ??= hopeless;
    this.limiter.stop();
  }

  private refuseIfHopeless(request: Request): void {
    if (this.hopeless) {
      throw this.hopeless(request);
    }
  }
}

function unavailable(
  request: Request,
  { status, statusText }: PassingFailure['failure'],
): RequestFailed {
  return new RequestFailed({
    kind: 'unavailable',
    ...describeRequest(request),
    status: 'NOT_ASKED',
    statusText: `Heroku's API is not answering; the last failure was ${status} ${statusText}`,
  });
}

function unsendableKey(request: Request): RequestFailed {
  return new RequestFailed({
    kind: 'authentication',
    ...describeRequest(request),
    status: 'INVALID_API_KEY',
    statusText:
      'not sent, since the API key holds characters that no key of Heroku has',
  });
}
