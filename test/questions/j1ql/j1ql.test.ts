import type { CollectedGraph } from '../../e2e/graph';
import { namesIn } from '../names';
import { evaluate } from './index';

const now = new Date('2026-05-01T00:00:00Z');
const day = 24 * 60 * 60 * 1000;

function entity(type: string, name: string, properties = {}) {
  return {
    _key: `${type}:${name}`,
    _type: type,
    _class: [type === 'person' ? 'User' : 'Thing'],
    displayName: name,
    ...properties,
  };
}

function relationship(from: string, verb: string, to: string, properties = {}) {
  return {
    _key: `${from}|${verb}|${to}`,
    _type: `${verb.toLowerCase()}`,
    _class: verb,
    _fromEntityKey: from,
    _toEntityKey: to,
    ...properties,
  };
}

/** Ann and Ben use the red door, she with a key; Cy uses none; the blue door leads out. */
const graph: CollectedGraph = {
  entities: [
    entity('person', 'Ann', {
      age: 30,
      tags: ['in', 'up'],
      seenOn: +now - day,
    }),
    entity('person', 'Ben', { age: 40, tags: [], seenOn: +now - 40 * day }),
    entity('person', 'Cy', { active: false, note: 'Out of office' }),
    entity('door', 'red', { locked: true, colour: 'red', sign: 'red' }),
    entity('door', 'blue', { locked: false, colour: 'blue', sign: 'green' }),
  ],
  relationships: [
    relationship('person:Ann', 'USES', 'door:red', { withKey: true }),
    relationship('person:Ben', 'USES', 'door:red'),
    relationship('person:Ben', 'OWNS', 'door:blue'),
  ],
  mappedRelationships: [
    {
      ...relationship('', 'LEADS', ''),
      _mapping: {
        sourceEntityKey: 'door:blue',
        relationshipDirection: 'FORWARD',
        targetEntity: { _type: 'garden', displayName: 'Eden' },
      },
    },
  ],
};

/** The names in each row of the answer. */
function answer(query: string): string[] {
  return evaluate(query, graph, { now, variables: { who: 'Ann' } })
    .map((row) => namesIn(row).join(' '))
    .sort();
}

describe('entities', () => {
  test.each([
    ['a type', 'FIND person', ['Ann', 'Ben', 'Cy']],
    ['a class', 'FIND User', ['Ann', 'Ben', 'Cy']],
    ['several', 'FIND (door | garden)', ['Eden', 'blue', 'red']],
    ['keywords in any case', 'find person with age = 30', ['Ann']],
    ['=', 'FIND person WITH age = 40', ['Ben']],
    [
      '!= is true of what is absent',
      'FIND person WITH age != 30',
      ['Ben', 'Cy'],
    ],
    ['= undefined', 'FIND person WITH age = undefined', ['Cy']],
    ['!= undefined', 'FIND person WITH age != undefined', ['Ann', 'Ben']],
    ['< is false of what is absent', 'FIND person WITH age < 40', ['Ann']],
    ['<=', 'FIND person WITH age <= 40', ['Ann', 'Ben']],
    ['>', 'FIND person WITH age > 30', ['Ben']],
    ['>=', 'FIND person WITH age >= 30', ['Ann', 'Ben']],
    ['false', 'FIND person WITH active = false', ['Cy']],
    ['contains', "FIND person WITH note ~= 'of'", ['Cy']],
    ['contains, in that case only', "FIND person WITH note ~= 'out'", []],
    ['starts', "FIND person WITH note ^= 'Out'", ['Cy']],
    ['ends', 'FIND person WITH note $= "office"', ['Cy']],
    ['does not end', "FIND person WITH note !$= 'office'", ['Ann', 'Ben']],
    ['one of a list', "FIND person WITH tags = 'up'", ['Ann']],
    ['none of a list', "FIND person WITH tags != 'up'", ['Ben', 'Cy']],
    ['an empty list', 'FIND person WITH tags = undefined', ['Ben', 'Cy']],
    ['or, of values', 'FIND person WITH age = (30 OR 40)', ['Ann', 'Ben']],
    ['neither', 'FIND person WITH age != (30 OR 40)', ['Cy']],
    ['and, of values', "FIND person WITH tags = ('in' AND 'up')", ['Ann']],
    [
      'and before or',
      'FIND person WITH age = 30 OR age = 40 AND active = false',
      ['Ann'],
    ],
    [
      'parentheses first',
      'FIND person WITH (age = 30 OR active = false) AND age = undefined',
      ['Cy'],
    ],
    ['a date', 'FIND person WITH seenOn < date.now - 30 days', ['Ben']],
    ['the present', 'FIND person WITH seenOn < date.now', ['Ann', 'Ben']],
    ['the future', 'FIND person WITH seenOn > date.now+1day', []],
    ['what is filled in', "FIND person WITH displayName = '{{who}}'", ['Ann']],
  ])('%s', (_, query, found) => {
    expect(answer(query)).toEqual(found);
  });
});

