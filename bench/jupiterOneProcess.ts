import type {
  FromJupiterOne,
  ToJupiterOne,
  Upload,
} from './jupiterOneMessages';
import { ServerProcess } from './serverProcess';

/** Where a run uploads to. */
export interface Destination {
  environment: Record<string, string>;
  /** The arguments of `j1-integration run`. */
  runArguments: readonly string[];
}

/** A stand-in of JupiterOne in a process of its own. */
export class JupiterOneProcess {
  private constructor(
    private readonly process: ServerProcess<ToJupiterOne, FromJupiterOne>,
  ) {}

  /** Starts one. */
  static async start(): Promise<JupiterOneProcess> {
    const process = new ServerProcess<ToJupiterOne, FromJupiterOne>(
      'jupiterOneServer.ts',
      [],
    );
    await process.answer('ready');
    return new JupiterOneProcess(process);
  }

  /** Opens an empty account whose API answers after `latencyMs`. */
  begin(latencyMs: number): Promise<Destination> {
    return this.process.ask({ what: 'begin', latencyMs }, 'begun');
  }

  /**
   * What has been sent since the beginning.
   *
   * @throws unless one job came to its end
   */
  async end(): Promise<Upload[]> {
    const { uploads, jobs } = await this.process.ask(
      { what: 'end' },
      'uploads',
    );
    if (jobs.join() !== 'FINISHED') {
      throw new Error(`The upload came to no good end: ${jobs.join()}`);
    }
    return uploads;
  }

  /** Ends the process. */
  close(): Promise<void> {
    return this.process.close();
  }
}
