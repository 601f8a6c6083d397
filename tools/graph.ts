import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readGraph } from '../test/e2e/graph';
import { graphPage } from './graphPage/page';

/** `npm run graph`: makes one HTML file, that needs no network, of the graph that `collect` has written. */

const USAGE = `Usage: npm run graph -- [--from FOLDER] [--output FILE] [--title TEXT]

Makes one self-contained HTML file of a collected graph, to open in any browser.

  --from FOLDER   the folder that "j1-integration collect" wrote (default: .j1-integration)
  --output FILE   the file to write (default: graph.html in that folder)
  --title TEXT    where the graph came from, for the heading
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: '.j1-integration' },
      output: { type: 'string' },
      title: { type: 'string', default: 'as collected' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const from = path.resolve(values.from);
  const graph = await readGraph(from).catch(() => undefined);
  if (graph === undefined || graph.entities.length === 0) {
    throw new Error(
      `There is no collected graph in ${values.from}. Run "npm run demo" (a simulated Heroku) or "npm start" (your own) first.`,
    );
  }
  const file = path.resolve(values.output ?? path.join(from, 'graph.html'));
  const page = graphPage(graph, { source: values.title, findings: [] });
  await writeFile(file, page);
  console.log(
    `${graph.entities.length} entities and ${graph.relationships.length} relationships: open ${file} in a browser.`,
  );
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