describe('relationships', () => {
  test.each([
    ['out', 'FIND person THAT USES >> door', ['Ann', 'Ben']],
    ['in', 'FIND door THAT USES << person', ['red']],
    ['not the wrong way', 'FIND person THAT USES << door', []],
    ['either way', 'FIND door THAT OWNS person', ['blue']],
    [
      'one of two verbs',
      'FIND door THAT (USES|OWNS) << person',
      ['blue', 'red'],
    ],
    ['none', 'FIND person THAT !USES >> door', ['Cy']],
    [
      'none of such',
      'FIND person THAT !USES >> door WITH locked = false',
      ['Ann', 'Ben', 'Cy'],
    ],
    ['a chain', 'FIND person THAT OWNS >> door THAT LEADS >> garden', ['Ben']],
    [
      'what goes on from where none is',
      'FIND person AS p THAT !OWNS >> door THAT USES >> door AS d RETURN p.displayName, d.displayName',
      ['Ann red'],
    ],
    [
      'its properties',
      'FIND person THAT USES >> AS use door WHERE use.withKey = true',
      ['Ann'],
    ],
    [
      'two properties',
      'FIND door AS door WHERE door.colour != door.sign RETURN door',
      ['blue'],
    ],
    [
      'a mapped one, from its made end',
      'FIND garden THAT LEADS << door AS d RETURN d.displayName AS door',
      ['blue'],
    ],
  ])('%s', (_, query, found) => {
    expect(answer(query)).toEqual(found);
  });
});

describe('what is returned', () => {
  test('a row for each path, unless UNIQUE', () => {
    const query = 'door AS d THAT USES << person RETURN d.displayName';
    expect(answer(`FIND ${query}`)).toEqual(['red', 'red']);
    expect(answer(`FIND UNIQUE ${query}`)).toEqual(['red']);
  });

  test('columns by the names they are given', () => {
    expect(
      evaluate(
        'FIND person WITH age = 30 AS p RETURN p.age AS years, p.note',
        graph,
        { now },
      ),
    ).toEqual([{ years: 30, 'p.note': undefined }]);
  });

  test('distinct objects are counted, for each of the rest', () => {
    expect(
      evaluate(
        'FIND door AS d THAT (USES|OWNS) << person AS p RETURN d.colour AS door, count(p) AS people',
        graph,
        { now },
      ),
    ).toEqual([
      { door: 'red', people: 2 },
      { door: 'blue', people: 1 },
    ]);
  });
});

test('values are added up, for each of the rest; what lacks the value adds nothing', () => {
  expect(
    evaluate(
      'FIND door AS d THAT (USES|OWNS) << person AS p RETURN d.colour AS door, sum(p.age) AS years, sum(p.note), count(p) AS people',
      graph,
      { now },
    ),
  ).toEqual([
    { door: 'red', years: 70, 'sum(p.note)': 0, people: 2 },
    { door: 'blue', years: 40, 'sum(p.note)': 0, people: 1 },
  ]);
});

describe('a query is refused', () => {
  test.each([
    ['without FIND', 'person'],
    ['with a character of no token', 'FIND person # all'],
    ['with a string that does not end', "FIND person WITH note = 'x"],
    ['with something after it', 'FIND person person'],
    ['with a keyword for a name', 'FIND person AS where'],
    ['without a value', 'FIND person WITH age ='],
    ['without an operator', 'FIND person WITH age'],
    ['with an alias after WITH', 'FIND person AS p WITH p.age = 1'],
    ['without an alias after WHERE', 'FIND person WHERE age = 1'],
    ['with values joined by both', 'FIND person WITH age = (1 OR 2 AND 3)'],
    [
      'with a unit of no fixed length',
      'FIND person WITH seenOn < date.now - 1 month',
    ],
    ['with UNIQUE and nothing returned', 'FIND UNIQUE person'],
    ['with an optional traversal', 'FIND person (THAT USES >> door)?'],
    [
      'with a placeholder that has no value',
      "FIND person WITH note = '{{no}}'",
    ],
  ])('%s', (_, query) => {
    expect(() => evaluate(query, graph, { now })).toThrow();
  });

  test('and the error says what was expected, and where', () => {
    expect(() => evaluate('FIND person\n  WITH age', graph, { now })).toThrow(
      'Expected an operator and found "the end", in line 2 of: FIND person',
    );
  });
});
