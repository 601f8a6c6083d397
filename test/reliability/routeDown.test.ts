import { Steps } from '../../src/steps/ids';
import type { Outcome } from '../collectInMemory';
import { collectInMemory } from '../collectInMemory';
import type { Organisation, Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { build } from '../sandbox/organisations/build';
import { defects, deletions, falsehoods, typesBehind } from './checks';
import { VirtualClock } from './virtualClock';

/** More than the number of requests that must fail in a row before the API may count as dead. */
const MANY = 25;

let sandbox: Sandbox;
let right: Outcome;
let asked: Set<string>;

beforeAll(async () => {
  sandbox = await startSandbox({
    organisation: manyTeamsAndSpaces(),
    rateLimit: { capacity: 1_000_000 },
    keepBodies: true,
  });
  right = await collect();
  asked = pathsAsked();
});

afterAll(() => sandbox.close());

function manyTeamsAndSpaces(): Organisation {
  const names = Array.from({ length: MANY }, (_, index) => `example-${index}`);
  const { organisation, makeAll } = build(
    {
      name: 'many teams and spaces',
      description: 'So many of both that a route alone could seem to be all.',
      user: 'mara.lindqvist',
      people: [{ handle: 'mara.lindqvist', name: 'Mara Lindqvist' }],
      teams: names.map((name) => ({
        name,
        role: 'admin' as const,
        createdDaysAgo: 10,
        members: [{ person: 'mara.lindqvist', role: 'admin' as const }],
      })),
      spaces: names.map((name, index) => ({
        name: `${name}-space`,
        team: name,
        region: 'virginia',
        cidr: `10.${index}.0.0/16`,
        dataCidr: `10.${100 + index}.0.0/16`,
        createdDaysAgo: 5,
        nat: { state: 'enabled' as const, sources: [`192.0.2.${index}`] },
        inbound: {
          by: 'mara.lindqvist',
          daysAgo: 4,
          allow: ['203.0.113.0/24'],
        },
        access: {},
      })),
      pipelines: [
        {
          name: 'shop',
          team: 'example-0',
          createdDaysAgo: 5,
          stages: {},
        },
      ],
      sshKeys: [{ comment: 'mara@laptop', createdDaysAgo: 5 }],
    },
    { now: new Date('2026-06-01T12:00:00Z') },
  );
  makeAll();
  return organisation;
}

function collect(): Promise<Outcome> {
  sandbox.requests.length = 0;
  return collectInMemory(sandbox, {
    heroku: { clock: new VirtualClock(sandbox) },
  });
}

function pathsAsked(): Set<string> {
  return new Set(sandbox.requests.map(({ path }) => path));
}

const NATS = '/spaces/:id/nat';
const MEMBERS = '/teams/:id/members';

test.each([
  ['the NAT of all spaces', [NATS], [Steps.SPACE_NATS]],
  ['the members of all teams', [MEMBERS], [Steps.USERS]],
  ['both at once', [NATS, MEMBERS], [Steps.SPACE_NATS, Steps.USERS]],
])(
  '%s answering 503 for good is not the API down: all else is asked, and is there',
  async (_, routes, steps) => {
    for (const match of routes) {
      sandbox.inject({ kind: 'status', status: 503, match, times: Infinity });
    }
    const outcome = await collect();
    sandbox.clearFaults();

    expect(right.failedSteps).toEqual([]);
    expect(outcome.failedSteps).toEqual(steps);
    expect(outcome.partialTypes).toEqual(typesBehind(steps, outcome.stepsRun));
    expect(pathsAsked()).toEqual(asked);
    expect(deletions(outcome, right.graph)).toEqual([]);
    expect(falsehoods(outcome.graph, right.graph)).toEqual([]);
    expect(defects(outcome)).toEqual([]);
  },
);
