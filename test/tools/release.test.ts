import { releaseFaults } from '../../tools/release';

const CHANGELOG = `# Changelog

## [Unreleased]

## [3.0.0] - 2026-05-01

- Something.

[3.0.0]: https://example.com/compare/v2.3.3...v3.0.0
`;

const release = { tag: 'v3.0.0', version: '3.0.0', changelog: CHANGELOG };

test('a tag of the version, with a dated and linked section, can be published', () => {
  expect(releaseFaults(release)).toEqual([]);
});

test('a tag of another version cannot be published', () => {
  expect(releaseFaults({ ...release, tag: 'v3.0.1' })).toEqual([
    'The tag is v3.0.1 and package.json says 3.0.0: tag v3.0.0.',
  ]);
});

test.each(['## [3.0.0]', '## [3.0.0] - date of the tag', '## [3.0.0] - soon'])(
  'a section headed %j has no date, and cannot be published',
  (heading) => {
    const changelog = CHANGELOG.replace('## [3.0.0] - 2026-05-01', heading);

    expect(releaseFaults({ ...release, changelog })).toEqual([
      expect.stringContaining('gives 3.0.0 no date'),
    ]);
  },
);

test('a version without a section, or without a link, cannot be published', () => {
  expect(
    releaseFaults({ ...release, tag: 'v3.1.0', version: '3.1.0' }),
  ).toEqual([
    expect.stringContaining('has no section "## [3.1.0] - <date>"'),
    expect.stringContaining('has no link for [3.1.0]'),
  ]);
});
