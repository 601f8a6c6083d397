import { all, at, daysFromNow, testCases } from './enterpriseCases';

const members = all('/teams/:id/members');
const accountMembers = all('/enterprise-accounts/:id/members');
const accountUserIds = new Set(accountMembers.map((one) => at(one, 'user.id')));

testCases([
  [
    'an account with single sign-on',
    all('/enterprise-accounts'),
    (a) => a.identity_provider !== null,
    (a) => a.identity_provider === null,
  ],
  [
    'a trial account',
    all('/enterprise-accounts'),
    (a) => a.trial === true,
    (a) => a.trial === false,
  ],
  [
    'a user in two accounts',
    accountMembers,
    (m) =>
      accountMembers.filter((o) => at(o, 'user.id') === at(m, 'user.id'))
        .length === 2,
    (m) =>
      accountMembers.filter((o) => at(o, 'user.id') === at(m, 'user.id'))
        .length === 1,
  ],
  [
    'a team member in no account',
    members,
    (m) => m.user !== undefined && !accountUserIds.has(at(m, 'user.id')),
    (m) => accountUserIds.has(at(m, 'user.id')),
  ],
  [
    'a pending member without a user',
    members,
    (m) => m.user === undefined,
    (m) => m.user !== undefined,
  ],
  [
    'a member with no second factor and no federation',
    members,
    (m) => m.two_factor_authentication === false && m.federated === false,
    (m) => m.two_factor_authentication === false && m.federated === true,
  ],
  [
    'a member whose second factor is unknown',
    members,
    (m) => !('two_factor_authentication' in m),
    (m) => 'two_factor_authentication' in m,
  ],
  [
    'a team without an enterprise account',
    all('/teams'),
    (t) => t.enterprise_account === null,
    (t) => t.enterprise_account !== null,
  ],
  [
    'a team that the token owner is not in',
    all('/enterprise-accounts/:id/teams'),
    (t) => !all('/teams').some(({ id }) => id === t.id),
    (t) => all('/teams').some(({ id }) => id === t.id),
  ],
  [
    'a member of another e-mail domain',
    members,
    (m) => /@(?!example\.com$)/.test(m.email as string),
    (m) => /@example\.com$/.test(m.email as string),
  ],
  [
    'a role that the schema does not know',
    members,
    (m) => m.role === 'data-steward',
    (m) => m.role === 'member',
  ],
  [
    'an invitation of two years',
    all('/teams/:id/invitations'),
    (i) => daysFromNow(i.created_at) === -730,
    (i) => daysFromNow(i.created_at) === -10,
  ],
  [
    'an invitation just older than a month',
    all('/teams/:id/invitations'),
    (i) => daysFromNow(i.created_at) === -31,
    (i) => daysFromNow(i.created_at) > -30,
  ],
  [
    'an authorization for everything that never expires',
    all('/oauth/authorizations'),
    (a) =>
      at(a, 'access_token.expires_in') === null &&
      (a.scope as string[]).includes('global'),
    (a) =>
      at(a, 'access_token.expires_in') !== null &&
      (a.scope as string[]).includes('read'),
  ],
]);
