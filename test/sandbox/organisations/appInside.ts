import type { JsonObject } from '../organisation';
import { catalogueEntry } from './addonCatalogue';
import type { AppDescription } from './appDescription';
import type { Context } from './context';
import { uuid } from './identity';
import { processesOf } from './processes';

/**
 * What an integration has no business to read, or must not keep: config vars, dynos, releases. They are served so that a test can see that they were not asked for, or that nothing of them was kept.
 */
export function addAppInsides(context: Context): void {
  const lists: Record<string, typeof dynos> = {
    '/dynos': dynos,
    '/releases': releases,
  };
  for (const [tail, make] of Object.entries(lists)) {
    context.resources.defineForEachApp(tail, (name) => {
      const app = context.app(name);
      return app.inside ? make(context, app) : [];
    });
  }
  context.resources.defineForEachApp('/config-vars', (name) => {
    const app = context.app(name);
    return app.inside ? configVars(context, app) : {};
  });
}

function configVars(context: Context, app: AppDescription): JsonObject {
  const { id } = context.appReference(app.name);
  const names = (context.description.addons ?? [])
    .filter((addon) => addon.app === app.name)
    .flatMap(({ plan }) => catalogueEntry(plan).configVars);
  return Object.fromEntries(
    [...new Set([...names, 'SESSION_KEY'])].map((name) => [
      name,
      context.secrets.secret('config-var', id, name),
    ]),
  );
}

/** The dynos that run an app. */
export function dynos(context: Context, app: AppDescription): JsonObject[] {
  return processesOf(app).flatMap(({ type, size, quantity }) =>
    Array.from({ length: quantity }, (_, index) => {
      const name = `${type}.${index + 1}`;
      const id = uuid('dyno', `${app.name} ${name}`);
      const secret = (field: string) =>
        context.secrets.secret('dyno', id, field);
      return {
        id,
        app: context.appReference(app.name),
        attach_url: `rendezvous://rendezvous.example.net:5000/${secret('attach_url')}`,
        command: `bin/start --key ${secret('command')}`,
        ...context.dated(1),
        name,
        release: { id: releaseId(app), version: 12 },
        size,
        state: 'up',
        type,
      };
    }),
  );
}

function releases(context: Context, app: AppDescription): JsonObject[] {
  const id = releaseId(app);
  const { id: userId, email } = context.person(context.description.user);
  const stream = context.secrets.secret('release', id, 'output_stream_url');
  return [
    {
      id,
      addon_plan_names: [],
      app: context.appReference(app.name),
      artifacts: [{ type: 'slug', id: uuid('slug', app.name) }],
      ...context.dated(1),
      current: true,
      description: 'Deploy 0123abcd',
      eligible_for_rollback: true,
      output_stream_url: `https://release-output.example.net/${stream}`,
      slug: { id: uuid('slug', app.name) },
      status: 'succeeded',
      user: { id: userId, email },
      version: 12,
    },
  ];
}

function releaseId(app: AppDescription): string {
  return uuid('release', app.name);
}
