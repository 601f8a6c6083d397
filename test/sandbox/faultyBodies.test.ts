import type { FaultKind, Json, JsonObject, Sandbox } from './index';
import { startSandbox } from './index';
import { ask, handMade } from './testClient';

const APPS: JsonObject[] = [
  { id: 'a', name: 'one' },
  { id: 'b', name: 'two' },
  { id: 'c', name: 'three' },
];
const FIRST_PAGE = APPS.slice(0, 2);

let sandbox: Sandbox;

beforeEach(async () => {
  const organisation = handMade({ '/apps': APPS, '/apps/a': APPS[0]! });
  sandbox = await startSandbox({ organisation, maxPageSize: 2 });
});

afterEach(() => sandbox.close());

function under(fault: FaultKind, path = '/apps', Range = 'id ..; max=1000') {
  sandbox.inject({ match: path, ...fault });
  return ask(sandbox, path, { headers: { Range } });
}

describe('what says that a thing is not there', () => {
  test('410 in Heroku’s form', async () => {
    const answer = await under({ kind: 'gone' });
    expect([answer.status, answer.json()]).toEqual([410, { id: 'gone' }]);
    expect(answer.headers['oauth-scope']).toBe('global');
  });

  test('Heroku’s own 404, which does not say what the key may do', async () => {
    const answer = await under({ kind: 'notFound' });
    expect(answer.status).toBe(404);
    expect(answer.json()).toMatchObject({ id: 'not_found' });
    expect(answer.headers['ratelimit-remaining']).toBe('4499');
    expect(answer.headers['oauth-scope']).toBeUndefined();
  });

  test.each([
    ['page', /^text\/html/, /^<!DOCTYPE html>/],
    ['noRoute', /^application\/json/, /^{"message":"no Route matched"}$/],
    ['empty', /^text\/plain/, /^$/],
  ] as const)(
    'the 404 of a proxy (%s) has nothing of the API',
    async (form, type, body) => {
      const answer = await under({ kind: 'foreignNotFound', form });
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toMatch(type);
      expect(answer.text).toMatch(body);
      expect(answer.headers['ratelimit-remaining']).toBeUndefined();
      expect(answer.headers['oauth-scope']).toBeUndefined();
    },
  );
});

test('a single 401 among answers', async () => {
  const answer = await under({ kind: 'unauthorized' });
  expect([answer.status, answer.json()]).toEqual([
    401,
    { id: 'unauthorized', message: 'Invalid credentials provided.' },
  ]);
  expect((await ask(sandbox, '/apps')).status).toBe(206);
});

test.each([
  [undefined, 400, 'bad_request'],
  [416, 416, 'requested_range_not_satisfiable'],
] as const)(
  'a list that refuses a range (%s) answers without one',
  async (status, seen, id) => {
    sandbox.inject({
      kind: 'rangeRefused',
      status,
      match: '/apps',
      times: Infinity,
    });
    const Range = 'id ..; max=1000';
    const refused = await ask(sandbox, '/apps', { headers: { Range } });
    expect([refused.status, refused.json()]).toEqual([
      seen,
      expect.objectContaining({ id }),
    ]);
    expect((await ask(sandbox, '/apps')).json()).toEqual(FIRST_PAGE);
  },
);

describe('well-formed JSON of another shape', () => {
  const list: Array<[Extract<FaultKind, { kind: 'shape' }>['as'], Json]> = [
    ['null', null],
    ['text', 'surprise'],
    ['number', 42],
    ['boolean', true],
    ['list', [FIRST_PAGE]],
    ['object', { data: FIRST_PAGE }],
    ['nulls', [null, null]],
    ['texts', ['surprise', 'surprise']],
    ['withoutId', [{ name: 'one' }, { name: 'two' }]],
    [
      'numberId',
      [
        { id: 42, name: 'one' },
        { id: 42, name: 'two' },
      ],
    ],
    [
      'fieldsNull',
      [
        { id: null, name: null },
        { id: null, name: null },
      ],
    ],
  ];
  test.each(list)('a page of a list that goes on: %s', async (as, body) => {
    const answer = await under({ kind: 'shape', as });
    expect([answer.status, answer.json()]).toEqual([206, body]);
  });

  test('a single thing', async () => {
    const listed = await under({ kind: 'shape', as: 'list' }, '/apps/a');
    expect(listed.json()).toEqual([APPS[0]]);
    const nameless = await under({ kind: 'shape', as: 'withoutId' }, '/apps/a');
    expect(nameless.json()).toEqual({ name: 'one' });
  });
});

describe('lists that do not end well', () => {
  test.each(['', 'id ..; max=1000', 'id ]a..; max=1000'])(
    'the next range is "%s", whatever was asked for',
    async (value) => {
      const answer = await under({ kind: 'nextRange', value });
      expect([answer.status, answer.headers['next-range']]).toEqual([
        206,
        value,
      ]);
      expect(answer.json()).toEqual(FIRST_PAGE);
    },
  );

  test('a 206 without the next range, and not in the order of the ids', async () => {
    const answer = await under({ kind: 'noNextRange', unsorted: true });
    expect([answer.status, answer.headers['next-range']]).toEqual([
      206,
      undefined,
    ]);
    expect(answer.json()).toEqual([...FIRST_PAGE].reverse());
  });
});

describe('bodies that are hard to read', () => {
  test('objects too large for a large page, and not for a small one', async () => {
    sandbox.inject({
      kind: 'padded',
      bytesPerObject: 10_000,
      match: /./,
      times: Infinity,
    });
    const sizeOf = async (Range: string) =>
      (await ask(sandbox, '/apps', { headers: { Range } })).text.length;
    expect(await sizeOf('id ..; max=2')).toBeGreaterThan(20_000);
    expect(await sizeOf('id ..; max=1')).toBeLessThan(11_000);
  });

  test('a single thing is not padded', async () => {
    sandbox.inject({ kind: 'padded', bytesPerObject: 10_000, match: /./ });
    expect((await ask(sandbox, '/apps/a')).json()).toEqual(APPS[0]);
  });

  test('another content type around the usual body', async () => {
    const value = 'text/plain; charset=utf-8';
    const answer = await under({ kind: 'contentType', value });
    expect(answer.headers['content-type']).toBe(value);
    expect(answer.json()).toEqual(FIRST_PAGE);
  });

  test('a slow body comes whole, compressed or not, and takes its time', async () => {
    const start = performance.now();
    const slow = await under({ kind: 'slow', bytesPerSecond: 400 });
    const seconds = (performance.now() - start) / 1_000;
    expect([slow.status, slow.json()]).toEqual([206, FIRST_PAGE]);
    expect(seconds).toBeGreaterThan(slow.text.length / 400 / 2);

    sandbox.inject({ kind: 'padded', bytesPerObject: 2_000, match: '/apps' });
    const body = (await ask(sandbox, '/apps')).text;
    sandbox.organisation.resources.set(
      '/apps',
      JSON.parse(body) as JsonObject[],
    );
    sandbox.inject({ kind: 'slow', bytesPerSecond: 1_000, match: '/apps' });
    const headers = { 'Accept-Encoding': 'gzip' };
    const zipped = await ask(sandbox, '/apps', { headers });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.text).toBe(body);
  });
});
