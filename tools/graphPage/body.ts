import { escapeHtml } from './escapeHtml';
import type { PageData } from './pageData';

const MOST_ACCOUNTS = 2;

/**
 * What stands on the page before its scripts fill it.
 *
 * @param source where the graph came from, for the heading
 */
export function pageBody(data: PageData, source?: string): string {
  return `<body>
<header>
<div id="about">
<h1>${escapeHtml(source ?? 'Heroku graph')}</h1>
<p>${collected(data)}${escapeHtml(accountsOf(data))}</p>
</div>
<div id="filters" role="search">
<label for="search" class="unseen">Search</label>
<input id="search" type="search" placeholder="Search anything" autocomplete="off" aria-describedby="keys">
<span id="keys" class="unseen">Enter goes to the next match, Escape clears.</span>
<label for="team" class="unseen">Team</label>
<select id="team"><option value="">All teams</option></select>
<button type="button" id="dark" aria-pressed="false"><span aria-hidden="true">◐</span> Dark</button>
</div>
</header>
<aside aria-label="Questions">
<h2>Questions</h2>
<div id="states" role="group" aria-label="Show only one state"></div>
<div id="findings"></div>
</aside>
<main>
<div id="canvas">
<canvas id="ground" aria-hidden="true"></canvas>
<div id="graph" tabindex="0" role="application" aria-label="The graph, by team. Arrow keys move it, plus and minus zoom, 0 shows all of it. Search and the panels reach every entity."></div>
<canvas id="overlay" aria-hidden="true"></canvas>
<p id="status" class="floating" role="status"></p>
<div id="reach" class="floating" hidden><span>Blast radius of <strong id="reach-of"></strong></span><button type="button" id="home">Whole graph</button></div>
<div id="zoom" class="floating" role="group" aria-label="Zoom"><button type="button" id="closer" aria-label="Closer">+</button><button type="button" id="farther" aria-label="Farther">−</button><button type="button" id="fit">Fit</button></div>
<div id="tooltip" aria-hidden="true" hidden></div>
</div>
<div id="legend" role="group" aria-label="Types: press one to hide it or show it"></div>
</main>
<section id="details" aria-live="polite" aria-label="Details"></section>
</body>`;
}

function accountsOf({ accounts }: PageData): string {
  if (accounts.length === 0) return 'No account';
  const shown = accounts.slice(0, MOST_ACCOUNTS).join(', ');
  const more = accounts.length - MOST_ACCOUNTS;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** When the graph was collected, in UTC: the page may be read anywhere. */
function collected({ collectedOn }: PageData): string {
  if (collectedOn === undefined) return '';
  const date = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(collectedOn));
  return `Collected <time datetime="${collectedOn}">${date} UTC</time> · `;
}
