import { certificateFacts } from './certificate';
import { REFUSED } from './form';

// Made for this test, self-signed, and of no use anywhere.
const EC =
  'MIIBejCCAR+gAwIBAgICEjQwCgYIKoZIzj0EAwIwGzEZMBcGA1UEAwwQbGVhZi5leGFtcGxlLmNv' +
  'bTAeFw0yNjExMjUwODQwMTBaFw0zNjExMjIwODQwMTBaMBsxGTAXBgNVBAMMEGxlYWYuZXhhbXBs' +
  'ZS5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQH8Af6T2ERqRGb+Sn+HbJg6fHyyoNsJcye' +
  '8Ntmvjl/iw1otvRy3nBM6V+y9cijSr614WNPKkQyb7a4vVnybVp+o1MwUTAdBgNVHQ4EFgQUi2Hl' +
  'ZIhDkpvONc4m55f5S5KuLNIwHwYDVR0jBBgwFoAUi2HlZIhDkpvONc4m55f5S5KuLNIwDwYDVR0T' +
  'AQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEArfVcBCa5Zf5xnCQajdpdHAM51nvpXI3gERlG' +
  '5zp9g+cCIQCfBly6+9xRksbjO/BJDg/X+ahcZN7eFOGfp/OWm2AOZg==';
const RSA =
  'MIIDADCCAeigAwIBAgIBATANBgkqhkiG9w0BAQsFADAZMRcwFQYDVQQDDA5jYS5leGFtcGxlLmNv' +
  'bTAeFw0yNjExMjUwODQwMTJaFw0zNjExMjIwODQwMTJaMBkxFzAVBgNVBAMMDmNhLmV4YW1wbGUu' +
  'Y29tMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAs1UtVbHn5fowWkIv+K608T7hIVC9' +
  'b7BuLQ4AIt+zN6ryoGdEmBHawCiOg/recaDE5SDC6MAumXMbrKDwfU6d1NhsImiR8c0Pl0lQjnT3' +
  'YV5u3dqfzcZ25aNA2mlOOJW/Xm6m/QYycG9Mt+cQYpg2KYpRhdT7jlS2CtofiUujmhTAZoDl8q1/' +
  '83ac8VXj+RR3KECzfQqGu74V+7oVrjpG6DmCWjntqvDrODnRqjZdUes9bh28EzslodE/5OFWUIPx' +
  'NLjJb5Yv74WPbI89EYIBJ1vCipvQrnCDF/G5uBgFwnSxhNBK2zM2eWdptDAGsTmBZMYx1pMEOjUN' +
  'ZufcttLNfwIDAQABo1MwUTAdBgNVHQ4EFgQUrPpK7VceOasNHl4kDFDoccWhq/kwHwYDVR0jBBgw' +
  'FoAUrPpK7VceOasNHl4kDFDoccWhq/kwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOC' +
  'AQEARs+rM6H6J3aLIc9ngj9D4UrT1LYLNfGvUbPwcypC7Tr97tXTFxjNQWtuhGHg0onTuoIE13u6' +
  'VREdRb6LbU0KpbwjoMSt8lBcgorbvFAL2h76HS8fxI2ym4/t6PYNWGnC+aXlHUQIJE+4yJA7KWR2' +
  'skWRMjOfRIVUEHR4qnkjggJ6KA15zjEzsSX7baOZNy4HzyRSdEwJUcHsSEU0b9S5k3VXvH68NB5l' +
  'WFVWbXctpHVSwpe1RhcUvzemuay6LyDjzccqTW+VKrfHyXj7bvdC+GLRtkzIgO/sP+4yRXVH5UAy' +
  'xH2E8hLBFly1Bm+5v0Yx8ydC+1jGc5Xt0jR+PB2mDA==';
const ED25519 =
  'MIIBMzCB5qADAgECAgEKMAUGAytlcDAZMRcwFQYDVQQDDA5lZC5leGFtcGxlLmNvbTAeFw0yNjEx' +
  'MjUwODQwMTJaFw0zNjExMjIwODQwMTJaMBkxFzAVBgNVBAMMDmVkLmV4YW1wbGUuY29tMCowBQYD' +
  'K2VwAyEAz+7CndG8os80vuDMhTyxkAqzx6z3mRCBZNzEWtnanRSjUzBRMB0GA1UdDgQWBBR1ttL2' +
  'gYFwyrOnLVbp7t/0hktmnzAfBgNVHSMEGDAWgBR1ttL2gYFwyrOnLVbp7t/0hktmnzAPBgNVHRMB' +
  'Af8EBTADAQH/MAUGAytlcANBAGFT6hJvTrbt4bIYj8iVI6C8aKGavYm/mSVvodd4ZB+CHrpe+Gd1' +
  'b1F3F9+udqcZCD8eivqyWgVRxYJd2JR8bQo=';

const EC_FACTS = {
  fingerprint:
    'F5:F8:F1:60:7F:45:91:8E:47:49:E4:F7:EA:AC:A5:41:44:45:5C:5E:32:89:78:87:CF:0E:8B:CE:F5:DE:40:EE',
  serialNumber: '1234',
  validFrom: '2026-11-25T08:40:10.000Z',
  validTo: '2036-11-22T08:40:10.000Z',
  keyAlgorithm: 'ec',
  keySize: 256,
};

function pem(body: string, lineBreak = '\n'): string {
  const lines = body.match(/.{1,64}/g) ?? [];
  return [
    '-----BEGIN CERTIFICATE-----',
    ...lines,
    '-----END CERTIFICATE-----',
    '',
  ].join(lineBreak);
}

function factsOf(value: unknown) {
  return certificateFacts.decode(value, []);
}

test.each([
  ['in PEM', pem(EC)],
  ['in PEM with the line breaks of Windows', pem(EC, '\r\n')],
  ['in PEM in one line', pem(EC, ' ')],
  ['in PEM with line breaks that are written out', pem(EC, '\\n')],
  ['in PEM behind other text', `subject=/CN=leaf.example.com\n${pem(EC)}`],
  ['in bare base64', EC],
  ['in bare base64 with line breaks', ` ${EC.replace(/(.{76})/g, '$1\n')}\n`],
  ['first in a chain', pem(EC) + pem(RSA) + pem(ED25519)],
])('facts are read of a certificate that comes %s', (_, value) => {
  expect(factsOf(value)).toEqual(EC_FACTS);
});

test.each([
  [RSA, 'rsa', 2048, '01'],
  [ED25519, 'ed25519', 256, '0A'],
])(
  'a key has its algorithm and size, and a certificate its serial number',
  (body, keyAlgorithm, keySize, serialNumber) => {
    expect(factsOf(body)).toMatchObject({
      keyAlgorithm,
      keySize,
      serialNumber,
    });
  },
);

test.each([
  '',
  'none',
  pem('none'),
  EC.slice(0, 200),
  pem(EC).slice(0, 100),
  'A'.repeat(200_000),
])('what is no certificate tells nothing', (value) => {
  expect(factsOf(value)).toBeUndefined();
});

test('what is no string is refused', () => {
  expect(factsOf(7)).toBe(REFUSED);
});
