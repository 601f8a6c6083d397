import type { JsonObject } from '../organisation';
import { addonName } from './addons';
import type {
  AppDescription,
  LogDrainDescription,
  WebhookDescription,
} from './appDescription';
import { isFir } from './apps';
import type { Context } from './context';
import { notOnFir } from './fir';
import { uuid } from './identity';

/** Where each app's logs and events go. */
export function addEgress(context: Context): void {
  context.resources.defineForEachApp('/log-drains', (name) => {
    const app = context.app(name);
    return (app.logDrains ?? []).map((drain) => logDrain(context, app, drain));
  });
  for (const app of context.description.apps ?? []) {
    if (!isFir(context, app)) continue;
    const path = `/apps/${context.appReference(app.name).id}/log-drains`;
    context.refuse(path, notOnFir('apps'));
  }
  context.resources.defineForEachApp('/webhooks', (name) => {
    const app = context.app(name);
    return (app.webhooks ?? []).map((hook) => webhook(context, app, hook));
  });
}

function logDrain(
  context: Context,
  app: AppDescription,
  description: LogDrainDescription,
): JsonObject {
  const { scheme, host, port, credentials = false, addon } = description;
  const id = uuid('log-drain', `${app.name} ${scheme} ${host}`);
  const secret = (field: string) =>
    context.secrets.secret('log-drain', id, field);
  const user = credentials ? `drain:${secret('url.password')}@` : '';
  const path =
    scheme !== 'https'
      ? ''
      : credentials
        ? `/logs?key=${secret('url.query')}`
        : '/logs';
  return {
    id,
    addon: addon === undefined ? null : addonReference(context, addon),
    app: context.appReference(app.name),
    ...context.dated(app.createdDaysAgo),
    token: secret('token'),
    url: `${description.withoutScheme ? '' : `${scheme}://`}${user}${host}${port === undefined ? '' : `:${port}`}${path}`,
  };
}

function webhook(
  context: Context,
  app: AppDescription,
  { host, include, level, credentials, insteadOfUrl }: WebhookDescription,
): JsonObject {
  const id = uuid('app-webhook', `${app.name} ${host}`);
  const secret = (field: string) =>
    context.secrets.secret('app-webhook', id, field);
  const user = credentials ? `heroku:${secret('url.password')}@` : '';
  return {
    id,
    app: context.appReference(app.name),
    ...context.dated(app.createdDaysAgo),
    include,
    level,
    url:
      insteadOfUrl ??
      `https://${user}${host}/heroku?key=${secret('url.query')}`,
  };
}

function addonReference(context: Context, name: string): JsonObject {
  const addon = context.description.addons?.find(
    (one) => addonName(one) === name,
  );
  if (addon === undefined) throw new Error(`No add-on is called ${name}`);
  return {
    id: uuid('addon', name),
    name,
    app: context.appReference(addon.app),
  };
}
