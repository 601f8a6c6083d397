import { routeOf } from '../sandbox/routes';
import type { Organisation } from '../sandbox';
import type { Answer, Hostility } from './hostileHeroku';

/** One way of failing that says more than it should. */
type Echo = (said: string, elsewhere: string) => Answer;

const json = (status: number, said: string): Answer => ({
  status,
  body: JSON.stringify({
    id: said,
    message: `You sent ${said}.`,
    url: `https://devcenter.example.com/${said}`,
    resource: said,
    error: said,
  }),
});

/** Refusals that stay: each costs one parent its data. */
const LASTING: Record<string, Echo> = {
  'a 403': (said) => json(403, said),
  'a 404': (said) => json(404, said),
  'a 402': (said) => json(402, said),
  'a 422': (said) => json(422, said),
  'a redirect to another origin': (said, elsewhere) => ({
    status: 302,
    headers: { Location: `${elsewhere}/${encodeURIComponent(said)}` },
    body: said,
  }),
  'a redirect to a host that is a secret': (said) => ({
    status: 307,
    headers: {
      Location: `https://${said.replace(/[^\w-]/g, '')}.example.com/`,
    },
    body: said,
  }),
  'a page that does not say how it goes on': (said) => ({
    status: 206,
    body: JSON.stringify([{ id: `${said}!`, token: said }]),
  }),
};

/** Failures that pass: the next attempt is answered. */
const PASSING: Record<string, Echo> = {
  'a 500': (said) => json(500, said),
  'a page of HTML': (said) => ({
    status: 502,
    body: `<!DOCTYPE html><title>${said}</title><pre>Authorization: ${said}</pre>`,
  }),
  'a success with an error in it': (said) => json(200, said),
  'a success that is no JSON': (said) => ({
    status: 200,
    body: `[{"id": "${said}`,
  }),
  'a 429': (said) => ({
    ...json(429, said),
    headers: { 'Retry-After': '0', 'RateLimit-Remaining': `4000 ${said}` },
  }),
};

/** What {@link everyFailure} can do. */
export const failureNames = [...Object.keys(LASTING), ...Object.keys(PASSING)];

/** Lists without which there would be nothing left to read. */
const PARENTS = /^\/(teams|enterprise-accounts)\/:id\/(apps|members|teams)$/;

/** What a hostility has done so far, by name. */
export type Tally = Map<string, number>;

/**
 * Fails in every way there is, each once or twice since each costs time, and echoes at it the key and other secrets.
 * Lists of the whole account fail in passing only, so that there is something left to read.
 */
export function everyFailure(
  organisation: Organisation,
  secrets: string,
  elsewhere: string,
  tally: Tally,
): Hostility {
  const chosen = new Map<string, [string, Echo] | undefined>();
  const left = new Map(
    failureNames.map((name) => [name, name in LASTING ? 2 : 1]),
  );
  const choose = (path: string): [string, Echo] | undefined => {
    const { pattern } = routeOf(organisation, path);
    const kinds =
      pattern.includes(':id') && !PARENTS.test(pattern)
        ? { ...LASTING, ...PASSING }
        : PASSING;
    const next = Object.entries(kinds).find(([name]) => left.get(name));
    if (next) left.set(next[0], (left.get(next[0]) ?? 0) - 1);
    return next;
  };
  return ({ path, nth, authorization }) => {
    if (!chosen.has(path)) chosen.set(path, choose(path));
    const [name, echo] = chosen.get(path) ?? [];
    if (!name || !echo || (name in PASSING && nth > 0)) return undefined;
    tally.set(name, (tally.get(name) ?? 0) + 1);
    return echo(`${authorization} ${secrets}`, elsewhere);
  };
}

/** Puts into every object of every list one field of the wrong form, and everywhere fields that nobody declared. */
export function everyFieldWrong(secrets: string): Hostility {
  let turn = 0;
  const hurt = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return value.map((one) => hurt(one, depth));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(
      ([name, inner]) => [name, hurt(inner, depth + 1)] as const,
    );
    const optional = fields.filter(([name]) => !/^(id|app|user)$/.test(name));
    const [wrong] = optional[turn++ % Math.max(optional.length, 1)] ?? [];
    return Object.fromEntries([
      ...fields.map(([name, inner]) =>
        depth === 0 && name === wrong
          ? [name, { [secrets]: [secrets] }]
          : [name, inner],
      ),
      ['token', secrets],
      [secrets, secrets],
    ]);
  };
  return ({ answer }) =>
    answer.status < 300
      ? { ...answer, body: JSON.stringify(hurt(JSON.parse(answer.body), 0)) }
      : undefined;
}

/** From the request with this number on, the key is refused with all that was sent. */
export function revokedAfter(requests: number, secrets: string): Hostility {
  let asked = 0;
  return ({ authorization }) =>
    ++asked > requests ? json(401, `${authorization} ${secrets}`) : undefined;
}

/** Refuses the very first thing that is asked. */
export function refusedAtOnce(echo: Answer): Hostility {
  return () => echo;
}
