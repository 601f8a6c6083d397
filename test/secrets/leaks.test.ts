import type { Organisation } from '../sandbox';
import { listOf } from '../sandbox';
import { createOrganisation } from '../sandbox/organisations';
import { Doors } from './doors';
import type { Answer } from './hostileHeroku';
import type { Tally } from './hostilities';
import {
  everyFailure,
  everyFieldWrong,
  failureNames,
  refusedAtOnce,
  revokedAfter,
} from './hostilities';
import type { Scenario } from './run';
import { runAndWatch } from './run';

/** A key that looks like Heroku's, and one that nothing but knowing it could tell from a word. */
const KEYS = ['HRKU-CANARY-api-key-0000-1111', 'canarykey'] as const;

const now = new Date('2026-05-01T10:00:00Z');

function planted(): Organisation {
  return createOrganisation('enterprise', { now, canaries: true });
}

function secretsOf({ canaries }: Organisation, apiKey: string): string[] {
  return ['CANARY-', apiKey, ...canaries.values()];
}

const everything = new Doors();
/** Runs a scenario; what it lets out is nothing. */
async function leaksNothing(
  scenario: Omit<Scenario, 'organisation' | 'apiKey'> & { key?: 0 | 1 },
): Promise<string> {
  const organisation = planted();
  const apiKey = KEYS[scenario.key ?? 0];
  const doors = new Doors();
  const printed = await runAndWatch(
    { ...scenario, organisation, apiKey },
    doors,
  );
  doors.into(everything);
  expect(doors.search(secretsOf(organisation, apiKey))).toEqual([]);
  return printed;
}

afterAll(() => {
  process.stdout.write(
    `Doors searched for ${planted().canaries.size} secrets and ${KEYS.length} keys, with no find:\n` +
      everything
        .counts()
        .map(
          ({ door, items, characters }) =>
            `  ${door}: ${items} items, ${characters} characters\n`,
        )
        .join(''),
  );
});

const secrets = [...planted().canaries.values()].slice(0, 40).join(' ');

/** Both commands. As processes they run side by side, since most of their time is waiting. */
async function bothLeakNothing(
  scenario: Omit<Parameters<typeof leaksNothing>[0], 'command'>,
): Promise<string[]> {
  const collecting = leaksNothing({ ...scenario, command: 'collect' });
  if (!scenario.wholeProcess) await collecting;
  return Promise.all([
    collecting,
    leaksNothing({ ...scenario, command: 'run' }),
  ]);
}

test.each(['trace', 'debug', 'info', 'warn', 'error'] as const)(
  'at the log level %s no secret leaves by any door, whatever fails',
  async (logLevel) => {
    const tallies: Tally[] = [];
    const printed = await bothLeakNothing({
      logLevel,
      wholeProcess: logLevel === 'trace',
      key: logLevel === 'debug' ? 1 : 0,
      hostility: (elsewhere) => {
        const tally: Tally = new Map();
        tallies.push(tally);
        return everyFailure(planted(), secrets, elsewhere, tally);
      },
    });

    for (const tally of tallies) {
      expect([...tally.keys()].sort()).toEqual([...failureNames].sort());
    }
    if (logLevel !== 'error') {
      for (const text of printed) expect(text).toContain('Could not read');
    }
  },
  120_000,
);

const refusal = (status: number, headers?: Record<string, string>): Answer => ({
  status,
  headers,
  body: JSON.stringify({ id: KEYS[0], message: `${KEYS[0]} ${secrets}` }),
});

test.each<[string, Partial<Scenario>, string]>([
  ['nothing unusual happens', {}, 'success'],
  [
    'objects hold secrets where they do not belong',
    { hostility: () => everyFieldWrong(secrets) },
    'were read without it',
  ],
  [
    'the key is revoked on the way',
    { hostility: () => revokedAfter(40, secrets), wholeProcess: true },
    'Heroku refused the API key',
  ],
  [
    'the key is refused with a 401 at once',
    { hostility: () => refusedAtOnce(refusal(401)) },
    'Heroku refused the API key',
  ],
  [
    'the key is refused with a 403 at once',
    { hostility: () => refusedAtOnce(refusal(403)) },
    'does not let this API Key read',
  ],
  [
    'the first request is led elsewhere',
    {
      hostility: (elsewhere) =>
        refusedAtOnce(
          refusal(301, {
            Location: `${elsewhere}/${KEYS[0]}?token=${KEYS[0]}`,
          }),
        ),
    },
    'a redirect to ',
  ],
])(
  'no secret leaves by any door where %s',
  async (_, scenario, said) => {
    const printed = await bothLeakNothing({ logLevel: 'trace', ...scenario });

    for (const text of printed) expect(text).toContain(said);
  },
  120_000,
);

test.each([
  ['in one process', false],
  ['as a whole process', true],
])(
  'the search finds what may leave %s: the name of an app, and of a team that is refused',
  async (_, wholeProcess) => {
    const organisation = planted();
    const team = listOf(organisation, '/teams')[0]?.id as string;
    const app = listOf(organisation, `/teams/${team}/apps`)[0]?.id as string;
    rename(organisation, team, 'CANARY-control-team');
    rename(organisation, app, 'CANARY-control-app');
    const doors = new Doors();

    await runAndWatch(
      {
        command: 'run',
        logLevel: 'info',
        wholeProcess,
        organisation,
        apiKey: KEYS[0],
        hostility: () => (asked) =>
          asked.path === `/teams/${team}/addons`
            ? { status: 403, body: '{}' }
            : undefined,
      },
      doors,
    );

    const found = new Set(
      doors.search(['CANARY-control-']).map(({ door }) => door),
    );
    expect([...found].sort()).toEqual([
      // Some routes are asked for by the name of the team.
      'Heroku: URL and headers other than Authorization',
      'JupiterOne: entities',
      'JupiterOne: events',
      'files',
      'stdout',
    ]);
  },
  120_000,
);

/** Gives a thing another name in every list that it is in. */
function rename({ resources }: Organisation, id: string, name: string): void {
  for (const [path, content] of resources) {
    const renamed = [content]
      .flat()
      .map((object) => (object.id === id ? { ...object, name } : object));
    if (Array.isArray(content)) resources.set(path, renamed);
  }
}
