import { pseudonymiser } from '../../tools/pseudonymiser';

const member = {
  email: 'Ada.Real@company.test',
  user: { id: 'u1', email: 'ada.real@company.test', name: 'Ada Real' },
};

test('a person gets one other name and address, however often and however written', () => {
  const pseudonymise = pseudonymiser();

  const first = JSON.parse(pseudonymise(JSON.stringify(member))) as unknown;
  const again = pseudonymise(
    JSON.stringify({ note: 'ask ada.real@company.test' }),
  );

  expect(first).toEqual({
    email: 'person-1@example.com',
    user: { id: 'u1', email: 'person-1@example.com', name: 'Person 1' },
  });
  expect(again).toBe('{"note":"ask person-1@example.com"}');
});

test('two people get two', () => {
  const pseudonymise = pseudonymiser();
  expect(pseudonymise('["a@company.test","b@company.test"]')).toBe(
    '["person-1@example.com","person-2@example.com"]',
  );
});

test('a name without an address is not kept either; what is no person keeps its name', () => {
  const pseudonymise = pseudonymiser();
  expect(
    pseudonymise('{"user":{"email":null,"name":"Ada"},"app":{"name":"shop"}}'),
  ).toBe('{"user":{"email":null,"name":"Person"},"app":{"name":"shop"}}');
});

test('the pseudo-owner of a team app stays what the integration knows it by', () => {
  const owner = '{"owner":{"id":"t1","email":"shop@herokumanager.com"}}';
  expect(pseudonymiser()(owner)).toBe(owner);
});
