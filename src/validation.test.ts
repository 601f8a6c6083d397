import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { IntegrationExecutionContext } from '@jupiterone/integration-sdk-core';
import { IntegrationValidationError } from '@jupiterone/integration-sdk-core';
import { createMockExecutionContext } from '@jupiterone/integration-sdk-testing';
import type { Fault, Sandbox } from '../test/sandbox';
import { startSandbox } from '../test/sandbox';
import { createOrganisation } from '../test/sandbox/organisations';
import { runOf } from './collection';
import type { IntegrationConfig } from './config';
import { instanceConfigFields } from './config';
import { isKeyRefused } from './heroku';
import { validateInvocation } from './validation';

type Context = IntegrationExecutionContext<IntegrationConfig>;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ organisation: createOrganisation('empty') });
});

beforeEach(() => {
  sandbox.clearFaults();
  sandbox.setScopes(['global']);
  sandbox.requests.length = 0;
});

afterAll(() => sandbox.close());

function contextFor(
  apiKey: unknown = sandbox.apiKey,
  baseUrl = sandbox.url,
): { context: Context; logged: unknown[][] } {
  const context = createMockExecutionContext<IntegrationConfig>({
    instanceConfig: { apiKey } as IntegrationConfig,
  });
  context.executionConfig = {
    heroku: { baseUrl: new URL(baseUrl), maxAttempts: 1 },
  };
  const logged: unknown[][] = [];
  for (const level of ['trace', 'debug', 'info', 'warn', 'error'] as const) {
    jest
      .spyOn(context.logger, level)
      .mockImplementation((...line: unknown[]) => void logged.push(line));
  }
  return { context, logged };
}

async function refusalOf(context: Context): Promise<Error> {
  try {
    await validateInvocation(context);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('It was accepted');
}

async function refusalWith(fault: Fault): Promise<Error> {
  sandbox.inject({ ...fault, times: Infinity });
  return refusalOf(contextFor().context);
}

test('the API key is a field that is not shown', () => {
  expect(instanceConfigFields.apiKey).toEqual({ type: 'string', mask: true });
});

test.each([undefined, null, '', '  \n', 7])(
  'the key %j is missing: the user reads where to get one, and Heroku is not asked',
  async (apiKey) => {
    const error = await refusalOf(
      contextFor(apiKey === undefined ? null : apiKey).context,
    );

    expect(error).toBeInstanceOf(IntegrationValidationError);
    expect(error.message).toMatch(
      /API Key is missing.*heroku authorizations:create/,
    );
    expect(sandbox.requests).toEqual([]);
  },
);

test.each(['HRKU-one\nHRKU-two', 'HRKU one', 'HRKU-é', 'HRKU-\u200b1'])(
  'a key with a character that no key has is refused before it is sent, and not repeated: %j',
  async (apiKey) => {
    const error = await refusalOf(contextFor(apiKey).context);

    expect(error).toBeInstanceOf(IntegrationValidationError);
    expect(error.message).toContain('characters that no Heroku key has');
    expect(error.message).not.toContain('HRKU');
    expect(sandbox.requests).toEqual([]);
  },
);

test('white space around a key does not matter, in validation and in what follows', async () => {
  const { context } = contextFor(` \t${sandbox.apiKey}\r\n`);

  await validateInvocation(context);

  await expect(runOf(context).client.account()).resolves.toBeDefined();
});

test('a key that Heroku does not know is refused as such, and the run with it', async () => {
  const error = await refusalOf(contextFor('HRKU-unknown').context);

  expect(isKeyRefused(error)).toBe(true);
  expect(error).toMatchObject({ fatal: true });
  expect(error.message).toContain('Heroku refused the API key');
  expect(error.message).not.toContain('HRKU');
});

test('a key for everything is valid, at one request, whose answer the steps use', async () => {
  const { context } = contextFor();

  await validateInvocation(context);
  await runOf(context).account();

  expect(sandbox.requests.map(({ path }) => path)).toEqual(['/account']);
});

test.each(['read', 'read-protected', 'write', 'write-protected'])(
  'a key of scope %s alone is valid, though it may not read its account',
  async (scope) => {
    sandbox.setScopes([scope]);
    const { context } = contextFor();

    await validateInvocation(context);
    await runOf(context).enterpriseAccounts.pages();
    await runOf(context).personalApps.pages();

    // It has apps of its own, so that it is no team's.
    expect(runOf(context).isTeamToken).toBe(false);
    expect(sandbox.requests.map(({ path, status }) => [path, status])).toEqual([
      ['/account', 403],
      ['/enterprise-accounts', 200],
      ['/users/~/apps', 200],
    ]);
  },
);

test('a key for identity only reads nothing that is collected, and is refused', async () => {
  sandbox.setScopes(['identity']);

  const error = await refusalOf(contextFor().context);

  expect(error).toBeInstanceOf(IntegrationValidationError);
  expect(error.message).toMatch(
    /only the scope identity.*cannot read teams, apps or add-ons.*authorizations:create/,
  );
});

test.each([
  [403, 'suspended', /suspended this account.*Heroku support/],
  [402, 'delinquent', /unpaid bill.*Billing/],
  [403, 'two_factor', /second factor.*authorizations:create/],
])('%i %s says what it is and what to do', async (status, herokuId, says) => {
  const match = /./;
  const error = await refusalWith({ kind: 'status', status, herokuId, match });

  expect(error).toBeInstanceOf(IntegrationValidationError);
  expect(error.message).toMatch(says);
  expect(error.message).toContain(String(status));
});

test('a refusal of a read-only key is that of the route it may read', async () => {
  sandbox.setScopes(['read']);
  const error = await refusalWith({
    kind: 'status',
    status: 403,
    herokuId: 'suspended',
    match: /^\/(enterprise-accounts|teams)$/,
  });

  expect(error).toBeInstanceOf(IntegrationValidationError);
  expect(error.message).toMatch(/suspended this account/);
});

test('a Heroku that has a fault is not taken for a bad key', async () => {
  const error = await refusalWith({ kind: 'html', status: 503, match: /./ });

  expect(error).not.toBeInstanceOf(IntegrationValidationError);
  expect(error.message).toContain('GET /account answered 503');
});

test('where there is no network, the user reads which host must be reachable', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise((resolve) => server.close(resolve));

  const error = await refusalOf(
    contextFor('HRKU-key', `http://${host}`).context,
  );

  expect(error).toBeInstanceOf(IntegrationValidationError);
  expect(error.message).toContain(`cannot be reached at ${host}`);
  expect(error.message).toContain('ECONNREFUSED');
  expect(error.message).not.toContain('HRKU');
});

