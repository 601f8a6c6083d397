import { ingestionConfig } from '../../src/ingestion';
import { fillIn, parse } from '../../test/questions/j1ql';
import type { Settings } from '../answers';
import { outcomesWith, placeholdersIn, standingOf } from '../answers';
import type { Question } from './questions';

/** What a query stands on. */
export interface QueryNeeds {
  /** Without one of these it is not answered, each in words: "the scope global". */
  answered: readonly string[];
  /** Without one of these it may not find everything. */
  whole: readonly string[];
}

/** Each lacks one thing of what a customer may turn on. */
const LESS: readonly Settings[] = [
  { scopes: ['read', 'identity'], ingestAppDetails: true },
  { scopes: ['read'], ingestAppDetails: true },
  { ingestAppDetails: false },
  ...Object.keys(ingestionConfig).map((source) => ({
    ingestAppDetails: true,
    disabledSources: [source],
  })),
];

/** What a query needs to be answered, and to find everything, as follows from the declarations of the steps. */
export function needsOfQuery(text: string): QueryNeeds {
  const query = parse(
    fillIn(
      text,
      Object.fromEntries(placeholdersIn(text).map((name) => [name, name])),
    ),
  );
  const standings = [{ ingestAppDetails: true }, ...LESS].map((settings) =>
    standingOf(query, outcomesWith(settings)),
  );
  const needsWhere = (wanted: string) => [
    ...new Set(
      standings
        .filter(({ grounds }) => grounds === wanted)
        .flatMap(({ needs }) => needs),
    ),
  ];
  const answered = needsWhere('none');
  return {
    answered,
    whole: needsWhere('partial').filter((one) => !answered.includes(one)),
  };
}

/** What a question needs beyond a key that may read, as sentences; empty where that is enough. */
export function needsText({ queries }: Question): string {
  return needsSentence(
    ...queries.map(({ name, query }) => ({ name, ...needsOfQuery(query) })),
  );
}

/** What one query needs, or several with names, as sentences. */
export function needsSentence(
  ...needs: (QueryNeeds & { name?: string })[]
): string {
  return [
    sentence(
      needs.map(({ name, answered }) => ({ name, list: answered })),
      'Needs',
      'needs',
    ),
    sentence(
      needs.map(({ name, whole }) => ({ name, list: whole })),
      'Finds everything only with',
      'finds everything only with',
    ),
  ]
    .filter((text) => text !== '')
    .join(' ');
}

/** One sentence for what all queries need, or one for each query that needs something. */
function sentence(
  needs: readonly { name?: string; list: readonly string[] }[],
  verbOfAll: string,
  verbOfOne: string,
): string {
  const texts = needs.map(({ list }) => enumerated(list));
  const [first = ''] = texts;
  if (texts.every((text) => text === first)) {
    return first === '' ? '' : `${verbOfAll} ${first}.`;
  }
  return needs
    .map(({ name }, index) =>
      texts[index] === '' ? '' : `"${name}" ${verbOfOne} ${texts[index]}.`,
    )
    .filter((text) => text !== '')
    .join(' ');
}

/** "a, b and c"; several ingestion sources are named together. */
function enumerated(list: readonly string[]): string {
  const source = 'the ingestion source ';
  const sources = list
    .filter((one) => one.startsWith(source))
    .map((one) => one.slice(source.length));
  return joined([
    ...list.filter((one) => !one.startsWith(source)),
    ...(sources.length > 0
      ? [
          `the ingestion source${sources.length > 1 ? 's' : ''} ${joined(sources)}`,
        ]
      : []),
  ]);
}

function joined(list: readonly string[]): string {
  const [last = '', ...others] = [...list].reverse();
  return others.length === 0
    ? last
    : `${others.reverse().join(', ')} and ${last}`;
}
