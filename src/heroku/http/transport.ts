import { setMaxListeners } from 'node:events';
import PQueue from 'p-queue';
import type { Circumstances } from './circumstances';
import type { Clock } from './clock';
import { systemClock } from './clock';
import type { AnswerHead, NoAnswer, RawAnswer } from './connection';
import { Connection } from './connection';
import { unavailable, unsendableKey } from './endings';
import type { HerokuFailure } from './failure';
import { RequestFailed } from './failure';
import { requestsLeftOf, scopesOf } from './headers';
import { KeyCheck } from './keyCheck';
import { LifeSigns } from './lifeSigns';
import type { TransportOptions } from './options';
import type { Permit } from './rateLimiter';
import { RateLimiter } from './rateLimiter';
import { readRefusal } from './refusal';
import type { Request } from './request';
import { describeRequest } from './request';
import { retryAfterMs } from './retryAfter';
import { isSignOfLife, isSuccess } from './status';
import type { RetryOptions } from './tries';
import { Tries } from './tries';
import type { Answer, Verdict } from './verdict';
import { judge } from './verdict';

/** Asks whether the API is there at all; free of charge. */
const CANARY: Request = {
  route: '/account/rate-limits',
  path: '/account/rate-limits',
  expect: 'object',
};

/** What goes before everything else that waits to be sent. */
const FIRST_OF_ALL = Number.MAX_SAFE_INTEGER;

/** A body beyond this must not fill the memory. */
const MAX_BODY_BYTES = 128 * 1024 * 1024;

/**
 * A full page is 1,000 objects of some KB. The permissions of a large team can be 65 KB for each app: such a page would
 * stop everything else for seconds while it is parsed, and is asked for again with fewer objects.
 */
const MAX_PAGE_BYTES = 8 * 1024 * 1024;

/**
 * Sends the requests of one run: a bound on what is in flight, pacing, retries, and an end to the asking once nothing
 * more can come of it. {@link Transport.get} is the whole of it.
 */
export class Transport {
  readonly #apiKey: string;
  readonly #host: string;
  readonly #connection: Connection;
  readonly #clock: Clock;
  readonly #keyCheck: KeyCheck;
  readonly #limiter: RateLimiter;
  readonly #lifeSigns: LifeSigns;
  readonly #retries: RetryOptions;
  readonly #longestRateLimitMs: number;
  readonly #maxBodyBytes: number;
  readonly #maxPageBytes: number;
  readonly #waitForRoom: () => Promise<void>;
  /** Bounds what is in flight; further requests wait here. */
  readonly #slots: PQueue;
  /** In which pages are unpacked one after the other. */
  readonly #unpacking = new PQueue({ concurrency: 1 });
  /** Ends the waits of a run that asks nothing more. */
  readonly #end = new AbortController();
  /** Set once nothing more is asked in this run: what everything that would be asked fails with. */
  #endedBy: ((request: Request) => HerokuFailure) | undefined;
  #scopes: readonly string[] | undefined;
  #hasBeenReached = false;

