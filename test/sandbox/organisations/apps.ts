import type { JsonObject } from '../organisation';
import type { AppDescription } from './appDescription';
import type { Context, Reference } from './context';
import { numberFrom, uuid } from './identity';
import {
  currentStack,
  generationReference,
  regionReference,
  stackReference,
} from './placement';

/** The apps of every team, the token user's own and shared ones, and the list of them all. */
export function addApps(context: Context): void {
  const apps = context.description.apps ?? [];
  const byTeam = new Map<string, AppDescription[]>();
  const personal: AppDescription[] = [];
  for (const app of apps) {
    if (app.team === undefined) personal.push(app);
    else {
      const ofTeam = byTeam.get(app.team);
      if (ofTeam === undefined) byTeam.set(app.team, [app]);
      else ofTeam.push(app);
    }
    context.alias(app.name, context.appReference(app.name).id);
  }
  for (const { name } of context.description.teams ?? []) {
    const team = context.teamReference(name);
    context.setList(
      `/teams/${team.id}/apps`,
      (byTeam.get(name) ?? []).map((app) => teamApp(context, app, team)),
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

/** An app as `/apps` and `/apps/<id>` have it. */
function singleApp(context: Context, app: AppDescription): JsonObject {
  if (app.team === undefined) return personalApp(context, app);
  const one = teamApp(context, app, context.teamReference(app.team));
  for (const field of ['joined', 'locked', 'legacy_id']) delete one[field];
  return one;
}

function teamApp(
  context: Context,
  app: AppDescription,
  team: Reference,
): JsonObject {
  const common = appFields(context, app);
  return without(app, {
    ...common,
    joined: app.joined ?? true,
    locked: app.locked ?? false,
    legacy_id: `app${numberFrom(common.id, 100_000_000)}@heroku.com`,
    team,
    organization: team,
    owner: { id: team.id, email: `${team.name}@herokumanager.com` },
    ...app.beyondSchema,
  });
}

function personalApp(context: Context, app: AppDescription): JsonObject {
  const { id, email } = context.person(app.owner ?? context.description.user);
  return without(app, {
    ...appFields(context, app),
    team: null,
    organization: null,
    owner: { id, email },
    ...app.beyondSchema,
  });
}

function appFields(context: Context, app: AppDescription) {
  const { id } = context.appReference(app.name);
  const stack = app.stack ?? currentStack;
  const released =
    app.releasedDaysAgo === undefined
      ? Math.min(app.createdDaysAgo, 1 + numberFrom(id, 60))
      : app.releasedDaysAgo;
  return {
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
    generation: generationReference(stack === 'cnb'),
    git_url: `https://git.heroku.com/${app.name}.git`,
    internal_routing:
      app.space === undefined ? null : (app.internalRouting ?? false),
    maintenance: app.maintenance ?? false,
    region: regionReference(app.region ?? 'us'),
    released_at: released === null ? null : context.ago(released),
    repo_size: released === null ? null : 40_000 + numberFrom(id, 9_000_000),
    slug_size:
      released === null
        ? null
        : (app.slugSize ?? 2_000_000 + numberFrom(id, 90_000_000)),
    space: app.space === undefined ? null : spaceReference(context, app.space),
    stack: stackReference(stack),
    updated_at: context.ago(released ?? app.createdDaysAgo),
    web_url: `https://${webHost(context.appReference(app.name))}/`,
  };
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
