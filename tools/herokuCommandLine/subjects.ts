import type { JsonObject, Organisation } from '../../test/sandbox';
import { listOf } from '../../test/sandbox';
import { textAt } from '../../test/sandbox/fields';

/** The arguments that name one thing, e.g. `['--app', 'shop']`. */
export type Arguments = readonly string[];

/** Things of an organisation by the word that stands for them in a command line. */
export type Subjects = ReadonlyMap<string, readonly Arguments[]>;

/**
 * What the commands are tried on: of the apps one of each kind (personal or of a team, its space, its generation), of
 * what is below them the first of each app, of all else everything there is.
 */
export function subjectsOf(organisation: Organisation): Subjects {
  const list = (path: string) => listOf(organisation, path);
  const allApps = list('/apps');
  const spaces = list('/spaces');

  const named = (objects: JsonObject[], ...before: string[]) =>
    objects.map((one) => [...before, text(one, 'name')]);
  const ids = (objects: JsonObject[]) =>
    objects.map((one) => [text(one, 'id')]);
  const below = (
    collection: string,
    field: string,
    { prefix = '', flag, where = () => true }: Below = {},
  ) =>
    allApps.flatMap((app) =>
      list(`/apps/${text(app, 'id')}/${collection}`)
        .filter(where)
        .slice(0, 1)
        .map((one) => [
          ...(flag === undefined ? [] : [flag]),
          `${prefix}${text(one, field)}`,
          '--app',
          text(app, 'name'),
        ]),
    );

  return new Map<string, Arguments[]>([
    ['accountFeature', named(list('/account/features'))],
    ['addon', named(list('/addons').slice(0, 3))],
    ['allocatedSpace', named(spaces.filter(isIn('allocated')), '--space')],
    ['app', named(ofEachKind(allApps), '--app')],
    ['appAddon', below('addons', 'name').slice(0, 3)],
    ['authorization', ids(list('/oauth/authorizations'))],
    ['certificate', below('sni-endpoints', 'name', { flag: '--name' })],
    ['client', ids(list('/oauth/clients'))],
    ['domain', below('domains', 'hostname', { where: isCustom })],
    ['pipeline', named(list('/pipelines').slice(0, 3), '--pipeline')],
    ['pipelineName', named(list('/pipelines'))],
    ['release', below('releases', 'version', { prefix: 'v' })],
    ['space', named(spaces, '--space')],
    ['team', named(list('/teams'), '--team')],
    ['teamOfSpace', teamsOfSpaces(spaces)],
    ['telemetryDrain', ids(telemetryDrains(organisation))],
    [
      'vpn',
      spaces.flatMap((space) =>
        named(list(`/spaces/${text(space, 'id')}/vpn-connections`)).map(
          (name) => [...name, '--space', text(space, 'name')],
        ),
      ),
    ],
    ['webhook', below('webhooks', 'id')],
    [
      'workingAddon',
      below('addons', 'name', { where: isIn('provisioned') }).slice(0, 1),
    ],
    [
      'workingDomain',
      below('domains', 'hostname', { where: isWorking }).slice(0, 1),
    ],
  ]);
}

/** How things below apps are named. */
interface Below {
  prefix?: string;
  flag?: string;
  where?: (object: JsonObject) => boolean;
}

function isIn(state: string): (object: JsonObject) => boolean {
  return (object) => object.state === state;
}

function isCustom({ kind }: JsonObject): boolean {
  return kind === 'custom';
}

/** Waiting for any other would last for ever. */
function isWorking({ kind, status }: JsonObject): boolean {
  return kind === 'custom' && status === 'succeeded';
}

function ofEachKind(apps: JsonObject[]): JsonObject[] {
  const kinds = new Map<string, JsonObject>();
  for (const app of apps) {
    const kind = [
      app.team === null,
      textAt(app, 'space.name'),
      textAt(app, 'generation.name'),
    ].join();
    if (!kinds.has(kind)) kinds.set(kind, app);
  }
  return [...kinds.values()];
}

/** Asked for the spaces of a team that has none, the command line fails. */
function teamsOfSpaces(spaces: JsonObject[]): Arguments[] {
  const teams = new Set(spaces.map((one) => text(one, 'team.name')));
  return [...teams].map((team) => ['--team', team]);
}

function telemetryDrains({ resources }: Organisation): JsonObject[] {
  return [...resources]
    .filter(([path]) => path.endsWith('/telemetry-drains'))
    .flatMap(([, drains]) => drains as JsonObject[]);
}

function text(object: JsonObject, field: string): string {
  return textAt(object, field) ?? '';
}
