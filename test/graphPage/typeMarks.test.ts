import type { Rgb } from 'culori';
import {
  clampChroma,
  converter,
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from 'culori';
import { integrationSteps } from '../../src/steps';
import {
  inLegendOrder,
  KNOWN_TYPES,
  markOf,
} from '../../tools/graphPage/typeMarks';
import { coloursOf } from './styleSheet';

const THEMES = ['light', 'dark'] as const;
const rgb = converter('rgb');
const EYES: Record<string, (colour: Rgb) => Rgb> = {
  'full colour': (colour) => colour,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};
const distance = differenceEuclidean('oklab');
const oklch = converter('oklch');

const pairs = KNOWN_TYPES.flatMap((a, index) =>
  KNOWN_TYPES.slice(0, index).map((b) => [a, b] as const),
);
const isDashed = (type: string) => markOf(type).area === 'outside';

describe.each(THEMES)('in the %s theme', (theme) => {
  const colour = (type: string) => rgb(markOf(type)[theme]) as Rgb;

  test('no two types have the same colour', () => {
    const same = pairs.filter(
      ([a, b]) => distance(colour(a), colour(b)) < 0.03,
    );
    expect(same).toEqual([]);
  });

  test.each(Object.entries(EYES))(
    'types of the same shape are told apart with %s',
    (_, seen) => {
      const alike = pairs.filter(
        ([a, b]) =>
          markOf(a).shape === markOf(b).shape &&
          isDashed(a) === isDashed(b) &&
          distance(seen(colour(a)), seen(colour(b))) < 0.08,
      );
      expect(alike).toEqual([]);
    },
  );

  test.each(['ground', 'disc', 'panel'])(
    'every mark stands out of the %s by 3:1',
    (name) => {
      const ground = coloursOf(theme)[name] ?? '';
      const faint = [...KNOWN_TYPES, 'never_seen', 'another'].filter(
        (type) => wcagContrast(colour(type), ground) < 3,
      );
      expect(faint).toEqual([]);
    },
  );
});

test('a type has the same hue and strength in both themes, as far as the screen can show it', () => {
  for (const type of KNOWN_TYPES) {
    const { light, dark } = markOf(type);
    const [a, b] = [oklch(light), oklch(dark)];
    const turn = Math.abs((a?.h ?? 0) - (b?.h ?? 0));
    expect(Math.min(turn, 360 - turn)).toBeLessThan(4);
    // What is too strong for the screen at one lightness is paled there, and only there.
    const strongest = Math.max(a?.c ?? 0, b?.c ?? 0);
    for (const shown of [a, b]) {
      const most = clampChroma(
        { mode: 'oklch', l: shown?.l ?? 0, c: strongest, h: shown?.h },
        'oklch',
      ).c;
      expect(Math.abs((shown?.c ?? 0) - most)).toBeLessThan(0.01);
    }
  }
});

test('every type that the integration declares, or maps to, has a mark of its own', () => {
  const types = integrationSteps.flatMap(
    ({ entities, mappedRelationships = [] }) => [
      ...entities.map(({ _type }) => _type),
      ...mappedRelationships.map(({ target }) => target._type),
    ],
  );
  expect(types).not.toEqual([]);
  expect(types.filter((type) => !KNOWN_TYPES.includes(type))).toEqual([]);
});

test('a type that the table does not know has a mark that depends on its name alone', () => {
  expect(markOf('never_seen')).toEqual(markOf('never_seen'));
  expect(markOf('never_seen').shape).toBe('octagon');
  expect(markOf('never_seen').light).not.toBe(markOf('another').light);
  expect(KNOWN_TYPES.map((type) => markOf(type).shape)).not.toContain(
    'octagon',
  );
});

test('a type is named as in its type, without the prefix', () => {
  expect(markOf('heroku_account_member').name).toBe('account member');
  expect(markOf('aws_vpc').name).toBe('aws vpc');
});

test('the legend has the order of the table, unknown types last', () => {
  expect(
    inLegendOrder([
      ...['zebra', 'heroku_domain', 'heroku_team', 'ant', 'heroku_account'],
    ]),
  ).toEqual(['heroku_account', 'heroku_team', 'heroku_domain', 'ant', 'zebra']);
});
