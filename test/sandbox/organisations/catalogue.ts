import type { JsonObject } from '../organisation';
import { catalogueServices } from './addonCatalogue';
import type { Context } from './context';
import { uuid } from './identity';
import { generationReference } from './placement';

const DYNO_SIZES: ReadonlyArray<
  readonly [name: string, memory: number, cents: number, isPrivate: boolean]
> = [
  ['Eco', 0.5, 500, false],
  ['Basic', 0.5, 700, false],
  ['Standard-1X', 0.5, 2_500, false],
  ['Standard-2X', 1, 5_000, false],
  ['Performance-M', 2.5, 25_000, false],
  ['Performance-L', 14, 50_000, false],
  ['Private-M', 2.5, 60_000, true],
  ['Shield-M', 2.5, 72_000, true],
];

const PERMISSIONS: Readonly<Record<string, string>> = {
  deploy: 'Can push code and change free or hobby resources',
  manage: 'Can manage access to the app, and delete it',
  operate: 'Can manage config, run commands and restart the app',
  view: 'Can view overview, resources and activity',
};

const ACCOUNT_FEATURES = ['github-sync', 'pipelines-beta'];

/** What Heroku offers to everybody, and the lists that are empty as long as nobody does anything. */
export function addCatalogue(context: Context): void {
  const services = catalogueServices();
  context.setList(
    '/addon-services',
    services.map(({ service }) => service),
  );
  for (const { service, plans } of services) {
    for (const identity of [service.id, service.name]) {
      context.setList(`/addon-services/${identity as string}/plans`, plans);
    }
  }
  context.setList(
    '/plans',
    services.flatMap(({ plans }) => plans),
  );
  context.setList('/dyno-sizes', DYNO_SIZES.map(dynoSize));
  context.setList(
    '/teams/permissions',
    Object.entries(PERMISSIONS).map(([name, description]) => ({
      name,
      description,
    })),
  );
  context.setList(
    '/account/features',
    ACCOUNT_FEATURES.map((name) => accountFeature(context, name)),
  );
  context.setList('/oauth/sessions', []);
  addUnused(context);
}

function addUnused(context: Context): void {
  const { pipelines = [], spaces = [], teams = [] } = context.description;
  for (const { name } of pipelines) {
    const path = `/pipelines/${uuid('pipeline', name)}`;
    for (const list of [
      'test-runs',
      'webhooks',
      'webhook-deliveries',
      'webhook-events',
    ]) {
      context.setList(`${path}/${list}`, []);
    }
    context.resources.set(`${path}/stage/test/config-vars`, {});
  }
  for (const { name } of spaces) {
    context.setList(`/spaces/${uuid('space', name)}/hosts`, []);
  }
  for (const { name } of teams) {
    const path = `/teams/${context.teamReference(name).id}/usage`;
    context.resources.set(path, { apps: [] });
  }
  for (const list of ['/webhook-deliveries', '/webhook-events']) {
    context.resources.defineForEachApp(list, () => []);
  }
  context.resources.defineForEachApp('/usage', () => ({ addons: [] }));
}

function dynoSize([
  name,
  memory,
  cents,
  isPrivate,
]: (typeof DYNO_SIZES)[number]): JsonObject {
  return {
    id: uuid('dyno-size', name),
    name,
    architecture: 'amd64',
    compute: Math.ceil(memory * 4),
    cost: { cents, unit: 'month' },
    dedicated: memory > 2,
    generation: generationReference(false),
    memory,
    precise_dyno_units: cents / 1_000,
    private_space_only: isPrivate,
  };
}

function accountFeature(context: Context, name: string): JsonObject {
  return {
    id: uuid('account-feature', name),
    ...context.dated(700),
    name,
    display_name: name.replaceAll('-', ' '),
    description: `What ${name} does for an account.`,
    doc_url: `https://devcenter.heroku.com/articles/${name}`,
    enabled: false,
    feedback_email: 'feedback@example.com',
    state: 'general',
  };
}
