import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import * as v from 'valibot';

export const QUESTIONS_FOLDER = path.resolve(__dirname, '../../questions');

/** The files with the questions, in the order in which readers see their themes. */
export const THEME_FILES = [
  'people',
  'reach',
  'governance',
  'credentials',
  'apps',
  'domains',
  'data',
  'pipelines',
  'deployments',
  'egress',
  'network',
  'costs',
  'change',
] as const;

/** How urgent JupiterOne shows an alert to be, the most urgent first. */
export const ALERT_LEVELS = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'] as const;

const alert = v.strictObject({
  level: v.picklist(ALERT_LEVELS),
  /** The rule's name, where it is not the question's. */
  name: v.optional(v.string()),
  /** What has happened where the query finds something, in a sentence. */
  says: v.pipe(v.string(), v.regex(/^[A-Z].*\.$/)),
});

const questionQuery = v.strictObject({
  /** Needed where the question has several queries. */
  name: v.optional(v.string()),
  resultsAre: v.picklist(['BAD', 'GOOD', 'INFORMATIVE', 'UNKNOWN']),
  /** Makes an alert rule of the query: it should not wait for someone to ask. */
  alert: v.optional(alert),
  query: v.string(),
  /** Whether it finds things that JupiterOne has deleted: it has to be asked with deleted data included. */
  includeDeleted: v.optional(v.literal(true)),
});

const question = v.strictObject({
  id: v.string(),
  title: v.pipe(v.string(), v.endsWith('?')),
  /** What a hit means. */
  about: v.string(),
  /** What to do about a hit, to complete "What to do: …". */
  remedy: v.string(),
  queries: v.pipe(v.array(questionQuery), v.minLength(1)),
  tags: v.array(v.string()),
  /** What its answer speaks for, by id: see `compliance.yaml`. Empty where no control asks for it. */
  objectives: v.array(v.string()),
});

const themeFile = v.strictObject({
  theme: v.string(),
  questions: v.array(question),
});

/** One query of a question. */
export type QuestionQuery = v.InferOutput<typeof questionQuery>;

/** A question, as a file in `questions/` has it. */
export type Question = v.InferOutput<typeof question> & { theme: string };

/**
 * All questions, theme by theme.
 *
 * @throws where a question lacks something, or has a field that is not known
 */
export function readQuestions(): Question[] {
  return THEME_FILES.flatMap((name) => {
    const text = readFileSync(
      path.join(QUESTIONS_FOLDER, `${name}.yaml`),
      'utf8',
    );
    const { theme, questions } = v.parse(themeFile, load(text));
    return questions.map((one) => ({ ...one, theme }));
  });
}
