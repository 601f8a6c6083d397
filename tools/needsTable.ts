import { GLOBAL_SCOPE, IDENTITY_SCOPES, READ_SCOPES } from '../src/heroku';
import { integrationSteps } from '../src/steps';

/**
 * Each step that asks Heroku for something, with the scopes that allow it and the role that lets it see everything, as
 * its declaration says. What a part of it takes besides has a line of its own.
 */
export function needsTable(): string {
  const asking = integrationSteps.filter(
    ({ requests }) => !requests.startsWith('none'),
  );
  return [
    '| What is collected | Scopes of the key, any one of | What the user behind the key needs, to see all of it |',
    '| --- | --- | --- |',
    ...asking.flatMap(({ name, needs: { scopes, role, parts = [] } }) => [
      `| ${name} | ${scopeNames(scopes)} | ${role} |`,
      ...parts.map(
        (part) =>
          `| ${name}: ${part.name} | ${scopeNames(part.scopes)} | as above |`,
      ),
    ]),
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
