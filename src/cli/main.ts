#!/usr/bin/env node
import { UsageError } from './commandLine';
import { readEnvironment, requireVariables } from './environment';
import type { Request } from './invocation';
import { readRequest, USAGE } from './invocation';
import { packageVersion } from './packageVersion';
import { printer } from './printer';
import type { JobEvent, Outcome } from './protocol';
import { reportOn, reportText } from './report';
import { redactor, secretsIn } from './secrets';
import { supervise } from './supervisor';

/** `graph-heroku`: collects, or collects and uploads, and says by its exit code whether everything was there. */
async function main(): Promise<number> {
  const environment = readEnvironment(process.cwd());
  const redact = redactor(secretsIn(environment));
  const say = (text: string) => process.stdout.write(`${redact(text)}\n`);
  const note = (text: string) => process.stderr.write(`${redact(text)}\n`);

  let request: Request;
  try {
    request = readRequest(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    note(`${error.message}\n"graph-heroku --help" shows how it is used.`);
    return 1;
  }
  if (request.kind !== 'invocation') {
    say(request.kind === 'help' ? USAGE : packageVersion());
    return 0;
  }

  const { invocation, verbosity, json } = request;
  const startedAt = performance.now();
  const events: JobEvent[] = [];
  const print = printer(verbosity, note);
  const outcome = await attempt(async () => {
    requireVariables(invocation, environment);
    return supervise(
      invocation,
      {
        // JupiterOne's SDK 8 loads the AWS SDK, which announces the end of its support.
        AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: '1',
        ...environment,
        JUPITERONE_INTEGRATION_STORAGE_DIRECTORY: invocation.storageDirectory,
      },
      {
        ...print,
        event: (event) => {
          events.push(event);
          print.event(event);
        },
      },
    );
  });
  print.end();

  const report = reportOn({
    invocation,
    version: packageVersion(),
    outcome,
    events,
    durationMs: performance.now() - startedAt,
  });
  if (json) {
    say(JSON.stringify(report, null, 2));
  } else if (verbosity !== 'quiet' || report.exitCode !== 0) {
    say(reportText(report, process.cwd()));
  }
  return report.exitCode;
}

/** What the user can correct is an outcome like any other: a program that asked for JSON gets JSON. */
async function attempt(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UsageError)) {
      throw error;
    }
    return {
      steps: [],
      partialTypes: [],
      entities: 0,
      relationships: 0,
      failure: {
        code: 'NOT_CONFIGURED',
        message: error.message,
        isDefect: false,
      },
    };
  }
}

// Success has to be earned: whatever ends this process before its time, ends it as failed.
process.exitCode = 1;
void main().then((exitCode) => {
  process.exitCode = exitCode;
});
