import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A file that breaks a rule, and whom it imports. */
interface Breach {
  rule: string;
  file: string;
  imports?: string;
}

const BREACHES: Breach[] = [
  // Types only: they count.
  {
    rule: 'no-circle',
    file: 'src/model/circle.ts',
    imports: "import type {} from './circleToo';",
  },
  {
    rule: 'cli-is-on-top',
    file: 'src/validation.ts',
    imports: "import './cli';",
  },
  {
    rule: 'index-is-for-the-sdk',
    file: 'src/ingestion.ts',
    imports: "import './index';",
  },
  {
    rule: 'validation-is-above-ingestion',
    file: 'src/ingestion.ts',
    imports: "import './validation';",
  },
  {
    rule: 'steps-import-what-they-work-with',
    file: 'src/steps/plants/toConfig.ts',
    imports: "import '../../config';",
  },
  {
    rule: 'steps-meet-in-the-index',
    file: 'src/steps/plants/toSteps.ts',
    imports: "import '../users/steps';",
  },
  {
    rule: 'collection-knows-no-step',
    file: 'src/collection/toSteps.ts',
    imports: "import '../steps/ids';",
  },
  {
    rule: 'heroku-knows-no-graph',
    file: 'src/heroku/toModel.ts',
    imports: "import '../model';",
  },
  {
    rule: 'heroku-knows-no-graph',
    file: 'src/heroku/toConfig.ts',
    imports: "import type {} from '../config';",
  },
  {
    rule: 'heroku-knows-no-graph',
    file: 'src/heroku/toCollection.ts',
    imports: "import '../collection';",
  },
  {
    rule: 'http-knows-no-resource',
    file: 'src/heroku/http/toErrors.ts',
    imports: "import '../errors';",
  },
  {
    rule: 'model-knows-only-itself',
    file: 'src/model/toHeroku.ts',
    imports: "import '../heroku';",
  },
  {
    rule: 'config-is-a-leaf',
    file: 'src/config.ts',
    imports: "import './model';",
  },
  {
    rule: 'rooms-have-one-door',
    file: 'src/steps/plants/throughTheWindow.ts',
    imports: "import '../../heroku/errors';",
  },
  {
    rule: 'model-does-no-io',
    file: 'src/model/io.ts',
    imports: "import 'node:fs';",
  },
  {
    rule: 'model-does-no-io',
    file: 'src/model/queue.ts',
    imports: "import 'p-queue';",
  },
  {
    rule: 'converters-only-translate',
    file: 'src/steps/plants/converters.ts',
    imports: "import 'node-fetch';",
  },
  {
    rule: 'converters-know-no-run',
    file: 'src/steps/plants/converters.ts',
    imports: "import { runOf } from '../../collection';\nrunOf;",
  },
  { rule: 'src-holds-rooms-only', file: 'src/utils.ts' },
  { rule: 'src-holds-rooms-only', file: 'src/common/strings.ts' },
  { rule: 'steps-holds-steps-only', file: 'src/steps/shared.ts' },
  {
    rule: 'src-is-shipped-alone',
    file: 'src/collection/toTest.ts',
    imports: "import '../../test/anything';",
  },
  {
    rule: 'src-is-shipped-with-its-dependencies',
    file: 'src/collection/toDevelopment.ts',
    imports: "import 'prettier';",
  },
  {
    rule: 'runtime-is-for-the-cli',
    file: 'src/collection/toRuntime.ts',
    imports: "import type {} from '@jupiterone/integration-sdk-runtime';",
  },
];

const ROOT = path.resolve(__dirname, '..');

describe('in a copy of src/ that breaks every rule', () => {
  let directory: string;
  let found: { rule: string; file: string }[];

  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'graph-heroku-architecture-'));
    for (const name of ['src', 'package.json', 'tsconfig.json']) {
      cpSync(path.join(ROOT, name), path.join(directory, name), {
        recursive: true,
      });
    }
    symlinkSync(
      path.join(ROOT, 'node_modules'),
      path.join(directory, 'node_modules'),
    );
    write('test/anything.ts', 'export {};');
    write('src/cli/index.ts', 'export {};');
    write('src/model/circleToo.ts', "import type {} from './circle';");
    for (const { file, imports = 'export {};' } of BREACHES) {
      write(file, imports);
    }
    found = cruise(directory);
  }, 60_000);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    const whole = path.join(directory, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    // After what is there: a planted line breaks a rule in a file that keeps it otherwise.
    writeFileSync(whole, `${text}\n`, { flag: 'a' });
  }

  test.each(BREACHES.map(({ rule, file }) => [rule, file]))(
    'the rule %s is broken by %s',
    (rule, file) => {
      expect(found).toContainEqual({ rule, file });
    },
  );
});

test('every rule is broken once above', () => {
  const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>(
    '../.dependency-cruiser.cjs',
  );
  expect([...new Set(BREACHES.map(({ rule }) => rule))].sort()).toEqual(
    forbidden.map(({ name }) => name).sort(),
  );
});

/** What the tool finds wrong with the src/ of a directory, by the rules of this repository. */
function cruise(directory: string): { rule: string; file: string }[] {
  const output = execFileSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/.bin/depcruise'),
      '--config',
      path.join(ROOT, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'src',
    ],
    { cwd: directory, encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  const { summary } = JSON.parse(output) as {
    summary: { violations: { rule: { name: string }; from: string }[] };
  };
  return summary.violations.map(({ rule, from }) => ({
    rule: rule.name,
    file: from,
  }));
}
