import type { Sources } from '../src/steps/ids';
import type { HerokuStep } from '../src/collection';

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
  /** Apps with a domain of their own: no other can have a certificate. */
  appsWithCustomDomain: number;
  /** Teams that allow some add-on services only. */
  teamsWithAddonControls: number;
  pipelinesWithReviewApps: number;
  /** Of the Fir generation, the only ones with telemetry drains. */
  firSpaces: number;
  firApps: number;
}

/** The words in the place of a formula, for what has no letter. */
const WORDS: Record<string, (counts: Counts) => number> = {
  none: () => 0,
  '1 for each personal app': ({ personalApps }) => personalApps,
  '1 for each app with a custom domain': ({ appsWithCustomDomain }) =>
    appsWithCustomDomain,
  '1 for each team with add-on controls': ({ teamsWithAddonControls }) =>
    teamsWithAddonControls,
  '1 for each pipeline with review apps': ({ pipelinesWithReviewApps }) =>
    pipelinesWithReviewApps,
  '1 for each Fir space': ({ firSpaces }) => firSpaces,
  '1 for each Fir app': ({ firApps }) => firApps,
};

/** The formula of a declaration, without the routes: `1 + T`. What is "1 more" is left to its condition. */
export function formulaOf(step: HerokuStep): string {
  return step.requests.split(':')[0] ?? '';
}

/** The formulas of several steps as one: `4 + 2E + 3T`. */
export function sumOfFormulas(formulas: readonly string[]): string {
  const factors = new Map<string, number>();
  for (const term of formulas.flatMap((formula) => formula.split(' + '))) {
    const [, factor, what = term] = /^(\d*)([ETAPS]?)$/.exec(term) ?? [];
    factors.set(what, (factors.get(what) ?? 0) + Number(factor || 1));
  }
  return [...factors]
    .sort(([one], [other]) => order(one) - order(other))
    .map(([what, factor]) =>
      what === '' || factor > 1 ? `${factor}${what}` : what,
    )
    .join(' + ');
}

/** Numbers, then letters, then words. */
function order(what: string): number {
  return what.length > 1 ? 2 : what.length;
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
  if (formulaOf(step) === 'none') {
    return [];
  }
  return [...step.requests.matchAll(/`([^`]+)`/g)].map(
    ([, route = '']) => route,
  );
}
