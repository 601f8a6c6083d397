import type { Settings } from '../../../tools/answers';
import { describeAnswers, describeFirstAnswers } from '../../../tools/answers';
import type { Question } from '../../../tools/questions/questions';
import { Steps } from '../../../src/steps/ids';
import type { CollectedGraph } from '../../e2e/graph';
import { summaryWith, WHOLE_COLLECTION } from '../../questions/summary';

const now = new Date('2026-05-01T00:00:00Z');

function team(name: string, properties = {}) {
  return {
    _key: `team-${name}`,
    _type: 'heroku_team',
    _class: 'Team',
    displayName: name,
    ...properties,
  };
}

function graphOf(...entities: CollectedGraph['entities']): CollectedGraph {
  return {
    entities,
    relationships: [],
    mappedRelationships: [],
    summary: WHOLE_COLLECTION,
  };
}

/** The same with other settings, or steps that failed. */
function collectedWith(settings: Settings, failed: string[] = []) {
  return {
    ...graphOf(team('blue')),
    summary: summaryWith(settings, failed),
  };
}

function question(
  ...queries: Omit<Question['queries'][0], 'resultsAre'>[]
): Question {
  return {
    id: 'teams',
    theme: 'Tests',
    title: 'Which teams?',
    about: 'Teams.',
    remedy: 'look at them.',
    queries: queries.map((query) => ({ ...query, resultsAre: 'BAD' as const })),
    tags: [],
    objectives: [],
  };
}

function answers(graph: CollectedGraph, ...asked: Question[]): string[] {
  return describeAnswers(asked, graph, { now });
}

test('an answer names what was found, and says what to do', () => {
  const graph = graphOf(team('blue'), team('amber'));
  expect(answers(graph, question({ query: 'FIND heroku_team' }))).toEqual([
    'Which teams?\n  - amber\n  - blue\n  What to do: look at them.',
  ]);
});

test('nothing found is said to be none, and asks for nothing to be done', () => {
  expect(answers(graphOf(), question({ query: 'FIND heroku_team' }))).toEqual([
    'Which teams?\n  - none',
  ]);
});

test('an answer that the collection cannot give says what to turn on', () => {
  const asked = question({ query: 'FIND heroku_domain' });
  expect(answers(collectedWith({}), asked)).toEqual([
    'Which teams?\n  - not answered: needs the setting Ingest App Details',
  ]);
});

test('what was found of data that could not all be read is said to be partial', () => {
  const asked = question({ query: 'FIND heroku_team' });
  expect(answers(collectedWith({}, [Steps.TEAMS]), asked)).toEqual([
    'Which teams?\n  - blue\n  - partial: 1 found, not everything could be read in "Fetch teams"\n  What to do: look at them.',
  ]);
});

test('of a collection that did not come to its end, nothing is certain', () => {
  const graph = { ...graphOf(), summary: undefined };
  const [text] = answers(graph, question({ query: 'FIND heroku_team' }));
  expect(text).toContain('- partial: 0 found, not everything could be read');
});

test('each query of several has its name above what it found', () => {
  expect(
    answers(
      graphOf(team('blue')),
      question(
        { name: 'All', query: 'FIND heroku_team' },
        { name: 'Default', query: 'FIND heroku_team WITH default = true' },
      ),
    ),
  ).toEqual([
    'Which teams?\n  All:\n    - blue\n  Default:\n    - none\n  What to do: look at them.',
  ]);
});

test('of many rows the first are shown, and the rest counted', () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const [text] = answers(
    graphOf(...names.map((name) => team(name))),
    question({ query: 'FIND heroku_team' }),
  );
  expect(text).toContain('  - e\n  - and 2 more\n');
  expect(text).not.toContain('- f');
});

test('columns read as text: dates as days, lists joined, what is unknown left out', () => {
  const blue = team('blue', {
    createdOn: Date.parse('2026-02-03T04:05:06Z'),
    tags: ['x', 'y'],
    default: false,
    membershipLimit: 5,
  });
  const [text] = answers(
    graphOf(blue),
    question({
      query:
        'FIND heroku_team AS t RETURN t.displayName AS team, t.createdOn AS createdOn, t.tags AS tags, t.default AS default, t.membershipLimit AS limit, t.teamType AS type, t.displayName AS again',
    }),
  );
  expect(text?.split('\n')[1]).toBe(
    '  - blue, createdOn 2026-02-03, x y, default false, limit 5',
  );
});

test('a question that needs a domain says so, and is asked when it is given one', () => {
  const graph = graphOf(team('blue'));
  const asked = [
    question({ query: "FIND heroku_team WITH displayName = '{{domain}}'" }),
  ];
  expect(answers(graph, ...asked)).toEqual([
    'Which teams?\n  - not answered: needs --domain',
  ]);
  // What it needs besides is said at once.
  const needsMore = question({
    query: "FIND heroku_domain WITH name = '{{domain}}'",
  });
  expect(answers(collectedWith({}), needsMore)).toEqual([
    'Which teams?\n  - not answered: needs --domain and the setting Ingest App Details',
  ]);
  const [text] = describeAnswers(asked, graph, {
    now,
    variables: { domain: 'blue' },
  });
  expect(text).toContain('- blue');
});

test('the first taste is six questions, on whatever was collected', () => {
  const parts = describeFirstAnswers(graphOf(team('blue')), now).split('\n\n');
  expect(parts).toHaveLength(7);
  expect(parts.slice(1).every((part) => part.includes('?\n'))).toBe(true);
});
