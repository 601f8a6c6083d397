/** A span of time, in ms since some fixed instant. */
export interface Span {
  from: number;
  to: number;
}

/** How the time of a run was spent, in ms. The first four add up to all of it. */
export interface TimeSpent {
  /** Something was asked of Heroku, and nothing was being uploaded. */
  herokuOnly: number;
  /** Both at once. */
  both: number;
  /** Something was being uploaded, and nothing was asked of Heroku. */
  uploadsOnly: number;
  /** The processor alone: starting, converting, writing to the disk. */
  neither: number;
  /** As many requests as there may be were in flight. */
  herokuFull: number;
}

/**
 * Sorts the time of a run by what was in flight.
 *
 * @param concurrency the most requests that may be in flight to Heroku
 */
export function timeSpent(
  whole: Span,
  heroku: readonly Span[],
  uploads: readonly Span[],
  concurrency: number,
): TimeSpent {
  const changes = [
    ...changesOf(heroku, 'heroku'),
    ...changesOf(uploads, 'uploads'),
    { at: whole.to, kind: 'end' as const, by: 0 },
  ].sort((one, other) => one.at - other.at);
  const inFlight = { heroku: 0, uploads: 0, end: 0 };
  const spent: TimeSpent = {
    herokuOnly: 0,
    both: 0,
    uploadsOnly: 0,
    neither: 0,
    herokuFull: 0,
  };
  let now = whole.from;
  for (const { at, kind, by } of changes) {
    const until = Math.min(Math.max(at, now), whole.to);
    spent[nameOf(inFlight)] += until - now;
    spent.herokuFull += inFlight.heroku >= concurrency ? until - now : 0;
    now = until;
    inFlight[kind] += by;
  }
  return spent;
}

type Kind = 'heroku' | 'uploads' | 'end';

function changesOf(
  spans: readonly Span[],
  kind: Kind,
): { at: number; kind: Kind; by: number }[] {
  return spans.flatMap(({ from, to }) => [
    { at: from, kind, by: 1 },
    { at: to, kind, by: -1 },
  ]);
}

function nameOf({
  heroku,
  uploads,
}: Record<Kind, number>): Exclude<keyof TimeSpent, 'herokuFull'> {
  if (heroku > 0) {
    return uploads > 0 ? 'both' : 'herokuOnly';
  }
  return uploads > 0 ? 'uploadsOnly' : 'neither';
}
