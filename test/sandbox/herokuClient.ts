import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { TransportOptions } from '../../src/heroku';
import { HerokuClient, isHerokuError } from '../../src/heroku';
import type { JsonObject, Organisation, Sandbox } from './index';

/** A client of a sandbox, or of any server on loopback, that waits no longer than a test can. */
export function clientOf(
  server: Pick<Sandbox, 'url'> & { apiKey?: string },
  options: Partial<TransportOptions> = {},
): HerokuClient {
  return new HerokuClient({
    apiKey: server.apiKey ?? 'HRKU-test-0000',
    baseUrl: new URL(server.url),
    retryDelayMs: 1,
    timeoutMs: 5_000,
    ...options,
  });
}

/** All objects of a list. */
export async function allOf<T>(
  pages: AsyncIterable<{ objects: T[] }>,
): Promise<T[]> {
  const all: T[] = [];
  for await (const { objects } of pages) {
    all.push(...objects);
  }
  return all;
}

/** What a promise was rejected with; fails where it was not. */
export async function failureOf(promise: Promise<unknown>): Promise<Error> {
  const outcome: unknown = await promise.then(
    () => new Error('was not rejected'),
    (error: unknown) => error,
  );
  if (!(outcome instanceof Error) || outcome.message === 'was not rejected') {
    throw new Error(`expected an error, got ${inspect(outcome)}`);
  }
  return outcome;
}

/** The kind of failure that an error of the client tells of. */
export function kindOf(error: unknown): string | undefined {
  return isHerokuError(error) ? error.failure.kind : undefined;
}

/** Teams in the order of their ids. */
export function teamsNumbered(count: number): JsonObject[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    name: `team-${index}`,
  }));
}

/** An organisation of nothing but what a test gives it. */
export function organisationOf(
  resources: Record<string, JsonObject[] | JsonObject>,
): Organisation {
  return {
    name: 'hand-made',
    description: 'What one test needs.',
    now: new Date('2026-01-01T00:00:00Z'),
    resources: new Map(Object.entries(resources)),
    aliases: new Map(),
    canaries: new Map(),
  };
}

/** A server on loopback that answers as a test wants, for what the simulated API never does. */
export interface HandServer {
  url: string;
  requests: http.IncomingMessage[];
  close(): Promise<void>;
}

/** Starts a {@link HandServer}. */
export async function serve(
  answer: (
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ) => void,
): Promise<HandServer> {
  const requests: http.IncomingMessage[] = [];
  const server = http.createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
