/** What the placeholders of the questions stand for in the enterprise organisation. */
export const VARIABLES = {
  domain: 'example.com',
  // Has a password and nothing else: the user to lose.
  email: 'gus.moreau@example.com',
};
