import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerCommand } from '../../../tools/answers/command';
import { summaryWith } from '../../questions/summary';

const NOW = new Date('2026-05-01T00:00:00Z');

let folder: string;

function answer(...args: string[]): Promise<string> {
  return answerCommand(args, NOW);
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-answer-'));
  await mkdir(path.join(folder, 'collected/graph'), { recursive: true });
  await writeFile(
    path.join(folder, 'collected/summary.json'),
    JSON.stringify(summaryWith({})),
  );
  await writeFile(
    path.join(folder, 'collected/graph/users.json'),
    JSON.stringify({
      entities: [
        {
          _key: 'user-0000001',
          _type: 'heroku_account_member',
          _class: ['User'],
          displayName: 'Pavel',
          emailDomain: ['example.net'],
        },
      ],
    }),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('each value that a question asks for is an option of its name', async () => {
  const collected = path.join(folder, 'collected');
  const question =
    'Which Heroku users have an e-mail address of another organisation?\n';
  expect(await answer('--from', collected)).toContain(
    `${question}  - not answered: needs --domain\n`,
  );
  const given = await answer('--from', collected, '--domain', 'example.com');
  expect(given).toContain(`${question}  - Pavel\n`);
});

test('what was not collected is not answered', async () => {
  const text = await answer('--from', path.join(folder, 'collected'));
  expect(text).toContain(
    'Which certificates on Heroku are self-signed?\n  - not answered: needs the setting Ingest App Details\n',
  );
});

test('a folder without a collection is an error that says so', async () => {
  await expect(answer('--from', folder)).rejects.toThrow(
    `Nothing has been collected in ${folder} yet.`,
  );
});

test('the help names the values', async () => {
  expect(await answer('--help')).toContain('[--domain VALUE]');
});
