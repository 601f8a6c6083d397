import type { Sources } from '../src/steps/ids';
import type { HerokuStep } from '../src/steps/step';

export type SourceId = (typeof Sources)[keyof typeof Sources];

/** What the formulas count: enterprise accounts, teams, apps, pipelines and spaces. */
export interface Counts {
  E: number;
  T: number;
  A: number;
  P: number;
  S: number;
  /** Apps outside of teams. */
  personalApps: number;
  /** Apps with a domain that has a certificate. */
  appsWithCertificate: number;
}

/** The words in the place of a formula, for what has no letter. */
const WORDS: Record<string, (counts: Counts) => number> = {
  none: () => 0,
  '1 for each personal app': ({ personalApps }) => personalApps,
  '1 for each app with a domain that has a certificate': ({
    appsWithCertificate,
  }) => appsWithCertificate,
};

/** The formula of a declaration, without the routes: `1 + T`. What is "1 more" is left to its condition. */
export function formulaOf(step: HerokuStep): string {
  return step.requests.split(':')[0] ?? '';
}

/**
 * The requests that a step declares, further pages apart.
 *
 * @throws for a formula that cannot be read: it would be counted as nothing
 */
export function declaredRequests(step: HerokuStep, counts: Counts): number {
  const formula = formulaOf(step);
  const word = WORDS[formula];
  if (word) {
    return word(counts);
  }
  return formula
    .split('+')
    .map((term) => term.trim())
    .reduce((sum, term) => {
      const [, factor = '', letter = ''] = /^(\d*)([ETAPS]?)$/.exec(term) ?? [];
      if (factor === '' && letter === '') {
        throw new Error(`${step.id} declares what is no formula: "${formula}"`);
      }
      const many = letter === '' ? 1 : counts[letter as 'E'];
      return sum + Number(factor || 1) * many;
    }, 0);
}

/** The routes that a step declares, those included that it asks under a condition. */
export function declaredRoutes(step: HerokuStep): string[] {
  return [...step.requests.matchAll(/`([^`]+)`/g)].map(
    ([, route = '']) => route,
  );
}
