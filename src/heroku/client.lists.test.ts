import { setImmediate } from 'node:timers/promises';
import {
  allOf,
  clientOf,
  failureOf,
  kindOf,
  organisationOf,
  serve,
  teamsNumbered,
} from '../../test/sandbox/herokuClient';
import type { Fault, JsonObject, Sandbox } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';

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

const idsOf = (objects: { [field: string]: unknown }[]) =>
  objects.map(({ id }) => id);

function idAt(objects: JsonObject[], index: number): string {
  const id = objects[index]?.id;
  return typeof id === 'string' ? id : '';
}

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

  expect(error).toMatchObject({ failure: { kind: 'incompleteList' } });
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

  expect(kindOf(await failureOf(allOf(clientOf(sandbox).teams())))).toBe(
    'incompleteList',
  );
});

test('an unsorted page of a 206 without Next-Range is an error, not an end', async () => {
  const [first, second, third] = teamsNumbered(3);
  const server = await answering(() => ({
    status: 206,
    body: [second, third, first],
  }));

  const error = await failureOf(allOf(clientOf(server).teams()));

  expect(kindOf(error)).toBe('incompleteList');
});

test('an empty Next-Range is none: a 206 with it does not end a list', async () => {
  const teams = teamsNumbered(3);
  const server = await answering((range) => ({
    status: 206,
    headers: { 'Next-Range': '' },
    body: range === 'id ..; max=1000' ? teams : [],
  }));

  expect(idsOf(await allOf(clientOf(server).teams()))).toEqual(idsOf(teams));
  expect(server.requests[1]?.headers.range).toBe(
    `id ]${idAt(teams, 2)}..; max=1000`,
  );
});

test('a Next-Range that changes for ever and leads nowhere is an error', async () => {
  const teams = teamsNumbered(3);
  let count = 0;
  const server = await answering(() => ({
    status: 206,
    headers: { 'Next-Range': `id ]${count++}..; max=1000` },
    body: teams,
  }));

  const error = await failureOf(allOf(clientOf(server).teams()));

  expect(kindOf(error)).toBe('incompleteList');
  expect(server.requests).toHaveLength(2);
});

describe('a list that refuses to be asked for by id', () => {
  const teams = teamsNumbered(3);

  test.each([
    [416, 'requested_range_not_satisfiable', 'Not satisfiable.'],
    [400, 'bad_request', 'Unknown range field: id.'],
    [422, 'invalid_params', 'Range by id is not supported.'],
  ])('with a %i is asked once without', async (status, id, message) => {
    const server = await answering((range) =>
      range
        ? { status, body: { id, message } }
        : { status: 200, body: [...teams].reverse() },
    );

    const got = await allOf(clientOf(server).teams());

    expect(idsOf(got)).toEqual(idsOf([...teams].reverse()));
    expect(server.requests).toHaveLength(2);
  });

  test('goes on by what it says itself', async () => {
    const server = await answering((range) => {
      if (range === 'name ]team-1..; max=2') {
        return { status: 200, body: teams.slice(2) };
      }
      return range
        ? { status: 416, body: {} }
        : {
            status: 206,
            headers: { 'Next-Range': 'name ]team-1..; max=2' },
            body: teams.slice(0, 2),
          };
    });

    expect(idsOf(await allOf(clientOf(server).teams()))).toEqual(idsOf(teams));
  });

  test('and says no end without is an error', async () => {
    const server = await answering((range) =>
      range ? { status: 416, body: {} } : { status: 206, body: teams },
    );

    const error = await failureOf(allOf(clientOf(server).teams()));

    expect(kindOf(error)).toBe('incompleteList');
    expect(server.requests).toHaveLength(2);
  });

  test('and refuses without too is refused', async () => {
    const server = await answering(() => ({ status: 416, body: {} }));

    const error = await failureOf(allOf(clientOf(server).teams()));

    expect(error).toMatchObject({ failure: { kind: 'final', status: 416 } });
    expect(server.requests).toHaveLength(2);
  });

  test.each([400, 422])('is not meant by any other %i', async (status) => {
    const server = await answering(() => ({
      status,
      body: { id: 'bad_request', message: 'The request was invalid.' },
    }));

    await failureOf(allOf(clientOf(server).teams()));

    expect(server.requests).toHaveLength(1);
  });
});

