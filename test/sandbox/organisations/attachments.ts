import type { JsonObject } from '../organisation';
import { addonName } from './addons';
import { catalogueEntry } from './addonCatalogue';
import type { AddonDescription } from './appDescription';
import type { Context, Reference } from './context';
import { uuid } from './identity';

/** All attachments: each add-on's own to its app, and those to the apps that it is shared with. */
export function addAttachments(context: Context): void {
  context.resources.define('/addon-attachments', () =>
    (context.description.addons ?? []).flatMap((addon) =>
      attachmentsOf(context, addon),
    ),
  );
}

function attachmentsOf(
  context: Context,
  description: AddonDescription,
): JsonObject[] {
  const { prefix, configVars } = catalogueEntry(description.plan);
  const name = addonName(description);
  const owner = context.appReference(description.app);
  const addon = { id: uuid('addon', name), name, app: owner };
  const ownName =
    description.as ??
    configVars[0]?.replace(/_URL$/, '') ??
    prefix.toUpperCase().replaceAll('-', '_');
  const age =
    description.createdDaysAgo ?? context.app(description.app).createdDaysAgo;
  const attachment = (app: Reference, as: string, namespace: string | null) => {
    const id = uuid('addon-attachment', `${name} ${app.name} ${as}`);
    return {
      id,
      addon,
      app,
      ...context.dated(age),
      name: as,
      namespace,
      web_url:
        description.webUrl === null
          ? null
          : `https://addons-sso.heroku.com/${prefix}/${addon.id}`,
      log_input_url:
        prefix === 'papertrail'
          ? `https://token:${context.secrets.secret('addon-attachment', id, 'log_input_url')}@logs.example.net/logs`
          : null,
    };
  };
  return [
    attachment(owner, ownName, null),
    ...(description.attachedTo ?? []).map(({ app, as, namespace }) =>
      attachment(context.appReference(app), as, namespace ?? null),
    ),
  ];
}
