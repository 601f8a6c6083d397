import { decode } from '../../src/heroku/decode';
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
  'source_blob',
  'sso_target_url',
  'slo_target_url',
  'token',
  'url',
  'value',
]);

/** Read, but only through a declaration that drops what is secret: where a URL points, facts about a certificate or key. */
const REDUCED = [
  'SNI endpoint: certificate_chain',
  'SSH key: public_key',
  'authorization: client.redirect_uri',
  'identity provider: certificate',
  'identity provider: slo_target_url',
  'identity provider: sso_target_url',
  'log drain: url',
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

test.each([
  `https://user:${SECRET}@logs.example.com/${SECRET}?token=${SECRET}#${SECRET}`,
  `syslog+tls://${SECRET}@logs.example.com:6514`,
  `not a URL ${SECRET}`,
  `ssh-rsa ${SECRET} ${SECRET}`,
  `-----BEGIN CERTIFICATE-----\n${SECRET}\n-----END CERTIFICATE-----`,
])('a reduced field keeps nothing secret of %s', (value) => {
  for (const { path, resource } of reducedFields()) {
    const { object } = decode(resource, {
      id: '00000000-0000-4000-8000-000000000001',
      ...at(path.split('.'), value),
    });
    expect(object).toBeDefined();
    expect(JSON.stringify(object)).not.toContain(SECRET);
  }
});

/** An object that has a value in a field of a field. */
function at([name = '', ...inner]: string[], value: unknown): object {
  return { [name]: inner.length === 0 ? value : at(inner, value) };
}

function reducedFields() {
  return declaredResources().flatMap((resource) =>
    fieldPaths(resource.form)
      .filter(({ form }) => form.isReduced)
      .map(({ path }) => ({ path, resource })),
  );
}

test.each(organisationNames)(
  'no declaration lets a secret of %s through, whatever it is used on',
  (name) => {
    const { resources, canaries } = createOrganisation(name, {
      canaries: true,
    });
    const objects = [...resources.values()].flat();
    const read = declaredResources().flatMap((resource) =>
      objects.map((object) => JSON.stringify(decode(resource, object)) ?? ''),
    );
    const all = read.join('\n');

    expect(canaries.size).toBeGreaterThan(0);
    expect([...canaries].filter(([, value]) => all.includes(value))).toEqual(
      [],
    );
    expect(all).toContain(String(objects[0]?.['id'] as string));
  },
);

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
