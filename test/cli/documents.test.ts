import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import packageJson from '../../package.json';
import { readRequest } from '../../src/cli/invocation';
import { reportOn } from '../../src/cli/report';

const PROJECT_ROOT = path.resolve(__dirname, '../..');
const WORKFLOWS = '.github/workflows';

const read = (name: string) =>
  readFileSync(path.join(PROJECT_ROOT, name), 'utf8');

const documentation = read('docs/ci.md');

interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { steps?: { uses?: string; run?: string }[] }>;
}

const example = /```yaml\n([^]*?)```/.exec(documentation)?.[1] ?? '';

const workflows = [
  ['docs/ci.md', example],
  ...readdirSync(path.join(PROJECT_ROOT, WORKFLOWS)).map((name) => [
    name,
    read(`${WORKFLOWS}/${name}`),
  ]),
].map(([name, text]): [string, Workflow] => [
  name ?? '',
  load(text ?? '') as Workflow,
]);

const stepsOf = ({ jobs }: Workflow) =>
  Object.values(jobs).flatMap(({ steps = [] }) => steps);

test.each(workflows)(
  'the workflow of %s pins its actions by digest and says what it may',
  (_, workflow) => {
    const actions = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);

    expect(workflow.permissions).toBeDefined();
    for (const action of actions) {
      expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
    }
  },
);

test('the commands in the documentation are ones that graph-heroku takes', () => {
  const commands = [
    ...documentation.matchAll(/npx graph-heroku ([^#|\n]+)/g),
  ].map(([, words = '']) =>
    words
      .replace(/<[^>]*>|"\$\w+"/g, 'an-id')
      .trim()
      .split(/\s+/),
  );

  expect(commands.length).toBeGreaterThan(3);
  for (const words of commands) {
    expect(readRequest(words)).toMatchObject({ kind: 'invocation' });
  }
});

test('the documentation installs an SDK that the package allows', () => {
  for (const [name, range] of Object.entries(packageJson.peerDependencies)) {
    expect(documentation).toContain(`\`${range}\``);
    expect(range.split(' || ')).toContain(
      new RegExp(`${name}@([\\d.]+)`).exec(documentation)?.[1],
    );
  }
});

test('every field of the report is documented, and no other', () => {
  const outcome = {
    sdk: '',
    steps: [],
    partialTypes: [],
    entities: 0,
    relationships: 0,
    upload: { jobId: '', status: '', entities: 0, relationships: 0 },
    failure: { code: '', message: '', isDefect: false },
  };
  const report = reportOn({
    invocation: { command: 'run', storageDirectory: '', apiBaseUrl: '' },
    version: '',
    outcome,
    events: [],
    durationMs: 0,
  });
  const table = documentation.split('## The report as JSON')[1] ?? '';
  const documented = [...table.matchAll(/^\| (`.*?`) +\|/gm)].flatMap(
    ([, cell = '']) => cell.replaceAll('`', '').split(', '),
  );

  expect(documented.sort()).toEqual(Object.keys(report).sort());
});
