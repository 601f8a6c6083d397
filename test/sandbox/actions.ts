import { textAt, valueAt } from './fields';
import { findAddon } from './lookup';
import type { Json, JsonObject, Organisation } from './organisation';
import { listOf } from './organisation';

/** What a request over POST that changes nothing looks for; `resource` is what Heroku says that it did not find. */
export interface Found {
  objects: JsonObject[];
  resource?: string;
}

type Action = (organisation: Organisation, body: JsonObject) => Found;

/** The lookups that Heroku offers over POST, since they take a body. */
const ACTIONS: Readonly<Record<string, Action>> = {
  '/actions/addons/resolve': (organisation, body) => ({
    objects: resolveAddon(organisation, body),
    resource: 'add_on',
  }),
  '/actions/addon-attachments/resolve': (organisation, body) => ({
    objects: listOf(organisation, '/addon-attachments').filter(
      (attachment) =>
        isNamed(body['addon_attachment'], attachment, 'app.name') &&
        isOptional(body['app'], attachment, 'app'),
    ),
    resource: 'add_on attachment',
  }),
  '/filters/apps': (organisation, body) => {
    const ids = valueAt(body, 'in.id');
    return {
      objects: Array.isArray(ids)
        ? listOf(organisation, '/apps').filter(({ id = null }) =>
            ids.includes(id),
          )
        : [],
    };
  },
};

/** Answers a lookup over POST; undefined for every other path. */
export function act(
  organisation: Organisation,
  path: string,
  body: string | undefined,
): Found | undefined {
  return ACTIONS[path]?.(organisation, parsed(body));
}

function resolveAddon(
  organisation: Organisation,
  body: JsonObject,
): JsonObject[] {
  const { addon, app } = body;
  if (typeof addon !== 'string') return [];
  const named = findAddon(organisation, addon);
  const attached = listOf(organisation, '/addon-attachments')
    .filter(
      (attachment) =>
        isNamed(addon, attachment, 'app.name') &&
        isOptional(app, attachment, 'app'),
    )
    .map((attachment) =>
      findAddon(organisation, textAt(attachment, 'addon.id') ?? ''),
    );
  const found = [
    ...(named && isOptional(app, named, 'app') ? [named] : []),
    ...attached.filter((one) => one !== undefined),
  ];
  return [...new Set(found)];
}

/** Whether the object is called so: by its id, its name, or `<app>::<name>`. */
function isNamed(
  asked: Json | undefined,
  object: JsonObject,
  appField: string,
): boolean {
  const { id, name } = object;
  const full = `${textAt(object, appField)}::${textAt(object, 'name')}`;
  return [id, name, full].some((one) => one === asked);
}

function isOptional(
  asked: Json | undefined,
  object: JsonObject,
  field: string,
): boolean {
  return (
    asked == null ||
    valueAt(object, `${field}.name`) === asked ||
    valueAt(object, `${field}.id`) === asked
  );
}

function parsed(body: string | undefined): JsonObject {
  try {
    const value = JSON.parse(body ?? '') as Json;
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? value
      : {};
  } catch {
    return {};
  }
}