describe('a page that is too large to read', () => {
  const teams = teamsNumbered(600).map((team) => ({
    ...team,
    padding: 'x'.repeat(1_000),
  }));

  test('is asked for again with 250 objects, and so is what follows', async () => {
    const sandbox = await sandboxOf(teams);

    const got = await allOf(
      clientOf(sandbox, { maxBodyBytes: 300_000 }).teams(),
    );

    expect(idsOf(got)).toEqual(idsOf(teams));
    expect(
      sandbox.requests.map(({ range }) => /max=.*/.exec(range ?? '')?.[0]),
    ).toEqual(['max=1000', 'max=250', 'max=250', 'max=250']);
  });

  test.each([true, false])(
    'is smaller than what may be read at all, while fewer objects can be asked for (compressed: %s)',
    async (gzip) => {
      const sandbox = await startSandbox({
        organisation: organisationOf({ '/teams': teams.slice(0, 120) }),
        gzip,
      });
      closing.push(sandbox);

      const got = await allOf(
        clientOf(sandbox, { maxPageBytes: 10_000 }).teams(),
      );

      // The smallest page is beyond the limit of a page too, and is read all the same.
      expect(got).toHaveLength(120);
      expect(
        sandbox.requests.map(({ range }) => /max=.*/.exec(range ?? '')?.[0]),
      ).toEqual(['max=1000', 'max=250', 'max=50', 'max=50', 'max=50']);
    },
  );

  test('is asked for again with 50 objects then', async () => {
    const sandbox = await sandboxOf(teams.slice(0, 120));

    const got = await allOf(
      clientOf(sandbox, { maxBodyBytes: 60_000 }).teams(),
    );

    expect(got).toHaveLength(120);
    expect(
      sandbox.requests.map(({ range }) => /max=.*/.exec(range ?? '')?.[0]),
    ).toEqual(['max=1000', 'max=250', 'max=50', 'max=50', 'max=50']);
  });

  test('with 50 objects is a failure that is not tried again', async () => {
    const sandbox = await sandboxOf(teams);

    const error = await failureOf(
      allOf(clientOf(sandbox, { maxBodyBytes: 10_000 }).teams()),
    );

    expect(error).toMatchObject({
      failure: { kind: 'final', status: 'BODY_TOO_LARGE' },
    });
    expect(sandbox.requests).toHaveLength(3);
  });
});

test('a page that is too slow is asked for again with fewer objects', async () => {
  const teams = teamsNumbered(300);
  const server = await serve((request, response) => {
    const { range = '' } = request.headers;
    const max = Number(/max=(\d+)/.exec(range)?.[1]);
    const from = /\](.*)\.\./.exec(range)?.[1] ?? '';
    const rest = teams.filter((_, index) => idAt(teams, index) > from);
    // More than 100 objects take longer than anybody waits.
    if (max > 100) return;
    const page = rest.slice(0, max);
    if (page.length < rest.length) {
      response.statusCode = 206;
      response.setHeader(
        'Next-Range',
        `id ]${idAt(page, page.length - 1)}..; max=${max}`,
      );
    }
    response.end(JSON.stringify(page));
  });
  closing.push(server);

  const got = await allOf(clientOf(server, { timeoutMs: 100 }).teams());

  expect(idsOf(got)).toEqual(idsOf(teams));
  expect(server.requests).toHaveLength(2 + 6);
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

describe('a single thing', () => {
  const RULESET = '/spaces/s/inbound-ruleset';
  const rulesetOf = (body: JsonObject) =>
    startSandbox({ organisation: organisationOf({ [RULESET]: body }) });

  test('is given without a field that cannot be read, and says so', async () => {
    const id = '00000000-0000-4000-8000-000000000001';
    const sandbox = await rulesetOf({ id, rules: 'all', created_by: 'x' });
    closing.push(sandbox);

    const { resource, object, defects } =
      await clientOf(sandbox).inboundRuleset('s');

    expect(resource).toBe('inbound ruleset');
    expect(object).toEqual({ id, created_by: 'x' });
    expect(defects).toEqual({ skipped: 0, fields: new Map([['rules', 1]]) });
  });

  test('that says nothing is kept as it is where it needs no field', async () => {
    const sandbox = await startSandbox({
      organisation: organisationOf({ '/teams/t/preferences': {} }),
    });
    closing.push(sandbox);

    const { object, defects } = await clientOf(sandbox).teamPreferences('t');

    expect(object).toEqual({});
    expect(defects).toEqual({ skipped: 0, fields: new Map() });
    expect(sandbox.requests).toHaveLength(1);
  });
});

/** A server that answers each `Range` as a test wants. */
async function answering(
  answer: (range: string | undefined) => {
    status: number;
    body: unknown;
    headers?: Record<string, string>;
  },
) {
  const server = await serve((request, response) => {
    const { status, body, headers = {} } = answer(request.headers.range);
    response.writeHead(status, headers).end(JSON.stringify(body));
  });
  closing.push(server);
  return server;
}
