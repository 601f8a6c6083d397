import type { JsonObject } from '../organisation';
import type { AppDescription, ProcessDescription } from './appDescription';
import type { Context } from './context';
import { uuid } from './identity';
import { dynoSizeReference } from './placement';

/** What each app runs and how it was built. */
export function addProcesses(context: Context): void {
  context.resources.defineForEachApp('/formation', (name) => {
    const app = context.app(name);
    return processesOf(app).map((process) => formation(context, app, process));
  });
  context.resources.defineForEachApp('/buildpack-installations', (name) =>
    buildpackInstallations(context, context.app(name)),
  );
}

/** An app's processes: one `web` dyno where it was released and says nothing. */
export function processesOf(app: AppDescription): ProcessDescription[] {
  if (app.formation !== undefined) return app.formation;
  const runs =
    app.releasedDaysAgo !== null && app.archivedDaysAgo === undefined;
  return runs ? [{ type: 'web', size: 'Basic', quantity: 1 }] : [];
}

function formation(
  context: Context,
  app: AppDescription,
  { type, size, quantity }: ProcessDescription,
): JsonObject {
  const id = uuid('formation', `${app.name} ${type}`);
  return {
    id,
    app: context.appReference(app.name),
    command: `bin/start --key ${context.secrets.secret('formation', id, 'command')}`,
    ...context.dated(app.createdDaysAgo),
    dyno_size: dynoSizeReference(size),
    quantity,
    size,
    type,
  };
}

function buildpackInstallations(
  context: Context,
  app: AppDescription,
): JsonObject[] {
  const { id } = context.appReference(app.name);
  const official = (app.buildpack ?? 'Node.js').toLowerCase().replace('.', '');
  const installations: JsonObject[] = [
    {
      ordinal: 0,
      buildpack: {
        url: `urn:buildpack:heroku/${official}`,
        name: `heroku/${official}`,
      },
    },
  ];
  if (app.privateBuildpackHost !== undefined) {
    const password = context.secrets.secret(
      'buildpack-installation',
      id,
      'buildpack.url',
    );
    const url = `https://ci:${password}@${app.privateBuildpackHost}/buildpack.git`;
    installations.push({ ordinal: 1, buildpack: { url, name: url } });
  }
  return installations;
}
