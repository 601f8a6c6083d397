import { GLOBAL_SCOPE, IDENTITY_SCOPES, READ_SCOPES } from '../src/heroku';
import { integrationSteps } from '../src/steps';

/** Each step with the scopes that allow it and the role that lets it see everything, as its declaration says. */
export function needsTable(): string {
  return [
    '| What is collected | Scopes of the key, any one of | What the user behind the key needs, to see all of it |',
    '| --- | --- | --- |',
    ...integrationSteps.map(
      ({ name, needs }) =>
        `| ${name} | ${scopeNames(needs.scopes)} | ${needs.role} |`,
    ),
  ].join('\n');
}

function scopeNames(scopes: readonly string[]): string {
  switch (scopes) {
    case READ_SCOPES:
      return '`read` or any larger one';
    case IDENTITY_SCOPES:
      return '`identity`, `global`';
    case GLOBAL_SCOPE:
      return '`global`';
    default:
      return scopes.map((scope) => `\`${scope}\``).join(', ');
  }
}
