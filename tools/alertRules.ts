import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explained, ID_PREFIX, readQuestions } from './questionFile';
import type { Question } from './questionFile';

/**
 * `npm run rules`: writes the alert rules that follow from the questions. With `--check` it writes nothing and fails
 * where the rules are out of date.
 */

/** A rule of a JupiterOne rule pack. */
export interface AlertRule {
  name: string;
  description: string;
  queries: { name: string; query: string; version: string }[];
  alertLevel: 'CRITICAL' | 'HIGH';
}

/** A question that should not wait for someone to ask it. */
interface Alert {
  /** The question's id, without what every id begins with. */
  question: string;
  /** The query's name, where the question has several. */
  query?: string;
  /** The rule's name, where it is not the question's. */
  name?: string;
  level: AlertRule['alertLevel'];
}

/** CRITICAL: someone could take over production with this today. HIGH: something is exposed, or about to stop. */
const ALERTS: readonly Alert[] = [
  {
    question: 'admins-without-mfa',
    query: 'Admins of teams',
    level: 'CRITICAL',
  },
  {
    question: 'admins-without-mfa',
    query: 'Managers of enterprise accounts',
    name: 'managers-without-mfa',
    level: 'CRITICAL',
  },
  { question: 'external-production-deployers', level: 'CRITICAL' },
  {
    question: 'standing-authorizations',
    query: 'Both',
    name: 'standing-global-authorizations',
    level: 'HIGH',
  },
  { question: 'sso-certificate-expiring', level: 'HIGH' },
  {
    question: 'certificates-expiring',
    query: 'Expired or about to',
    level: 'HIGH',
  },
  { question: 'acm-failing', level: 'HIGH' },
  { question: 'plain-text-log-drains', level: 'HIGH' },
  { question: 'open-spaces', level: 'HIGH' },
  { question: 'vpn-tunnels-down', level: 'HIGH' },
];

const RULE_FILE = path.resolve(__dirname, '../jupiterone/rules/heroku.json');

/**
 * The rules, one query each: a rule pack's default condition looks at the first only.
 *
 * @throws where a question or a query is gone
 */
export function alertRules(questions: readonly Question[]): AlertRule[] {
  return ALERTS.map(({ question: slug, query: queryName, name, level }) => {
    const question = questions.find(({ id }) => id === `${ID_PREFIX}${slug}`);
    const query = question?.queries.find((one) => one.name === queryName);
    if (question === undefined || query === undefined) {
      throw new Error(`No question ${slug} with a query ${queryName ?? ''}`);
    }
    const { about, remedy } = explained(question);
    return {
      name: `heroku-${name ?? slug}`,
      description: `${question.title} ${about} What to do: ${remedy}`,
      queries: [{ name: 'query0', query: query.query.trim(), version: 'v1' }],
      alertLevel: level,
    };
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false } },
  });
  const text = `${JSON.stringify(alertRules(readQuestions()), null, 2)}\n`;
  const current = await readFile(RULE_FILE, 'utf8').catch(() => '');
  if (current === text) return;
  if (values.check) {
    console.error(
      'jupiterone/rules/heroku.json is out of date: run "npm run rules" and commit it.',
    );
    process.exitCode = 1;
    return;
  }
  await mkdir(path.dirname(RULE_FILE), { recursive: true });
  await writeFile(RULE_FILE, text);
  console.log('Written: jupiterone/rules/heroku.json');
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
