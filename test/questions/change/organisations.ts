import type { JsonObject, Organisation } from '../../sandbox/organisation';
import { listOf } from '../../sandbox/organisation';
import { edited, inTurn, remove, set, textIn } from './edit';
import type { Test } from './selection';
import {
  account,
  anyOf,
  app,
  at,
  called,
  described,
  member,
  of,
  peered,
  seed,
  space,
  spaces,
  team,
} from './selection';

const SECOND_MEMBERSHIP = '4c2b6a3d-4b4a-4e0d-8944-fb0a1c2d3e4f';
const SECOND_TELEMETRY_DRAIN = '5d3c7a4e-5c5b-4f0e-9a55-0c1b2d3e4f50';

/** What was made since yesterday. */
const MADE = anyOf(
  member(team('example-storefront'), 'ruth.abebe'),
  member(team('example-storefront'), 'robin'),
  member(team('example-payments'), 'gus.moreau'),
  called('shop-newsletter', 'shop-web-pr-102'),
  called('sendgrid-oval-18303', 'postgresql-tetrahedral-31866'),
  called('rollbar-sinuous-63833', 'redis-oval-44518'),
  called('postgresql-concave-36121'),
  described('Laptop, from 2021', 'Deploy hook', 'Dashboard session'),
  called('status.example.com'),
  at(`${app('pay-api')}/log-drains`, 0),
  at(`${app('example-gateway')}/webhooks`, 0),
  at(`${space('labs-workshop')}/telemetry-drains`, 0),
);

/** What JupiterOne sees for the first time today, though it is older. */
const FIRST_SEEN = anyOf(
  member(team('example-storefront'), 'pavel'),
  member(team('open-source-guild'), 'sol'),
  member(account('Example Corp'), 'auditor'),
  ({ path }) => path === `${account('Example Labs Zürich 🧪')}/members`,
  ({ path }) => path === `${team('labs-mobile')}/members`,
  called('mobile-beta'),
  called('newrelic-curved-22264', 'postgresql-flat-41139'),
  described('Continuous integration'),
  called('m.labs.example.com'),
  at(`${app('example-gateway')}/log-drains`, 1),
  at(`${app('shop-web')}/webhooks`, 0),
  ({ object }) => object.id === SECOND_TELEMETRY_DRAIN,
  peered('vpc-0example0pending00'),
  spaces('example-private'),
);

/** Log drains that some apps have besides those of the seed, by app. */
const MORE_DRAINS = new Map(
  ['example-auth', 'example-auth-staging', 'pay-ledger'].map((name, index) => [
    `${app(name)}/log-drains`,
    `7e0c9f3a-1c1d-4e57-8a90-0000000000${index + 10}`,
  ]),
);

/** The organisation of both days: the seed, with what it takes to lose something. */
const both = withMore(seed);

function withMore(organisation: Organisation): Organisation {
  const [drain] = listOf(seed, `${app('pay-api')}/log-drains`);
  const telemetry = `${space('labs-workshop')}/telemetry-drains`;
  const resources = new Map(organisation.resources);
  const payments = `${team('example-payments')}/members`;
  resources.set(payments, [
    ...listOf(organisation, payments),
    ...listOf(organisation, `${team('example-platform')}/members`)
      .filter((one) => one.email === 'gus.moreau@example.com')
      .map((one) => ({ ...one, id: SECOND_MEMBERSHIP })),
  ]);
  for (const [path, id] of MORE_DRAINS) {
    resources.set(path, [
      {
        ...drain,
        id,
        created_at: '2024-01-01T00:00:00Z',
        app: { id: path.split('/')[2] ?? '' },
      },
    ]);
  }
  resources.set(telemetry, [
    ...listOf(organisation, telemetry),
    ...listOf(organisation, telemetry).map((one) => ({
      ...one,
      id: SECOND_TELEMETRY_DRAIN,
      created_at: '2024-01-01T00:00:00Z',
    })),
  ]);
  return edited(
    { ...organisation, resources },
    set(described('Continuous integration'), (object) => ({
      scope: ['global'],
      access_token: {
        ...(object.access_token as JsonObject),
        expires_in: null,
      },
    })),
  );
}

const withMfa = { two_factor_authentication: true };
const withoutMfa = { two_factor_authentication: false };
const lockable = (name: string): Test => {
  const isCalled = called(name);
  return (served) => served.path.endsWith('/apps') && isCalled(served);
};
const permissions = (...names: string[]) => ({
  permissions: names.map((name) => ({ name, description: name })),
});

