import fc from 'fast-check';
import type { EnterpriseAccountMember, TeamMember } from '../../heroku';
import type { MembershipOf } from './person';
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

function only(people: ReturnType<typeof mergePeople>) {
  expect(people.size).toBe(1);
  const [person] = people.values();
  return person;
}

test('somebody in two accounts and two teams is one person, of the first account by id', () => {
  const person = only(
    mergePeople(
      [inAccount(ACCOUNTS[1]), inAccount(ACCOUNTS[0])],
      [inTeam(TEAMS[0]), inTeam(TEAMS[1])],
      undefined,
    ),
  );
  expect(person).toMatchObject({ id: USER, enterpriseAccountId: ACCOUNTS[0] });
});

test('a member of a team in no account is a person of no account', () => {
  const person = only(mergePeople([], [inTeam(TEAMS[0])], undefined));
  expect(person?.enterpriseAccountId).toBeUndefined();
});

test('somebody invited, who is no user yet, is nobody', () => {
  const pending = {
    parentId: TEAMS[0],
    member: { email: 'new@example.com', role: 'member' },
  };
  expect(mergePeople([], [pending], undefined).size).toBe(0);
});

test.each([
  [undefined, undefined, undefined],
  [undefined, true, true],
  [true, undefined, true],
  [false, undefined, false],
  [undefined, false, false],
  [true, true, true],
  [false, true, false],
  [true, false, false],
  [false, false, false],
])(
  'MFA that an account calls %s and a team %s is %s: a disagreement counts as without',
  (ofAccount, ofTeam, expected) => {
    const person = only(
      mergePeople(
        [inAccount(ACCOUNTS[0], { two_factor_authentication: ofAccount })],
        [inTeam(TEAMS[0], { two_factor_authentication: ofTeam })],
        undefined,
      ),
    );
    expect(person?.mfaEnabled).toBe(expected);
  },
);

test.each([
  [undefined, undefined, undefined],
  [null, undefined, false],
  [{ id: '0193-provider' }, undefined, true],
  [null, true, true],
  [undefined, false, false],
])(
  'who has the identity provider %j in an account and is federated %s in a team is federated: %s',
  (identity_provider, federated, expected) => {
    const person = only(
      mergePeople(
        [inAccount(ACCOUNTS[0], { identity_provider })],
        [inTeam(TEAMS[0], { federated })],
        undefined,
      ),
    );
    expect(person?.federated).toBe(expected);
  },
);

test("null is unknown, and a member's address stands in for the user's", () => {
  const person = only(
    mergePeople(
      [],
      [
        inTeam(TEAMS[0], {
          user: { id: USER, email: null, name: null },
          email: 'ada@example.com',
          two_factor_authentication: null,
          federated: null,
        }),
      ],
      undefined,
    ),
  );
  expect(person).toMatchObject({
    email: 'ada@example.com',
    name: undefined,
    mfaEnabled: undefined,
    federated: undefined,
  });
});

test('the own account adds what it knows to its user', () => {
  const account = {
    id: USER,
    email: 'ada@example.com',
    name: 'Ada',
    two_factor_authentication: true,
    federated: false,
  };
  const person = only(mergePeople([], [inTeam(TEAMS[0])], account));
  expect(person).toMatchObject({
    email: 'ada@example.com',
    name: 'Ada',
    mfaEnabled: true,
    federated: false,
    account,
  });
});

test('the own account is no person by itself, and adds nothing to others', () => {
  const account = { id: OTHER, name: 'Somebody else' };
  const person = only(mergePeople([], [inTeam(TEAMS[0])], account));
  expect(person).toMatchObject({ id: USER, name: undefined });
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
  const expected = sorted(mergePeople(enterprise, team, undefined));
  const inAnyOrder = <T>(list: T[]) =>
    fc.shuffledSubarray(list, { minLength: list.length });

  fc.assert(
    fc.property(
      inAnyOrder(enterprise),
      inAnyOrder(team),
      (someEnterprise, someTeam) => {
        expect(
          sorted(mergePeople(someEnterprise, someTeam, undefined)),
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
