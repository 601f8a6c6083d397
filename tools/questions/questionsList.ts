import { needsText } from './needs';
import { readQuestions } from './questions';

/** The questions, each with what to do about a hit and what it needs, as a list in Markdown. */
export function questionsList(): string {
  return readQuestions()
    .map((question) =>
      [
        `- **${question.title}**`,
        capitalised(question.remedy),
        needsText(question),
      ]
        .filter((text) => text !== '')
        .join(' '),
    )
    .join('\n');
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
