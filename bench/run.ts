import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Usage } from './collect';
import { CollectProcess } from './collect';
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

async function main(args: string[]): Promise<void> {
  const options = parseCommandLine(args);
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const log = (line: string) => console.error(line);
  const workspace = await createWorkspace();
  try {
    const collect = new CollectProcess(workspace);
    const costs: SourceCosts[] = [];
    for (const organisation of COUNTED) {
      log(`counting requests by source: ${organisation}`);
      costs.push(await measureSourceCosts(collect, organisation));
    }
    const startUp = await measureStartUp(collect, START_UP_REPETITIONS);
    const sizes: Measured[] = [];
    for (const size of options.sizes) {
      sizes.push(
        await measureSize({ workspace, collect }, size, {
          latencies: options.latencies,
          repetitions: options.repetitions ?? REPETITIONS[size],
          log,
        }),
      );
      if (options.write) {
        // After each size: minutes of measuring must not be lost with the last.
        await writeParts(describe(args, { startUp, costs, sizes }));
      }
    }
    console.log(
      Object.values(describe(args, { startUp, costs, sizes })).join('\n\n'),
    );
  } finally {
    await workspace.remove();
  }
}

/** The parts of the document, by the names that they have there. */
function describe(
  args: string[],
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
    conditions: describeConditions(args),
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
