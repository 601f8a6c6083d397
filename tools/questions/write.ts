import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { runProgram } from '../program';
import { alertRules } from './alertRules';
import { readCompliance } from './compliance';
import { complianceDocument } from './complianceDocument';
import { managedQuestionFile } from './managedQuestions';
import { readQuestions } from './questions';

/** `npm run questions`: writes what follows from the files in `questions/`. */

const ROOT = path.resolve(__dirname, '../..');

const USAGE = `Usage: npm run questions [-- --check]

Writes what follows from the files in questions/: the question file and the alert rules for
JupiterOne, in jupiterone/, and docs/compliance.md.

  --check   writes nothing, and fails where one of them is out of date`;

function contents(): Record<string, string> {
  const questions = readQuestions();
  const compliance = readCompliance();
  return {
    'jupiterone/questions/questions.yaml': managedQuestionFile(
      questions,
      compliance,
    ),
    'jupiterone/rules/heroku.json': JSON.stringify(alertRules(questions)),
    'docs/compliance.md': complianceDocument(questions, compliance),
  };
}

async function write(isCheck: boolean): Promise<void> {
  for (const [name, content] of Object.entries(contents())) {
    const file = path.join(ROOT, name);
    const text = await format(content, {
      ...(await resolveConfig(file)),
      filepath: file,
    });
    if ((await readFile(file, 'utf8').catch(() => '')) === text) continue;
    if (isCheck) {
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

void runProgram({
  usage: USAGE,
  options: { check: { type: 'boolean' } },
  run: ({ check }) => write(check === true),
});
