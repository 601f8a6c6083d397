import fc from 'fast-check';
import type { EnterpriseAccountMember, TeamMember } from '../../heroku';
import type { MembershipOf, PeopleSources } from './person';
import { mergePeople } from './person';

const ACCOUNTS = ['0193a-account-1', '0193b-account-2'] as const;
const TEAMS = ['0193c-team-1', '0193d-team-2'] as const;
const USER = '0193e-user-1';
const OTHER = '0193f-user-2';

function inAccount(
  parentId: string,
  known: Partial<EnterpriseAccountMember> = {},
): MembershipOf<EnterpriseAccountMember> {
  return { parentId, member: { user: { id: USER }, ...known } };
}

function inTeam(
  parentId: string,
  known: Partial<TeamMember> = {},
): MembershipOf<TeamMember> {
  return { parentId, member: { user: { id: USER }, ...known } };
}

/** Merges people of lists that could all be read, unless they say otherwise. */
function merge(sources: Partial<PeopleSources>) {
  return mergePeople({
    account: undefined,
    enterprise: [],
    team: [],
    unreadAccounts: [],
    areAccountsUnknown: false,
    areTeamsUnread: false,
    ...sources,
  });
}

function only(people: ReturnType<typeof mergePeople>) {
  expect(people.size).toBe(1);
  const [person] = people.values();
  return person;
}

test('somebody in two accounts and two teams is one person, of the first account by id', () => {
  const person = only(
    merge({
      enterprise: [inAccount(ACCOUNTS[1]), inAccount(ACCOUNTS[0])],
      team: [inTeam(TEAMS[0]), inTeam(TEAMS[1])],
    }),
  );
  expect(person).toMatchObject({ id: USER, enterpriseAccountId: ACCOUNTS[0] });
});

test('a member of a team in no account is a person of no account', () => {
  const person = only(merge({ team: [inTeam(TEAMS[0])] }));
  expect(person?.enterpriseAccountId).toBeUndefined();
});

test('somebody invited, who is no user yet, is nobody', () => {
  const pending = {
    parentId: TEAMS[0],
    member: { email: 'new@example.com', role: 'member' },
  };
  expect(merge({ team: [pending] }).size).toBe(0);
});

const DISAGREEMENTS = [
  [undefined, undefined, undefined],
  [undefined, true, true],
  [false, undefined, false],
  [true, true, true],
  [false, true, false],
  [true, false, false],
  [false, false, false],
] as const;

test.each(DISAGREEMENTS)(
  'MFA that one list calls %s and another of the same kind %s is %s: a disagreement counts as without',
  (first, second, expected) => {
    const ofAccounts = merge({
      enterprise: [
        inAccount(ACCOUNTS[0], { two_factor_authentication: first }),
        inAccount(ACCOUNTS[1], { two_factor_authentication: second }),
      ],
    });
    const ofTeams = merge({
      team: [
        inTeam(TEAMS[0], { two_factor_authentication: first }),
        inTeam(TEAMS[1], { two_factor_authentication: second }),
      ],
    });
    expect(only(ofAccounts)?.mfaEnabled).toBe(expected);
    expect(only(ofTeams)?.mfaEnabled).toBe(expected);
  },
);

test.each([
  [undefined, undefined, undefined],
  [null, undefined, false],
  [{ id: '0193-provider' }, undefined, true],
  [null, { id: '0193-provider' }, true],
  [null, null, false],
])(
  'who has the identity provider %j in one account and %j in another is federated: %s',
  (first, second, expected) => {
    const person = only(
      merge({
        enterprise: [
          inAccount(ACCOUNTS[0], { identity_provider: first }),
          inAccount(ACCOUNTS[1], { identity_provider: second }),
        ],
      }),
    );
    expect(person?.federated).toBe(expected);
  },
);

test('who signs in through an identity provider in one team of several is federated', () => {
  const person = only(
    merge({
      team: [
        inTeam(TEAMS[0], { federated: false }),
        inTeam(TEAMS[1], { federated: true }),
      ],
    }),
  );
  expect(person?.federated).toBe(true);
});

test.each([
  [true, false],
  [false, true],
])(
  'what an account says of its member, %s, counts for more than what a team says, %s',
  (ofAccount, ofTeam) => {
    const person = only(
      merge({
        enterprise: [
          inAccount(ACCOUNTS[0], {
            two_factor_authentication: ofAccount,
            identity_provider: ofAccount ? { id: '0193-provider' } : null,
          }),
        ],
        team: [
          inTeam(TEAMS[0], {
            two_factor_authentication: ofTeam,
            federated: ofTeam,
          }),
        ],
      }),
    );
    expect(person).toMatchObject({
      mfaEnabled: ofAccount,
      federated: ofAccount,
    });
  },
);

test('a team says what the account does not', () => {
  const person = only(
    merge({
      enterprise: [inAccount(ACCOUNTS[0])],
      team: [
        inTeam(TEAMS[0], {
          user: { id: USER, name: 'Ada' },
          two_factor_authentication: true,
          federated: true,
        }),
      ],
    }),
  );
  expect(person).toMatchObject({
    name: 'Ada',
    mfaEnabled: true,
    federated: true,
    enterpriseAccountId: ACCOUNTS[0],
  });
});

