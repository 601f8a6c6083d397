import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { IntegrationInvocationConfig } from '@jupiterone/integration-sdk-core';
import fetch from 'node-fetch';
import { Variables } from './environment';

/** One request that the integration has made. */
export interface ReadingRequest {
  path: string;
  range?: string;
}

const inflate = promisify<Buffer, Buffer>(gunzip);

/** As many as the integration has in flight. */
const CONCURRENCY = 10;

/**
 * What reading takes at least: a bare integration of one step that asks what the integration asks, ten at a time and
 * none waiting for another, parses the answers and throws them away. It has no rate limit, no retries, and no graph.
 */
export const invocationConfig: IntegrationInvocationConfig = {
  instanceConfigFields: {},
  integrationSteps: [
    {
      id: 'read-and-forget',
      name: 'Read and forget',
      entities: [],
      relationships: [],
      dependsOn: [],
      executionHandler: readAndForget,
    },
  ],
};

async function readAndForget(): Promise<void> {
  const file = process.env[Variables.REQUESTS_FILE] ?? '';
  const requests = JSON.parse(readFileSync(file, 'utf8')) as ReadingRequest[];
  const agent = new Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const readOn = async () => {
    for (let next = requests.shift(); next; next = requests.shift()) {
      await read(next, agent);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, readOn));
  agent.destroy();
}

async function read(
  { path, range }: ReadingRequest,
  agent: Agent,
): Promise<void> {
  const response = await fetch(`${process.env.HEROKU_API_URL ?? ''}${path}`, {
    agent,
    compress: false,
    headers: {
      Accept: 'application/vnd.heroku+json; version=3',
      Authorization: `Bearer ${process.env.API_KEY ?? ''}`,
      'Accept-Encoding': 'gzip',
      ...(range && { Range: range }),
      ...(path.endsWith('/addons') && {
        'Accept-Expansion': 'addon_service,plan',
      }),
    },
  });
  const body = await response.buffer();
  const isCompressed = response.headers.get('content-encoding') === 'gzip';
  JSON.parse((isCompressed ? await inflate(body) : body).toString('utf8'));
}
