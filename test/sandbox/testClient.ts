import http from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { Json, JsonObject, Organisation, Sandbox } from './index';

/** What a client got over a real connection. */
export interface Received {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
  json: () => Json;
}

export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  agent?: http.Agent;
  /** Called with the request, so that a test can give it up. */
  onRequest?: (request: http.ClientRequest) => void;
}

/** Asks the sandbox as the integration would: with its key and version. Rejects when the answer does not come whole. */
export function ask(
  sandbox: Sandbox,
  path: string,
  asking: Asking = {},
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = http.request(sandbox.url + path, {
      method: asking.method ?? 'GET',
      agent: asking.agent ?? false,
      headers: {
        Accept: 'application/vnd.heroku+json; version=3',
        Authorization: `Bearer ${sandbox.apiKey}`,
        ...asking.headers,
      },
    });
    asking.onRequest?.(request);
    request.once('error', reject);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const zipped = response.headers['content-encoding'] === 'gzip';
        const body = Buffer.concat(chunks);
        const text = (zipped ? gunzipSync(body) : body).toString();
        const json = () => JSON.parse(text) as Json;
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json,
        });
      });
    });
    request.end(asking.body);
  });
}

/** An organisation of nothing but what a test gives it. */
export function handMade(
  resources: Record<string, JsonObject[] | JsonObject>,
  aliases: Record<string, string> = {},
): Organisation {
  return {
    name: 'hand-made',
    description: 'What one test needs.',
    now: new Date('2026-01-01T00:00:00Z'),
    resources: new Map(Object.entries(resources)),
    aliases: new Map(Object.entries(aliases)),
    canaries: new Map(),
  };
}
