import fc from 'fast-check';
import { webUrl } from '../../src/heroku/types/address';
import { buildpackSource } from '../../src/heroku/types/buildpack';
import {
  boolean,
  generation,
  identifier,
  number,
  plainIdentifier,
  text,
} from '../../src/heroku/types/fields';
import type { Fields, Form } from '../../src/heroku/types/form';
import { freeTimestamp, timestamp } from '../../src/heroku/types/timestamp';
import type { Field } from './declaredFields';
import { formOf, isOptional } from './declaredFields';

/** Stands in what must never come out: in values of the wrong form and in fields that nobody declared. */
export const MARK = 'MARK-of-what-is-not-read';

/** Names that mean something to JavaScript. */
export const TREACHEROUS_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'toJSON',
  'length',
];

/** Values that a careless reader stumbles over, as JSON can hold them. */
const TREACHEROUS_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  JSON.parse('1e999'),
  JSON.parse('-1e999'),
  Number.MAX_SAFE_INTEGER + 2,
  '',
  ' ',
  '\u0000',
  'line\nbreak\u2028and\u202eturned',
  '\ud800',
  'null',
  '0',
  '[object Object]',
  '__proto__',
  'toString',
  '../../account',
  'a'.repeat(5_000),
  '🂡'.repeat(3_000),
  [],
  {},
  [[]],
  [null],
  [{}],
  { id: {} },
  { id: [{ [MARK]: MARK }], [MARK]: MARK },
  [{ [MARK]: MARK }],
  JSON.parse(`{"__proto__": {"id": "${MARK}"}}`),
  JSON.parse(`{"constructor": {"prototype": "${MARK}"}, "toJSON": 1}`),
  JSON.parse('['.repeat(500) + ']'.repeat(500)),
  JSON.parse('{"id":'.repeat(500) + '1' + '}'.repeat(500)),
];

const DATES = [
  '2024-01-31T23:59:59Z',
  '1970-01-01T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999Z',
  '2024-02-29T12:00:00+14:00',
  '2024-01-31T23:59:59',
  '2030-01-31 23:59:59 UTC',
  '2024-01-31',
  '',
];

const NO_DATES = [
  '2024-02-30T00:00:00Z',
  '2024-13-01T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '99999999999999-01-01',
  'yesterday',
  'words and a 3',
  '3',
  '0',
  'Infinity',
];

/** Anything that JSON can hold, the treacherous first. */
export const anyJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...TREACHEROUS_VALUES) },
  { weight: 1, arbitrary: fc.constantFrom(...DATES, ...NO_DATES) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.double({ noNaN: true }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
);

/** Text that Heroku might take, and a reader might not. */
const strangeText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    'a@b',
    'a@b.example.com',
    'someone@example.com, other@example.com',
    '"quoted name"@example.com',
    'Ünïcödé@exämple.com',
    '\u0000\u001b[31m',
    '\ud800',
    'x'.repeat(4_096),
    '../..',
    'javascript:alert(1)',
    'https://',
    'https://[::1',
    'http://example.com/\u0000',
    'https://user:pass@example.com/',
    '__proto__',
    'true',
    '\r\n\r\n',
    '%00%zz',
    ',',
    'a|b:c',
  ),
);

const strangeIdentifier = fc.oneof(
  fc.uuid(),
  fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:@~-]{9,127}$/),
);

const strangeUrl = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc.constantFrom(
    `syslog+tls://user:${MARK}@logs.example.com:6514?token=${MARK}`,
    `https://hooks.example.com/${MARK}#${MARK}`,
    `data:text/plain,${MARK}`,
    `mailto:${MARK}@example.com`,
    'https://[::1]:99999/',
    '//',
    '',
  ),
);

const LEAVES = new Map<unknown, fc.Arbitrary<unknown>>([
  [identifier, strangeIdentifier],
  [
    plainIdentifier,
    fc.oneof(strangeIdentifier, fc.constantFrom('7', 'a/b', 'büro|1')),
  ],
  [timestamp, fc.constantFrom(...DATES)],
  [freeTimestamp, fc.constantFrom(...DATES, ...NO_DATES)],
  [
    generation,
    fc.oneof(
      strangeText,
      fc.record({ id: fc.uuid(), name: strangeText }),
      fc.constantFrom({}, { name: null }),
    ),
  ],
  [
    webUrl,
    fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc.constantFrom(
        `https://user:${MARK}@addons.example.com/go?token=${MARK}#${MARK}`,
        `user:${MARK}@example.com`,
        `javascript:${MARK}`,
        '',
      ),
    ),
  ],
  [
    buildpackSource,
    fc.constantFrom(
      'heroku/nodejs',
      'urn:buildpack:heroku/ruby',
      `https://user:${MARK}@git.example.com/team/buildpack?token=${MARK}#${MARK}`,
      `https://git.example.com/to/ken@${MARK}/x`,
      `user:${MARK}@git.example.com`,
      '',
    ),
  ],
  [text, strangeText],
  [
    number,
    fc.oneof(
      fc.constantFrom(0, -0, -1, 1.5, 5e-324, Number.MAX_VALUE),
      fc.integer(),
    ),
  ],
  [boolean, fc.boolean()],
]);

/** Values that a declared field takes, the ordinary and the strange. */
export function goodValueOf(field: Field): fc.Arbitrary<unknown> {
  const form = formOf(field);
  const value = goodValueOfForm(form);
  return isOptional(field)
    ? fc.oneof({ weight: 8, arbitrary: value }, fc.constant(null))
    : value;
}

function goodValueOfForm(form: Form<unknown>): fc.Arbitrary<unknown> {
  const leaf = LEAVES.get(form);
  if (leaf) return leaf;
  if (form.isReduced) return strangeUrl;
  if (form.fields) return goodObjectOf(form.fields);
  if (form.element) {
    return fc.array(goodValueOfForm(form.element), { maxLength: 4 });
  }
  throw new Error(
    'Say in test/fuzz/values.ts what a good value of every declared form is',
  );
}

/** Objects that a declaration takes whole. */
export function goodObjectOf(
  fields: Fields,
): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [name, goodValueOf(field)]),
    ),
    {
      requiredKeys: Object.keys(fields).filter(
        (name) => !isOptional(fields[name] as Field),
      ),
      noNullPrototype: true,
    },
  );
}
