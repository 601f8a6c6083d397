import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { dataModelDocument } from './dataModelDocument';
import { needsTable } from './needsTable';
import { questionsList } from './questions/questionsList';

/**
 * `npm run document:model`: writes what the declarations in `src/` say into the documentation. With `--check` it
 * writes nothing and fails where the documentation is out of date.
 */

const DOCS = path.resolve(__dirname, '..', 'docs');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
  });
  const customerDocument = await readFile(
    path.join(DOCS, 'jupiterone.md'),
    'utf8',
  );
  const documents = {
    'data-model.md': dataModelDocument(),
    'jupiterone.md': between(
      between(customerDocument, 'scopes and roles', needsTable()),
      'questions',
      questionsList(),
    ),
  };

  let isCurrent = true;
  for (const [name, content] of Object.entries(documents)) {
    const file = path.join(DOCS, name);
    const formatted = await format(content, {
      ...(await resolveConfig(file)),
      parser: 'markdown',
    });
    const current = await readFile(file, 'utf8').catch(() => '');
    if (current === formatted) {
      continue;
    }
    isCurrent = false;
    if (values.check) {
      console.error(
        `docs/${name} is out of date: run "npm run document:model" and commit it.`,
      );
    } else {
      await writeFile(file, formatted);
      console.log(`Written: docs/${name}`);
    }
  }
  if (values.check && !isCurrent) {
    process.exitCode = 1;
  }
}

/** Puts `content` between the two markers of a name. */
function between(document: string, name: string, content: string): string {
  const start = `<!-- generated: ${name} -->`;
  const end = `<!-- end of generated: ${name} -->`;
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`No markers "${start}" and "${end}" in the document.`);
  }
  return `${document.slice(0, from + start.length)}\n\n${content}\n\n${document.slice(to)}`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
