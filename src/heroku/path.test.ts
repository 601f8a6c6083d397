import { pathOf } from './path';

test('parameters are filled in', () => {
  expect(pathOf('/teams/{team}/apps', { team: 'shop' })).toBe(
    '/teams/shop/apps',
  );
});

test.each([
  '../../account?x=#y',
  '%2e%2e',
  '.%2e',
  'a/b',
  'a\\b',
  '...',
  'ä b',
  '\t',
])('%j stays one part of the path', (team) => {
  const path = pathOf('/teams/{team}/apps', { team }) ?? '';
  const { pathname, search, hash } = new URL(path, 'https://example.com');

  expect(pathname.split('/')).toHaveLength(4);
  expect(decodeURIComponent(pathname.split('/')[2] ?? '')).toBe(team);
  expect(search + hash).toBe('');
});

test.each(['', '.', '..', '\ud800', 'a\udfff'])(
  '%j cannot stand in a path',
  (team) => {
    expect(pathOf('/teams/{team}/apps', { team })).toBeUndefined();
  },
);

test('a parameter that is missing makes no path', () => {
  expect(pathOf('/teams/{team}/apps', {})).toBeUndefined();
});