/** The organisation as it was. */
export function yesterday(): Organisation {
  return edited(
    both,
    inTurn(
      remove(
        anyOf(
          MADE,
          FIRST_SEEN,
          of(
            'shop-newsletter',
            'shop-web-pr-102',
            'mobile-beta',
            'rollbar-sinuous-63833',
            'redis-oval-44518',
            'newrelic-curved-22264',
            'postgresql-flat-41139',
          ),
        ),
      ),
      set(member(team('example-platform'), 'noor.haddad'), { role: 'member' }),
      set(member(team('example-platform'), 'gus.moreau'), withMfa),
      set(member(account('Example Corp'), 'gus.moreau'), withMfa),
      set(member(team('labs-research'), 'marek.hruby'), withMfa),
      set(member(team('example-platform'), 'deploy-bot'), withMfa),
      set(member(team('example-payments'), 'siobhan.nibhriain'), withMfa),
      set(member(account('Example Corp'), 'siobhan.nibhriain'), withMfa),
      set(lockable('example-auth'), { locked: true }),
    ),
  );
}

/** The organisation as it is. @param made when what is new was made */
export function today(made: Date): Organisation {
  const created_at = made.toISOString();
  const labs = labsProvider();
  return edited(
    both,
    inTurn(
      remove(
        anyOf(
          // What is lost.
          ({ path }) =>
            MORE_DRAINS.has(path) ||
            path === `${app('data-events')}/log-drains`,
          at(`${app('shop-web')}/log-drains`, 1),
          ({ path }) => path === `${team('labs-mobile')}/identity-providers`,
          called('pay-ledger'),
          of('pay-ledger'),
        ),
      ),
      set(MADE, { created_at }),
      set(({ object }) => textIn(object, 'identity_provider', 'id') === labs, {
        identity_provider: null,
      }),
      set(member(team('example-platform'), 'noor.haddad'), { role: 'admin' }),
      set(member(team('example-data'), 'omar.saidi'), { role: 'admin' }),
      set(member(team('example-data'), 'dimitra.pappa'), { role: 'member' }),
      set(
        member(account('Example Corp'), 'ines.carvalho'),
        permissions('view', 'create', 'manage'),
      ),
      set(member(team('labs-research'), 'marek.hruby'), withoutMfa),
      set(member(team('example-payments'), 'auditor'), { role: 'member' }),
      set(member(account('Example Corp'), 'auditor'), withoutMfa),
      set(lockable('example-auth'), { locked: false }),
      set(lockable('example-status'), { locked: true }),
      set(({ path }) => path === `${space('payments-vault')}/inbound-ruleset`, {
        id: '1f5b7a90-3d0c-4c37-9d8e-5b0a1c2d3e4f',
        created_at,
        rules: [{ action: 'allow', source: '0.0.0.0/0' }],
      }),
    ),
  );
}

function labsProvider(): string {
  const [own] = listOf(seed, `${team('labs-mobile')}/identity-providers`);
  return textIn(own ?? {}, 'id');
}

/** Two days on: what changes every day has changed, and nothing that a question asks for. @param made when */
export function later(before: Organisation, made: Date): Organisation {
  const created_at = made.toISOString();
  return edited(
    before,
    inTurn(
      // A release.
      set(({ path }) => path.endsWith('/apps') && path !== '/users/~/apps', {
        released_at: created_at,
        updated_at: created_at,
        slug_size: 1,
      }),
      // Another permission, other roles.
      set(
        member(account('Example Corp'), 'ines.carvalho'),
        permissions('view', 'create', 'manage', 'billing'),
      ),
      set(member(team('example-platform'), 'bjorn.astrom'), { role: 'viewer' }),
      // Of the user, and not of the membership.
      set(
        ({ object, path }) =>
          path.endsWith('/members') &&
          textIn(object, 'user', 'email') === 'gus.moreau@example.com',
        ({ user }) => ({
          user: { ...(user as JsonObject), email: 'gus@example.com' },
        }),
      ),
      // Ranges that are new, and closed.
      set(({ path }) => path === `${space('payments-vault')}/inbound-ruleset`, {
        id: '2a6c8b01-4e1d-4d48-8e9f-6c1b2d3e4f50',
        created_at,
        rules: [{ action: 'allow', source: '203.0.113.0/24' }],
      }),
    ),
  );
}
