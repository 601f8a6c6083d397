import { readdirSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { readCompliance } from '../../../tools/questions/compliance';
import {
  ID_PREFIX,
  managedQuestionFile,
} from '../../../tools/questions/managedQuestions';
import { readQuestions, THEME_FILES } from '../../../tools/questions/questions';

const questions = readQuestions();

test('every file with questions is read', () => {
  const folder = path.resolve(__dirname, '../../../questions');
  expect(readdirSync(folder).sort()).toEqual(
    [...THEME_FILES, 'compliance'].map((name) => `${name}.yaml`).sort(),
  );
});

test('ids and titles are unique, across all files', () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  expect(new Set(questions.map(({ title }) => title)).size).toBe(
    questions.length,
  );
});

test("JupiterOne's file has each question, its queries as they are, and says what to do about a hit", () => {
  const file = load(managedQuestionFile(questions, readCompliance())) as {
    integrationDefinitionId: string;
    questions: { id: string; description: string; queries: unknown[] }[];
  };
  expect(file.integrationDefinitionId).toBe('${integration_definition_id}');
  expect(file.questions.map(({ id }) => id)).toEqual(
    questions.map(({ id }) => `${ID_PREFIX}${id}`),
  );
  questions.forEach(({ about, remedy, queries }, index) => {
    const managed = file.questions[index];
    expect(managed?.description.startsWith(about)).toBe(true);
    expect(managed?.description.endsWith(` What to do: ${remedy}`)).toBe(true);
    expect(managed?.queries).toMatchObject(
      queries.map(({ query, resultsAre }) => ({ query, resultsAre })),
    );
  });
});
