import type { RequestRecord } from '../test/sandbox';
import type { Expectation } from './expectation';
import type { FromSandbox, ToSandbox } from './sandboxMessages';
import { ServerProcess } from './serverProcess';

/** A sandbox in a process of its own. */
export class SandboxProcess {
  private constructor(
    private readonly process: ServerProcess<ToSandbox, FromSandbox>,
    readonly environment: { API_KEY: string; HEROKU_API_URL: string },
    /** What must be asked of its organisation. */
    readonly expectation: Expectation,
  ) {}

  /**
   * Starts one.
   *
   * @param organisation the name of a size or of a seeded organisation, or `large-team`
   */
  static async start(organisation: string): Promise<SandboxProcess> {
    const process = new ServerProcess<ToSandbox, FromSandbox>(
      'sandboxServer.ts',
      [organisation],
    );
    const { environment, expectation } = await process.answer('listening');
    return new SandboxProcess(process, environment, expectation);
  }

  /** From now on requests are counted, and answered after `latencyMs`. */
  async begin(latencyMs: number): Promise<void> {
    await this.process.ask({ what: 'begin', latencyMs }, 'begun');
  }

  /** The requests since the beginning. */
  async end(): Promise<RequestRecord[]> {
    return (await this.process.ask({ what: 'end' }, 'traffic')).requests;
  }

  /** Ends the process. */
  close(): Promise<void> {
    return this.process.close();
  }
}
