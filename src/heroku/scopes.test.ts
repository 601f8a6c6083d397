import { GLOBAL_SCOPE, holdsOneOf, READ_SCOPES } from './scopes';

test('a key that holds one of the accepted scopes may use the route', () => {
  expect(holdsOneOf(['identity', 'read'], READ_SCOPES)).toBe(true);
});

test('a key that holds none of them may not', () => {
  expect(holdsOneOf(['identity', 'read'], GLOBAL_SCOPE)).toBe(false);
  expect(holdsOneOf([], GLOBAL_SCOPE)).toBe(false);
});

test('a key whose scopes are not known may: the API will say', () => {
  expect(holdsOneOf(undefined, GLOBAL_SCOPE)).toBe(true);
});
