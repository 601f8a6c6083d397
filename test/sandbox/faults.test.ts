import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Fault, FaultKind, JsonObject, Sandbox } from './index';
import { startSandbox } from './index';
import { ask, handMade } from './testClient';

const TEAM = '00000000-0000-4000-8000-000000000001';
const APPS: JsonObject[] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

let sandbox: Sandbox;

beforeEach(async () => {
  const organisation = handMade(
    { '/apps': APPS, '/teams': [], [`/teams/${TEAM}/apps`]: APPS },
    { acme: TEAM },
  );
  sandbox = await startSandbox({ organisation, maxPageSize: 2 });
});

afterEach(() => sandbox.close());

/** Asks for the apps once under the fault, then checks that it is over. */
async function under(fault: FaultKind) {
  sandbox.inject({ match: '/apps', ...fault });
  const answer = await ask(sandbox, '/apps');
  expect((await ask(sandbox, '/apps')).json()).toEqual(APPS.slice(0, 2));
  expect(sandbox.requests.map((request) => request.fault)).toEqual([
    fault.kind,
    undefined,
  ]);
  return answer;
}

describe('which requests a fault hits', () => {
  async function statuses(
    fault: Partial<Fault> & Pick<Fault, 'match'>,
    paths: string[],
  ) {
    sandbox.inject({ kind: 'status', status: 500, ...fault } as Fault);
    const seen: number[] = [];
    for (const path of paths) seen.push((await ask(sandbox, path)).status);
    return seen;
  }

  test.each([
    ['an exact path', '/teams/acme/apps'],
    ['the path with the id in it', `/teams/${TEAM}/apps`],
    ['the route pattern', '/teams/:id/apps'],
    ['an expression over path and query', /^\/teams\/\w+\/apps\?x=1$/g],
  ])('%s', async (_name, match) => {
    expect(
      await statuses({ match, times: 9 }, ['/apps', '/teams/acme/apps?x=1']),
    ).toEqual([206, 500]);
  });

  test('it passes the first ones by, hits as often as it was told and is over', async () => {
    const paths = Array.from({ length: 5 }, () => '/teams');
    expect(
      await statuses({ match: '/teams', skip: 1, times: 2 }, paths),
    ).toEqual([200, 500, 500, 200, 200]);
  });

  test('it lasts for good until it is cleared', async () => {
    expect(
      await statuses({ match: '/teams', times: Infinity }, [
        '/teams',
        '/teams',
      ]),
    ).toEqual([500, 500]);
    sandbox.clearFaults();
    expect((await ask(sandbox, '/teams')).status).toBe(200);
  });
});

describe('answers that say no', () => {
  test('a status has Heroku’s id for it and still the rate limit', async () => {
    const answer = await under({ kind: 'status', status: 402 });
    expect(answer.status).toBe(402);
    expect(answer.json()).toMatchObject({ id: 'delinquent' });
    expect(answer.headers['ratelimit-remaining']).toBe('4499');
    expect(answer.headers['next-range']).toBeUndefined();
  });

  test('a status can say everything else too', async () => {
    const answer = await under({
      kind: 'status',
      status: 403,
      herokuId: 'two_factor',
      message: 'Second factor, please.',
      acceptedScopes: ['global', 'identity'],
      headers: { 'X-Made-Up': 'yes' },
    });
    expect(answer.json()).toEqual({
      id: 'two_factor',
      message: 'Second factor, please.',
    });
    expect(answer.headers).toMatchObject({
      'oauth-scope-accepted': 'global identity',
      'x-made-up': 'yes',
    });
  });

  test.each([
    [undefined, 502],
    [200, 200],
  ])('an HTML page with status %s', async (status, seen) => {
    const answer = await under({ kind: 'html', status });
    expect(answer.status).toBe(seen);
    expect(answer.headers['content-type']).toContain('text/html');
    expect(answer.text).toMatch(/^<!DOCTYPE html>/);
  });

  test.each([30, 'Thu, 01 Jan 2026 00:00:30 GMT', '1767225630', undefined])(
    'a 429 with Retry-After %s',
    async (retryAfter) => {
      const answer = await under({ kind: 'rateLimited', retryAfter });
      expect(answer.status).toBe(429);
      expect(answer.headers['retry-after']).toBe(retryAfter?.toString());
      expect(answer.headers['ratelimit-remaining']).toBe('0');
    },
  );

  test('a redirect', async () => {
    const answer = await under({
      kind: 'redirect',
      location: 'http://other.example.com/',
    });
    expect([answer.status, answer.headers.location]).toEqual([
      302,
      'http://other.example.com/',
    ]);
  });
});

