import { stackSupport } from './stacks';

const EVE = Date.parse('2025-04-29T23:59:59.999Z');
const END = Date.parse('2025-04-30T00:00:00Z');

test('a stack is supported until the day on which its support ends', () => {
  expect(stackSupport('heroku-20', undefined, EVE)).toEqual({
    stackEndOfLifeOn: END,
    stackSupported: true,
    stackState: undefined,
  });
  expect(stackSupport('heroku-20', undefined, END)).toMatchObject({
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
])('the support of %s ends on %s', (stack, day) => {
  expect(stackSupport(stack, undefined, 0).stackEndOfLifeOn).toBe(
    Date.parse(day),
  );
});

test('the announced end counts for more than what Heroku says of the stack today', () => {
  expect(stackSupport('heroku-20', 'public', END).stackSupported).toBe(false);
  expect(stackSupport('heroku-24', 'deprecated', END)).toEqual({
    stackEndOfLifeOn: Date.parse('2029-04-30'),
    stackSupported: true,
    stackState: 'deprecated',
  });
});

test('a stack without an announced end is supported while Heroku offers it to all', () => {
  expect(stackSupport('cnb', 'public', END)).toEqual({
    stackEndOfLifeOn: undefined,
    stackSupported: true,
    stackState: 'public',
  });
});

test.each(['beta', 'deprecated', 'experimental', undefined])(
  'of a stack without an announced end that is %s it is not known whether it is supported',
  (state) => {
    expect(stackSupport('heroku-99', state, END)).toEqual({
      stackEndOfLifeOn: undefined,
      stackSupported: undefined,
      stackState: state,
    });
  },
);

test.each([undefined, '', 'constructor', 'toString', '__proto__', 'Heroku-18'])(
  'nothing is known of the stack %p',
  (stack) => {
    expect(stackSupport(stack, undefined, END)).toEqual({
      stackEndOfLifeOn: undefined,
      stackSupported: undefined,
      stackState: undefined,
    });
  },
);
