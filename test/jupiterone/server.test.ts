import type { IntegrationLogger } from '@jupiterone/integration-sdk-runtime';
import {
  abortSynchronization,
  createApiClient,
  createEventPublishingQueue,
  createIntegrationLogger,
  finalizeSynchronization,
  initiateSynchronization,
  uploadGraphObjectData,
} from '@jupiterone/integration-sdk-runtime';
import type { Entity } from '@jupiterone/integration-sdk-core';
import { PublishEventLevel } from '@jupiterone/integration-sdk-core';

import type { JupiterOne } from './server';
import { startJupiterOne } from './server';

const THING: Entity = {
  _key: 'thing:0000001',
  _type: 'thing',
  _class: ['Record'],
  name: 'A thing',
};

let jupiterOne: JupiterOne;

beforeEach(async () => {
  jupiterOne = await startJupiterOne({ withEvents: true });
});

afterEach(async () => {
  await jupiterOne.close();
});

function silentLogger(): IntegrationLogger {
  const logger = createIntegrationLogger({ name: 'test' });
  const silence = () => undefined;
  for (const level of ['debug', 'info', 'warn', 'error'] as const) {
    jest.spyOn(logger, level).mockImplementation(silence);
  }
  jest.spyOn(logger, 'child').mockReturnValue(logger);
  return logger;
}

/** A job as the SDK starts it. Its client does not repeat failed requests by itself, so that tests are quick. */
function startJob(
  environment = jupiterOne.env,
): ReturnType<typeof initiateSynchronization> {
  return initiateSynchronization({
    logger: silentLogger(),
    apiClient: createApiClient({
      apiBaseUrl: jupiterOne.url,
      accessToken: environment.JUPITERONE_API_KEY,
      account: environment.JUPITERONE_ACCOUNT,
      retryOptions: { attempts: 0 },
    }),
    source: 'integration-managed',
    integrationInstanceId: 'instance-1',
  });
}

const finalize = (
  context: Awaited<ReturnType<typeof startJob>>,
  types: string[] = [],
) => finalizeSynchronization({ ...context, partialDatasets: { types } });

async function upload(context: Awaited<ReturnType<typeof startJob>>) {
  await uploadGraphObjectData(
    context,
    { entities: [{ ...THING }], relationships: [] },
    250,
  );
}

test("the SDK's own functions upload, finalize and are told the counts", async () => {
  const context = await startJob();
  await upload(context);

  const finalized = await finalize(context, ['other']);

  const [job] = jupiterOne.jobs;
  expect(finalized).toMatchObject({
    status: 'FINISHED',
    numEntitiesUploaded: 1,
  });
  expect(job).toMatchObject({
    instanceId: 'instance-1',
    source: 'integration-managed',
    entities: [THING],
    partialTypes: ['other'],
  });
  expect(jupiterOne.graph.entities('instance-1')).toEqual([THING]);
});

test('an aborted job keeps its reason and changes nothing', async () => {
  const context = await startJob();
  await upload(context);

  await abortSynchronization({ ...context, reason: 'the key was refused' });

  expect(jupiterOne.jobs[0]).toMatchObject({
    status: 'ABORTED',
    abortReason: 'the key was refused',
    result: undefined,
  });
  expect(jupiterOne.graph.entities()).toEqual([]);
});

test('a job that is neither finalized nor aborted changes nothing', async () => {
  await upload(await startJob());

  expect(jupiterOne.jobs[0]?.status).toBe('AWAITING_UPLOADS');
  expect(jupiterOne.graph.entities()).toEqual([]);
});

test('events are kept with their job', async () => {
  const queue = createEventPublishingQueue(await startJob());

  queue.enqueue({
    name: 'warn_missing_permission',
    description: 'why',
    level: PublishEventLevel.Warn,
  });
  await queue.onIdle();

  expect(jupiterOne.jobs[0]?.events).toEqual([
    { name: 'warn_missing_permission', description: 'why' },
  ]);
});

test.each([
  { JUPITERONE_API_KEY: 'wrong', JUPITERONE_ACCOUNT: 'test-account' },
  {
    JUPITERONE_API_KEY: 'test-jupiterone-key',
    JUPITERONE_ACCOUNT: 'wrong',
  },
])('a wrong key or account is refused', async (environment) => {
  await expect(startJob(environment)).rejects.toThrow('code=UNAUTHORIZED');
  expect(jupiterOne.jobs).toEqual([]);
});

