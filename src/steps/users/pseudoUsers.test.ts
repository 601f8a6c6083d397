import { isTeam } from './pseudoUsers';

test.each([
  'shop@herokumanager.com',
  'Shop@HerokuManager.COM',
  ' shop@herokumanager.com\n',
])('%j stands for a team', (email) => {
  expect(isTeam({ email })).toBe(true);
});

test.each([
  'shop@example.com',
  'herokumanager.com@example.com',
  'shop@herokumanager.com.example.com',
  'shop@notherokumanager.com',
  '',
  null,
  undefined,
])('%j is a person, or nobody knows who', (email) => {
  expect(isTeam({ email })).toBe(false);
});
