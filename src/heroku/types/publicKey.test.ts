import { REFUSED } from './form';
import { publicKeyFacts } from './publicKey';

// Made for this test; their private halves were thrown away.
const RSA_3072 =
  'AAAAB3NzaC1yc2EAAAADAQABAAABgQDGnUmaqzxZyyAJst5CD3n9dVpB20+HXJvwrMLA3Iw7Aimg' +
  'RZ+xbpueyvbC5uVxXZa9dHRYKDms1kBoNPngyWSb1no7kzdS2UASoKqDe9+YmL7WpHbrm6aNm7lP' +
  '5G34m9JEbLkYKZo67wNxyVkIcSBHCIyvGXDQQRbMddKbD/4bx/7a0aaoSZUokr3aozi6hVnGdBUs' +
  'hfS5WQXnvuio355XnvFUf4FOrDsa7HoAYBel/6mSuz9xDMBPOdKce2iEvqxzJiusmDgnjyf2uW3B' +
  'Xsn1VNj+MJGx82cnlAn+Xy65hZRVcgXpYE5xnEhl1EfEh3oVQBxuNEuLacAw2IvlBtoiBSC8z221' +
  'BNtd8f4aUdZyre3cUsGKu3e5CXAayebnq+QStrwyyFUzPCqfovw14mDmLN08wze1jBfKqqAGmvTV' +
  '7+j3a7p1vC6X/TfoF/eqGMz3uQcU3DuA8mmMbD10TT/7mefSG1fFCXLOz7GjedeSMYaVsQlyS8O1' +
  'iV/A44JP+w0=';
const ECDSA_384 =
  'AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBHbplCTASGsu8n/Px2DHfPWR' +
  'oVO9Xqjt1TTMah5j3eZdiddTok2yb4mE1WA4NwDMgEoYbnulqrlB8usSEhXvRGLcQ2c9Lsuw+Ypq' +
  'U+NgJdTe6L8sRb+v79X/sYGPxATaOg==';
const ED25519 =
  'AAAAC3NzaC1lZDI1NTE5AAAAIDcqwrWJBdCUmGwRfpM3hkJUdeuKj/BE7A61RsHIx7yY';
const DSA_1024 =
  'AAAAB3NzaC1kc3MAAACBAP4TYvZ6Gu6jMFIzoiw1gAZdtniEKNCtnt4smQxlSKPM53ywgbAxeE+h' +
  'LzeSa8pgbzl6D7MvcjLQzICS+MH+rAhh2REcF8zrzORoApBlzI7qx63v1lg07G+YyhymSE3/53ad' +
  'dfiog3/4zRWxK0l3WgnweqBvgeTyl3yUubDJKqurAAAAFQCoohgowqbkdT32gn+mH8ksXkBaXQAA' +
  'AIEAtKWT35vLEaS+W8+/gPMXvZWSXfbu45fJw4JuZSMENxR55Lohq6m4sAok9pbRArV8VhBU7GeK' +
  'E76LnYUzwgROAT3o+wkstzGjl/LLilH1EqZPla3FvrJhyx1sQfLrhXCbkhOv7V9Qov9jY8OchZsU' +
  'sa/J0WLIjCt52egAr5BSl1MAAACAJFFyqKvFpoWxSsK7NeekHz4XcUC/gARvIhdcJWFUR3S3Umeo' +
  'So0/ShrRkBVeZBXqwxai9znPP/5xFbSHr6vBvs3vfWu5IAcjW/AtR+LCSR9yXUu5EnU5o/Bm2BlT' +
  'jdCMgT3v28v+7NIjpkpRMAsLuqsN59BpTEabhQa+Z4Dbins=';

function factsOf(value: unknown) {
  return publicKeyFacts.decode(value, []);
}

test.each([
  ['ssh-rsa', RSA_3072, 3072],
  ['ecdsa-sha2-nistp384', ECDSA_384, 384],
  ['ssh-ed25519', ED25519, 256],
  ['ssh-dss', DSA_1024, 1024],
])(
  'of a key of %s only algorithm and size are kept',
  (algorithm, key, bits) => {
    expect(factsOf(`${algorithm} ${key} someone@example.com`)).toEqual({
      algorithm,
      bits,
    });
    expect(factsOf(`  ${algorithm}   ${key}\n`)).toEqual({ algorithm, bits });
  },
);

test.each([
  '',
  'ssh-rsa',
  'ssh-rsa AAAA someone@example.com',
  `ssh-rsa ${ED25519}`,
  `ssh-ed25519 ${RSA_3072}`,
  `ssh-rsa ${RSA_3072.slice(0, 100)}`,
  `${RSA_3072}`,
  `secret-algorithm ${Buffer.from('\0\0\0\x10secret-algorithm').toString('base64')}`,
  'secret secret secret',
  `ssh-rsa ${'A'.repeat(20_000)}`,
])('what is no known key tells nothing: %.40s', (value) => {
  expect(factsOf(value)).toBeUndefined();
});

test('what is no string is refused', () => {
  expect(factsOf({})).toBe(REFUSED);
});

test('a key is as long as its number, not as the bytes that it takes', () => {
  const field = (content: Buffer) =>
    Buffer.concat([Buffer.from([0, 0, 0, content.length]), content]);
  const key = Buffer.concat([
    field(Buffer.from('ssh-rsa')),
    field(Buffer.from([1, 0, 1])),
    field(Buffer.from([0x01, ...Array<number>(127).fill(0xff)])),
  ]);

  expect(factsOf(`ssh-rsa ${key.toString('base64')}`)).toEqual({
    algorithm: 'ssh-rsa',
    bits: 1017,
  });
});
