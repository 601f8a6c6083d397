import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { RequestRecord } from '../test/sandbox';
import type { Expectation } from './expectation';
import type { FromSandbox, ToSandbox } from './sandboxMessages';

/** A sandbox in a process of its own. */
export class SandboxProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly environment: { API_KEY: string; HEROKU_API_URL: string },
    /** What must be asked of its organisation. */
    readonly expectation: Expectation,
  ) {}

  /**
   * Starts one.
   *
   * @param organisation the name of a size or of a seeded organisation
   */
  static async start(organisation: string): Promise<SandboxProcess> {
    const child = fork(
      path.join(__dirname, 'sandboxServer.ts'),
      [organisation],
      {
        execArgv: [
          '--max-old-space-size=12000',
          '-r',
          'ts-node/register/transpile-only',
        ],
        serialization: 'advanced',
      },
    );
    const { environment, expectation } = await answer(child, 'listening');
    return new SandboxProcess(child, environment, expectation);
  }

  /** From now on requests are counted, and answered after `latencyMs`. */
  async begin(latencyMs: number): Promise<void> {
    this.send({ what: 'begin', latencyMs });
    await answer(this.child, 'begun');
  }

  /** The requests since the beginning. */
  async end(): Promise<RequestRecord[]> {
    this.send({ what: 'end' });
    return (await answer(this.child, 'traffic')).requests;
  }

  /** Ends the process. */
  async close(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }

  private send(message: ToSandbox): void {
    this.child.send(message);
  }
}

/** The next message of the sandbox, which must be the one that is waited for. */
async function answer<W extends FromSandbox['what']>(
  child: ChildProcess,
  what: W,
): Promise<Extract<FromSandbox, { what: W }>> {
  const ended = new AbortController();
  const [message] = (await Promise.race([
    once(child, 'message', { signal: ended.signal }),
    once(child, 'exit', { signal: ended.signal }).then(() => {
      throw new Error('The sandbox has ended before its time');
    }),
  ]).finally(() => ended.abort())) as [FromSandbox];
  if (message.what !== what) {
    throw new Error(`The sandbox said ${message.what}, not ${what}`);
  }
  return message as Extract<FromSandbox, { what: W }>;
}
