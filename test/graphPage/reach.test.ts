import type { PageData } from '../../tools/graphPage/pageData';
import { pageData } from '../../tools/graphPage/pageData';
import type { CollectedGraph } from '../e2e/graph';
import { runClient } from './client';

interface Reach {
  key: string;
  columns: { title: string; keys: string[] }[];
  howOf: (key: string) => string;
}

interface Arrangement {
  places: Map<string, { x: number; y: number }>;
  columns: { title: string; keys: string[]; x: number }[];
}

const client = runClient<{
  createGraph(data: PageData): unknown;
  reach: { of(graph: unknown, key: string): Reach };
  reachLayout: {
    arrangementOf(
      graph: unknown,
      reach: Reach,
      size: { width: number; height: number },
    ): Arrangement;
  };
}>('graph', 'reach', 'reachLayout');

type Joined = [from: string, verb: string, to: string, properties?: object];

/** The types of the things in the tests, by the first word of their names. */
const TYPES: Record<string, string> = {
  account: 'heroku_account',
  team: 'heroku_team',
  user: 'heroku_account_member',
  app: 'heroku_application',
  addon: 'heroku_addon',
  space: 'heroku_space',
  key: 'heroku_ssh_key',
  store: 'heroku_data_store',
  token: 'heroku_authorization',
  client: 'heroku_oauth_client',
  domain: 'heroku_domain',
};

function graphOf(...joined: Joined[]) {
  const names = new Set(joined.flatMap(([from, , to]) => [from, to]));
  const graph: CollectedGraph = {
    entities: [...names].map((name) => ({
      _key: name,
      _type: TYPES[name.split(' ')[0] ?? ''] ?? 'unknown',
      _class: 'Thing',
      displayName: name,
      accountType: name === 'account own' ? 'individual' : 'enterprise',
    })),
    relationships: joined.map(([from, verb, to, properties]) => ({
      _key: `${from}|${verb}|${to}`,
      _type: 'x',
      _class: verb,
      _fromEntityKey: from,
      _toEntityKey: to,
      ...properties,
    })),
    mappedRelationships: [],
  };
  return client.createGraph(pageData(graph, { findings: [] }));
}

/** Who and what is in the reach of a thing, each with how. */
function reachOf(key: string, ...joined: Joined[]): Record<string, string> {
  const { columns, howOf } = client.reach.of(graphOf(...joined), key);
  return Object.fromEntries(
    columns
      .flatMap(({ keys }) => keys)
      .filter((one) => one !== key)
      .map((one) => [one, howOf(one)]),
  );
}

const DEPLOY = { viewPermission: true, deployPermission: true };
const VIEW = { viewPermission: true, deployPermission: false };

test('a person reaches the apps that allow it, and what those use', () => {
  expect(
    reachOf(
      'user a',
      ['app 1', 'ALLOWS', 'user a', DEPLOY],
      ['app 2', 'ALLOWS', 'user b', DEPLOY],
      ['app 1', 'HAS', 'addon 1'],
      ['app 1', 'USES', 'addon 2'],
      ['app 2', 'HAS', 'addon 2'],
      ['app 1', 'HAS', 'domain 1'],
    ),
  ).toEqual({
    'app 1': 'view, deploy',
    'addon 1': 'through app 1',
    'addon 2': 'through app 1',
  });
});

test('an add-on is reached by all who may do more than look at an app that uses it', () => {
  expect(
    reachOf(
      'addon 1',
      ['app 1', 'HAS', 'addon 1'],
      ['app 2', 'USES', 'addon 1'],
      ['app 1', 'ALLOWS', 'user a', DEPLOY],
      ['app 2', 'ALLOWS', 'user b', DEPLOY],
      ['app 1', 'ALLOWS', 'user c', VIEW],
    ),
  ).toEqual({
    'app 1': 'has',
    'app 2': 'uses',
    'user a': 'view, deploy on app 1',
    'user b': 'view, deploy on app 2',
  });
});

test('who may only look at an app is named for the app, and reaches nothing behind it', () => {
  const joined: Joined[] = [
    ['app 1', 'ALLOWS', 'user c', VIEW],
    ['app 1', 'HAS', 'addon 1'],
  ];
  expect(reachOf('user c', ...joined)).toEqual({ 'app 1': 'view' });
  expect(reachOf('app 1', ...joined)).toEqual({
    'user c': 'view',
    'addon 1': 'has',
  });
});

test('who may look at an app in one way and deploy in another reaches what is behind it', () => {
  expect(
    reachOf(
      'user a',
      ['app 1', 'ALLOWS', 'user a', VIEW],
      ['user a', 'MANAGES', 'team 1'],
      ['team 1', 'OWNS', 'app 1'],
      ['app 1', 'HAS', 'addon 1'],
    ),
  ).toEqual({
    'team 1': 'manages',
    'app 1': 'through team 1; view',
    'addon 1': 'through app 1',
  });
});

