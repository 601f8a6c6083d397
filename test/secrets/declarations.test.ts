import { decode } from '../../src/heroku/decode';
import type { Resource } from '../../src/heroku/types';
import { clientRoutes, declaredResources } from '../fuzz/clientRoutes';
import { fieldPaths } from '../fuzz/declaredFields';
import {
  createOrganisation,
  organisationNames,
} from '../sandbox/organisations';
import { routeOf } from '../sandbox/routes';

/**
 * Names of fields that are secrets or may hold one. `id` of an access token is none: it names the token in Heroku's
 * own lists, and nobody gets in with it.
 */
const SECRET_NAMES = new Set([
  'attach_url',
  'buildpack',
  'certificate_chain',
  'certificate',
  'code',
  'command',
  'customer_gateway',
  'endpoint',
  'env',
  'grant',
  'headers',
  'log_input_url',
  'output_stream_url',
  'password',
  'pre_shared_key',
  'private_key',
  'provision_message',
  'public_key',
  'redirect_uri',
  'refresh_token',
  'secret',
  'session',
  'sms_number',
  'sso_target_url',
  'slo_target_url',
  'token',
  'url',
  'value',
  'version_description',
]);

/** Read, but only through a declaration that drops what is secret: where a URL points, facts about a certificate or key. */
const REDUCED = [
  'OAuth client: redirect_uri',
  'SNI endpoint: certificate_chain',
  'SSH key: public_key',
  'authorization: client.redirect_uri',
  'build: buildpacks[].url',
  'identity provider: certificate',
  'identity provider: slo_target_url',
  'identity provider: sso_target_url',
  'log drain: url',
  'space log drain: url',
  'telemetry drain: exporter.endpoint',
  'webhook: url',
];

/** Every declared field with the name of a secret: `log drain: url`. */
const suspicious = declaredResources().flatMap((resource) =>
  fieldPaths(resource.form)
    .filter(({ path }) =>
      SECRET_NAMES.has(path.split('.').at(-1)?.replace('[]', '') ?? ''),
    )
    .map(({ path, form }) => ({
      field: `${resource.name}: ${path}`,
      isReduced: form.isReduced,
    })),
);

test('a field that may hold a secret is declared in no resource, or reduced to what is none', () => {
  expect(suspicious.map(({ field }) => field).sort()).toEqual(REDUCED);
  for (const { field, isReduced } of suspicious) {
    expect([field, isReduced]).toEqual([field, true]);
  }
});

const SECRET = 'CANARY-secret';

/** Which path of a host a buildpack comes from is the very question. */
const KEEPS_PATH = 'build: buildpacks[].url';

test.each([
  `https://user:${SECRET}@logs.example.com/?token=${SECRET}#${SECRET}`,
  `https://logs.example.com/${SECRET}`,
  `syslog+tls://${SECRET}@logs.example.com:6514`,
  `user:${SECRET}@logs.example.com`,
  `not a URL ${SECRET}`,
  `ssh-rsa ${SECRET} ${SECRET}`,
  `-----BEGIN CERTIFICATE-----\n${SECRET}\n-----END CERTIFICATE-----`,
])('a reduced field keeps nothing secret of %s', (value) => {
  const isInPath = value.includes(`com/${SECRET}`);
  for (const { field, form } of reducedFields()) {
    const kept = JSON.stringify(form.decode(value, [])) ?? '';
    expect([field, kept.includes(SECRET)]).toEqual([
      field,
      isInPath && field === KEEPS_PATH,
    ]);
  }
});

function reducedFields() {
  return declaredResources().flatMap(({ name, form }) =>
    fieldPaths(form)
      .filter(({ form: { isReduced } }) => isReduced)
      .map(({ path, form: reduced }) => ({
        field: `${name}: ${path}`,
        form: reduced,
      })),
  );
}

test.each(organisationNames)('no secret of %s is decoded', (name) => {
  const organisation = createOrganisation(name, { canaries: true });
  const { resources, canaries } = organisation;
  const byPattern = new Map(
    clientRoutes().map(({ pattern, resource }) => [pattern, resource]),
  );

  const read = [...resources].flatMap(([path, content]) => {
    const resource = byPattern.get(routeOf(organisation, path).pattern);
    return resource ? decodeAll(resource, [content].flat()) : [];
  });

  expect(canaries.size).toBeGreaterThan(0);
  expect(secretsIn(read, canaries)).toEqual([]);
  expect(read.join()).toContain('"id"');
});

test.each(organisationNames)(
  'no secret of %s is decoded by a declaration that was made for something else',
  (name) => {
    const { resources, canaries } = createOrganisation(name, {
      canaries: true,
    });

    const objects = [...resources.values()].flat();
    const read = declaredResources().flatMap((resource) =>
      decodeAll(resource, objects),
    );

    // An authorization is known by its description; that of a release is text of people.
    const isOfRelease = (field: string) =>
      /^release\/.*\/description$/.test(field);
    expect(
      secretsIn(read, canaries).filter((field) => !isOfRelease(field)),
    ).toEqual([]);
  },
);

function decodeAll(
  resource: Resource<unknown>,
  objects: readonly unknown[],
): string[] {
  return objects.map(
    (object) => JSON.stringify(decode(resource, object)) ?? '',
  );
}

/** The fields whose planted secrets are in what was read. */
function secretsIn(
  read: readonly string[],
  canaries: ReadonlyMap<string, string>,
): string[] {
  const all = read.join('\n');
  return [...canaries]
    .filter(([, value]) => all.includes(value))
    .map(([field]) => field);
}

test('every route that the client reads is one that the planted organisation answers', () => {
  const organisation = createOrganisation('enterprise', { canaries: true });
  const answered = new Set(
    [...organisation.resources.keys()].map(
      (path) => routeOf(organisation, path).pattern,
    ),
  );
  expect(
    clientRoutes()
      .map(({ pattern }) => pattern)
      .filter((pattern) => !answered.has(pattern)),
  ).toEqual([]);
});