test('the key is not among the recorded headers', async () => {
  await startJob();

  expect(jupiterOne.requests).toHaveLength(1);
  expect(JSON.stringify(jupiterOne.requests)).not.toContain(
    jupiterOne.env.JUPITERONE_API_KEY,
  );
});

test.each([true, false])(
  'an upload that fails once is repeated and counts once (work done before the failure: %s)',
  async (afterWork) => {
    jupiterOne.inject({ kind: 'status', status: 500, times: 1, afterWork });

    await upload(await startJob());

    const statuses = jupiterOne.requests.map(({ status }) => status);
    expect(statuses).toEqual([200, 500, 200]);
    expect(jupiterOne.jobs[0]?.entities).toEqual([THING]);
  },
);

test('a failure after the work is done leaves the work done', async () => {
  const context = await startJob();
  jupiterOne.inject({
    kind: 'status',
    status: 500,
    on: 'finalize',
    afterWork: true,
  });

  await expect(finalize(context)).rejects.toThrow('code=FAULT');

  expect(jupiterOne.jobs[0]?.status).toBe('FINISHED');
});

test('a lasting failure is met at every attempt, until it is lifted', async () => {
  const lift = jupiterOne.inject({ kind: 'status', status: 500 });
  const context = await startJob();

  await expect(upload(context)).rejects.toThrow('code=FAULT');
  expect(jupiterOne.jobs[0]?.entities).toEqual([]);

  lift();
  await upload(context);
  expect(jupiterOne.jobs[0]?.entities).toEqual([THING]);
});

test('a connection that is closed once costs nothing', async () => {
  jupiterOne.inject({ kind: 'close', times: 1 });

  await upload(await startJob());

  expect(jupiterOne.requests.map(({ status }) => status)).toEqual([
    200,
    undefined,
    200,
  ]);
  expect(jupiterOne.jobs[0]?.entities).toEqual([THING]);
});

test('a body above the limit is refused until its raw data has shrunk', async () => {
  jupiterOne.inject({ kind: 'tooLarge', limitBytes: 10_000 });
  const rawData = { small: 'kept', large: 'x'.repeat(20_000) };

  await uploadGraphObjectData(
    await startJob(),
    {
      entities: [{ ...THING, _rawData: [{ name: 'default', rawData }] }],
      relationships: [],
    },
    250,
  );

  expect(jupiterOne.jobs[0]?.entities).toEqual([
    {
      ...THING,
      _rawData: [
        { name: 'default', rawData: { small: 'kept', large: 'TRUNCATED' } },
      ],
    },
  ]);
});

test('a job that JupiterOne has ended takes no more and can not be finalized', async () => {
  const context = await startJob();
  jupiterOne.inject({ kind: 'jobEnded', times: 1 });

  await expect(upload(context)).rejects.toThrow(
    'Error uploading collected data',
  );
  await expect(finalize(context)).rejects.toThrow(
    'code=JOB_NOT_AWAITING_UPLOADS',
  );
  // Not repeated: the SDK knows the code.
  expect(jupiterOne.requests).toHaveLength(3);
  expect(jupiterOne.graph.entities()).toEqual([]);
});

test('a fault strikes the bodies it names and no others', async () => {
  jupiterOne.inject({ kind: 'jobEnded', containing: 'another_type' });

  await upload(await startJob());

  expect(jupiterOne.jobs[0]?.entities).toEqual([THING]);
});

test('a fault strikes the operations it names and no others', async () => {
  jupiterOne.inject({
    kind: 'status',
    status: 400,
    code: 'NO',
    on: 'finalize',
  });
  const context = await startJob();

  await upload(context);

  await expect(finalize(context)).rejects.toThrow('code=NO');
  expect(jupiterOne.jobs[0]?.status).toBe('AWAITING_UPLOADS');
});

test.each([
  ['entities', { entities: {} }, 'ENTITY_IS_NOT_ARRAY'],
  ['entities', { entities: [{ _key: 'no type' }] }, 'ENTITY_IS_NOT_ARRAY'],
  ['relationships', { relationships: [THING] }, 'RELATIONSHIP_IS_NOT_ARRAY'],
])('what is no list of %s is refused', async (operation, body, code) => {
  const { job, apiClient } = await startJob();

  await expect(
    apiClient.post(
      `/persister/synchronization/jobs/${job.id}/${operation}`,
      body,
    ),
  ).rejects.toMatchObject({
    response: { status: 400, data: { error: { code } } },
  });
});
