import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { UsageError } from './commandLine';
import type { Invocation } from './protocol';

const REQUIRED = {
  collect: ['API_KEY'],
  run: ['API_KEY', 'JUPITERONE_ACCOUNT', 'JUPITERONE_API_KEY'],
} as const;

const WHAT_IT_IS = {
  API_KEY:
    'your Heroku API key. Create one with "heroku authorizations:create -d JupiterOne -s global"',
  JUPITERONE_ACCOUNT: 'the id of your JupiterOne account',
  JUPITERONE_API_KEY: 'a JupiterOne API key that may upload',
} as const;

/** The environment that the command goes by: its own, and below it the `.env` file of the working folder. */
export function readEnvironment(folder: string): NodeJS.ProcessEnv {
  return { ...readDotEnv(path.join(folder, '.env')), ...process.env };
}

/** @throws UsageError that names the variables that a command needs and does not have */
export function requireVariables(
  { command }: Invocation,
  environment: NodeJS.ProcessEnv,
): void {
  const missing = REQUIRED[command].filter(
    (name) => !environment[name]?.trim(),
  );
  if (missing.length > 0) {
    throw new UsageError(
      `${missing
        .map((name) => `${name} is not set: it is ${WHAT_IT_IS[name]}.`)
        .join(
          '\n',
        )}\nSet it in the environment, or in a file .env in this folder.`,
    );
  }
}

function readDotEnv(file: string): NodeJS.ProcessEnv {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return {};
  }
  return parseEnv(text);
}
