/** What the placeholders of the questions stand for in the enterprise organisation. */
export const VARIABLES = {
  domain: 'example.com',
  // A robot with nothing but a password: the user to lose.
  email: 'deploy-bot@example.com',
};
