import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CollectedGraph } from '../test/e2e/graph';
import { comparisonTable, differences } from './pack/comparison';
import { Consumer, pack, PROJECT_ROOT } from './pack/consumer';
import { CONTENT_CHECKS } from './pack/contents';
import { contradictionsIn, contradictionsTable } from './pack/contradictions';
import type { Observation } from './pack/scenarios';
import { COMPLETE, observe, SCENARIOS } from './pack/scenarios';
import type { Sdk } from './pack/sdk';
import { CURRENT_SDK, NEXT_SDKS } from './pack/sdk';
import { formattedBetween } from './markers';
import { runProgram, UsageError } from './program';

const DOCUMENT = path.join(PROJECT_ROOT, 'docs/development.md');
const MARKER = 'data model';

const USAGE = `Usage: npm run check:pack -- [--write]

Packs the package and uses it as a stranger would: installed in an empty folder, once
with each version of JupiterOne's SDK that package.json allows. Compares what comes of
the same collections: graph, steps, error codes, exit codes. SDK 17 gets a stand-in for
one package of its own, which not every registry has; see tools/pack/entityValidator.

  --write   write what the data model of SDK 17 says against the graph into
            docs/development.md, instead of failing where that is out of date`;

void runProgram({
  usage: USAGE,
  options: { write: { type: 'boolean' } },
  run: async ({ write }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'graph-heroku-tarball-'));
    try {
      const faults = await check(await pack(folder), write === true);
      if (faults.length > 0) {
        throw new UsageError(
          ['', 'Not as it should be:', ...faults].join('\n- '),
        );
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});

async function check(tarball: string, write: boolean): Promise<string[]> {
  const faults: string[] = [];
  const observations = new Map<string, Observation[]>();
  for (const sdk of [CURRENT_SDK, ...NEXT_SDKS]) {
    const observed = await tryOut(sdk, tarball, faults, write);
    observations.set(sdk.name, observed);
  }

  const current = observations.get(CURRENT_SDK.name) ?? [];
  for (const { name } of NEXT_SDKS) {
    for (const [index, expected] of current.entries()) {
      const actual = observations.get(name)?.[index];
      faults.push(
        ...(actual === undefined
          ? []
          : differences(expected, actual).map(
              (difference) => `SDK ${name}: ${difference}`,
            )),
      );
    }
  }
  console.log(`\n${comparisonTable(observations)}`);
  return faults;
}

/** Installs the package with an SDK, looks at it, and lets all scenarios happen. */
async function tryOut(
  sdk: Sdk,
  tarball: string,
  faults: string[],
  write: boolean,
): Promise<Observation[]> {
  console.log(`SDK ${sdk.name}`);
  const consumer = await Consumer.install(sdk, tarball);
  try {
    for (const [name, check] of CONTENT_CHECKS) {
      const problem = await check(consumer);
      console.log(`  ${problem === undefined ? 'ok    ' : 'FAILED'} ${name}`);
      if (problem !== undefined) {
        faults.push(`SDK ${sdk.name}: ${name}: ${problem}`);
      }
    }
    const observations: Observation[] = [];
    for (const scenario of SCENARIOS) {
      observations.push(await observe(consumer, scenario));
    }
    const complete = observations.find(
      ({ scenario }) => scenario === COMPLETE.name,
    );
    if (complete?.report.result !== 'complete') {
      faults.push(
        `SDK ${sdk.name}: a collection without faults is not complete`,
      );
    }
    if (sdk === NEXT_SDKS[0] && complete?.graph !== undefined) {
      faults.push(...(await checkDocument(consumer, complete.graph, write)));
    }
    return observations;
  } finally {
    await consumer.remove();
  }
}

/** The documentation lists what the data model of SDK 17 says against the graph. */
async function checkDocument(
  consumer: Consumer,
  graph: CollectedGraph,
  write: boolean,
): Promise<string[]> {
  const table = contradictionsTable(await contradictionsIn(consumer, graph));
  const document = await readFile(DOCUMENT, 'utf8');
  const current = await formattedBetween(DOCUMENT, document, MARKER, table);
  if (current === document) {
    return [];
  }
  if (write) {
    await writeFile(DOCUMENT, current);
    console.log('Written: docs/development.md');
    return [];
  }
  return [
    'docs/development.md is out of date: run "npm run check:pack -- --write" and commit it.',
  ];
}
