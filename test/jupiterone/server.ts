import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

import type { FastifyReply, FastifyRequest } from 'fastify';
import fastify from 'fastify';

import { AccountGraph } from './accountGraph';
import { ApiError } from './apiError';
import {
  bodyOf,
  entitiesIn,
  eventsIn,
  jobConfigurationIn,
  partialTypesIn,
  relationshipsIn,
  textOf,
} from './bodies';
import type { Fault, Operation } from './faults';
import { Faults } from './faults';
import { isStoredMappedRelationship } from './graphObjects';
import { Job } from './job';
import { mapRelationships } from './mapper';

const JOBS = '/persister/synchronization/jobs';
const BODY_LIMIT_BYTES = 256 * 1024 * 1024;

export interface JupiterOneOptions {
  apiKey?: string;
  account?: string;
  /** Gives jobs an `integrationJobId`, which makes the SDK post its events. */
  withEvents?: boolean;
  /** Wait before each answer; none unless said otherwise. */
  latencyMs?: number;
  /** Whether a finalized job changes the graph; true unless said otherwise. A benchmark need not wait for that. */
  keepsGraph?: boolean;
}

/** One request as it came in, in order of arrival. */
export interface ReceivedRequest {
  method: string;
  path: string;
  /** Without `authorization`. */
  headers: Record<string, unknown>;
  body: string;
  /** When it came, in ms since 1970. */
  at: number;
  /** Undefined while it is unanswered, and for good when the connection was closed. */
  status?: number;
}

export interface JupiterOne {
  url: string;
  /** What `j1-integration run` and `sync` need in their environment. */
  env: { JUPITERONE_API_KEY: string; JUPITERONE_ACCOUNT: string };
  /** The arguments that send `j1-integration run` or `sync` here. */
  runArguments(instanceId: string): string[];
  jobs: Job[];
  requests: ReceivedRequest[];
  /** What the account holds, over all jobs. */
  graph: AccountGraph;
  /** Puts a fault in force. Returns what lifts it. */
  inject(fault: Fault): () => void;
  close(): Promise<void>;
}

/**
 * Starts a stand-in of JupiterOne's synchronization API on a free port of the loopback interface.
 *
 * It answers as the SDK expects, keeps what it received, and applies JupiterOne's rule of deletion to `graph`, and its
 * rules of mapping, when a job is finalized.
 */
export async function startJupiterOne({
  apiKey = 'test-jupiterone-key',
  account = 'test-account',
  withEvents = false,
  latencyMs = 0,
  keepsGraph = true,
}: JupiterOneOptions = {}): Promise<JupiterOne> {
  const jobs: Job[] = [];
  const requests: ReceivedRequest[] = [];
  const graph = new AccountGraph();
  const faults = new Faults();
  const app = fastify({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
  });

  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  app.setErrorHandler(async (error, _request, reply) => {
    const answer =
      error instanceof ApiError
        ? error
        : new ApiError(500, 'INTERNAL', 'Unexpected error');
    return reply.code(answer.statusCode).send(answer.body);
  });

  const received = new WeakMap<FastifyRequest, ReceivedRequest>();
  app.addHook('preHandler', async (request) => {
    const headers: Record<string, unknown> = { ...request.headers };
    delete headers.authorization;
    const entry: ReceivedRequest = {
      method: request.method,
      path: request.url,
      headers,
      body: textOf(request),
      at: Date.now(),
    };
    requests.push(entry);
    received.set(request, entry);
    if (latencyMs > 0) await delay(latencyMs);
    if (
      request.headers.authorization !== `Bearer ${apiKey}` ||
      request.headers['lifeomic-account'] !== account
    ) {
      throw new ApiError(401, 'UNAUTHORIZED', 'Unauthorized');
    }
  });
  app.addHook('onSend', async (request, reply) => {
    const entry = received.get(request);
    if (entry) entry.status = reply.statusCode;
  });

  /** Does the work of a request, unless a fault strikes it. */
  async function answer(
    operation: Operation,
    job: Job | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (body: Record<string, unknown>) => Record<string, unknown>,
  ): Promise<unknown> {
    const fault = faults.strike(operation, textOf(request));
    if (fault?.kind === 'close') {
      reply.hijack();
      request.raw.socket.destroy();
      return undefined;
    }
    if (fault?.kind === 'tooLarge') {
      throw new ApiError(
        413,
        'RequestEntityTooLargeException',
        'Request entity too large',
      );
    }
    if (fault?.kind === 'jobEnded' && job) job.status = 'ABORTED';
    if (fault?.kind === 'status') {
      if (fault.afterWork) work(bodyOf(request));
      throw new ApiError(
        fault.status,
        fault.code ?? 'FAULT',
        fault.message ?? 'Injected fault',
      );
    }
    return work(bodyOf(request));
  }

  function findJob(request: FastifyRequest): Job {
    const { id } = request.params as { id: string };
    const job = jobs.find((each) => each.id === id);
    if (!job) throw new ApiError(404, 'JOB_NOT_FOUND', 'No such job');
    return job;
  }

  app.post(JOBS, (request, reply) =>
    answer('create', undefined, request, reply, (body) => {
      const job = new Job(jobConfigurationIn(body, withEvents));
      jobs.push(job);
      return { job: job.describe() };
    }),
  );

  app.get(`${JOBS}/:id`, (request, reply) => {
    const job = findJob(request);
    return answer('status', job, request, reply, () => ({
      job: job.describe(),
    }));
  });

  const operations: Partial<
    Record<Operation, (job: Job, body: Record<string, unknown>) => void>
  > = {
    entities: (job, body) => job.addEntities(entitiesIn(body)),
    relationships: (job, body) => job.addRelationships(relationshipsIn(body)),
    finalize: (job, body) => {
      job.partialTypes = partialTypesIn(body);
      job.status = 'FINISHED';
      if (!keepsGraph) return;
      job.result = graph.synchronize(job.owner, job.upload);
      job.mapping = mapRelationships(
        job.relationships.filter(isStoredMappedRelationship),
        graph.entities(),
      );
    },
    abort: (job, body) => {
      job.abortReason = String(body.reason);
      job.status = 'ABORTED';
    },
  };
  for (const [operation, act] of Object.entries(operations)) {
    app.post(`${JOBS}/:id/${operation}`, (request, reply) => {
      const job = findJob(request);
      return answer(operation as Operation, job, request, reply, (body) => {
        if (job.status !== 'AWAITING_UPLOADS') {
          throw new ApiError(
            400,
            'JOB_NOT_AWAITING_UPLOADS',
            `The job is ${job.status}`,
          );
        }
        act(job, body);
        return { job: job.describe() };
      });
    });
  }

  // Events are taken whatever the state of the job: the SDK posts its last ones around the end.
  app.post(`${JOBS}/:id/events`, (request, reply) => {
    const job = findJob(request);
    return answer('events', job, request, reply, (body) => {
      job.events.push(...eventsIn(body));
      return {};
    });
  });

  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  return {
    url,
    env: { JUPITERONE_API_KEY: apiKey, JUPITERONE_ACCOUNT: account },
    runArguments: (instanceId) => ['--api-base-url', url, '-i', instanceId],
    jobs,
    requests,
    graph,
    inject: (fault) => faults.inject(fault),
    close: () => app.close(),
  };
}
