import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readGraph } from '../test/e2e/graph';
import { findingsOf } from './graphPage/findings';
import { graphPage } from './graphPage/page';
import { takeScreenshot } from './graphPage/screenshot';
import { runProgram, UsageError } from './program';
import { readQuestions } from './questions/questions';

/** `npm run graph`: makes one HTML file, that needs no network, of the graph that `collect` has written. */

const USAGE = `Usage: npm run graph -- [--from FOLDER] [--output FILE] [--title TEXT]
                        [--domain example.com] [--email person@example.com]
                        [--screenshot FILE [--finding TEXT]]

Makes one self-contained HTML file of a collected graph, to open in any browser.

  --from FOLDER   the folder that "npm start" or "npm run demo" wrote
                  (default: .j1-integration)
  --output FILE   the file to write (default: graph.html in that folder)
  --title TEXT    the heading of the page (default: Heroku graph)
  --domain, --email
                  whose domain and which person the questions are about that
                  need to be told; without, those are left out
  --screenshot FILE
                  also makes a picture of the page, with a Chromium or Chrome
                  that is installed (or named by CHROMIUM_PATH)
  --finding TEXT  the question that is chosen in the picture, by its title
`;

void runProgram({
  usage: USAGE,
  options: {
    from: { type: 'string', default: '.j1-integration' },
    output: { type: 'string' },
    title: { type: 'string' },
    domain: { type: 'string' },
    email: { type: 'string' },
    screenshot: { type: 'string' },
    finding: { type: 'string' },
  },
  run: async (values) => {
    const from = path.resolve(values.from);
    const graph = await readGraph(from).catch(() => undefined);
    if (graph === undefined || graph.entities.length === 0) {
      throw new UsageError(
        `There is no collected graph in ${values.from}. Run "npm run demo" (a simulated Heroku) or "npm start" (your own) first.`,
      );
    }
    const file = path.resolve(values.output ?? path.join(from, 'graph.html'));
    const { domain, email } = values;
    const findings = findingsOf(readQuestions(), graph, {
      now: new Date(),
      variables: {
        ...(domain === undefined ? {} : { domain }),
        ...(email === undefined ? {} : { email }),
      },
    });
    const page = graphPage(graph, {
      source: values.title,
      collectedOn: await endOf(from),
      findings,
    });
    await writeFile(file, page);
    const relationships =
      graph.relationships.length + graph.mappedRelationships.length;
    console.log(
      `${graph.entities.length} entities and ${relationships} relationships: open ${file} in a browser.`,
    );
    if (values.screenshot !== undefined) {
      await takeScreenshot(
        file,
        path.resolve(values.screenshot),
        values.finding,
      );
      console.log(`A picture of it: ${values.screenshot}`);
    }
  },
});

/** When the collection in a folder ended: its summary is the last thing that it writes. */
async function endOf(folder: string): Promise<Date | undefined> {
  return stat(path.join(folder, 'summary.json')).then(
    ({ mtime }) => mtime,
    () => undefined,
  );
}
