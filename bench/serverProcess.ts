import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/**
 * A server in a process of its own, so that what it uses is not counted. It is told what to do, and answers, one
 * message at a time.
 */
export class ServerProcess<To extends object, From extends { what: string }> {
  /**
   * Starts one.
   *
   * @param module the file beside this one that is the process
   */
  constructor(module: string, args: readonly string[]) {
    this.child = fork(path.join(__dirname, module), args, {
      execArgv: [
        '--max-old-space-size=12000',
        '-r',
        'ts-node/register/transpile-only',
      ],
      serialization: 'advanced',
    });
  }

  private readonly child: ChildProcess;

  /** Tells it something, and waits for the answer. */
  ask<W extends From['what']>(
    message: To,
    what: W,
  ): Promise<Extract<From, { what: W }>> {
    this.child.send(message);
    return this.answer(what);
  }

  /** The next message of the process, which must be the one that is waited for. */
  async answer<W extends From['what']>(
    what: W,
  ): Promise<Extract<From, { what: W }>> {
    const ended = new AbortController();
    const [message] = (await Promise.race([
      once(this.child, 'message', { signal: ended.signal }),
      once(this.child, 'exit', { signal: ended.signal }).then(() => {
        throw new Error('A server has ended before its time');
      }),
    ]).finally(() => ended.abort())) as [From];
    if (message.what !== what) {
      throw new Error(`A server said ${message.what}, not ${what}`);
    }
    return message as Extract<From, { what: W }>;
  }

  /** Ends the process. */
  async close(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.disconnect();
    await exited;
  }
}
