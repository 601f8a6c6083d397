import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CollectedGraph } from '../../test/e2e/graph';
import type { Finding } from './findings';
import type { Position } from './layout';
import { layoutByTeam } from './layout';

/** What the page shows beside the graph itself. */
export interface PageOptions {
  /** Where the graph came from, for the heading. */
  source: string;
  findings: Finding[];
}

/** Properties that say nothing to a reader. */
const HIDDEN = new Set([
  ...['_rawData', '_key', '_class', '_type', 'displayName'],
  ...['_fromEntityKey', '_toEntityKey', '_mapping'],
]);

/** What runs in the page, in this order. */
const SCRIPTS = ['appearance', 'view', 'details', 'controls', 'main'];

/** One HTML file that shows a collected graph and needs no network. */
export function graphPage(graph: CollectedGraph, options: PageOptions): string {
  const scripts = [
    readFileSync(require.resolve('cytoscape/dist/cytoscape.min.js'), 'utf8'),
    ...SCRIPTS.map((name) => ownFile(`client/${name}.js`)),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(scripts)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Heroku in JupiterOne: ${escapeHtml(options.source)}</title>
<style>
${ownFile('page.css')}</style>
</head>
${body(options.source)}
<script id="data" type="application/json">${jsonForHtml(pageData(graph, options))}</script>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
</html>
`;
}

/** Nothing is fetched, sent or embedded from anywhere, and only these scripts run: the page is all there is. */
function contentSecurityPolicy(scripts: readonly string[]): string {
  const hashes = scripts.map(
    (script) =>
      `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return `default-src 'none'; script-src ${hashes.join(' ')}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
}

function ownFile(name: string): string {
  return readFileSync(path.join(__dirname, name), 'utf8');
}

function body(source: string): string {
  return `<body>
<aside>
<h1>Heroku graph</h1>
<p id="source">${escapeHtml(source)}</p>
<label for="search">Search</label>
<input id="search" type="search" placeholder="name, e-mail or any property" autocomplete="off" aria-describedby="keys">
<p id="keys" class="hint">Enter: go to the next match. Escape: clear.</p>
<p id="status" role="status"></p>
<label for="team">Team</label>
<select id="team"><option value="">All teams</option></select>
<section><h2>Questions</h2><div id="findings"></div></section>
<fieldset id="types"><legend>Types</legend></fieldset>
</aside>
<main><div id="graph" role="img" aria-label="The graph, by team"></div>
<div id="zoom" role="group" aria-label="Zoom"><button type="button" id="closer" aria-label="Closer">+</button><button type="button" id="farther" aria-label="Farther">−</button><button type="button" id="fit">Fit</button></div>
</main>
<section id="details" aria-live="polite" aria-label="Details"></section>
</body>`;
}

/** What the scripts of the page read. */
function pageData(graph: CollectedGraph, { findings }: PageOptions) {
  const { positions, teamOf } = layoutByTeam(graph);
  const nameOf = new Map(
    graph.entities.map((entity) => [entity._key, labelOf(entity)]),
  );
  return {
    entities: graph.entities.map((entity) => ({
      key: entity._key,
      type: entity._type,
      label: labelOf(entity),
      team: nameOf.get(teamOf.get(entity._key) ?? '') ?? '',
      position: rounded(positions.get(entity._key)),
      properties: shownProperties(entity),
    })),
    relationships: graph.relationships.map((relationship) => ({
      from: relationship._fromEntityKey,
      to: relationship._toEntityKey,
      verb: relationship._class,
      properties: shownProperties(relationship),
    })),
    mapped: graph.mappedRelationships.map((relationship) => {
      const { sourceEntityKey, relationshipDirection, targetEntity } =
        relationship._mapping;
      return {
        from: sourceEntityKey,
        verb: relationship._class,
        isForward: relationshipDirection === 'FORWARD',
        targetType: targetEntity._type,
        target: shownProperties(targetEntity),
        properties: shownProperties(relationship),
      };
    }),
    findings,
  };
}

/** Whole units: a tenth of an entity's size and less. */
function rounded({ x, y }: Position = { x: 0, y: 0 }): Position {
  return { x: Math.round(x), y: Math.round(y) };
}

function shownProperties(object: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([name, value]) =>
        !HIDDEN.has(name) && value !== undefined && value !== null,
    ),
  );
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
