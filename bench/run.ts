import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Usage } from './collect';
import { CollectProcess } from './collect';
import type { CommandLine } from './commandLine';
import { parseCommandLine, USAGE } from './commandLine';
import { goalsOf } from './goals';
import { describeGrowth } from './growth';
import { replacePart } from './markdown';
import type { Measured } from './measure';
import { measureSize, measureStartUp } from './measure';
import {
  describeGoals,
  describeGraphs,
  describeLimits,
  describeMeasurements,
  describeSourceCosts,
  describeStartUp,
} from './report';
import { measureSourceCosts } from './sourceCosts';
import type { SourceCosts } from './sourceCosts';
import type { SizeName } from './sizes';
import { median } from './statistics';
import { measurePages } from './pages';
import {
  describePages,
  describeRuns,
  describeTroubles,
  describeUsers,
} from './productionReport';
import type { ProductionRuns } from './productionRun';
import { measureRuns } from './productionRun';
import { measureTroubles } from './trouble';
import type { Workspace } from './workspace';
import { createWorkspace } from './workspace';
import { UsageError } from '../src/cli/commandLine';

const DOCUMENT = path.resolve(__dirname, '../docs/performance.md');

/** A run at huge takes minutes. */
const REPETITIONS: Record<SizeName, number> = {
  small: 5,
  medium: 3,
  large: 2,
  huge: 1,
};
const START_UP_REPETITIONS = 10;

/** The organisations on which the requests of each source are counted. */
const COUNTED = ['enterprise', 'medium'];

/** A run at huge would tell nothing that large does not. */
const RUN_REPETITIONS: Partial<Record<SizeName, number>> = {
  small: 1,
  medium: 3,
  large: 2,
};
const PAGES_REPETITIONS = 3;

async function main(args: string[]): Promise<void> {
  const options = parseCommandLine(args);
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const log = (line: string) => console.error(line);
  const publish = async (parts: Record<string, string>) => {
    console.log(Object.values(parts).join('\n\n'));
    // After each measurement: minutes of measuring must not be lost with the last.
    if (options.write) {
      await writeParts(parts);
    }
  };
  const conditions = describeConditions(args);
  const workspace = await createWorkspace();
  try {
    const tools = { workspace, collect: new CollectProcess(workspace) };
    if (options.only.includes('collect')) {
      await measureCollect(tools, options, { conditions, log, publish });
    }
    if (options.only.includes('run')) {
      const runs: ProductionRuns[] = [];
      for (const size of options.sizes) {
        const repetitions = RUN_REPETITIONS[size];
        if (repetitions !== undefined) {
          const asked = { repetitions: options.repetitions ?? repetitions };
          runs.push(...(await measureRuns(tools, size, { ...asked, log })));
        }
      }
      await publish({
        users: describeUsers(runs),
        run: `${conditions}\n\n${describeRuns(runs)}`,
      });
    }
    if (options.only.includes('pages')) {
      const repetitions = options.repetitions ?? PAGES_REPETITIONS;
      const runs = await measurePages(tools, { repetitions, log });
      await publish({ pages: `${conditions}\n\n${describePages(runs)}` });
    }
    if (options.only.includes('trouble')) {
      const runs = await measureTroubles(log);
      await publish({ trouble: describeTroubles(runs) });
    }
  } finally {
    await workspace.remove();
  }
}

/** Measures `collect` at every size and latency, and what each source costs. */
async function measureCollect(
  tools: { workspace: Workspace; collect: CollectProcess },
  options: CommandLine,
  {
    conditions,
    log,
    publish,
  }: {
    conditions: string;
    log: (line: string) => void;
    publish: (parts: Record<string, string>) => Promise<void>;
  },
): Promise<void> {
  const costs: SourceCosts[] = [];
  for (const organisation of COUNTED) {
    log(`counting requests by source: ${organisation}`);
    costs.push(await measureSourceCosts(tools.collect, organisation));
  }
  const startUp = await measureStartUp(tools.collect, START_UP_REPETITIONS);
  const sizes: Measured[] = [];
  for (const size of options.sizes) {
    sizes.push(
      await measureSize(tools, size, {
        latencies: options.latencies,
        repetitions: options.repetitions ?? REPETITIONS[size],
        log,
      }),
    );
    await publish(describe(conditions, { startUp, costs, sizes }));
  }
}

/** The parts of the document, by the names that they have there. */
function describe(
  conditions: string,
  {
    startUp,
    costs,
    sizes,
  }: {
    startUp: Record<'integration' | 'floor', Usage[]>;
    costs: SourceCosts[];
    sizes: Measured[];
  },
): Record<string, string> {
  return {
    conditions,
    goals: describeGoals(goalsOf(sizes, startUp)),
    measurements: [
      describeMeasurements(sizes),
      describeGraphs(sizes),
      describeStartUp(startUp),
    ].join('\n\n'),
    limits: describeLimits(
      sizes,
      median(startUp.floor.map(({ wallMs }) => wallMs)),
    ),
    requests: costs.map(describeSourceCosts).join('\n\n'),
    growth: describeGrowth(),
  };
}

function describeConditions(args: string[]): string {
  const [cpu] = cpus();
  return [
    `- ${new Date().toISOString().slice(0, 10)}`,
    `- \`npm run bench${args.length > 0 ? ` -- ${args.join(' ')}` : ''}\``,
    `- ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${process.platform}, Node ${process.version}`,
  ].join('\n');
}

async function writeParts(parts: Record<string, string>): Promise<void> {
  let text = await readFile(DOCUMENT, 'utf8');
  for (const [part, content] of Object.entries(parts)) {
    text = replacePart(text, part, content);
  }
  const style = await resolveConfig(DOCUMENT);
  await writeFile(
    DOCUMENT,
    await format(text, { ...style, filepath: DOCUMENT }),
  );
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(
    error instanceof UsageError ? `${error.message}\n\n${USAGE}` : error,
  );
  process.exitCode = 1;
});
