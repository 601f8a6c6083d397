import { written, writtenRelationship } from '../../../test/converted';
import {
  createApplicationEndpointEntity,
  createApplicationHasEndpointRelationship,
  createCertificateEntity,
  createDomainEntity,
  createDomainRecordRelationships,
  createDomainUsesCertificateRelationship,
  isOwnAddress,
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
    parentDomain: 'example.com',
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

test('DNS records lead to a domain by its name and by where its record must point, in lower case', () => {
  const relationships = createDomainRecordRelationships({
    ...domain,
    hostname: '*.Example.com',
    cname: 'Flat-Newt.herokudns.com',
  });
  expect(relationships.map(({ _mapping }) => _mapping)).toEqual([
    {
      relationshipDirection: 'FORWARD',
      sourceEntityKey: `heroku_domain:${ID}`,
      targetFilterKeys: [['_class', 'name']],
      targetEntity: {
        _class: 'DomainRecord',
        name: '*.example.com',
        displayName: '*.example.com',
      },
      skipTargetCreation: true,
    },
    {
      relationshipDirection: 'REVERSE',
      sourceEntityKey: `heroku_domain:${ID}`,
      targetFilterKeys: [['_class', 'value']],
      targetEntity: {
        _class: 'DomainRecord',
        value: 'flat-newt.herokudns.com',
        displayName: 'flat-newt.herokudns.com',
      },
      skipTargetCreation: true,
    },
  ]);
  expect(
    createDomainRecordRelationships({ ...domain, cname: null }),
  ).toHaveLength(1);
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

const NOW = Date.UTC(2026, 4, 1);
const FACTS = {
  fingerprint: 'AB:CD',
  serialNumber: '0A1B',
  keyAlgorithm: 'rsa',
  keySize: 2048,
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
  expect(written(createCertificateEntity(endpoint, APP_ID, NOW))).toEqual({
    _key: `heroku_certificate:${ENDPOINT_ID}`,
    _type: 'heroku_certificate',
    _class: ['Certificate'],
    id: ENDPOINT_ID,
    name: 'marmot-77120',
    displayName: 'marmot-77120',
    createdOn: Date.UTC(2020, 0, 2, 3, 4, 5),
    updatedOn: Date.UTC(2021, 0, 2, 3, 4, 5),
    fingerprint: 'AB:CD',
    serialNumber: '0A1B',
    keyAlgorithm: 'rsa',
    keySize: 2048,
    active: false,
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
    NOW,
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
    NOW,
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

test.each([
  [Date.UTC(2019, 1, 1) - 1, false],
  [Date.UTC(2019, 1, 1), true],
  [Date.UTC(2020, 1, 1) - 1, true],
  [Date.UTC(2020, 1, 1), false],
])('at %d a certificate is valid: %s', (now, expected) => {
  expect(createCertificateEntity(endpoint, APP_ID, now).active).toBe(expected);
});

test('of a certificate of which no end is known it is not known whether it is valid', () => {
  const { active } = createCertificateEntity({ id: ENDPOINT_ID }, APP_ID, NOW);

  expect(active).toBeUndefined();
});

test.each([
  ['example.com', undefined],
  ['www.example.com', 'example.com'],
  ['*.shop.example.com', 'shop.example.com'],
  ['localhost', undefined],
])('the domain above %s is %s', (hostname, expected) => {
  expect(createDomainEntity({ ...domain, hostname }, APP_ID).parentDomain).toBe(
    expected,
  );
});

describe("the app's own address at Heroku", () => {
  test.each([
    ['heroku', 'shop.herokuapp.com', true],
    ['custom', 'shop.herokuapp.com', false],
    [null, 'shop-0193.HerokuApp.com', true],
    [null, 'shop.herokuspace.com', true],
    [undefined, 'shop.example.com', false],
    [undefined, 'herokuapp.com.example.com', false],
  ])(
    'is a domain of the kind %s and the host %s: %s',
    (kind, hostname, expected) => {
      expect(isOwnAddress({ ...domain, kind, hostname })).toBe(expected);
    },
  );

  test('is an endpoint of its app, which has it', () => {
    const own = { ...domain, kind: 'heroku', hostname: 'shop.herokuapp.com' };

    expect(
      written(createApplicationEndpointEntity(own, { id: APP_ID })),
    ).toMatchObject({
      _key: `heroku_application_endpoint:${ID}`,
      name: 'shop.herokuapp.com',
      address: 'shop.herokuapp.com',
      applicationId: APP_ID,
    });
    expect(
      writtenRelationship(
        createApplicationHasEndpointRelationship(APP_ID, own),
      ),
    ).toMatchObject({
      _type: 'heroku_application_has_endpoint',
      _fromEntityKey: APP_ID,
      _toEntityKey: `heroku_application_endpoint:${ID}`,
    });
  });

  test.each([
    ['shop', 'shop.herokuapp.com', true],
    ['shop', 'Shop.herokuapp.com', true],
    ['shop', 'shop-0193abcd.herokuapp.com', false],
    [null, 'shop.herokuapp.com', undefined],
  ])(
    'of an app called %s, %s can be guessed: %s',
    (name, hostname, expected) => {
      const { guessable } = createApplicationEndpointEntity(
        { ...domain, hostname },
        { id: APP_ID, name },
      );
      expect(guessable).toBe(expected);
    },
  );
});
