import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { clientRoutes } from '../fuzz/clientRoutes';
import { SANDBOX_API_KEY } from '../sandbox';
import { placeholder } from '../sandbox/organisations/secrets';
import type { Item } from './doors';
import { Doors, filesUnder } from './doors';

const ROOT = path.resolve(__dirname, '../..');

/** What a secret that got away looks like, planted or real. */
const SECRETS = [
  'CANARY-',
  SANDBOX_API_KEY,
  placeholder,
  'HRKU-AA',
  'BEGIN CERTIFICATE',
  'PRIVATE KEY-----',
  'Bearer ',
];

test('docs/security.md names every route that the client reads, and no other', async () => {
  const document = await readFile(path.join(ROOT, 'docs/security.md'), 'utf8');

  const named = [...document.matchAll(/^- `GET (\/\S+)`/gm)].map(
    ([, route]) => route,
  );

  expect(named).toEqual(
    [...new Set(clientRoutes().map(({ route }) => route))].sort(),
  );
});

test('docs/security.md names tests that there are', async () => {
  const document = await readFile(path.join(ROOT, 'docs/security.md'), 'utf8');
  const tests = [...document.matchAll(/`((?:src|test)\/[\w/.]+\.test\.ts)`/g)];

  expect(tests.length).toBeGreaterThan(5);
  for (const [, file = ''] of tests) {
    await expect(readFile(path.join(ROOT, file), 'utf8')).resolves.toBeTruthy();
  }
});

/** The recordings that tests replay. */
async function recordings(): Promise<Item[]> {
  return filesUnder(path.join(ROOT, 'test/__recordings__'));
}

test('no recording holds a secret, nor a header that would carry one', async () => {
  const doors = new Doors();
  doors.add('recordings', await recordings());

  expect((await recordings()).length).toBeGreaterThan(0);
  expect(doors.search([...SECRETS, '"authorization"', '"cookie"'])).toEqual([]);
});

test('the search would find a secret in a recording', async () => {
  const [recording] = await recordings();
  const doors = new Doors();
  doors.add('recordings', [
    { where: 'a', text: `${recording?.text}${SANDBOX_API_KEY}` },
    {
      where: 'b',
      text: Buffer.from(`{"a":"${SANDBOX_API_KEY}"}`).toString('base64'),
    },
    { where: 'c', text: encodeURIComponent('x=Bearer y') },
    {
      where: 'd',
      text: Buffer.from('a CANARY-').toString('hex').toUpperCase(),
    },
  ]);

  expect(doors.search(SECRETS).map(({ where }) => where)).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('what is packed is documents and compiled code, and no document holds a secret', async () => {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['pack', '--dry-run', '--json', '--ignore-scripts'],
    { cwd: ROOT, maxBuffer: 16 * 1024 * 1024 },
  );
  const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  const names = files.map((file) => file.path);

  expect(names).toContain('docs/jupiterone.md');
  expect(
    names.filter((name) =>
      /\.env|\.har$|recording|(^|\/)(test|tools|bench|\.j1-integration)\//.test(
        name,
      ),
    ),
  ).toEqual([]);
  const doors = new Doors();
  doors.add(
    'packed documents',
    await Promise.all(
      names
        .filter((name) => !name.startsWith('dist/'))
        .map(async (name) => ({
          where: name,
          text: await readFile(path.join(ROOT, name), 'utf8'),
        })),
    ),
  );
  doors.add('documents', await filesUnder(path.join(ROOT, 'docs')));
  // A document may say that there is a header of this name.
  const secrets = SECRETS.filter((secret) => secret !== 'Bearer ');
  expect(doors.search(secrets)).toEqual([]);
}, 60_000);
