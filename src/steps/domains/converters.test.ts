import { written, writtenRelationship } from '../../../test/converted';
import {
  createCertificateEntity,
  createDomainEntity,
  createDomainUsesCertificateRelationship,
} from './converters';

const ID = '0193ffff-0000-4000-8000-000000000001';
const APP_ID = '0193ffff-0000-4000-8000-000000000002';
const ENDPOINT_ID = '0193ffff-0000-4000-8000-000000000003';

const domain = {
  id: ID,
  hostname: 'login.example.com',
  kind: 'custom',
  cname: 'flat-newt.herokudns.com',
  status: 'succeeded',
  acm_status: 'failing',
  acm_status_reason: 'CDNs and proxies in front of the domain',
  sni_endpoint: { id: ENDPOINT_ID, name: 'ibex-1' },
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
};

test('a domain says what is wrong with its managed certificate', () => {
  expect(written(createDomainEntity(domain, APP_ID))).toEqual({
    _key: `heroku_domain:${ID}`,
    _type: 'heroku_domain',
    _class: ['Domain', 'ApplicationEndpoint'],
    id: ID,
    name: 'login.example.com',
    displayName: 'login.example.com',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    domainName: 'login.example.com',
    address: 'login.example.com',
    kind: 'custom',
    cname: 'flat-newt.herokudns.com',
    status: 'succeeded',
    acmStatus: 'failing',
    acmStatusReason: 'CDNs and proxies in front of the domain',
    sniEndpointId: ENDPOINT_ID,
    applicationId: APP_ID,
  });
});

test('of a domain without a DNS target, certificate or managed certificate, all three are unknown', () => {
  const entity = written(
    createDomainEntity(
      {
        id: ID,
        hostname: '*.example.com',
        cname: null,
        acm_status: null,
        acm_status_reason: null,
        sni_endpoint: null,
      },
      APP_ID,
    ),
  );

  expect(entity.domainName).toBe('*.example.com');
  for (const name of ['cname', 'acmStatus', 'acmStatusReason', 'sniEndpointId'])
    expect(entity).not.toHaveProperty(name);
});

const FACTS = {
  fingerprint: 'AB:CD',
  serialNumber: '01',
  validFrom: '2019-01-01T00:00:00.000Z',
  validTo: '2019-12-31T00:00:00.000Z',
};
const endpoint = {
  id: ENDPOINT_ID,
  name: 'marmot-77120',
  display_name: null,
  created_at: '2020-01-02T03:04:05Z',
  updated_at: '2021-01-02T03:04:05Z',
  certificate_chain: FACTS,
  ssl_cert: {
    'ca_signed?': false,
    'self_signed?': true,
    cert_domains: ['old.example.com', 'older.example.com'],
    starts_at: '2019-02-01T00:00:00Z',
    expires_at: '2020-02-01T00:00:00Z',
    issuer: '/CN=old.example.com',
    subject: '/CN=old.example.com',
  },
};

test('a certificate that is expired and self-signed shows both', () => {
  expect(written(createCertificateEntity(endpoint, APP_ID))).toEqual({
    _key: `heroku_certificate:${ENDPOINT_ID}`,
    _type: 'heroku_certificate',
    _class: ['Certificate'],
    id: ENDPOINT_ID,
    name: 'marmot-77120',
    displayName: 'marmot-77120',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    fingerprint: 'AB:CD',
    issuer: '/CN=old.example.com',
    subject: '/CN=old.example.com',
    domainName: 'old.example.com',
    alternativeNames: ['old.example.com', 'older.example.com'],
    validFrom: Date.UTC(2019, 1, 1),
    expiresOn: Date.UTC(2020, 1, 1),
    selfSigned: true,
    caSigned: false,
    applicationId: APP_ID,
  });
});

test('where Heroku does not say when a certificate ends, the certificate itself does', () => {
  const entity = createCertificateEntity(
    { ...endpoint, ssl_cert: null },
    APP_ID,
  );

  expect(entity.validFrom).toBe(Date.UTC(2019, 0, 1));
  expect(entity.expiresOn).toBe(Date.UTC(2019, 11, 31));
  expect(entity.selfSigned).toBeUndefined();
  expect(entity.caSigned).toBeUndefined();
});

test('a certificate that cannot be read has no fingerprint, and what Heroku says of it', () => {
  const entity = createCertificateEntity(
    { ...endpoint, certificate_chain: undefined },
    APP_ID,
  );

  expect(entity.fingerprint).toBeUndefined();
  expect(entity.expiresOn).toBe(Date.UTC(2020, 1, 1));
});

test('a domain uses the certificate of its SNI endpoint', () => {
  expect(
    writtenRelationship(createDomainUsesCertificateRelationship(ID, endpoint)),
  ).toMatchObject({
    _type: 'heroku_domain_uses_certificate',
    _fromEntityKey: `heroku_domain:${ID}`,
    _toEntityKey: `heroku_certificate:${ENDPOINT_ID}`,
  });
});
