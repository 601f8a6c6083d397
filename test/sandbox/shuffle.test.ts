import type { JsonObject, Sandbox } from './index';
import { startSandbox } from './index';
import { shuffled } from './shuffle';
import { ask, handMade } from './testClient';

const letters = [...'abcdefghij'];
const apps: JsonObject[] = letters.map((id) => ({
  id,
  tags: letters,
  owner: Object.fromEntries(letters.map((letter) => [letter, id])),
}));

test('lists, lists within objects and keys come in another order, and nothing is lost', () => {
  const one = shuffled(apps, 'seed') as JsonObject[];
  expect(one.map(({ id }) => id)).not.toEqual(letters);
  expect(one.map(({ id }) => id).sort()).toEqual(letters);
  const first = apps.find(({ id }) => id === one[0]?.id);
  expect(one[0]).toEqual({ ...first, tags: one[0]?.tags });
  expect(one[0]?.tags).not.toEqual(letters);
  expect([...(one[0]?.tags as string[])].sort()).toEqual(letters);
  expect(Object.keys(one[0]?.owner as JsonObject)).not.toEqual(letters);
});

test('one seed gives one order, another gives another', () => {
  expect(JSON.stringify(shuffled(apps, 'a'))).toBe(
    JSON.stringify(shuffled(apps, 'a')),
  );
  expect(JSON.stringify(shuffled(apps, 'a'))).not.toBe(
    JSON.stringify(shuffled(apps, 'b')),
  );
});

describe('a sandbox that shuffles', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    const organisation = handMade({ '/apps': apps, '/teams': apps });
    sandbox = await startSandbox({ organisation, shuffle: 1, maxPageSize: 5 });
  });

  afterEach(() => sandbox.close());

  test('answers every page in an order of its own, with the objects that belong to it', async () => {
    const first = await ask(sandbox, '/apps');
    const second = await ask(sandbox, '/apps', {
      headers: { Range: first.headers['next-range'] as string },
    });
    const ids = [first, second].map((page) =>
      (page.json() as JsonObject[]).map(({ id }) => id as string),
    );
    expect(ids.map((page) => [...page].sort())).toEqual([
      letters.slice(0, 5),
      letters.slice(5),
    ]);
    expect(ids.flat()).not.toEqual(letters);
    expect((await ask(sandbox, '/apps')).text).toBe(first.text);
    expect((await ask(sandbox, '/teams')).text).not.toBe(first.text);
  });
});
