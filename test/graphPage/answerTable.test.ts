import { tableOf } from '../../tools/graphPage/answerTable';

test('a row keeps its columns; dates, lists and what is unknown become plain', () => {
  expect(
    tableOf([
      { name: 'x', expiresOn: 0, domains: ['a', 'b'], count: 3, isOn: false },
      { name: 'y', count: undefined, more: 'z' },
    ]),
  ).toEqual({
    columns: ['name', 'expiresOn', 'domains', 'count', 'isOn', 'more'],
    rows: [
      ['x', '1970-01-01T00:00:00.000Z', 'a; b', 3, false, null],
      ['y', null, null, null, null, 'z'],
    ],
  });
});

test('an entity that is returned whole becomes what it is found by', () => {
  const entity = {
    _key: 'k',
    _type: 'heroku_team',
    displayName: 'Team',
    webLink: 'https://example.com',
    secretive: 'no',
  };
  expect(tableOf([{ entity }])).toEqual({
    columns: ['displayName', '_type', 'webLink', '_key'],
    rows: [['Team', 'heroku_team', 'https://example.com', 'k']],
  });
  expect(tableOf([{ team: entity }]).columns).toEqual([
    'team.displayName',
    'team._type',
    'team.webLink',
    'team._key',
  ]);
});

test('no rows make an empty table', () => {
  expect(tableOf([])).toEqual({ columns: [], rows: [] });
});
