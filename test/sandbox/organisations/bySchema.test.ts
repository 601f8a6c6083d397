import { createOrganisation } from './index';
import type { JsonObject, Organisation } from '../organisation';

/** What the list of a team's apps has of an app, by the published schema. */
const TEAM_APP = [
  'archived_at',
  'build_stack',
  'buildpack_provided_description',
  'created_at',
  'git_url',
  'id',
  'internal_routing',
  'joined',
  'locked',
  'maintenance',
  'name',
  'owner',
  'region',
  'released_at',
  'repo_size',
  'slug_size',
  'space',
  'stack',
  'team',
  'updated_at',
  'web_url',
];

function teamApps({ resources }: Organisation): JsonObject[] {
  return [...resources]
    .filter(([path]) => /^\/teams\/[^/]+\/apps$/.test(path))
    .flatMap(([, list]) => list as JsonObject[]);
}

function fieldsOf(objects: JsonObject[]): string[] {
  return [...new Set(objects.flatMap((object) => Object.keys(object)))].sort();
}

const strict = createOrganisation('enterprise', { bySchema: true });
const usual = createOrganisation('enterprise');

test('by the schema an app in the list of its team has neither managed certificates nor a generation', () => {
  expect(fieldsOf(teamApps(strict))).toEqual(TEAM_APP);
  expect(fieldsOf(teamApps(usual))).toEqual(
    expect.arrayContaining(['acm', 'generation', 'legacy_id', 'organization']),
  );
});

test('by the schema it has the name of its team and no id, and not whether its space is a shield', () => {
  const apps = teamApps(strict);
  const inSpace = apps.filter(({ space }) => space !== null);
  expect(fieldsOf(apps.map(({ team }) => team as JsonObject))).toEqual([
    'name',
  ]);
  expect(inSpace.length).toBeGreaterThan(0);
  expect(fieldsOf(inSpace.map(({ space }) => space as JsonObject))).toEqual([
    'id',
    'name',
  ]);
});

test('by the schema the list of all apps says all of that', () => {
  const apps = strict.resources.get('/apps') as JsonObject[];
  expect(fieldsOf(apps)).toEqual(
    expect.arrayContaining(['acm', 'generation', 'organization', 'team']),
  );
  expect(fieldsOf(apps)).not.toContain('joined');
  const { team } = apps.find((app) => app.team !== null)!;
  expect(Object.keys(team as JsonObject).sort()).toEqual(['id', 'name']);
});