test("null is unknown, and a member's address stands in for the user's", () => {
  const person = only(
    merge({
      team: [
        inTeam(TEAMS[0], {
          user: { id: USER, email: null, name: null },
          email: 'ada@example.com',
          two_factor_authentication: null,
          federated: null,
        }),
      ],
    }),
  );
  expect(person).toMatchObject({
    email: 'ada@example.com',
    name: undefined,
    mfaEnabled: undefined,
    federated: undefined,
  });
});

describe("the API key's own account", () => {
  const account = {
    id: USER,
    email: 'ada@example.com',
    name: 'Ada',
    two_factor_authentication: true,
    federated: false,
  };
  const known = {
    email: 'ada@example.com',
    name: 'Ada',
    mfaEnabled: true,
    federated: false,
    account,
  };

  test('is a person whom no list needs to name', () => {
    expect(only(merge({ account }))).toMatchObject({ id: USER, ...known });
  });

  test('says more of its user than any list does', () => {
    const person = only(
      merge({
        account,
        enterprise: [
          inAccount(ACCOUNTS[0], {
            two_factor_authentication: false,
            identity_provider: { id: '0193-provider' },
          }),
        ],
        team: [inTeam(TEAMS[0], { federated: true })],
      }),
    );
    expect(person).toMatchObject({
      ...known,
      enterpriseAccountId: ACCOUNTS[0],
    });
  });

  test('says nothing of others', () => {
    const people = merge({
      account: { ...account, id: OTHER },
      team: [inTeam(TEAMS[0])],
    });
    expect(people.get(USER)).toMatchObject({
      name: undefined,
      mfaEnabled: undefined,
      account: undefined,
    });
  });
});

describe('where a list could not be read', () => {
  const safe = { two_factor_authentication: true, federated: false };
  const unsafe = { two_factor_authentication: false, federated: true };
  const unread = [
    { unreadAccounts: ['0193z-account-9'] },
    { areAccountsUnknown: true },
    { areTeamsUnread: true },
  ];
  const ofTeamOnly = (
    member: Partial<TeamMember>,
    missing: Partial<PeopleSources>,
  ) => only(merge({ team: [inTeam(TEAMS[0], member)], ...missing }));

  test.each(unread)(
    'what it might deny is unknown of those whom only teams name: %j',
    (missing) => {
      expect(ofTeamOnly(safe, missing)).toMatchObject({
        mfaEnabled: undefined,
        federated: undefined,
      });
    },
  );

  test('another team can only add that there is no MFA, or that there is an identity provider', () => {
    expect(ofTeamOnly(unsafe, { areTeamsUnread: true })).toMatchObject({
      mfaEnabled: false,
      federated: true,
    });
  });

  test.each(unread.slice(0, 2))(
    'the word of an enterprise account would count instead of that of a team: %j',
    (missing) => {
      expect(ofTeamOnly(unsafe, missing)).toMatchObject({
        mfaEnabled: undefined,
        federated: undefined,
      });
    },
  );

  test.each(unread)(
    'nothing is unknown of those whom an account names: %j',
    (missing) => {
      const person = only(
        merge({
          enterprise: [
            inAccount(ACCOUNTS[0], {
              two_factor_authentication: true,
              identity_provider: null,
            }),
          ],
          team: [inTeam(TEAMS[0], safe)],
          ...missing,
        }),
      );
      expect(person).toMatchObject({
        mfaEnabled: true,
        federated: false,
        enterpriseAccountId: ACCOUNTS[0],
      });
    },
  );

  test('the account of a person is unknown where an account before it could not be read', () => {
    const accountOf = (unreadAccounts: string[]) =>
      only(merge({ enterprise: [inAccount(ACCOUNTS[1])], unreadAccounts }))
        ?.enterpriseAccountId;

    expect(accountOf([ACCOUNTS[0]])).toBeUndefined();
    expect(accountOf(['0193z-account-9'])).toBe(ACCOUNTS[1]);
  });
});

test('who a person is does not depend on the order in which the lists came', () => {
  const enterprise = ACCOUNTS.flatMap((account, index) => [
    inAccount(account, {
      user: { id: USER, email: `ada@${index}.example.com` },
      two_factor_authentication: index === 0,
    }),
    inAccount(account, { user: { id: OTHER } }),
  ]);
  const team = TEAMS.flatMap((id, index) => [
    inTeam(id, {
      user: { id: USER, name: `Ada ${index}` },
      federated: index === 1,
    }),
    inTeam(id, { user: { id: OTHER, email: `bo@${index}.example.com` } }),
  ]);
  const sorted = (people: ReturnType<typeof mergePeople>) =>
    [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const expected = sorted(merge({ enterprise, team }));
  const inAnyOrder = <T>(list: T[]) =>
    fc.shuffledSubarray(list, { minLength: list.length });

  fc.assert(
    fc.property(
      inAnyOrder(enterprise),
      inAnyOrder(team),
      (someEnterprise, someTeam) => {
        expect(
          sorted(merge({ enterprise: someEnterprise, team: someTeam })),
        ).toEqual(expected);
      },
    ),
  );
  expect(expected).toMatchObject([
    {
      email: 'ada@0.example.com',
      name: 'Ada 0',
      mfaEnabled: false,
      federated: true,
      source: enterprise[0]?.member,
    },
    { email: 'bo@0.example.com' },
  ]);
});
