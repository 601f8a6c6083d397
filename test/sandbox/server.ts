import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { PlatformApi, type Access, type Answer } from './api';
import { deliver, type BodyOptions } from './delivery';
import { FaultList, readClock, type Duration, type Fault } from './faults';
import { applyFault, type Delivery } from './faultyAnswers';
import type { Json, Organisation } from './organisation';
import { TokenBucket } from './rateLimit';
import { routeOf } from './routes';
import type { RequestRecord, Sandbox, SandboxOptions } from './sandbox';
import { shuffled } from './shuffle';

/** The API key of a sandbox: plainly not one of Heroku's. */
export const SANDBOX_API_KEY = 'HRKU-sandbox-0000-0000-0000-000000000000';

const HOST = '127.0.0.1';
const CLOCK_CHECK_MS = 2;

/**
 * Starts a simulated Platform API for one organisation on a loopback port.
 *
 * JSON is kept once it was made, so change an organisation under a running sandbox by putting another list or object
 * into `organisation.resources`, not by changing an object in place.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const server = new SandboxServer(options);
  await server.listen(options.port ?? 0);
  return server;
}

/** One id of each of the three parts of Heroku that an answer comes through. */
function requestIds(): string {
  return [randomUUID(), randomUUID(), randomUUID()].join();
}

class SandboxServer implements Sandbox {
  url = '';
  readonly apiKey: string;
  readonly organisation: Organisation;
  readonly requests: RequestRecord[] = [];
  readonly bucket: TokenBucket;
  maxInFlight = 0;
  connections = 0;

  private readonly app = fastify({ forceCloseConnections: true });
  private readonly access: Access;
  private readonly api: PlatformApi;
  private readonly faults: FaultList;
  private readonly closing = new AbortController();
  private readonly now: () => number;
  private readonly bodies: BodyOptions;
  private inFlight = 0;

  constructor(private readonly options: SandboxOptions) {
    const {
      organisation,
      apiKey = SANDBOX_API_KEY,
      scopes = ['global'],
    } = options;
    this.organisation = organisation;
    this.apiKey = apiKey;
    this.now = options.now ?? Date.now;
    this.faults = new FaultList(this.now);
    this.bodies = {
      compressing: options.gzip ?? true,
      ...(options.keepBodies && { kept: new Map() }),
    };
    this.access = { apiKey, revoked: false, scopes };
    this.bucket = new TokenBucket(options.rateLimit ?? {}, this.now);
    this.api = new PlatformApi(organisation, this.access, this.bucket, options);

    this.app.server.on('connection', () => this.connections++);
    this.app.removeAllContentTypeParsers();
    // A body is taken as it is, so that a write gets 405 and not a complaint about its body.
    this.app.addContentTypeParser(
      '*',
      { parseAs: 'string' },
      (_request, body, done) => done(null, body),
    );
    this.app.all('*', (request, reply) => this.handle(request, reply));
  }

  async listen(port: number): Promise<void> {
    await this.app.listen({ host: HOST, port });
    this.url = `http://${HOST}:${this.port}`;
  }

  inject(fault: Fault): void {
    this.faults.add(fault);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  setScopes(scopes: string[]): void {
    this.access.scopes = scopes;
  }

  revokeKey(): void {
    this.access.revoked = true;
  }

  environment(): { API_KEY: string; HEROKU_API_URL: string } {
    return { API_KEY: this.apiKey, HEROKU_API_URL: this.url };
  }

  closeIdleConnections(): void {
    this.app.server.closeIdleConnections();
  }

  async stopListening(): Promise<void> {
    const closed = new Promise((resolve) => this.app.server.close(resolve));
    this.app.server.closeAllConnections();
    await closed;
  }

  async startListening(): Promise<void> {
    const port = Number(new URL(this.url).port);
    const listening = once(this.app.server, 'listening');
    this.app.server.listen(port, HOST);
    await listening;
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.app.close();
  }

  private inOrder(answer: Answer, request: string): Answer {
    const { shuffle } = this.options;
    if (shuffle === undefined) return answer;
    const body = JSON.parse(answer.body) as Json;
    return {
      ...answer,
      body: JSON.stringify(shuffled(body, `${shuffle} ${request}`)),
    };
  }

  /** Listens to nobody until the time is over, or the sandbox is closed. */
  private async refuseConnections(lasts: Duration): Promise<void> {
    const until = readClock(lasts, this.now) + lasts.ms;
    await this.stopListening();
    // The sandbox's clock may jump: it is looked at again and again.
    while (readClock(lasts, this.now) < until) {
      await delay(CLOCK_CHECK_MS);
      if (this.closing.signal.aborted) return;
    }
    await this.startListening();
  }

  private get port(): number {
    return (this.app.server.address() as AddressInfo).port;
  }

  private async handle(
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    this.inFlight++;
    this.maxInFlight = Math.max(this.maxInFlight, this.inFlight);
    reply.raw.once('close', () => this.inFlight--);

    const [path = '', query = ''] = request.url.split(/\?(.*)/s);
    const { record, delivery } = this.answer(request, path, query);
    delivery.answer.headers['Request-Id'] = requestIds();
    if (!(await this.waitLatency())) delivery.wire = { how: 'hangUp' };
    Object.assign(
      record,
      await deliver(delivery, reply, request.headers, this.bodies),
    );
    return reply;
  }

  /** False when the server was closed meanwhile. */
  private async waitLatency(): Promise<boolean> {
    if (!this.options.latencyMs) return true;
    const { signal } = this.closing;
    return delay(this.options.latencyMs, true, { signal }).catch(() => false);
  }

  /** The whole decision is made at once, so that the order of requests decides and not their latency. */
  private answer(
    { method, url, headers, body }: FastifyRequest,
    path: string,
    query: string,
  ): { record: RequestRecord; delivery: Delivery } {
    const route = routeOf(this.organisation, path);
    const record: RequestRecord = {
      method,
      path,
      query,
      route: route.pattern,
      ...(headers.range !== undefined && { range: headers.range }),
      bytes: 0,
      at: this.now(),
      remaining: 0,
    };
    this.requests.push(record);

    const answer = this.inOrder(
      this.api.answer({
        method,
        route,
        query,
        headers,
        ...(typeof body === 'string' && { body }),
      }),
      `${url} ${headers.range}`,
    );
    record.remaining = this.bucket.remaining();
    const target = {
      path,
      url,
      resolvedPath: route.path,
      pattern: route.pattern,
      range: headers.range,
    };
    // What the bucket refuses never gets as far as the fault.
    const fault =
      answer.status === 429 ? undefined : this.faults.take(target, answer);
    if (!fault) return { record, delivery: { answer, wire: { how: 'whole' } } };
    record.fault = fault.kind;
    if (fault.kind === 'refused') void this.refuseConnections(fault.lasts);
    return { record, delivery: applyFault(fault, answer, target) };
  }
}
