import { stackSupport } from './stacks';

const EVE = Date.parse('2025-04-29T23:59:59.999Z');
const END = Date.parse('2025-04-30T00:00:00Z');

test('a stack is supported until the day on which its support ends', () => {
  expect(stackSupport('heroku-20', EVE)).toEqual({
    stackEndOfLifeOn: END,
    stackSupported: true,
  });
  expect(stackSupport('heroku-20', END)).toEqual({
    stackEndOfLifeOn: END,
    stackSupported: false,
  });
});

test.each([
  ['cedar-14', '2020-11-02'],
  ['heroku-16', '2021-05-01'],
  ['heroku-18', '2023-04-30'],
  ['heroku-20', '2025-04-30'],
  ['heroku-22', '2027-04-30'],
  ['heroku-24', '2029-04-30'],
  ['heroku-26', '2031-04-30'],
])('the support of %s ends on %s', (stack, day) => {
  expect(stackSupport(stack, 0).stackEndOfLifeOn).toBe(Date.parse(day));
});

test.each([
  undefined,
  '',
  'cnb',
  'heroku-99',
  'constructor',
  'toString',
  '__proto__',
  'Heroku-18',
])(
  'nothing is known of the stack %p, not even that it is supported',
  (stack) => {
    expect(stackSupport(stack, END)).toEqual({});
  },
);
