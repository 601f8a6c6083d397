import type { Json, JsonObject } from '../organisation';
import type { AppDescription } from './appDescription';
import type { Context, Reference } from './context';
import { numberFrom, uuid } from './identity';
import {
  currentStack,
  generationReference,
  regionReference,
  stackReference,
} from './placement';
import { pseudoEmail } from './teams';

/** The apps of every team, the token user's own and shared ones, and the list of them all. */
export function addApps(context: Context): void {
  const apps = (context.description.apps ?? []).filter(({ hidden }) => !hidden);
  const byTeam = new Map<string, AppDescription[]>();
  const personal: AppDescription[] = [];
  for (const app of apps) {
    if (app.team === undefined) personal.push(app);
    for (const team of [app.team, app.alsoListedBy?.team]) {
      if (team === undefined) continue;
      const ofTeam = byTeam.get(team);
      if (ofTeam === undefined) byTeam.set(team, [app]);
      else ofTeam.push(app);
    }
    context.alias(app.name, context.appReference(app.name).id);
  }
  for (const { name } of context.description.teams ?? []) {
    const team = context.teamReference(name);
    const own = ofTeam(team);
    context.setList(
      `/teams/${team.id}/apps`,
      (byTeam.get(name) ?? []).map((app) =>
        app.team === name
          ? teamApp(context, app, own)
          : transferredApp(context, app, own),
      ),
    );
  }
  context.setList(
    '/users/~/apps',
    personal.map((app) => personalApp(context, app)),
  );
  context.resources.define('/apps', () =>
    apps.map((app) => singleApp(context, app)),
  );
  context.resources.setApps(
    new Map(apps.map(({ name }) => [context.appReference(name).id, name])),
  );
  context.resources.defineForEachApp('', (name) =>
    singleApp(context, context.app(name)),
  );
}

/** Who an app belongs to, as the app says it; one object for all apps of a team. */
interface Ownership {
  team: Reference | null;
  owner: { id: string; email: string };
}

function ownershipOf(context: Context, { team = '' }: AppDescription) {
  return ofTeam(context.teamReference(team));
}

/** A team's apps are owned by a pseudo-user that has the team's id. */
function ofTeam(team: Reference): Ownership {
  return {
    team,
    owner: { id: team.id, email: pseudoEmail(team.name) },
  };
}

/** An app as `/apps` and `/apps/<id>` have it. */
function singleApp(context: Context, app: AppDescription): JsonObject {
  return app.team === undefined
    ? personalApp(context, app)
    : without(app, appFields(context, app, ownershipOf(context, app)));
}

/** An app as the list of its team has it. */
function teamApp(
  context: Context,
  app: AppDescription,
  ownership: Ownership,
): JsonObject {
  const fields = appFields(context, app, ownership);
  const { id } = context.appReference(app.name);
  fields.joined = app.joined ?? true;
  fields.locked = app.locked ?? false;
  fields.legacy_id = `app${numberFrom(id, 100_000_000)}@heroku.com`;
  if (context.bySchema) reduceTeamApp(fields);
  return without(app, fields);
}

/** Leaves what the published schema says of an app in the list of its team; the real service sends more. */
function reduceTeamApp(fields: JsonObject): void {
  for (const field of ['acm', 'generation', 'organization', 'legacy_id']) {
    delete fields[field];
  }
  fields.team = only(fields.team, ['name']);
  fields.space = only(fields.space, ['id', 'name']);
}

function only(value: Json | undefined, names: string[]): Json {
  if (value == null || typeof value !== 'object' || Array.isArray(value))
    return null;
  return Object.fromEntries(names.map((name) => [name, value[name] ?? null]));
}

/** An app as the list of a team has it that is its team no more. */
function transferredApp(
  context: Context,
  app: AppDescription,
  before: Ownership,
): JsonObject {
  return app.alsoListedBy?.asItWas
    ? {
        ...teamApp(context, app, before),
        updated_at: context.ago(app.createdDaysAgo),
      }
    : teamApp(context, app, ownershipOf(context, app));
}

function personalApp(context: Context, app: AppDescription): JsonObject {
  const { id, email } = context.person(app.owner ?? context.description.user);
  const ownership = { team: null, owner: { id, email } };
  return without(app, appFields(context, app, ownership));
}

function appFields(
  context: Context,
  app: AppDescription,
  { team, owner }: Ownership,
): JsonObject {
  const { id } = context.appReference(app.name);
  const stack = app.stack ?? currentStack;
  const released =
    app.releasedDaysAgo === undefined
      ? Math.min(app.createdDaysAgo, 1 + numberFrom(id, 60))
      : app.releasedDaysAgo;
  const fields: JsonObject = {
    id,
    name: app.name,
    acm: app.acm ?? false,
    archived_at:
      app.archivedDaysAgo === undefined
        ? null
        : context.ago(app.archivedDaysAgo),
    buildpack_provided_description:
      released === null ? null : (app.buildpack ?? 'Node.js'),
    build_stack: stackReference(app.buildStack ?? stack),
    created_at: context.ago(app.createdDaysAgo),
    generation: generationReference(isFir(context, app)),
    git_url: `https://git.heroku.com/${app.name}.git`,
    internal_routing:
      app.space === undefined ? null : (app.internalRouting ?? false),
    maintenance: app.maintenance ?? false,
    organization: team,
    owner,
    region: regionReference(app.region ?? 'us'),
    released_at: released === null ? null : context.ago(released),
    repo_size: released === null ? null : 40_000 + numberFrom(id, 9_000_000),
    slug_size:
      released === null
        ? null
        : (app.slugSize ?? 2_000_000 + numberFrom(id, 90_000_000)),
    space: app.space === undefined ? null : spaceReference(context, app.space),
    stack: stackReference(stack),
    team,
    updated_at: context.ago(released ?? app.createdDaysAgo),
    web_url: `https://${webHost(context.appReference(app.name))}/`,
  };
  Object.assign(fields, context.beyond(app));
  return fields;
}

/** Whether an app is of the newer generation: those of its spaces are, and no others. */
export function isFir(
  { description }: Context,
  { space, stack }: AppDescription,
): boolean {
  const { fir } = description.spaces?.find(({ name }) => name === space) ?? {};
  return fir ?? stack === 'cnb';
}

/** The host that Heroku gives an app, with the part that keeps deleted names from being taken over. */
export function webHost({ id, name }: Reference): string {
  return `${name}-${id.slice(0, 12).replace('-', '')}.herokuapp.com`;
}

function spaceReference(context: Context, name: string): JsonObject {
  const space = context.description.spaces?.find((one) => one.name === name);
  if (space === undefined) throw new Error(`No space is called ${name}`);
  return { id: uuid('space', name), name, shield: space.shield ?? false };
}

function without(app: AppDescription, object: JsonObject): JsonObject {
  for (const field of app.without ?? []) delete object[field];
  return object;
}
