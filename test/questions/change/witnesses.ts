/** What a query finds after the organisation has changed, and what it does not though it is much alike. */
export interface ChangeWitness {
  /** The question's id and, where it has several, the query's name. */
  query: string;
  /** All that it finds, a row each, in words. */
  rows: string[];
  /** What is in the organisation that day, by name, and in no row. */
  missed: string;
  /** What makes the difference. */
  because: string;
}

export const CHANGE_WITNESSES: readonly ChangeWitness[] = [
  {
    query: 'new-members: In teams',
    rows: [
      'example-payments, Gus Moreau, gus.moreau@example.com, member',
      'example-storefront, Ruth Abebe, ruth.abebe@example.com, viewer',
    ],
    missed: 'pavel@contractors.example.net',
    because: 'is seen for the first time, and has been a member for long',
  },
  {
    query: 'new-members: In enterprise accounts',
    rows: ['Example Corp, External Auditor, auditor@audit.example.net, view'],
    missed: 'Marek Hrubý',
    because: 'is in an account of which no member was known',
  },
  {
    query: 'new-admins: Admins of teams',
    rows: [
      'example-data, Omar Saïdi, omar.saidi@example.com',
      'example-platform, نور حداد, noor.haddad@example.com',
    ],
    missed: 'Elif Demirci',
    because: 'administers a team of which no admin was known',
  },
  {
    query: 'new-admins: Managers of enterprise accounts',
    rows: ['Example Corp, Inês Carvalho, ines.carvalho@example.com'],
    missed: 'Marek Hrubý',
    because: 'manages an account of which no manager was known',
  },
  {
    query: 'new-outside-collaborators',
    rows: ['example-storefront, Robin (Agency), robin@agency.example.net'],
    missed: 'Sol',
    because: 'is seen for the first time, and was let in long ago',
  },
  {
    query: 'new-apps',
    rows: ['shop-newsletter'],
    missed: 'mobile-beta',
    because: 'is seen for the first time, and is older',
  },
  {
    query: 'new-addons: Add-ons',
    rows: [
      'example-gateway, rollbar-sinuous-63833, rollbar, rollbar:free',
      'shop-newsletter, sendgrid-oval-18303, sendgrid, sendgrid:bronze',
    ],
    missed: 'newrelic-curved-22264',
    because: 'is seen for the first time, and is older',
  },
  {
    query: 'new-addons: Data stores',
    rows: [
      'example-gateway-staging, redis-oval-44518, heroku-redis:mini, redis',
      'shop-newsletter, postgresql-tetrahedral-31866, heroku-postgresql:essential-1, postgresql',
    ],
    missed: 'postgresql-concave-36121',
    because: 'is of a review app',
  },
  {
    query: 'new-authorizations: All',
    rows: ['Dashboard session', 'Deploy hook', 'Laptop, from 2021'],
    missed: 'Continuous integration',
    because: 'is seen for the first time, and is older',
  },
  {
    query: 'new-authorizations: May do everything and never expire',
    rows: ['Laptop, from 2021'],
    missed: 'Dashboard session',
    because: 'expires',
  },
  {
    query: 'new-domains',
    rows: [
      'example-status, status.example.com, 474da0f0717752128381.herokudns.com',
    ],
    missed: 'm.labs.example.com',
    because: 'is seen for the first time, and is older',
  },
  {
    query: 'new-drains: Logs',
    rows: ['pay-api, siem.example.com, syslog+tls'],
    missed: 'example-gateway',
    because: 'has a drain that is seen for the first time, and is older',
  },
  {
    query: 'new-drains: Telemetry',
    rows: ['labs-workshop, otel.labs.example.com, https'],
    missed: 'payments-vault',
    because: 'has had its drain for long',
  },
  {
    query: 'new-webhooks',
    rows: ['example-gateway, hooks.example.com, api:build api:release'],
    missed: 'shop-web',
    because: 'has a webhook that is seen for the first time, and is older',
  },
  {
    query: 'new-peerings',
    rows: [
      'payments-vault, vpc-0example0pending00, 111122223333, pending-acceptance',
    ],
    missed: 'example-private',
    because: 'is seen for the first time itself, with its peering',
  },
  {
    query: 'new-open-ranges',
    rows: ['payments-vault, 0.0.0.0/0, siobhan.nibhriain@example.com'],
    missed: 'example-private',
    because: 'is seen for the first time, and has been open for long',
  },
  {
    query: 'weaker-sign-in',
    rows: ['Gus Moreau, gus.moreau@example.com, example-platform, member'],
    missed: 'Siobhán Ní Bhriain',
    because: 'has turned off her second factor, and signs in through SSO',
  },
  {
    query: 'removed-sso',
    rows: ['labs-mobile, SSO of labs-mobile'],
    missed: 'labs-research',
    because: 'had none',
  },
  {
    query: 'unlocked-apps',
    rows: ['example-platform, example-auth'],
    missed: 'shop-newsletter',
    because: 'is not locked, and is new',
  },
  {
    query: 'lost-drains',
    rows: ['example-platform, example-auth, siem.example.com'],
    missed: 'data-events',
    because: 'had the only log drain of its team',
  },
];
