import type { JsonObject, Organisation } from '../../test/sandbox';
import { listOf } from '../../test/sandbox';

/** The arguments that name one thing, e.g. `['--app', 'shop']`. */
export type Arguments = readonly string[];

/** Things of an organisation by the word that stands for them in a command line. */
export type Subjects = ReadonlyMap<string, readonly Arguments[]>;

/**
 * What the commands are tried on: of the apps one of each kind (personal or of a team, its space, its generation, what it
 * has below it), of all else everything there is.
 */
export function subjectsOf(organisation: Organisation): Subjects {
  const list = (path: string) => listOf(organisation, path);
  const apps = ofEachKind(organisation, list('/apps'));
  const below = (collection: string, field: string, parents = apps) =>
    parents.flatMap((app) =>
      list(`/apps/${text(app, 'id')}/${collection}`)
        .slice(0, 2)
        .map((one) => [text(one, field), '--app', text(app, 'name')]),
    );
  const spaces = list('/spaces');
  const named = (path: string, flag: string) =>
    list(path).map((one) => [flag, text(one, 'name')]);
  return new Map<string, Arguments[]>([
    ['app', apps.map((app) => ['--app', text(app, 'name')])],
    ['team', named('/teams', '--team')],
    ['space', spaces.map((one) => ['--space', text(one, 'name')])],
    ['pipeline', named('/pipelines', '--pipeline').slice(0, 3)],
    ['pipelineName', list('/pipelines').map((one) => [text(one, 'name')])],
    [
      'addon',
      list('/addons')
        .slice(0, 3)
        .map((one) => [text(one, 'name')]),
    ],
    ['appAddon', below('addons', 'name', apps.slice(0, 2))],
    [
      'authorization',
      list('/oauth/authorizations').map((one) => [text(one, 'id')]),
    ],
    ['client', list('/oauth/clients').map((one) => [text(one, 'id')])],
    ['domain', below('domains', 'hostname')],
    [
      'certificate',
      below('sni-endpoints', 'name').map(([name = '', ...rest]) => [
        '--name',
        name,
        ...rest,
      ]),
    ],
    [
      'release',
      below('releases', 'version').map(([version = '', ...rest]) => [
        `v${version}`,
        ...rest,
      ]),
    ],
    ['webhook', below('webhooks', 'id')],
    [
      'telemetryDrain',
      below('telemetry-drains', 'id').map(([id = '']) => [id]),
    ],
    [
      'vpn',
      spaces.flatMap((space) =>
        list(`/spaces/${text(space, 'id')}/vpn-connections`).map((one) => [
          text(one, 'name'),
          '--space',
          text(space, 'name'),
        ]),
      ),
    ],
  ]);
}

function ofEachKind(
  organisation: Organisation,
  apps: JsonObject[],
): JsonObject[] {
  const kinds = new Map<string, JsonObject>();
  for (const app of apps) {
    const path = `/apps/${text(app, 'id')}`;
    const has = [
      'domains',
      'sni-endpoints',
      'log-drains',
      'webhooks',
      'releases',
    ].map(
      (collection) => listOf(organisation, `${path}/${collection}`).length > 1,
    );
    const kind = [
      app.team === null,
      text(app.space, 'name'),
      text(app.generation, 'name'),
      ...has,
    ].join();
    if (!kinds.has(kind)) kinds.set(kind, app);
  }
  return [...kinds.values()];
}

function text(object: unknown, field: string): string {
  const value = (object as JsonObject | null | undefined)?.[field];
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : '';
}