describe('answers that are not what they should be', () => {
  test('half the JSON as a whole answer', async () => {
    const answer = await under({ kind: 'truncatedJson' });
    expect(answer.status).toBe(206);
    expect(() => answer.json()).toThrow(SyntaxError);
  });

  test('an empty object for a list', async () => {
    const answer = await under({ kind: 'emptyObject' });
    expect([answer.status, answer.json()]).toEqual([200, {}]);
  });

  test('any JSON', async () => {
    expect((await under({ kind: 'json', body: 'surprise' })).json()).toBe(
      'surprise',
    );
  });

  test('the JSON after a change', async () => {
    const answer = await under({
      kind: 'transform',
      change: (body) => ({ was: body }),
    });
    expect(answer.json()).toEqual({ was: APPS.slice(0, 2) });
  });
});

describe('lists that do not end well', () => {
  test('a 206 without the next range, whole or cut short', async () => {
    const whole = await under({ kind: 'noNextRange' });
    expect([whole.status, whole.headers['next-range']]).toEqual([
      206,
      undefined,
    ]);
    expect(whole.json()).toEqual(APPS.slice(0, 2));
    sandbox.inject({ match: '/apps', kind: 'noNextRange', keep: 1 });
    expect((await ask(sandbox, '/apps')).json()).toEqual(APPS.slice(0, 1));
  });

  test('a next range that repeats the request', async () => {
    sandbox.inject({ match: '/apps', kind: 'repeatNextRange' });
    const Range = 'id ]a..; max=2';
    const answer = await ask(sandbox, '/apps', { headers: { Range } });
    expect([answer.status, answer.headers['next-range']]).toEqual([206, Range]);
  });

  test('a page that begins with the last object of the page before it', async () => {
    sandbox.inject({ match: '/apps', kind: 'duplicateAcrossPages' });
    expect((await ask(sandbox, '/apps')).json()).toEqual([
      { id: 'a' },
      { id: 'b' },
    ]);
    const second = await ask(sandbox, '/apps', {
      headers: { Range: 'id ]b..; max=2' },
    });
    expect([second.status, second.json()]).toEqual([
      200,
      [{ id: 'b' }, { id: 'c' }],
    ]);
  });
});

describe('connections that break', () => {
  test('no answer and the connection gone', async () => {
    sandbox.inject({ match: '/apps', kind: 'hangUp' });
    await expect(ask(sandbox, '/apps')).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
    expect(sandbox.requests[0]).toMatchObject({ fault: 'hangUp', status: 0 });
    expect((await ask(sandbox, '/apps')).status).toBe(206);
  });

  test.each([
    ['resetMidBody', 'reset'],
    ['closeMidBody', 'ended'],
  ] as const)(
    '%s: half a body, then the connection is %s',
    async (kind, how) => {
      sandbox.inject({ match: '/apps', kind });
      const broken = await readBroken();
      expect(broken.status).toBe(206);
      expect(broken.received).toBeLessThan(broken.length);
      expect(broken.error).toMatchObject({ code: 'ECONNRESET' });
      expect(broken.connection).toBe(how);
    },
  );

  test('no answer until it is closed', async () => {
    sandbox.inject({ match: '/apps', kind: 'never' });
    const outcome = ask(sandbox, '/apps').then(
      () => 'answered',
      () => 'ended',
    );
    expect((await ask(sandbox, '/teams')).status).toBe(200);
    await sandbox.close();
    expect(await outcome).toBe('ended');
    expect(sandbox.requests[0]).toMatchObject({ fault: 'never', status: 0 });
  });

  test('a body that comes byte by byte and does not end', async () => {
    sandbox.inject({ match: '/apps', kind: 'trickle', intervalMs: 1 });
    const whole = JSON.stringify(APPS.slice(0, 2));
    const received = await readBeginning(whole.length + 5);
    expect(received).toBe(whole + ' '.repeat(5));
  });

  function open(onSocket?: (socket: Socket) => void): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      ask(sandbox, '/apps', {
        onRequest: (request) => {
          request.once('response', resolve);
          if (onSocket) request.once('socket', onSocket);
        },
      }).catch(reject);
    });
  }

  async function readBroken() {
    let connection = 'open';
    const response = await open((socket) => {
      socket.once('end', () => (connection = 'ended'));
      socket.once('error', () => (connection = 'reset'));
    });
    let received = 0;
    response.on('data', (chunk: Buffer) => (received += chunk.length));
    const error = await new Promise<Error>((resolve) =>
      response.once('error', resolve),
    );
    const length = Number(response.headers['content-length']);
    return { status: response.statusCode, length, received, error, connection };
  }

  /** Reads so many bytes, each of which must come alone, and hangs up. */
  async function readBeginning(bytes: number): Promise<string> {
    const response = await open();
    return new Promise((resolve) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (text.length >= bytes) {
          response.destroy();
          resolve(text.slice(0, bytes));
        }
      });
    });
  }
});
