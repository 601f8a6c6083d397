import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const DRIVER = path.join(__dirname, 'driver.js');

/** How a command ended. */
export interface Outcome {
  exitCode: number;
  output: string;
}

/** Heroku's command line, ready to run one command at a time. */
export class CommandLine {
  private driver: ChildProcess | undefined;

  /**
   * @param folder of the program's package
   * @param env all that the commands get of the environment
   * @param timeoutMs after which a command is ended
   */
  constructor(
    private readonly folder: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly timeoutMs: number,
  ) {}

  async run([id, ...args]: readonly string[]): Promise<Outcome> {
    const driver = (this.driver ??= await this.start());
    driver.send({ id, args });
    const answer = new Promise<Outcome>((resolve) => {
      driver.once('message', resolve);
      driver.once('exit', () =>
        resolve({ exitCode: 1, output: 'The command line went away.' }),
      );
    });
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<Outcome>((resolve) => {
      const output = `It did not end within ${this.timeoutMs / 1000} s.`;
      timer = setTimeout(() => {
        this.close();
        resolve({ exitCode: 1, output });
      }, this.timeoutMs);
    });
    try {
      return await Promise.race([answer, tooLong]);
    } finally {
      clearTimeout(timer);
      driver.removeAllListeners();
    }
  }

  close(): void {
    this.driver?.kill('SIGKILL');
    this.driver = undefined;
  }

  private async start(): Promise<ChildProcess> {
    const driver = fork(DRIVER, [this.folder], {
      env: this.env,
      execArgv: ['--no-deprecation'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(driver, 'message');
    return driver;
  }
}
