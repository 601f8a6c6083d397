import { wcagContrast } from 'culori';
import { coloursOf } from './styleSheet';

/** What is written in which colour on which ground. */
const WRITTEN = [
  ['ink', ['panel', 'ground', 'disc', 'raised', 'accent-ground']],
  ['muted', ['panel', 'ground', 'disc', 'raised']],
  ['accent', ['panel', 'accent-ground']],
  ['bad', ['panel', 'raised', 'bad-ground']],
  ['open', ['panel', 'open-ground']],
  ['good', ['panel', 'raised']],
  ['panel', ['bad']],
] as const;

/** What shows where something is, or that it has the focus. */
const SHOWN = [
  ['control', ['panel', 'ground']],
  ['accent', ['panel', 'ground', 'accent-ground']],
  ['bad', ['ground', 'disc']],
] as const;

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colours = coloursOf(theme);
  const contrastsBelow = (
    least: number,
    uses: readonly (readonly [string, readonly string[]])[],
  ) =>
    uses.flatMap(([colour, grounds]) =>
      grounds
        .map((ground) => ({
          colour,
          ground,
          contrast: wcagContrast(colours[colour] ?? '', colours[ground] ?? ''),
        }))
        .filter(({ contrast }) => !(contrast >= least)),
    );

  test('all text has the contrast of WCAG AA', () => {
    expect(contrastsBelow(4.5, WRITTEN)).toEqual([]);
  });

  test('borders of controls, the focus and rings have the contrast of WCAG AA', () => {
    expect(contrastsBelow(3, SHOWN)).toEqual([]);
  });
});
