import { ingestionConfig } from '../../src/ingestion';
import { integrationSteps } from '../../src/steps';
import { dataModelDocument } from '../../tools/dataModelDocument';
import { needsTable } from '../../tools/needsTable';

const document = dataModelDocument();
const rows = (text: string) =>
  text.split('\n').filter((line) => line.startsWith('| '));

/** The part below a heading, up to the next one. */
function section(heading: string): string {
  const [, rest = ''] = document.split(`\n### ${heading}\n`);
  return rest.split('\n#')[0] ?? '';
}

test('every type of every step has a section, once, with every property and what it says', () => {
  for (const { entities, relationships } of integrationSteps) {
    for (const { resourceName, _type, description, properties } of entities) {
      expect(document.split(`\n### ${resourceName}\n`)).toHaveLength(2);
      expect(section(resourceName)).toContain(`\`${_type}\``);
      expect(section(resourceName)).toContain(description);
      for (const [name, property] of Object.entries(properties)) {
        expect(section(resourceName)).toMatch(
          new RegExp(`^\\| \`${name}\` \\|`, 'm'),
        );
        expect(section(resourceName)).toContain(`| ${property.description} |`);
      }
    }
    for (const { _type, description } of relationships) {
      expect(document.split(`\n### \`${_type}\`\n`)).toHaveLength(2);
      expect(section(`\`${_type}\``)).toContain(description);
    }
  }
});

test('the picture has every relationship: solid where it is always collected, dashed where it can be turned off', () => {
  expect(document).toContain(
    '  heroku_account -->|HAS| heroku_account_member\n',
  );
  expect(document).toContain(
    '  heroku_application -.->|ALLOWS| heroku_account_member\n',
  );
  expect(document).toContain('  heroku_space -.->|CONNECTS| aws_vpc\n');
  const types = new Set(
    integrationSteps.flatMap(({ relationships, mappedRelationships = [] }) =>
      [...relationships, ...mappedRelationships].map(({ _type }) => _type),
    ),
  );
  expect(document.match(/^ {2}\w+ -\.?->\|\w+\| \w+$/gm)).toHaveLength(
    types.size,
  );
});

test('a type says which source it comes from, unless it is always there', () => {
  expect(section('Pipeline')).toContain('Source: `pipelines`.');
  expect(section('User')).not.toContain('Source:');
  expect(section('`heroku_application_allows_account_member`')).toContain(
    'Source: `app-access`.',
  );
});

test('a date is told as a time, and a list by what is in it', () => {
  expect(section('Application')).toMatch(/^\| `stackEndOfLifeOn` \| time \|/m);
  expect(section('Addon')).toMatch(/^\| `configVarNames` \| string\[\] \|/m);
});

test('each step says under the title of its source what it costs', () => {
  const table = document.split('\n## Sources\n')[1] ?? '';
  for (const {
    name,
    requests,
    ingestionSourceId,
    isPerApp,
  } of integrationSteps) {
    const title =
      ingestionSourceId === undefined
        ? 'always on'
        : ingestionConfig[ingestionSourceId]?.title;
    expect(table).toContain(
      `| ${title} | ${name} | ${requests} | ${isPerApp ? 'yes' : ''} |`,
    );
  }
});

test('no text breaks the table that it stands in', () => {
  for (const table of [document, needsTable()]) {
    const columns = rows(table).map((row) => row.match(/\|/g)?.length);
    expect(new Set(columns)).toEqual(
      table === document ? new Set([4, 5]) : new Set([4]),
    );
  }
});

test('each step that asks for something says which scopes and which role it takes, and what a part takes besides', () => {
  const table = rows(needsTable());
  const asking = integrationSteps.filter(
    ({ requests }) => !requests.startsWith('none'),
  );
  expect(
    asking
      .map(({ name }) => name)
      .filter((name) => !table.some((row) => row.startsWith(`| ${name} | `))),
  ).toEqual([]);
  expect(table.filter((row) => row.startsWith('| Build '))).toEqual([]);
  expect(table).toContain(
    '| Fetch users: the members of teams | `global` | as above |',
  );
  expect(table).toContain(
    "| Fetch accounts: the API key's own account | `identity`, `global` | as above |",
  );
  expect(table).toContain(
    '| Fetch pipelines | `read` or any larger one | access to the pipeline |',
  );
});

test('a relationship that begins at another integration’s entity is drawn and told from there', () => {
  expect(document).toContain(
    '  internet -.->|ALLOWS| heroku_inbound_ruleset\n',
  );
  expect(section('`vendor_provides_heroku_addon`')).toContain(
    '`vendor` **PROVIDES** `heroku_addon`.',
  );
});