test('admins of the team and managers of its account reach an app, members of either do not', () => {
  expect(
    reachOf(
      'app 1',
      ['account 1', 'HAS', 'team 1'],
      ['team 1', 'OWNS', 'app 1'],
      ['team 1', 'HAS', 'user admin', { role: 'admin' }],
      ['user admin', 'MANAGES', 'team 1'],
      ['team 1', 'HAS', 'user member', { role: 'member' }],
      ['account 1', 'HAS', 'user manager', { managePermission: true }],
      ['user manager', 'MANAGES', 'account 1'],
      ['account 1', 'HAS', 'user viewer', { managePermission: false }],
    ),
  ).toEqual({
    'team 1': 'owns',
    'account 1': 'has team 1',
    'user admin': 'manages team 1',
    'user manager': 'manages account 1',
  });
});

test('credentials act as their user, and an app reaches the network of its space', () => {
  expect(
    reachOf(
      'app 1',
      ['user a', 'OWNS', 'app 1'],
      ['user a', 'HAS', 'key 1'],
      ['space 1', 'HAS', 'app 1'],
      ['space 1', 'HAS', 'app 2'],
      ['app 2', 'HAS', 'addon 2'],
    ),
  ).toEqual({
    'user a': 'owns',
    'key 1': 'acts as user a',
    'space 1': 'runs in',
  });
});

test('whoever holds a token of a team reaches what the team owns, down to the data', () => {
  expect(
    reachOf(
      'store 1',
      ['client 1', 'HAS', 'token 1'],
      ['team 1', 'HAS', 'token 1'],
      ['team 1', 'OWNS', 'app 1'],
      ['app 1', 'HAS', 'addon 1'],
      ['addon 1', 'HAS', 'store 1'],
    ),
  ).toEqual({
    'addon 1': 'has',
    'app 1': 'has addon 1',
    'team 1': 'owns app 1',
    'token 1': 'acts as team 1',
    'client 1': 'holds token 1',
  });
});

test('the own account of the key gives no access to the teams under it', () => {
  const graph = graphOf(
    ['account 1', 'HAS', 'team 1'],
    ['team 1', 'OWNS', 'app 1'],
  );
  expect(client.reach.of(graph, 'account 1').columns).toHaveLength(2);
  const own = graphOf(
    ['account own', 'HAS', 'team 1'],
    ['team 1', 'OWNS', 'app 1'],
  );
  expect(client.reach.of(own, 'account own').columns).toEqual([
    { title: 'Teams', keys: ['account own'] },
  ]);
});

test('what nothing leads to or from reaches nothing', () => {
  expect(
    reachOf('app 1', ['app 1', 'HAS', 'domain 1'], ['app 2', 'HAS', 'addon 2']),
  ).toEqual({});
});

test('relationships in a circle come to an end', () => {
  expect(
    reachOf(
      'user a',
      ['user a', 'OWNS', 'app 1'],
      ['app 1', 'ALLOWS', 'user a', DEPLOY],
    ),
  ).toEqual({ 'app 1': 'owns; view, deploy' });
});

test('in a column, what leads to something else of the column stands right above it', () => {
  const graph = graphOf(
    ['app 1', 'HAS', 'addon 1'],
    ['app 1', 'HAS', 'addon 2'],
    ['addon 1', 'HAS', 'store z'],
    ['addon 2', 'HAS', 'store a'],
  );
  const { columns } = client.reachLayout.arrangementOf(
    graph,
    client.reach.of(graph, 'app 1'),
    { width: 700, height: 600 },
  );
  expect(columns.at(-1)?.keys).toEqual([
    ...['addon 1', 'store z', 'addon 2', 'store a'],
  ]);
});

test('columns go in the direction of access, and no two entities share a place', () => {
  const graph = graphOf(
    ['user a', 'MANAGES', 'team 1'],
    ...Array.from({ length: 300 }, (_, index): Joined[] => [
      ['team 1', 'OWNS', `app ${index}`],
      [`app ${index}`, 'HAS', `addon ${index}`],
    ]).flat(),
  );
  const { columns, places } = client.reachLayout.arrangementOf(
    graph,
    client.reach.of(graph, 'user a'),
    { width: 700, height: 600 },
  );
  expect(columns.map(({ title }) => title)).toEqual([
    ...['People', 'Teams', 'Apps', 'Data, spaces'],
  ]);
  expect(columns.map(({ x }) => x)).toEqual(
    columns.map(({ x }) => x).sort((a, b) => a - b),
  );
  expect(places.size).toBe(602);
  expect(
    new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size,
  ).toBe(602);
  const xOf = (key: string) => places.get(key)?.x ?? Number.NaN;
  for (let index = 0; index < 300; index++) {
    expect(xOf(`app ${index}`)).toBeGreaterThan(xOf('team 1'));
    expect(xOf(`addon ${index}`)).toBeGreaterThan(xOf(`app ${index}`));
  }
});
