import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fetch from 'node-fetch';
import { recordCollection, sandboxToRecord } from './recordCollection';
import { recordedBody } from './recordedBody';
import type { RecordingPlace } from './recording';
import {
  HEROKU_ORIGIN,
  RECORDED_ORGANISATION,
  recordHeroku,
  replayHeroku,
  saveRecording,
} from './recording';
import type { Sandbox } from './sandbox';
import { startSandbox } from './sandbox';
import { createOrganisation } from './sandbox/organisations';

/** A folder for a recording that a test makes. */
const newDirectory = () =>
  mkdtemp(path.join(tmpdir(), 'graph-heroku-recording-'));

describe('the recording in the repository', () => {
  const files = readdirSync(
    path.join(RECORDED_ORGANISATION.directory, '__recordings__'),
    { recursive: true, encoding: 'utf8' },
  ).filter((file) => file.endsWith('recording.har'));
  const text = readFileSync(
    path.join(
      RECORDED_ORGANISATION.directory,
      '__recordings__',
      files[0] ?? 'none',
    ),
    'utf8',
  );

  test('is the only one, and says that the sandbox was recorded', () => {
    expect(files).toHaveLength(1);
    const { log } = JSON.parse(text) as { log: { comment: string } };
    expect(log.comment).toMatch(/^Not answers of Heroku's: .*test\/sandbox/);
  });

  test('holds no key, and no planted secret', () => {
    expect(text).not.toMatch(
      /CANARY|sandbox-placeholder|HRKU|bearer|"authorization"|BEGIN |127\.0\.0\.1/i,
    );
  });

  test('is what a collection asks and is answered today: if not, run "npm run record"', async () => {
    const sandbox = await sandboxToRecord();
    const directory = await newDirectory();
    try {
      const { file, warnings } = await recordCollection(sandbox, {
        ...RECORDED_ORGANISATION,
        directory,
      });

      expect(warnings).toEqual([]);
      // Not toEqual: the difference would be hundreds of pages.
      expect((await readFile(file, 'utf8')) === text).toBe(true);
    } finally {
      await sandbox.close();
      await rm(directory, { recursive: true, force: true });
    }
  });
});

describe('a recording', () => {
  let place: RecordingPlace;
  const organisation = createOrganisation('team-only', {
    now: new Date('2026-05-01T10:00:00Z'),
    canaries: true,
  });
  const sandboxes: Sandbox[] = [];
  const first = { Range: 'id ..; max=1000' };

  beforeEach(async () => {
    place = { directory: await newDirectory(), name: 'teams' };
  });

  afterEach(async () => {
    await Promise.all(sandboxes.splice(0).map((sandbox) => sandbox.close()));
    await rm(place.directory, { recursive: true, force: true });
  });

  async function ask(
    origin: string,
    pathname: string,
    headers: Record<string, string>,
  ) {
    const response = await fetch(`${origin}${pathname}`, {
      headers: {
        Accept: 'application/vnd.heroku+json; version=3',
        ...headers,
      },
    });
    const body: unknown = await response.json();
    return { body, next: response.headers.get('next-range') ?? undefined };
  }

  /** Records the pages of the user's teams, and the user's account; returns the pages and the file's text. */
  async function record({ accountFirst = false } = {}) {
    const sandbox = await startSandbox({ organisation, maxPageSize: 3 });
    sandboxes.push(sandbox);
    const source = { comment: 'recorded by a test' };
    const recording = recordHeroku(place, source);
    const pages: Awaited<ReturnType<typeof ask>>[] = [];
    const authorised = { Authorization: `Bearer ${sandbox.apiKey}` };
    if (accountFirst) await ask(sandbox.url, '/account', authorised);
    let range: string | undefined = first.Range;
    while (range !== undefined) {
      const headers = { ...authorised, Range: range };
      const page = await ask(sandbox.url, '/teams', headers);
      pages.push(page);
      range = page.next;
    }
    if (!accountFirst) await ask(sandbox.url, '/account', authorised);
    const file = await saveRecording(recording, place, source);
    return { pages, text: await readFile(file, 'utf8'), sandbox };
  }

  test('is replayed page by page, whatever order the pages are asked for in', async () => {
    const { pages } = await record();
    const [one, two] = pages;

    const replay = replayHeroku(place);
    const second = await ask(HEROKU_ORIGIN, '/teams', {
      Range: one?.next ?? '',
    });
    const again = await ask(HEROKU_ORIGIN, '/teams', first);
    await replay.stop();

    expect(pages).toHaveLength(2);
    expect(idsIn(second.body)).toEqual(idsIn(two?.body));
    expect(idsIn(again.body)).toEqual(idsIn(one?.body));
    expect(again.next).toBe(one?.next);
  });

  test('answers nothing that is not in it, and asks nobody else', async () => {
    await record();

    const replay = replayHeroku(place);
    // Polly prints what it refuses.
    const error = jest.spyOn(console, 'error').mockImplementation(() => {});
    const asked = ask(HEROKU_ORIGIN, '/teams', { Range: 'id ..; max=7' });
    await expect(asked).rejects.toThrow('`recordIfMissing` is `false`');
    error.mockRestore();
    await replay.stop();
  });

  test('is the same whatever port the sandbox had, and in whatever order it was asked', async () => {
    const one = await record();
    const other = await record({ accountFirst: true });

    expect(new URL(one.sandbox.url).port).not.toBe(
      new URL(other.sandbox.url).port,
    );
    expect(other.text).toBe(one.text);
    expect(one.text).toContain(`"url":"${HEROKU_ORIGIN}/teams"`);
  });

  test('holds what the client reads, and neither the key nor any other field', async () => {
    const { text, sandbox } = await record();

    // In plain text, though it came compressed.
    expect(text).toContain('studio-web');
    expect(text).not.toContain(sandbox.apiKey);
    for (const [field, secret] of organisation.canaries) {
      expect([field, text.includes(secret)]).toEqual([field, false]);
    }
    expect(text).not.toContain('credit_card_collections');
  });
});

test('of a body only declared fields are recorded, and of a URL where it points', () => {
  const drain = {
    id: '00000000-0000-4000-8000-000000000001',
    token: 'd.secret',
    url: 'https://user:secret@logs.example.net:8443/secret?key=secret',
  };
  expect(
    JSON.parse(
      recordedBody('/apps/x/log-drains', 200, JSON.stringify([drain])),
    ),
  ).toEqual([{ id: drain.id, url: 'https://logs.example.net:8443/' }]);
});

test('of a list that is sorted as it is read, each object is recorded whole', () => {
  const apps = [{ app_name: 'shop', dynos: 1 }];
  const usage = {
    id: '00000000-0000-4000-8000-000000000001',
    teams: [
      { id: '00000000-0000-4000-8000-000000000003', dynos: 1 },
      { id: '00000000-0000-4000-8000-000000000002', dynos: 2, apps },
    ],
  };
  expect(
    JSON.parse(
      recordedBody(
        '/enterprise-accounts/x/usage/monthly',
        200,
        JSON.stringify([usage]),
      ),
    ),
  ).toEqual([{ ...usage, teams: [usage.teams[1], usage.teams[0]] }]);
});

test('of an error only its id is recorded', () => {
  expect(
    recordedBody('/teams', 403, '{"id":"forbidden","message":"secret"}'),
  ).toBe('{"id":"forbidden"}');
});

test('a route of which nobody said what may be recorded is not recorded', () => {
  expect(() => recordedBody('/apps/x/config-vars', 200, '{"A":"b"}')).toThrow(
    'what may be recorded of /apps/:id/config-vars',
  );
});

function idsIn(body: unknown): unknown[] {
  return (body as { id: string }[]).map(({ id }) => id);
}
