import type { OrganisationDescription } from '../../description';
import { enterpriseAccounts } from './accounts';
import { addons } from './addons';
import { apps } from './apps';
import { beyond } from './beyond';
import { people } from './people';
import { pipelines } from './pipelines';
import { spaces } from './spaces';
import { teams } from './teams';

/** Example Corp: one of everything that a question about a Heroku account could turn on. */
export const enterprise: OrganisationDescription = {
  name: 'enterprise',
  description:
    'Example Corp: two enterprise accounts, eight teams, private spaces, personal apps, and every edge case.',
  user: 'mara.lindqvist',
  people,
  enterpriseAccounts,
  teams,
  apps,
  addons,
  pipelines,
  spaces,
  beyond,
  authorizations: [
    {
      description: 'Laptop, from 2021',
      scope: ['global'],
      createdDaysAgo: 1900,
    },
    {
      description: 'Deploy hook',
      scope: ['write-protected'],
      createdDaysAgo: 700,
    },
    {
      description: 'Dashboard session',
      scope: ['global'],
      expiresInDays: 0.25,
      client: 'Heroku Dashboard',
      createdDaysAgo: 1,
    },
    {
      description: 'Reporting, read only',
      scope: ['read'],
      expiresInDays: 20,
      createdDaysAgo: 10,
    },
    {
      description: 'Continuous integration',
      scope: ['identity', 'write-protected'],
      expiresInDays: 1,
      client: 'Example CI',
      createdDaysAgo: 200,
    },
  ],
  sshKeys: [
    { comment: 'mara@laptop', createdDaysAgo: 1900 },
    { comment: 'mara@büro', createdDaysAgo: 30 },
  ],
};
