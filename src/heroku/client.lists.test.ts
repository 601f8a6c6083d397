import { setImmediate } from 'node:timers/promises';
import {
  allOf,
  clientOf,
  failureOf,
  organisationOf,
  serve,
  teamsNumbered,
} from '../../test/sandbox/herokuClient';
import type { Fault, JsonObject, Sandbox } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';
import { HerokuIncompleteListError } from './errors';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((server) => server.close()));
});

async function sandboxOf(
  teams: JsonObject[],
  ...faults: Fault[]
): Promise<Sandbox> {
  const sandbox = await startSandbox({
    organisation: organisationOf({ '/teams': teams }),
  });
  closing.push(sandbox);
  faults.forEach((fault) => sandbox.inject(fault));
  return sandbox;
}

const idsOf = (objects: { id?: unknown }[]) => objects.map(({ id }) => id);

test.each([
  [0, 1],
  [1, 1],
  [200, 1],
  [1000, 1],
  [1001, 2],
  [2500, 3],
])('a list of %i is whole after %i requests', async (count, requests) => {
  const teams = teamsNumbered(count);
  const sandbox = await sandboxOf(teams);

  const got = await allOf(clientOf(sandbox).teams());

  expect(idsOf(got)).toEqual(idsOf(teams));
  expect(sandbox.requests).toHaveLength(requests);
});

test('each page is asked for with the range that the page before it named', async () => {
  const sandbox = await sandboxOf(teamsNumbered(2500));

  await allOf(clientOf(sandbox).teams());

  expect(sandbox.requests.map(({ range }) => range)).toEqual([
    'id ..; max=1000',
    'id ]00000000-0000-4000-8000-000000000999..; max=1000',
    'id ]00000000-0000-4000-8000-000000001999..; max=1000',
  ]);
});

test('a page that begins with the last object of the page before it loses nothing', async () => {
  const teams = teamsNumbered(2500);
  const sandbox = await sandboxOf(teams, {
    kind: 'duplicateAcrossPages',
    match: '/teams',
    times: Infinity,
  });

  const got = await allOf(clientOf(sandbox).teams());

  expect(got).toHaveLength(2502);
  expect([...new Set(idsOf(got))]).toEqual(idsOf(teams));
});

test.each<[string, Fault, number]>([
  [
    'a first page of 206 without Next-Range',
    { kind: 'noNextRange', match: '/teams' },
    3,
  ],
  [
    'a page cut short without Next-Range',
    { kind: 'noNextRange', match: '/teams', keep: 3 },
    4,
  ],
  [
    'a last page of 206 without Next-Range',
    { kind: 'noNextRange', match: '/teams', skip: 2 },
    4,
  ],
  [
    'no Next-Range on any page',
    { kind: 'noNextRange', match: '/teams', times: Infinity },
    4,
  ],
  [
    'a Next-Range that repeats the request',
    { kind: 'repeatNextRange', match: '/teams' },
    3,
  ],
  [
    'a Next-Range that repeats the request on the second page',
    { kind: 'repeatNextRange', match: '/teams', skip: 1 },
    3,
  ],
])('%s does not end a list', async (_, fault, requests) => {
  const teams = teamsNumbered(2500);
  const sandbox = await sandboxOf(teams, fault);

  const got = await allOf(clientOf(sandbox).teams());

  expect(idsOf(got)).toEqual(idsOf(teams));
  expect(sandbox.requests).toHaveLength(requests);
});

test('a list that never says how it goes on is an error, after all that it gave', async () => {
  const sandbox = await sandboxOf(teamsNumbered(2500), {
    kind: 'repeatNextRange',
    match: '/teams',
    times: Infinity,
  });
  const got: unknown[] = [];
  const read = async () => {
    for await (const { objects } of clientOf(sandbox).teams()) {
      got.push(...objects);
    }
  };

  const error = await failureOf(read());

  expect(error).toBeInstanceOf(HerokuIncompleteListError);
  expect(error.message).toContain('GET /teams');
  expect(got).toHaveLength(2500);
});

test('a 206 whose last object has no id is an error, not an end', async () => {
  const sandbox = await sandboxOf([], {
    kind: 'json',
    status: 206,
    body: [...teamsNumbered(2), { name: 'no id' }],
    match: '/teams',
    times: Infinity,
  });

  expect(await failureOf(allOf(clientOf(sandbox).teams()))).toBeInstanceOf(
    HerokuIncompleteListError,
  );
});

test('a Next-Range is followed with status 200 too', async () => {
  const [first, second] = teamsNumbered(2);
  const server = await serve((request, response) => {
    const isFirst = request.headers.range === 'id ..; max=1000';
    if (isFirst) {
      response.setHeader('Next-Range', 'id ]more..; max=1000');
    }
    response.end(JSON.stringify([isFirst ? first : second]));
  });
  closing.push(server);

  const got = await allOf(clientOf(server).teams());

  expect(idsOf(got)).toEqual([first?.id, second?.id]);
  expect(server.requests[1]?.headers.range).toBe('id ]more..; max=1000');
});

test('the next page is on its way while one is used, and no further one', async () => {
  const sandbox = await sandboxOf(teamsNumbered(5000));
  const pages = clientOf(sandbox).teams();

  await pages.next();
  while (sandbox.requests.length < 2) {
    await setImmediate();
  }
  for (let turn = 0; turn < 50; turn++) {
    await setImmediate();
  }

  expect(sandbox.requests).toHaveLength(2);
  await pages.return();
});

test('a malformed object is counted and costs the healthy ones nothing', async () => {
  const sandbox = await sandboxOf([], {
    kind: 'json',
    body: [...teamsNumbered(2), { name: 'no id' }, null],
    match: '/teams',
  });

  const { value } = await clientOf(sandbox).teams().next();

  expect(value).toMatchObject({
    resource: 'team',
    objects: teamsNumbered(2),
    defects: { skipped: 2 },
  });
});

test('a page of 10 MB is read', async () => {
  const sandbox = await sandboxOf(
    teamsNumbered(100).map((team) => ({ ...team, padding: 'x'.repeat(1e5) })),
  );

  expect(await allOf(clientOf(sandbox).teams())).toHaveLength(100);
});

test('a setting that cannot be read whole is refused, and not given without a part of it', async () => {
  const ruleset = { id: '00000000-0000-4000-8000-000000000001', rules: 'all' };
  const sandbox = await startSandbox({
    organisation: organisationOf({ '/spaces/s/inbound-ruleset': ruleset }),
  });
  closing.push(sandbox);

  const error = await failureOf(clientOf(sandbox).inboundRuleset('s'));

  expect(error.message).toContain('rules cannot be read');
});
