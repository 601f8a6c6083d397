import {
  allOf,
  clientOf,
  organisationOf,
  teamsNumbered,
} from '../../test/sandbox/herokuClient';
import type { JsonObject, Sandbox } from '../../test/sandbox';
import { startSandbox } from '../../test/sandbox';

const TEAM = '00000000-0000-4000-8000-000000000001';

let sandbox: Sandbox | undefined;
afterEach(() => sandbox?.close());

async function sandboxOf(
  resources: Record<string, JsonObject[] | JsonObject>,
): Promise<Sandbox> {
  sandbox = await startSandbox({
    organisation: organisationOf(resources),
    latencyMs: 60,
  });
  return sandbox;
}

test('what most waits for is asked for before what came first, and a list that was begun before both', async () => {
  const { requests, ...server } = await sandboxOf({
    '/teams': teamsNumbered(1_001),
    '/spaces': [],
    '/pipelines': [],
    [`/teams/${TEAM}/apps`]: [],
  });
  const client = clientOf(server, { concurrency: 1 });

  await Promise.all([
    allOf(client.teams()),
    allOf(client.spaces()),
    allOf(client.pipelines()),
    allOf(client.teamApps(TEAM)),
  ]);

  expect(requests.map(({ path }) => path)).toEqual([
    '/teams',
    `/teams/${TEAM}/apps`,
    '/teams',
    '/spaces',
    '/pipelines',
  ]);
});

test('while there is no room for pages they are asked for and not unpacked', async () => {
  const { requests, ...server } = await sandboxOf({
    '/spaces': [],
    '/pipelines': [],
    '/account': { id: TEAM },
  });
  let makeRoom = () => {};
  const room = new Promise<void>((resolve) => (makeRoom = resolve));
  const client = clientOf(server, { waitForRoom: () => room });
  const read: string[] = [];
  const lists = [
    allOf(client.spaces()).then(() => read.push('spaces')),
    allOf(client.pipelines()).then(() => read.push('pipelines')),
  ];

  // A single thing takes no room, and is there after the lists that were asked for before it.
  await client.account();
  await client.account();

  expect(requests.map(({ path }) => path)).toEqual([
    '/spaces',
    '/pipelines',
    '/account',
    '/account',
  ]);
  expect(read).toEqual([]);
  makeRoom();
  await Promise.all(lists);
  expect(read).toEqual(['spaces', 'pipelines']);
});
