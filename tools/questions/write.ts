import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { alertRules } from './alertRules';
import { readCompliance } from './compliance';
import { complianceDocument } from './complianceDocument';
import { managedQuestionFile } from './managedQuestions';
import { readQuestions } from './questions';

/**
 * `npm run questions`: writes what follows from the files in `questions/`. With `--check` it writes nothing and fails
 * where something is out of date.
 */

const ROOT = path.resolve(__dirname, '../..');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
  });
  const questions = readQuestions();
  const compliance = readCompliance();
  const files = {
    'jupiterone/questions/questions.yaml': managedQuestionFile(
      questions,
      compliance,
    ),
    'jupiterone/rules/heroku.json': JSON.stringify(alertRules(questions)),
    'docs/compliance.md': complianceDocument(questions, compliance),
  };
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(ROOT, name);
    const text = await format(content, {
      ...(await resolveConfig(file)),
      filepath: file,
    });
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    if (values.check) {
      console.error(
        `${name} is out of date: run "npm run questions" and commit it.`,
      );
      process.exitCode = 1;
    } else {
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
      console.log(`Written: ${name}`);
    }
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
