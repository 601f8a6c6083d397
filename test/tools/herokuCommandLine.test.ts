import { readCommands } from '../../tools/herokuCommandLine/commands';
import { expand, plan } from '../../tools/herokuCommandLine/plan';
import { subjectsOf } from '../../tools/herokuCommandLine/subjects';
import { createOrganisation } from '../sandbox/organisations';

const subjects = new Map([
  [
    'app',
    [
      ['--app', 'shop'],
      ['--app', 'blog'],
    ],
  ],
  ['team', [['--team', 'acme']]],
  ['space', []],
]);

test('a word in braces stands for every thing of its kind', () => {
  expect(expand('preboot {app}', subjects)).toEqual([
    ['preboot', '--app', 'shop'],
    ['preboot', '--app', 'blog'],
  ]);
  expect(expand('', subjects)).toEqual([[]]);
  expect(expand('{space}', subjects)).toEqual([]);
  expect(() => expand('{planet}', subjects)).toThrow('{planet}');
});

test('each command is run, not run for a reason, one that writes, or new', () => {
  const { lines, skipped, writes, unknown } = plan(
    {
      domains: { flags: { app: {}, json: {} } },
      'spaces:info': {},
      'pg:info': {},
      'domains:add': {},
      'apps:invented': {},
    },
    subjects,
  );
  expect(lines).toEqual([
    ['domains', '--app', 'shop'],
    ['domains', '--app', 'blog'],
    ['domains', '--app', 'shop', '--json'],
    ['domains', '--app', 'shop', '--csv'],
    ['domains', '--app', 'blog', '--csv'],
  ]);
  expect(skipped).toEqual(
    new Map([
      ['pg:info', expect.stringContaining('data services')],
      ['spaces:info', expect.stringContaining('nothing to show')],
    ]),
  );
  expect(writes).toBe(1);
  expect(unknown).toEqual(['apps:invented']);
});

test('the enterprise organisation has something for every command', () => {
  const all = subjectsOf(createOrganisation('enterprise'));
  for (const [id, templates] of Object.entries(readCommands)) {
    for (const template of templates) {
      expect([id, expand(template, all).length]).not.toEqual([id, 0]);
    }
  }
});
