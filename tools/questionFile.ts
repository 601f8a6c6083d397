import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import * as v from 'valibot';

export const QUESTION_FILE = path.resolve(
  __dirname,
  '../jupiterone/questions/questions.yaml',
);

const compliance = v.strictObject({
  standard: v.string(),
  requirements: v.optional(v.array(v.string())),
});

const questionQuery = v.strictObject({
  name: v.optional(v.string()),
  query: v.string(),
  resultsAre: v.picklist(['BAD', 'GOOD', 'INFORMATIVE', 'UNKNOWN']),
});

const question = v.strictObject({
  id: v.string(),
  title: v.string(),
  description: v.string(),
  queries: v.pipe(v.array(questionQuery), v.minLength(1)),
  tags: v.array(v.string()),
  compliance: v.optional(v.array(compliance)),
});

const questionFile = v.strictObject({
  sourceId: v.string(),
  integrationDefinitionId: v.string(),
  questions: v.array(question),
});

/** One query of a question. */
export type QuestionQuery = v.InferOutput<typeof questionQuery>;

/** A managed question, as `jupiterone/questions/questions.yaml` has it. */
export type Question = v.InferOutput<typeof question>;

/** What every id begins with. */
export const ID_PREFIX = 'integration-question-heroku-';

/**
 * The managed questions, in the order of the file.
 *
 * @throws where a question lacks something, or has a field that JupiterOne does not know
 */
export function readQuestions(): Question[] {
  return v.parse(questionFile, load(readFileSync(QUESTION_FILE, 'utf8')))
    .questions;
}

/** What introduces the last sentence of every description; the file format has no field for it. */
const REMEDY = ' What to do: ';

/** What a question is about, and what to do about a hit. */
export function explained({ id, description }: Question): {
  about: string;
  remedy: string;
} {
  const [about, remedy, ...more] = description.trim().split(REMEDY);
  if (about === undefined || remedy === undefined || more.length > 0) {
    throw new Error(`The question ${id} does not say once what to do`);
  }
  return { about, remedy };
}
