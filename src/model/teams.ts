import { declareEntity } from './declare';
import { DELINQUENCY } from './delinquency';
import { boolean, number, string } from './properties';
import { USAGE } from './usage';

export const TEAM = declareEntity({
  resourceName: 'Team',
  _type: 'heroku_team',
  _class: ['Team', 'UserGroup'],
  key: 'id',
  common: ['id', 'createdOn', 'updatedOn'],
  dashboard: { section: 'teams', by: 'name' },
  description: 'A team: it owns apps, and its members may use them.',
  properties: {
    teamType: string('`enterprise` or `team`'),
    enterpriseAccountId: string('The enterprise account it belongs to'),
    ...DELINQUENCY,
    ...USAGE,
    ssoEnabled: boolean('Whether an identity provider is set up for it'),
    default: boolean(
      'Whether it is the default team of the user behind the API key',
    ),
    membershipLimit: number('The most members it may have'),
    provisionedLicenses: boolean(
      'Whether it is billed by licences that were agreed in advance',
    ),
  },
});
