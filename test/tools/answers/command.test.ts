import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UsageError } from '../../../tools/program';
import { answersIn, answerUsage } from '../../../tools/answers/command';
import { summaryWith } from '../../questions/summary';

const NOW = new Date('2026-05-01T00:00:00Z');

let folder: string;

function answer(values: Record<string, string> = {}): Promise<string> {
  return answersIn(path.join(folder, 'collected'), values, NOW);
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

test('a value that a question asks for is taken in any case; without it the question says so', async () => {
  const question =
    'Which Heroku users have an e-mail address of another organisation?\n';
  expect(await answer()).toContain(
    `${question}  - not answered: needs --domain\n`,
  );
  expect(await answer({ domain: 'Example.com' })).toContain(
    `${question}  - Pavel\n`,
  );
  expect(await answer({ domain: 'Example.net' })).toContain(
    `${question}  - none\n`,
  );
});

test('what asks for a change is not answered: JupiterOne keeps what earlier runs brought', async () => {
  const [, said] = (await answer()).split(
    'Not answered, since they ask for what changed between two runs; ask them in JupiterOne:\n',
  );
  expect(said?.split('\n')).toEqual(
    expect.arrayContaining([
      '  - Which Heroku apps are new since yesterday?',
      '  - Which Heroku apps were unlocked since yesterday?',
    ]),
  );
});

test('what was not collected is not answered', async () => {
  expect(await answer()).toContain(
    'Which certificates on Heroku are self-signed?\n  - not answered: needs the setting Ingest App Details\n',
  );
});

test('a folder without a collection is a mistake of the user, which says so', async () => {
  await expect(answersIn(folder, {}, NOW)).rejects.toThrow(UsageError);
});

test('the help names the values', () => {
  expect(answerUsage()).toContain('[--domain VALUE]');
});
