import type { Json, JsonObject, Organisation } from './organisation';
import { listOf } from './organisation';

/** What of an object the request is shown; `name` tells views of one list apart. */
export interface View {
  name: string;
  show: (object: JsonObject) => JsonObject;
}

/** Add-ons are held expanded and all else reduced: this shows what `Accept-Expansion` asks for. */
export function viewOf(
  organisation: Organisation,
  pattern: string,
  header: string | string[] | undefined,
): View {
  const asked = String(header ?? '').split(/\s*,\s*/);
  if (/\/addons(\/:id|\/resolve)?$/.test(pattern)) {
    return changing(
      ['addon_service', 'plan'].filter((field) => !asked.includes(field)),
      reference,
    );
  }
  if (/^\/(spaces|apps)(\/:id)?$/.test(pattern) && asked.includes('region')) {
    const regions = listOf(organisation, '/regions');
    return changing(['region'], (region) => {
      const { id } = reference(region) as JsonObject;
      return regions.find((one) => one.id === id) ?? region;
    });
  }
  return changing([], reference);
}

function changing(fields: string[], change: (value: Json) => Json): View {
  return {
    name: fields.join(),
    show: (object) => {
      if (fields.length === 0) return object;
      const shown = { ...object };
      for (const field of fields) {
        const value = object[field];
        if (value !== undefined && value !== null) shown[field] = change(value);
      }
      return shown;
    },
  };
}

function reference(value: Json): Json {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return value;
  return { id: value['id'] ?? null, name: value['name'] ?? null };
}
