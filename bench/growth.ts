import { integrationSteps } from '../src/steps';
import { Sources } from '../src/steps/ids';
import type { Counts, SourceId } from './declaredRequests';
import { declaredRequests } from './declaredRequests';
import { table } from './markdown';
import { perAppSources } from './perAppSources';

/** Heroku's bucket of an account, the part of it that is left to others, and its refill. */
const BUCKET = 4_500;
const RESERVE = 300;
const REFILL_PER_MINUTE = 75;

const APPS = [1_000, 10_000, 100_000, 1_000_000];

/** An account of so many apps, as {@link ASSUMPTIONS} says. */
function countsOf(A: number): Counts {
  return {
    E: 1,
    T: A / 100,
    A,
    P: A / 4,
    S: Math.ceil(A / 2_500),
    personalApps: 10,
    appsWithCustomDomain: A / 2,
    teamsWithAddonControls: A / 200,
    pipelinesWithReviewApps: A / 4,
    firSpaces: 0,
    firApps: 0,
  };
}

const ASSUMPTIONS =
  'One enterprise account, a team for every 100 apps, add-on controls in every other team, a pipeline with review apps for every 4 apps, a space for every 2,500, a custom domain on every other app, 10 personal apps, nothing of the Fir generation, 2.5 add-ons an app of which one in fifty is shared; lists of teams fit a page, the few lists of everything have 1,000 objects a page.';

/** Pages beyond the first of the lists that grow with the whole account. */
function furtherPages(source: SourceId | undefined, counts: Counts): number {
  const pages = (objects: number) =>
    Math.max(0, Math.ceil(objects / 1_000) - 1);
  switch (source) {
    case undefined:
      // The account's teams and the user's own, its members, and the one list of all add-ons.
      return 2 * pages(counts.T) + pages(counts.A / 10) + pages(2.5 * counts.A);
    case Sources.ADDON_ATTACHMENTS:
      return pages(2.55 * counts.A);
    case Sources.PIPELINES:
      return pages(counts.P) + pages(counts.A);
    default:
      return 0;
  }
}

function requestsOf(source: SourceId | undefined, counts: Counts): number {
  const steps = integrationSteps.filter(
    ({ ingestionSourceId }) => ingestionSourceId === source,
  );
  const conditional = source === undefined ? 1 : 0;
  return steps.reduce(
    (sum, step) => sum + declaredRequests(step, counts),
    conditional + furtherPages(source, counts),
  );
}

/** How long the rate limit makes a run of so many requests take, in hours, from a full bucket. */
export function hoursFor(requests: number): number {
  return Math.max(0, requests - (BUCKET - RESERVE)) / REFILL_PER_MINUTE / 60;
}

/** The requests and hours by source and number of apps, as Markdown. */
export function describeGrowth(): string {
  const sources = [undefined, ...Object.values(Sources)];
  const cell = (requests: number) =>
    `${Math.round(requests).toLocaleString('en-GB')} (${hours(hoursFor(requests))})`;
  const total = (which: (source: SourceId | undefined) => boolean) =>
    APPS.map((apps) =>
      cell(
        sources
          .filter(which)
          .reduce((sum, one) => sum + requestsOf(one, countsOf(apps)), 0),
      ),
    );
  return [
    ASSUMPTIONS,
    '',
    `In brackets the hours that the rate limit makes of it from a full bucket: ${BUCKET.toLocaleString('en-GB')} less the reserve of ${RESERVE} at once, then ${REFILL_PER_MINUTE} a minute.`,
    '',
    table(
      ['source', ...APPS.map((apps) => `${apps.toLocaleString('en-GB')} apps`)],
      [
        ...sources.map((source) => [
          source ?? 'the documented graph',
          ...APPS.map((apps) => cell(requestsOf(source, countsOf(apps)))),
        ]),
        [
          '**all without app details**',
          ...total((one) => !perAppSources().has(one)),
        ],
        ['**all**', ...total(() => true)],
      ],
    ),
  ].join('\n');
}

function hours(value: number): string {
  if (value === 0) {
    return 'at once';
  }
  return value < 1
    ? `${Math.max(1, Math.round(value * 60))} min`
    : `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en-GB')} h`;
}
