import { parseCommandLine, usage, UsageError } from './commandLine';
import { startSandbox } from './index';
import { createOrganisation, organisationDescriptions } from './organisations';

/** `npm run sandbox`: serves one organisation until it is interrupted. */
async function main(args: string[]): Promise<void> {
  const names = [...organisationDescriptions.keys()];
  const { help, bySchema, ...options } = parseCommandLine(args, names);
  if (help) {
    console.log(usage(organisationDescriptions));
    return;
  }
  const organisation = createOrganisation(options.organisation, { bySchema });
  const sandbox = await startSandbox({
    ...options,
    organisation,
    rangesBySchema: bySchema,
  });
  const { API_KEY, HEROKU_API_URL } = sandbox.environment();

  console.log(
    `A simulated Heroku Platform API is listening. It serves "${organisation.name}":`,
  );
  console.log(`${organisation.description}\n`);
  console.log('Point the integration at it, in another shell:\n');
  console.log(`  export API_KEY=${API_KEY}`);
  console.log(`  export HEROKU_API_URL=${HEROKU_API_URL}\n`);
  console.log('Ctrl-C stops it.');

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close());
  }
}

function explain(error: unknown): string {
  if (error instanceof UsageError)
    return `${error.message}\n\n${usage(organisationDescriptions)}`;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return 'That port is taken: choose another, or leave --port out.';
  if (code === 'EACCES')
    return 'That port is not allowed: choose one above 1023.';
  return error.stack ?? error.message;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
