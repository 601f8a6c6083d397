import { createOrganisation, organisationNames } from './index';
import { placeholder } from './secrets';

const now = new Date('2026-05-01T10:00:00Z');

function written(name: (typeof organisationNames)[number], canaries: boolean) {
  const organisation = createOrganisation(name, { now, canaries });
  return {
    organisation,
    text: JSON.stringify([...organisation.resources.values()]),
  };
}

describe.each(organisationNames)('the secrets of %s', (name) => {
  const { organisation, text } = written(name, true);

  test('are all different, and all in what the API answers', () => {
    const values = [...organisation.canaries.values()];
    expect(values.length).toBeGreaterThan(0);
    expect(new Set(values).size).toBe(values.length);
    for (const value of values) {
      expect([value, text.includes(value)]).toEqual([value, true]);
    }
  });

  test('are one harmless word unless canaries were asked for', () => {
    const plain = written(name, false);
    expect(plain.organisation.canaries.size).toBe(0);
    expect(plain.text).not.toContain('CANARY');
    expect(plain.text).toContain(placeholder);
    expect(text).not.toContain(placeholder);
  });
});

test('the enterprise organisation has a secret in every field that may hold one', () => {
  const { organisation } = written('enterprise', true);
  const fields = new Set(
    [...organisation.canaries.keys()].map((key) =>
      key.replace(/\/[^/]+\//, ' '),
    ),
  );
  for (const field of [
    'account sms_number',
    'addon provision_message',
    'addon-attachment log_input_url',
    'app-webhook url.password',
    'app-webhook url.query',
    'buildpack-installation buildpack.url',
    'config-var DATABASE_URL',
    'dyno attach_url',
    'dyno command',
    'formation command',
    'identity-provider certificate',
    'identity-provider certificate.body',
    'log-drain token',
    'log-drain url.password',
    'log-drain url.query',
    'oauth-authorization access_token.token',
    'oauth-authorization grant.code',
    'oauth-authorization refresh_token.token',
    'release output_stream_url',
    'sni-endpoint certificate_chain',
    'sni-endpoint certificate_chain.body',
    'telemetry-drain exporter.headers',
    'vpn-connection tunnels.0.pre_shared_key',
  ]) {
    expect(fields).toContain(field);
  }
});
