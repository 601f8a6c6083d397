import { needsOfQuery, needsSentence } from './needs';
import type { Question, QuestionQuery } from './questions';
import { ALERT_LEVELS } from './questions';

/** A rule of a JupiterOne rule pack. */
export interface AlertRule {
  name: string;
  description: string;
  queries: {
    name: string;
    query: string;
    version: string;
    includeDeleted?: true;
  }[];
  alertLevel: (typeof ALERT_LEVELS)[number];
}

/**
 * The alert rules that the questions declare, the most urgent first. Each has one query: a rule pack's default
 * condition looks at the first only.
 */
export function alertRules(questions: readonly Question[]): AlertRule[] {
  const rules = questions.flatMap((question) =>
    question.queries.flatMap((query) => ruleOf(question, query)),
  );
  const urgency = ({ alertLevel }: AlertRule) =>
    ALERT_LEVELS.indexOf(alertLevel);
  return rules.sort((a, b) => urgency(a) - urgency(b));
}

function ruleOf(
  question: Question,
  { alert, query, includeDeleted }: QuestionQuery,
): AlertRule[] {
  if (alert === undefined) return [];
  return [
    {
      name: `heroku-${alert.name ?? question.id}`,
      description: [
        alert.says,
        question.about,
        needsSentence(needsOfQuery(query)),
        `What to do: ${question.remedy}`,
      ]
        .filter((text) => text !== '')
        .join(' '),
      queries: [
        {
          name: 'query0',
          query: query.trim(),
          version: 'v1',
          ...(includeDeleted === true ? { includeDeleted } : {}),
        },
      ],
      alertLevel: alert.level,
    },
  ];
}
