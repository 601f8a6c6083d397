import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { architecturePicture } from './architecturePicture';
import { dataModelDocument } from './dataModelDocument';
import { between, formatted } from './markers';
import { needsTable } from './needsTable';
import { runProgram, UsageError } from './program';
import { questionsList } from './questions/questionsList';

const DOCS = path.resolve(__dirname, '..', 'docs');

const USAGE = `Usage: npm run document:model -- [--check]

Writes what src/ declares into docs/data-model.md and docs/jupiterone.md, and who imports whom
into docs/development.md.

  --check   write nothing, and fail where they are out of date`;

void runProgram({
  usage: USAGE,
  options: { check: { type: 'boolean' } },
  run: async ({ check }) => {
    const [customerDocument, developerDocument] = (await Promise.all(
      ['jupiterone.md', 'development.md'].map((name) =>
        readFile(path.join(DOCS, name), 'utf8'),
      ),
    )) as [string, string];
    const documents = {
      'data-model.md': dataModelDocument(),
      'jupiterone.md': between(
        between(customerDocument, 'scopes and roles', needsTable()),
        'questions',
        questionsList(),
      ),
      'development.md': between(
        developerDocument,
        'architecture',
        await architecturePicture(),
      ),
    };
    const outdated: string[] = [];
    for (const [name, content] of Object.entries(documents)) {
      const file = path.join(DOCS, name);
      const text = await formatted(file, content);
      if ((await readFile(file, 'utf8').catch(() => '')) === text) {
        continue;
      }
      outdated.push(`docs/${name}`);
      if (check !== true) {
        await writeFile(file, text);
        console.log(`Written: docs/${name}`);
      }
    }
    if (check === true && outdated.length > 0) {
      throw new UsageError(
        `${outdated.join(' and ')} out of date: run "npm run document:model" and commit it.`,
      );
    }
  },
});
