import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CollectedGraph } from '../../test/e2e/graph';
import { pageBody } from './body';
import { escapeHtml } from './escapeHtml';
import type { PageOptions } from './pageData';
import { pageData } from './pageData';

export type { PageOptions } from './pageData';

/** What runs before anything is drawn. */
const EARLY_SCRIPT = 'theme';

/** What runs in the page, in this order. */
const SCRIPTS = [
  ...['dom', 'words', 'csv', 'shapes', 'labels', 'graph', 'home'],
  ...['appearance', 'camera', 'view', 'ground', 'light', 'arrows', 'names'],
  ...['overlay', 'tooltip', 'legend', 'reach', 'reachLayout', 'questions'],
  ...['overview', 'details', 'controls', 'main'],
];

/** One HTML file that shows a collected graph and needs no network. */
export function graphPage(graph: CollectedGraph, options: PageOptions): string {
  const early = ownFile(`client/${EARLY_SCRIPT}.js`);
  const scripts = [
    readFileSync(require.resolve('cytoscape/dist/cytoscape.min.js'), 'utf8'),
    ...SCRIPTS.map((name) => ownFile(`client/${name}.js`)),
  ];
  const data = pageData(graph, options);
  const title = options.source ?? data.accounts.join(', ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy([early, ...scripts])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>Heroku in JupiterOne: ${escapeHtml(title)}</title>
<style>
${ownFile('page.css')}</style>
<script>${early}</script>
</head>
${pageBody(data, options.source)}
<script id="data" type="application/json">${jsonForHtml(data)}</script>
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

/** JSON that cannot end the script element it stands in. */
function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}
