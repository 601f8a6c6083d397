import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CollectedGraph } from '../../test/e2e/graph';
import { layoutByTeam } from './layout';

/** A question of the question file with what it finds in this graph. */
export interface Finding {
  title: string;
  /** What to do about a hit. */
  remedy?: string;
  /** The keys of the entities that it returns. */
  keys: string[];
}

/** What the page shows beside the graph itself. */
export interface PageOptions {
  /** Where the graph came from, for the heading. */
  source: string;
  findings: Finding[];
}

/** Properties that say nothing to a reader. */
const HIDDEN = new Set(['_rawData', '_key', '_class', '_type', 'displayName']);

/** Nothing is fetched, sent or embedded from anywhere: the page is all there is. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

/** One HTML file that shows a collected graph and needs no network. */
export function graphPage(graph: CollectedGraph, options: PageOptions): string {
  const { positions, teamOf } = layoutByTeam(graph);
  const nameOf = new Map(
    graph.entities.map(({ _key, displayName }) => [_key, displayName]),
  );
  const data = {
    entities: graph.entities.map((entity) => ({
      key: entity._key,
      type: entity._type,
      label: labelOf(entity),
      team: nameOf.get(teamOf.get(entity._key) ?? '') ?? '',
      position: positions.get(entity._key) ?? { x: 0, y: 0 },
      properties: Object.fromEntries(
        Object.entries(entity).filter(
          ([name, value]) => !HIDDEN.has(name) && value !== undefined,
        ),
      ),
    })),
    relationships: graph.relationships.map((relationship) => ({
      key: relationship._key,
      from: relationship._fromEntityKey,
      to: relationship._toEntityKey,
      verb: relationship._class,
    })),
    findings: options.findings,
  };
  const read = (name: string) =>
    readFileSync(path.join(__dirname, name), 'utf8');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Heroku in JupiterOne: ${escapeHtml(options.source)}</title>
<style>
${read('page.css')}</style>
</head>
<body>
<aside>
<h1>Heroku graph</h1>
<p id="source">${escapeHtml(options.source)}</p>
<label for="search">Search</label>
<input id="search" type="search" placeholder="name, e-mail or any property" autocomplete="off">
<p id="status" role="status"></p>
<label for="team">Team</label>
<select id="team"><option value="">All teams</option></select>
<fieldset id="types"><legend>Types</legend></fieldset>
<section><h2>Questions</h2><div id="findings"></div></section>
</aside>
<main><div id="graph"></div>
<section id="details" aria-live="polite"><p>Point at an entity to see its properties; click it to keep them.</p></section>
</main>
<script id="data" type="application/json">${jsonForHtml(data)}</script>
<script>${readFileSync(require.resolve('cytoscape/dist/cytoscape.min.js'), 'utf8')}</script>
<script>
${read('client.js')}</script>
</body>
</html>
`;
}

function labelOf({ displayName, _key }: CollectedGraph['entities'][number]) {
  return typeof displayName === 'string' ? displayName : _key;
}

/** JSON that cannot end the script element it stands in. */
function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/"/g, '&quot;');
}