test('a key for everything is logged once, as leaving nothing out', async () => {
  const { context, logged } = contextFor();

  await validateInvocation(context);

  expect(logged).toEqual([
    [
      { scopes: ['global'], leftOut: [] },
      'The API key holds the scopes for everything that is collected',
    ],
  ]);
});

test('what the scopes of a key leave out is logged once, with the scope that each takes', async () => {
  sandbox.setScopes(['read']);
  const { context, logged } = contextFor();

  await validateInvocation(context);

  expect(logged).toHaveLength(1);
  const [fields, message] = logged[0] as [{ leftOut: string[] }, string];
  expect(fields).toMatchObject({ scopes: ['read'] });
  expect(fields.leftOut).toEqual(
    expect.arrayContaining([
      "the API key's own account",
      'the members of teams',
      'Fetch team preferences',
    ]),
  );
  expect(message).toContain('"the members of teams" (needs global)');
  expect(message).toContain(
    '"the API key\'s own account" (needs global or identity)',
  );
  expect(message).not.toContain('"Fetch users"');
});

test('no line of a log and no refusal holds the key', async () => {
  const said: unknown[] = [];
  for (const scopes of [['global'], ['read'], ['identity'], []]) {
    sandbox.setScopes(scopes);
    const { context, logged } = contextFor();
    await validateInvocation(context).catch((error: Error) =>
      said.push(error.message, error.stack),
    );
    said.push(...logged);
  }
  for (const status of [400, 401, 402, 403, 404, 500]) {
    const message = `Invalid key ${sandbox.apiKey}`;
    const body = { id: 'forbidden', message };
    sandbox.clearFaults();
    sandbox.setScopes(['global']);
    const match = /./;
    const error = await refusalWith({ kind: 'status', status, body, match });
    said.push(error.message, error.stack);
  }

  expect(said.length).toBeGreaterThan(12);
  expect(JSON.stringify(said)).not.toContain(sandbox.apiKey);
});

describe('while Heroku keeps a key waiting', () => {
  beforeEach(() => {
    // Only the clock of the messages: connections keep their own time.
    jest.useFakeTimers({
      now: 0,
      doNotFake: [
        'nextTick',
        'setImmediate',
        'setTimeout',
        'performance',
        'Date',
        'queueMicrotask',
      ],
    });
  });

  afterEach(() => jest.useRealTimers());

  test('that is logged every half minute, and no more once it is taken', async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const { context, logged } = contextFor();
    const { client } = runOf(context);
    jest.spyOn(client, 'account').mockImplementation(async () => {
      await answered;
      throw new Error('the answer does not matter here');
    });
    const waiting = () =>
      logged.filter(([, text]) => String(text).startsWith('Still waiting'))
        .length;

    const validated = refusalOf(context);
    jest.advanceTimersByTime(29_999);
    const tooEarly = waiting();
    jest.advanceTimersByTime(60_001);
    const inTime = waiting();
    answer();
    await validated;
    jest.advanceTimersByTime(300_000);

    expect([tooEarly, inTime, waiting()]).toEqual([0, 3, 3]);
  });
});
