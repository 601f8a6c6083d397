import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Item } from './doors';

/** What is sent in the place of an answer. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

/** What an answer becomes; `undefined` leaves it as it is. `nth` counts the requests for the path from 0. */
export type Hostility = (asked: {
  path: string;
  nth: number;
  /** The `Authorization` header as it came: what an answer may echo. */
  authorization: string;
  /** What the simulated API answers. */
  answer: Answer;
}) => Answer | undefined;

/** A server before the sandbox that echoes secrets in every place of an answer that could be logged. */
export interface HostileHeroku {
  url: string;
  /** All that came in, without `Authorization`. */
  received: Item[];
  /** How often each kind of answer that `hostility` named in `X-Hostility` was given. */
  close(): Promise<void>;
}

/**
 * Starts a server that hands requests on to `sandboxUrl` and answers as `hostility` says. To every answer it adds
 * headers that hold `echo` and what the client itself sent.
 */
export async function startHostileHeroku(
  sandboxUrl: string,
  echo: string,
  hostility: Hostility = () => undefined,
): Promise<HostileHeroku> {
  const received: Item[] = [];
  const times = new Map<string, number>();

  async function answer(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    const { url: path = '', method = '', headers } = request;
    const { authorization = '', ...others } = headers;
    received.push({
      where: `${method} ${path}`,
      text: `${method} ${path} ${JSON.stringify(others)}`,
    });
    const nth = times.get(path) ?? 0;
    times.set(path, nth + 1);

    const reply = await fetch(new URL(path, sandboxUrl), {
      headers: passedOn(request),
    });
    const kept: Record<string, string> = {};
    for (const name of [
      'oauth-scope',
      'oauth-scope-accepted',
      'next-range',
      'ratelimit-remaining',
    ]) {
      const value = reply.headers.get(name);
      if (value !== null) kept[name] = value;
    }
    const real = {
      status: reply.status,
      headers: kept,
      body: await reply.text(),
    };
    const given = hostility({ path, nth, authorization, answer: real }) ?? real;
    const echoed = `${authorization} ${echo}`;
    response.writeHead(given.status, `Echo ${echoed}`, {
      'Request-Id': echoed,
      Warning: `199 - "${echoed}"`,
      Server: echoed,
      'Set-Cookie': `session=${encodeURIComponent(echoed)}`,
      ...kept,
      'OAuth-Scope': `${kept['oauth-scope'] ?? ''} ${echo} ${authorization.split(' ')[1] ?? ''}`,
      ...given.headers,
    });
    response.end(given.body);
  }

  const server = http.createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function passedOn({ headers }: http.IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    ['accept', 'authorization', 'range', 'accept-expansion'].flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
