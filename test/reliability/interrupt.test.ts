import type { JupiterOne } from '../jupiterone/server';
import { startJupiterOne } from '../jupiterone/server';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { createOrganisation } from '../sandbox/organisations';
import { cleanUp, INSTANCE, runInProcess, runWholeProcess } from './runs';

/** Time for the process to end, with what a busy machine adds to it. */
const SECONDS = 5_000;

let sandbox: Sandbox;
let jupiterOne: JupiterOne;

beforeEach(async () => {
  sandbox = await startSandbox({
    organisation: createOrganisation('enterprise'),
  });
  jupiterOne = await startJupiterOne();
});

afterEach(async () => {
  await cleanUp();
  await jupiterOne.close();
  await sandbox.close();
});

/** Leaves the list of teams without an answer, and says when it has been asked for. */
function stall(): Promise<number> {
  return new Promise((resolve) => {
    sandbox.inject({
      kind: 'transform',
      match: '/teams',
      times: 1,
      change: (body) => {
        sandbox.inject({ kind: 'never', match: /./, times: Infinity });
        resolve(performance.now());
        return body;
      },
    });
  });
}

describe.each(['SIGINT', 'SIGTERM'] as const)('%s', (signal) => {
  test('ends a collection that waits for Heroku within seconds', async () => {
    const when = stall();

    const result = await runWholeProcess(sandbox, undefined, {
      signalAfter: { signal, when },
    });

    expect(result).toMatchObject({ signal, exitCode: null, timedOut: false });
    expect(performance.now() - (await when)).toBeLessThan(SECONDS);
    await expectNoConnections();
  });

  test('ends a run within seconds, and its job is never finalized: nothing is deleted', async () => {
    await runInProcess(sandbox, jupiterOne);
    const before = jupiterOne.graph.entities(INSTANCE);
    const when = stall();

    const result = await runWholeProcess(sandbox, jupiterOne, {
      signalAfter: { signal, when },
    });

    expect(result).toMatchObject({ signal, exitCode: null, timedOut: false });
    expect(performance.now() - (await when)).toBeLessThan(SECONDS);
    await expectNoConnections();
    expect(jupiterOne.jobs.map(({ status }) => status)).toEqual([
      'FINISHED',
      'AWAITING_UPLOADS',
    ]);
    expect(before.length).toBeGreaterThan(0);
    expect(jupiterOne.graph.entities(INSTANCE)).toEqual(before);
  });
});

/** A process that went on would still hold its connections: one that ended holds none, and asks for nothing more. */
async function expectNoConnections(): Promise<void> {
  const asked = sandbox.requests.length;
  await sandbox.stopListening();
  await sandbox.startListening();
  expect(sandbox.requests.length).toBe(asked);
}
