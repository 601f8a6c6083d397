import { createRequire } from 'node:module';
import type { Invocation, Message, Outcome } from './protocol';

/**
 * The process that collects. The command starts it, reads all that it prints through the redactor, and hears from it
 * by messages: so nothing that happens in here, not even a crash, can print a credential or pass for success.
 */

const CORE = '@jupiterone/integration-sdk-core';
const RUNTIME = '@jupiterone/integration-sdk-runtime';

async function main(): Promise<void> {
  // Whoever started this is gone: nobody will read what comes of it.
  process.once('disconnect', () => process.exit(1));

  const outcome = await collectWithSdk(
    JSON.parse(process.argv[2] ?? '') as Invocation,
  );
  await tell({ kind: 'outcome', outcome });
  process.removeAllListeners('disconnect');
  process.disconnect();
}

async function collectWithSdk(invocation: Invocation): Promise<Outcome> {
  const sdk = sdkVersion();
  if (typeof sdk !== 'string') {
    return sdk;
  }
  // Loaded only now: without the SDK there is a sentence to say first.
  const { collect } = await import('./collection');
  const outcome = await collect(invocation, {
    steps: (count) => void tell({ kind: 'steps', count }),
    event: ({ name, description }) =>
      void tell({ kind: 'event', event: { name, description } }),
  });
  return { sdk, ...outcome };
}

/** The version of the SDK that is installed beside this package, or why it cannot be used. */
function sdkVersion(): string | Outcome {
  const load = createRequire(__filename);
  let runtime: string;
  let cores: string[];
  try {
    runtime = load.resolve(RUNTIME);
    cores = [load.resolve(CORE), createRequire(runtime).resolve(CORE)];
  } catch {
    return unusable(
      `JupiterOne's SDK is not installed. Install both packages of it beside this one, in the same version: npm install ${CORE}@8.41.0 ${RUNTIME}@8.41.0`,
    );
  }
  const { version } = load(`${RUNTIME}/package.json`) as { version: string };
  if (new Set(cores).size > 1) {
    return unusable(
      `There are two copies of JupiterOne's SDK, which would not know each other's errors. Install one version: npm install ${CORE}@${version} ${RUNTIME}@${version}`,
    );
  }
  return version;
}

function unusable(message: string): Outcome {
  return {
    steps: [],
    partialTypes: [],
    entities: 0,
    relationships: 0,
    failure: { code: 'SDK_NOT_USABLE', message, isDefect: false },
  };
}

/** Resolves once the message has left. */
function tell(message: Message): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => resolve());
  });
}

void main();
