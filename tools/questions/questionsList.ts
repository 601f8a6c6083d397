import { integrationSteps } from '../../src/steps';
import type { Question } from './questions';
import { readQuestions } from './questions';

/** The questions, each with what to do about a hit, as a list in Markdown. */
export function questionsList(): string {
  return readQuestions()
    .map((question) => {
      const mark = needsAppDetails(question)
        ? ' (with Ingest App Details)'
        : '';
      return `- **${question.title}**${mark} ${capitalised(question.remedy)}`;
    })
    .join('\n');
}

/** Whether a question asks for what is collected only with the setting Ingest App Details. */
export function needsAppDetails({ queries }: Question): boolean {
  const always = new Set(
    integrationSteps
      .filter(({ isPerApp }) => !isPerApp)
      .flatMap(({ entities }) => entities.map(({ _type }) => _type)),
  );
  const perApp = new Set(
    integrationSteps
      .flatMap(({ entities }) => entities.map(({ _type }) => _type))
      .filter((type) => !always.has(type)),
  );
  return queries
    .flatMap(({ query }) => query.match(/\bheroku_\w+/g) ?? [])
    .some((type) => perApp.has(type));
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