  constructor(options: TransportOptions) {
    const {
      concurrency = 10,
      maxBodyBytes = MAX_BODY_BYTES,
      maxPageBytes = MAX_PAGE_BYTES,
      clock = systemClock,
    } = options;
    this.#apiKey = options.apiKey;
    this.#host = options.baseUrl.host;
    this.#connection = new Connection({
      ...options,
      concurrency,
      maxBodyBytes,
    });
    this.#keyCheck = new KeyCheck(this.#connection);
    this.#maxBodyBytes = maxBodyBytes;
    this.#maxPageBytes = Math.min(maxPageBytes, maxBodyBytes);
    this.#waitForRoom = options.waitForRoom ?? (() => Promise.resolve());
    this.#slots = new PQueue({ concurrency });
    this.#clock = clock;
    const { reserve, refillPerMinute } = options;
    this.#limiter = new RateLimiter({ clock, reserve, refillPerMinute });
    this.#lifeSigns = new LifeSigns({
      clock,
      deadAfter: options.deadAfter ?? 20,
      deadAfterMs: options.deadAfterMs ?? 120_000,
      ask: () => this.#isThere(),
    });
    this.#retries = {
      maxAttempts: options.maxAttempts ?? 5,
      retryDelayMs: options.retryDelayMs ?? 4_000,
      maxStale: concurrency,
    };
    this.#longestRateLimitMs =
      options.longestRateLimitMs ?? 24 * 60 * 60 * 1000;
    // Every request that waits for its next try listens to it.
    setMaxListeners(0, this.#end.signal);
    if (!/^[\x21-\x7e]+$/.test(options.apiKey)) {
      this.#endWith(unsendableKey);
    }
  }

  /** The key's OAuth scopes, as the last answer named them; `undefined` before one did. */
  get scopesHeld(): readonly string[] | undefined {
    return this.#scopes;
  }

  /** Requests sent so far, retries included. */
  get requestsSent(): number {
    return this.#connection.requestsSent;
  }

  /** Requests left in the account's bucket; `undefined` before Heroku said so. */
  get requestsLeft(): number | undefined {
    return this.#limiter.remaining;
  }

  /** How long the requests that the limit holds back will take to leave, in milliseconds. */
  get estimatedWaitMs(): number {
    return this.#limiter.estimatedWaitMs(this.#slots.size);
  }

  /** The host that requests go to. */
  get host(): string {
    return this.#host;
  }

  /**
   * Sends one request and reads its answer, trying again where that can help.
   *
   * @throws RequestFailed where it failed for good; its kind says how. Once the key is refused, or the API counts as
   *   dead, everything that is asked in this run fails.
   */
  async get(request: Request): Promise<Answer> {
    const { priority = 0 } = request;
    const tries = new Tries(request, this.#retries);
    for (;;) {
      const { range } = tries;
      const outcome = await this.#slots.add(
        () => this.#exchange(request, tries),
        { priority },
      );
      const verdict = await (isPage(request, outcome)
        ? this.#unpacking.add(() => this.#judgePage(request, outcome, tries), {
            priority,
          })
        : this.#judge(request, outcome));
      // An answer that was under way when the run ended counts no more.
      this.#refuseIfEnded(request);

      if (verdict.is === 'answer') {
        this.#keyCheck.prove(request, range);
        return { ...verdict.answer, range };
      }
      if (verdict.is === 'rateLimited') {
        this.#giveUpIfLimitNeverEnds(request);
        continue;
      }
      const next = tries.next(verdict);
      if ('failure' in next) {
        await this.#countIfExhausted(next.failure);
        throw new RequestFailed(next.failure);
      }
      await this.#clock.sleep(next.inMs, this.#end.signal);
    }
  }

  /** Sends a request once the rate limit lets it. After a 401 nothing leaves before the key has been checked. */
  async #exchange(
    request: Request,
    tries: Tries,
  ): Promise<RawAnswer | NoAnswer> {
    await this.#keyCheck.settled();
    const permit = await this.#limiter.acquire();
    try {
      this.#refuseIfEnded(request);
      const outcome = await this.#connection.exchange(
        request,
        tries.range,
        (head) => this.#note(head, permit),
      );
      if (outcome.status === 401 && !this.#endedBy) {
        tries.keyState = await this.#keyCheck.run(async () => {
          const failure = await readRefusal(
            request,
            outcome,
            this.#circumstances,
          );
          this.#endWith(() => ({ ...failure, kind: 'authentication' }));
        });
      }
      return outcome;
    } finally {
      permit.released();
    }
  }

  /** What an answer says before its body is there. */
  #note(head: AnswerHead, permit: Permit): void {
    const { status, headers } = head;
    this.#hasBeenReached = true;
    this.#scopes = scopesOf(headers.get('oauth-scope')) ?? this.#scopes;
    if (isSignOfLife(head)) {
      this.#lifeSigns.note();
    }
    if (status === 429) {
      permit.refused(
        retryAfterMs(headers.get('retry-after'), headers.get('date')),
      );
    } else {
      permit.answered(requestsLeftOf(headers));
    }
  }

  async #judgePage(
    request: Request,
    page: RawAnswer,
    { canAskForLess }: Tries,
  ): Promise<Verdict> {
    await this.#waitForRoom();
    const circumstances = this.#circumstances;
    return judge(request, page, {
      ...circumstances,
      maxBodyBytes: canAskForLess
        ? this.#maxPageBytes
        : circumstances.maxBodyBytes,
    });
  }

  #judge(request: Request, outcome: RawAnswer | NoAnswer): Promise<Verdict> {
    return judge(request, outcome, this.#circumstances);
  }

  get #circumstances(): Circumstances {
    return {
      apiKey: this.#apiKey,
      host: this.#host,
      hasBeenReached: this.#hasBeenReached,
      scopesHeld: this.#scopes,
      maxBodyBytes: this.#maxBodyBytes,
    };
  }

  /** Where one request too many has used up its tries, nothing more is asked. */
  async #countIfExhausted(failure: HerokuFailure): Promise<void> {
    if (
      failure.kind === 'retriesExceeded' &&
      (await this.#lifeSigns.isDeadAfter(failure.route))
    ) {
      this.#endWith((request) => unavailable(request, failure));
    }
  }

  /** Asks whether the API is there at all. */
  #isThere(): Promise<boolean> {
    return this.#slots.add(
      async () => {
        const outcome = await this.#connection.exchange(CANARY, undefined);
        return outcome.status !== undefined && isSignOfLife(outcome);
      },
      { priority: FIRST_OF_ALL },
    );
  }

  #giveUpIfLimitNeverEnds(request: Request): void {
    if (this.#limiter.refusedForMs > this.#longestRateLimitMs) {
      const failure = {
        ...describeRequest(request),
        status: 429,
        statusText: 'Too Many Requests, for longer than we wait',
      };
      this.#endWith((other) => unavailable(other, failure));
      throw new RequestFailed({ ...failure, kind: 'retriesExceeded' });
    }
  }

  #endWith(endedBy: (request: Request) => HerokuFailure): void {
    this.#endedBy ??= endedBy;
    this.#limiter.stop();
    this.#end.abort();
  }

  #refuseIfEnded(request: Request): void {
    if (this.#endedBy) {
      throw new RequestFailed(this.#endedBy(request));
    }
  }
}

/** Whether an answer is a page of a list, which is unpacked when there is room for it. */
function isPage(
  request: Request,
  outcome: RawAnswer | NoAnswer,
): outcome is RawAnswer {
  return (
    request.expect === 'list' &&
    outcome.status !== undefined &&
    isSuccess(outcome.status)
  );
}
