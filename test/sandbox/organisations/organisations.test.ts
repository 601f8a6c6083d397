import { X509Certificate } from 'node:crypto';
import { createOrganisation, organisationNames } from './index';
import type { Organisation, Json, JsonObject } from '../organisation';
import { listOf } from '../organisation';
import { build } from './build';

const now = new Date('2026-05-01T10:00:00Z');

function paths(organisation: Organisation, pattern: RegExp): string[] {
  return [...organisation.resources.keys()].filter((path) =>
    pattern.test(path),
  );
}

function idsOf(list: JsonObject[]): Json[] {
  return list.map(({ id }) => id ?? null);
}

/** The reference `{id, …}` that an object has under `field`, or its id. */
function idIn(object: JsonObject, field: string): Json | undefined {
  const value = object[field];
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? value.id
    : undefined;
}

/** Every object anywhere in the answers. */
function* objectsIn(value: Json): Generator<JsonObject> {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

/** The people that an object names, in the fields where Heroku has them. */
function peopleIn(object: JsonObject): JsonObject[] {
  return ['user', 'users', 'owner', 'invited_by'].flatMap((field) => {
    const value = object[field];
    return (Array.isArray(value) ? value : [value]).filter(isObject);
  });
}

function isObject(value: Json | undefined): value is JsonObject {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

describe.each(organisationNames)('the organisation %s', (name) => {
  const organisation = createOrganisation(name, { now });
  const appIds = new Set(idsOf(listOf(organisation, '/apps')));

  test('has no id twice in a list', () => {
    for (const [path, resource] of organisation.resources) {
      if (!Array.isArray(resource)) continue;
      const ids = idsOf(resource).filter((id) => id !== null);
      expect([path, ids.length]).toEqual([path, new Set(ids).size]);
    }
  });

  test('gives one id to one person, and each of them one e-mail address', () => {
    const emails = new Map<Json, Json>();
    const ids = new Map<Json, Json>();
    for (const resource of organisation.resources.values()) {
      for (const object of objectsIn(resource)) {
        for (const { id, email } of peopleIn(object)) {
          if (id === undefined || email === undefined) continue;
          expect(emails.get(id) ?? email).toBe(email);
          expect(ids.get(email) ?? id).toBe(id);
          emails.set(id, email);
          ids.set(email, id);
        }
      }
    }
    const { id, email } = organisation.resources.get('/account') as JsonObject;
    expect(emails.get(id ?? null) ?? email).toBe(email);
  });

  test('lists every app exactly once: under its team or as personal', () => {
    const listed = [
      ...paths(organisation, /^\/teams\/[^/]+\/apps$/),
      '/users/~/apps',
    ].flatMap((path) => idsOf(listOf(organisation, path)));
    expect(listed).toHaveLength(appIds.size);
    expect(new Set(listed)).toEqual(appIds);
  });

  test('refers only to apps, add-ons, pipelines and spaces that are there', () => {
    const known: Record<string, Set<Json>> = {
      app: appIds,
      addon: new Set(idsOf(listOf(organisation, '/addons'))),
      pipeline: new Set(idsOf(listOf(organisation, '/pipelines'))),
      space: new Set(idsOf(listOf(organisation, '/spaces'))),
    };
    for (const resource of organisation.resources.values()) {
      for (const object of objectsIn(resource)) {
        for (const [field, ids] of Object.entries(known)) {
          const id = idIn(object, field);
          if (id !== undefined)
            expect([field, ids.has(id)]).toEqual([field, true]);
        }
      }
    }
  });

  test('has the permissions of exactly the apps and spaces of each team', () => {
    for (const path of paths(organisation, /^\/teams\/[^/]+\/permissions$/)) {
      const apps = listOf(organisation, path.replace('permissions', 'apps'));
      const teamId = path.split('/')[2];
      const spaces = listOf(organisation, '/spaces').filter(
        (space) => idIn(space, 'team') === teamId,
      );
      expect(new Set(idsOf(listOf(organisation, path)))).toEqual(
        new Set([...idsOf(apps), ...idsOf(spaces)]),
      );
    }
  });

  test('knows every team, app, pipeline and space by its name too', () => {
    for (const collection of ['teams', 'apps', 'pipelines', 'spaces']) {
      for (const { id, name } of listOf(organisation, `/${collection}`)) {
        expect(organisation.aliases.get(String(name as string))).toBe(id);
      }
    }
  });

  test('answers an empty list for an app that has nothing there, and nothing for an app that is not there', () => {
    for (const id of appIds) {
      expect(
        listOf(organisation, `/apps/${String(id as string)}/addons`),
      ).toEqual(expect.any(Array));
      expect(
        organisation.resources.has(`/apps/${String(id as string)}/webhooks`),
      ).toBe(true);
    }
    const stranger = '00000000-0000-4000-8000-000000000000';
    expect(organisation.resources.has(`/apps/${stranger}/webhooks`)).toBe(
      false,
    );
    expect(organisation.resources.get(`/apps/${stranger}`)).toBeUndefined();
  });

  test('is the same every time, and keeps its ids when time passes', () => {
    const again = createOrganisation(name, { now });
    expect([...again.resources]).toEqual([...organisation.resources]);
    const later = createOrganisation(name, {
      now: new Date('2027-01-01T00:00:00Z'),
    });
    expect([...later.resources.keys()]).toEqual([
      ...organisation.resources.keys(),
    ]);
  });
});

test('a description that refers to somebody it does not have is refused', () => {
  const description = {
    name: 'broken',
    description: 'A typing mistake.',
    user: 'somebody',
    people: [{ handle: 'somebody', name: null }],
    apps: [{ name: 'an-app', owner: 'sombody', createdDaysAgo: 1 }],
  };
  expect(() => build(description)).toThrow('No person is called sombody');
});

test('two resources of one name are refused, for a path could mean either', () => {
  const description = {
    name: 'broken',
    description: 'A name used twice.',
    user: 'somebody',
    people: [{ handle: 'somebody', name: null }],
    teams: [{ name: 'twice', createdDaysAgo: 1, members: [] }],
    apps: [{ name: 'twice', team: 'twice', createdDaysAgo: 1 }],
  };
  expect(() => build(description)).toThrow('Two resources are called twice');
});

test('certificates can be read, and end when they say they do', () => {
  const organisation = createOrganisation('enterprise', {
    now,
    canaries: true,
  });
  const endpoints = paths(organisation, /sni-endpoints$/).flatMap((path) =>
    listOf(organisation, path),
  );
  expect(endpoints.length).toBeGreaterThan(4);
  for (const { certificate_chain: pem, ssl_cert: stated } of endpoints) {
    const read = new X509Certificate(pem as string);
    expect(new Date(read.validTo)).toEqual(
      new Date((stated as { expires_at: string }).expires_at),
    );
    expect(read.verify(read.publicKey)).toBe(true);
  }
});
