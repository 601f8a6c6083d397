import { integrationSteps } from '../src/steps';
import { Sources } from '../src/steps/ids';
import type { CollectProcess } from './collect';
import { Variables } from './collectors/environment';
import { formulaOf, sumOfFormulas } from './declaredRequests';
import type { SourceId } from './declaredRequests';
import type { Expectation } from './expectation';
import { expectedRequests } from './expectation';
import { SandboxProcess } from './sandboxProcess';

const ALL_SOURCES: SourceId[] = Object.values(Sources);

/** What a source was measured to cost on one organisation, beside what its steps declare. */
export interface SourceCost {
  /** `undefined` for the documented graph. */
  source: SourceId | undefined;
  /** What its steps declare: `T + 1`. */
  formula: string;
  /** What the declared routes come to on this organisation, further pages included. */
  expected: number;
  /** Requests with the source on, less those with it off. */
  measured: number;
}

/** All sources on one organisation. */
export interface SourceCosts {
  organisation: string;
  expectation: Expectation;
  costs: SourceCost[];
}

/**
 * Counts what each source costs: a run with it, less a run without it. A source that needs what another one collects
 * is measured with that one on in both.
 */
export async function measureSourceCosts(
  collect: CollectProcess,
  organisation: string,
): Promise<SourceCosts> {
  const sandbox = await SandboxProcess.start(organisation);
  const { expectation, environment } = sandbox;
  const known = new Map<string, Promise<number>>();
  const count = (on: SourceId[]): Promise<number> => {
    const key = [...on].sort().join();
    const counted =
      known.get(key) ??
      (async () => {
        await sandbox.begin(0);
        await collect.run('integration', {
          ...environment,
          INGEST_APP_DETAILS: 'true',
          [Variables.DISABLED_SOURCES]: ALL_SOURCES.filter(
            (source) => !on.includes(source),
          ).join(','),
        });
        return (await sandbox.end()).length;
      })();
    known.set(key, counted);
    return counted;
  };

  try {
    const expected = (on: SourceId[]) =>
      expectedRequests(
        expectation,
        (source) => source === undefined || on.some((one) => one === source),
      );
    const costs: SourceCost[] = [
      {
        source: undefined,
        formula: formulaOfSource(undefined),
        expected: expected([]),
        measured: await count([]),
      },
    ];
    for (const source of ALL_SOURCES) {
      const needed = sourcesNeededBy(source);
      costs.push({
        source,
        formula: formulaOfSource(source),
        expected: expected([source, ...needed]) - expected(needed),
        measured: (await count([source, ...needed])) - (await count(needed)),
      });
    }
    return { organisation, expectation, costs };
  } finally {
    await sandbox.close();
  }
}

function formulaOfSource(source: SourceId | undefined): string {
  const formulas = integrationSteps
    .filter(({ ingestionSourceId }) => ingestionSourceId === source)
    .map(formulaOf)
    .filter((formula) => formula !== 'none');
  return sumOfFormulas([
    ...formulas,
    // The one list of all add-ons is asked for only beside personal apps.
    ...(source === undefined ? ['1 where there are personal apps'] : []),
  ]);
}

/** The other sources without which a source's own steps would not all run. */
function sourcesNeededBy(source: SourceId): SourceId[] {
  const needed = new Set<SourceId>();
  const visit = (stepId: string) => {
    const step = integrationSteps.find(({ id }) => id === stepId);
    const of = ALL_SOURCES.find((one) => one === step?.ingestionSourceId);
    if (of !== undefined && of !== source) {
      needed.add(of);
    }
    step?.dependsOn.forEach(visit);
  };
  integrationSteps
    .filter(({ ingestionSourceId }) => ingestionSourceId === source)
    .forEach(({ id }) => visit(id));
  return [...needed];
}
