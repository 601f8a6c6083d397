import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type {
  Failure,
  Invocation,
  JobEvent,
  Message,
  Outcome,
} from './protocol';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** How long the collecting process may take to end once it has told its outcome. */
const GRACE_MS = 10_000;
const LAST_WORDS = 5;
/** Frames and empty lines: what they belong to stands before them. */
const IN_A_STACK = /^\s*(at .*)?$/;

/** What is heard of the collecting process. */
export interface Audience {
  steps(count: number): void;
  event(event: JobEvent): void;
  /** A line of its standard output: a record of the log, nearly always. */
  output(line: string): void;
  /** A line of its standard error. */
  error(line: string): void;
}

/**
 * Runs a collection in a process of its own, to its end. A process that ends without having told an outcome has
 * failed, whatever its exit code.
 */
export async function supervise(
  invocation: Invocation,
  environment: NodeJS.ProcessEnv,
  audience: Audience,
): Promise<Outcome> {
  const child = fork(
    // In the repository both are TypeScript, in the package both JavaScript.
    path.join(__dirname, `worker${path.extname(__filename)}`),
    [JSON.stringify(invocation)],
    { env: environment, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  const lastWords: string[] = [];
  listen(child.stdout, (line) => audience.output(line));
  listen(child.stderr, (line) => {
    if (!IN_A_STACK.test(line)) {
      lastWords.push(line);
      lastWords.splice(0, lastWords.length - LAST_WORDS);
    }
    audience.error(line);
  });

  let interruptedBy: string | undefined;
  const interrupt = (signal: NodeJS.Signals) => {
    interruptedBy = signal;
    child.kill(signal);
  };
  for (const signal of SIGNALS) {
    process.on(signal, interrupt);
  }

  let outcome: Outcome | undefined;
  child.on('message', (message: Message) => {
    switch (message.kind) {
      case 'steps':
        return audience.steps(message.count);
      case 'event':
        return audience.event(message.event);
      case 'outcome':
        outcome = message.outcome;
        setTimeout(() => child.kill('SIGKILL'), GRACE_MS).unref();
    }
  });

  const ended = await endOf(child);
  for (const signal of SIGNALS) {
    process.off(signal, interrupt);
  }
  return (
    outcome ?? {
      steps: [],
      partialTypes: [],
      entities: 0,
      relationships: 0,
      failure: interruptedBy
        ? {
            code: 'INTERRUPTED',
            message: `Interrupted by ${interruptedBy}. JupiterOne has deleted nothing.`,
            isDefect: false,
          }
        : crash(ended, lastWords),
    }
  );
}

function listen(
  stream: NodeJS.ReadableStream | null,
  hear: (line: string) => void,
): void {
  if (stream !== null) {
    createInterface({ input: stream, crlfDelay: Infinity }).on('line', hear);
  }
}

interface Ended {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
}

/** Resolves when the process has ended and all its output has been heard. */
function endOf(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
}

function crash({ exitCode, signal }: Ended, lastWords: string[]): Failure {
  const ranOutOfMemory =
    signal === 'SIGKILL' || signal === 'SIGABRT' || exitCode === 134;
  return {
    code: 'CRASHED',
    message: ranOutOfMemory
      ? `The collection was stopped by ${signal ?? 'an abort'}: most likely memory ran out. Give the machine or container more of it, or Node.js with NODE_OPTIONS=--max-old-space-size=4096.`
      : [
          `The collection ended before it was done (${signal ?? `exit code ${exitCode}`}). This is a defect: please report it. Its last words:`,
          ...lastWords.map((line) => `  ${line}`),
        ].join('\n'),
    isDefect: !ranOutOfMemory,
  };
}
