import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setImmediate, setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import type { Answer } from './api';
import type { Delivery } from './faultyAnswers';

const compress = promisify(gzip);
const GZIP_FROM_BYTES = 1024;

/** What was put on the wire. */
export interface Sent {
  /** 0 when the client got no answer at all. */
  status: number;
  /** Of the body, compressed where it was. */
  bytes: number;
  nextRange?: string;
}

/** How bodies are made ready. */
export interface BodyOptions {
  compressing: boolean;
  /** Where bodies are kept, so that the next request of the same costs next to nothing. */
  kept?: Map<string, ReadyBody>;
}

/** A body as it may be asked for. */
export interface ReadyBody {
  plain: Buffer;
  tag: string;
  zipped?: Buffer;
}

/** Sends an answer, whole or broken in the way that the delivery says. */
export async function deliver(
  delivery: Delivery,
  reply: FastifyReply,
  request: IncomingHttpHeaders,
  options: BodyOptions,
): Promise<Sent> {
  const { answer, wire } = delivery;
  switch (wire.how) {
    case 'whole':
      return sendWhole(answer, reply, request, options);
    case 'never':
      reply.hijack();
      return { status: 0, bytes: 0 };
    case 'hangUp':
      reply.hijack();
      reply.raw.socket?.destroy();
      return { status: 0, bytes: 0 };
    case 'resetMidBody':
    case 'closeMidBody':
      reply.hijack();
      return sendHalf(answer, reply.raw, wire.how === 'resetMidBody');
    case 'trickle':
      reply.hijack();
      return trickle(answer, reply.raw, wire.intervalMs);
    case 'slow': {
      const ready = await readyAnswer(answer, reply, request, options);
      return sendSlowly(ready, reply, wire.bytesPerSecond);
    }
  }
}

/** An answer with its body as it goes over the wire; its headers are in the reply already. */
interface ReadyAnswer {
  status: number;
  body: Buffer;
  nextRange?: string;
}

async function sendWhole(
  answer: Answer,
  reply: FastifyReply,
  request: IncomingHttpHeaders,
  options: BodyOptions,
): Promise<Sent> {
  const ready = await readyAnswer(answer, reply, request, options);
  await reply.code(ready.status).send(ready.body);
  return {
    status: ready.status,
    bytes: ready.body.length,
    nextRange: ready.nextRange,
  };
}

async function readyAnswer(
  answer: Answer,
  reply: FastifyReply,
  request: IncomingHttpHeaders,
  options: BodyOptions,
): Promise<ReadyAnswer> {
  const ready = readyBody(answer.body, options);
  let body = ready.plain;
  let { status } = answer;
  reply.headers({ 'Content-Type': 'application/json', ...answer.headers });
  if (status === 200 || status === 206) {
    void reply.header('ETag', ready.tag);
    if (matchesTag(request['if-none-match'], ready.tag)) {
      status = 304;
      body = Buffer.alloc(0);
    }
  }
  const isLarge = body.length > GZIP_FROM_BYTES;
  if (options.compressing && isLarge && acceptsGzip(request)) {
    ready.zipped ??= await compress(body, { level: constants.Z_BEST_SPEED });
    body = ready.zipped;
    void reply.header('Content-Encoding', 'gzip');
  }
  return { status, body, nextRange: answer.headers['Next-Range'] };
}

function readyBody(json: string, { kept }: BodyOptions): ReadyBody {
  let ready = kept?.get(json);
  if (ready === undefined) {
    const plain = Buffer.from(json);
    const hash = createHash('md5').update(plain).digest('hex');
    ready = { plain, tag: `"${hash}"` };
    kept?.set(json, ready);
  }
  return ready;
}

function acceptsGzip(request: IncomingHttpHeaders): boolean {
  return /\bgzip\b/.test(String(request['accept-encoding'] ?? ''));
}

function matchesTag(header: string | undefined, tag: string): boolean {
  const asked = (header ?? '').split(/\s*,\s*/);
  // Weak comparison: W/"a" and "a" are the same.
  return asked.some((one) => one === '*' || one.replace(/^W\//, '') === tag);
}

function sendHalf(answer: Answer, raw: ServerResponse, reset: boolean): Sent {
  const body = Buffer.from(answer.body);
  const half = body.subarray(0, body.length >> 1);
  raw.writeHead(answer.status, {
    'Content-Type': 'application/json',
    ...answer.headers,
    'Content-Length': body.length,
  });
  raw.flushHeaders();
  raw.write(half, () => {
    if (reset) void resetOnceRead(raw);
    else raw.socket?.end();
  });
  return { status: answer.status, bytes: half.length };
}

/** A reset that arrives together with data looks like an orderly end to Node, so the client is given time to read. */
async function resetOnceRead(raw: ServerResponse): Promise<void> {
  await delay(20);
  await setImmediate();
  raw.socket?.resetAndDestroy();
}

function trickle(
  answer: Answer,
  raw: ServerResponse,
  intervalMs: number,
): Sent {
  const body = Buffer.from(answer.body);
  raw.writeHead(answer.status, {
    'Content-Type': 'application/json',
    ...answer.headers,
  });
  raw.flushHeaders();
  let position = 0;
  const timer = setInterval(() => {
    raw.write(
      position < body.length ? body.subarray(position, position + 1) : ' ',
    );
    position++;
  }, intervalMs);
  raw.once('close', () => clearInterval(timer));
  return { status: answer.status, bytes: 0 };
}

const SLOW_STEP_MS = 50;

async function sendSlowly(
  { status, body, nextRange }: ReadyAnswer,
  reply: FastifyReply,
  bytesPerSecond: number,
): Promise<Sent> {
  const parts = Readable.from(slowly(body, bytesPerSecond));
  await reply.code(status).header('Content-Length', body.length).send(parts);
  return { status, bytes: body.length, nextRange };
}

/** The body in equal parts, one in each step. */
async function* slowly(body: Buffer, bytesPerSecond: number) {
  const step = Math.max(1, Math.round((bytesPerSecond * SLOW_STEP_MS) / 1000));
  for (let position = 0; position < body.length; position += step) {
    if (position > 0) await delay(SLOW_STEP_MS);
    yield body.subarray(position, position + step);
  }
}
