import { asksForChange, parse } from './index';

test.each([
  ['after WITH', 'FIND door WITH _createdOn > date.now - 1 day'],
  ['of what a hop leads to', 'FIND door THAT OPENS >> room WITH _version > 1'],
  [
    'after WHERE',
    'FIND door THAT OPENS >> AS way room WHERE way._deleted = true',
  ],
])('metadata %s asks for a change', (_, query) => {
  expect(asksForChange(parse(query))).toBe(true);
});

test("what the door's maker says of its age does not", () => {
  expect(
    asksForChange(parse('FIND door WITH createdOn > date.now - 1 day')),
  ).toBe(false);
});
