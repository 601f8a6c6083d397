/** What a query must find in the enterprise organisation, and what it must not though it is much alike. */
export interface Witness {
  /** The question's id, without what every id begins with. */
  question: string;
  /** The query's name, where the question has several. */
  query?: string;
  /** What is in one row of the answer. */
  found: string[];
  /** How many rows the answer has in all: a condition that is lost lets more in, or fewer. */
  rows: number;
  /** What is in the organisation, and in no row of the answer. */
  missed: string[];
  /** What makes the difference. */
  because: string;
}

const people: Witness[] = [
  {
    question: 'administrators',
    query: 'Managers of enterprise accounts',
    found: ['Example Corp', 'tomas.vidal@example.com'],
    rows: 6,
    missed: ['Example Corp', 'ines.carvalho@example.com'],
    because: 'may create teams in the account, and not manage it',
  },
  {
    question: 'administrators',
    query: 'Admins of teams',
    found: ['example-platform', 'tomas.vidal@example.com'],
    rows: 11,
    missed: ['example-platform', 'noor.haddad@example.com'],
    because: 'manages the account, and is a member of the team',
  },
  {
    question: 'users-without-mfa',
    query: 'Without a second factor',
    found: ['Gus Moreau'],
    rows: 5,
    missed: ['Björn Åström'],
    because: 'has no second factor at Heroku, and signs in through SSO',
  },
  {
    question: 'users-without-mfa',
    query: 'Not known',
    found: ['Sol'],
    rows: 3,
    missed: ['Gus Moreau'],
    because: 'is known to have no second factor',
  },
  {
    question: 'admins-without-mfa',
    query: 'Admins of teams',
    found: ['open-source-guild', 'tui.parata@example.com'],
    rows: 1,
    missed: ['example-platform', 'gus.moreau@example.com'],
    because: 'has a password only, and is a member',
  },
  {
    question: 'admins-without-mfa',
    query: 'Managers of enterprise accounts',
    found: ['Example Labs Zürich 🧪', 'anouk.visser@example.com'],
    rows: 1,
    missed: ['Example Corp', 'tomas.vidal@example.com'],
    because: 'manages the account, and signs in through SSO',
  },
  {
    question: 'users-outside-domain',
    found: ['Pavel D.'],
    rows: 6,
    missed: ['Gus Moreau'],
    because: 'has an address at example.com',
  },
  {
    question: 'outside-collaborators',
    query: 'Collaborators in apps of teams',
    found: ['robin@agency.example.net', 'shop-web-staging'],
    rows: 2,
    missed: ['pavel@contractors.example.net', 'shop-web'],
    because: 'comes from outside too, and is a member of the team',
  },
  {
    question: 'outside-collaborators',
    query: 'People in no team',
    found: ['ola@example.net', 'mara-homepage'],
    rows: 2,
    missed: ['tui.parata@example.com', 'mara-sandbox'],
    because: 'is let into the app too, and is in a team',
  },
  {
    question: 'personal-apps',
    found: ['mara.lindqvist@example.com', 'mara-sandbox'],
    rows: 3,
    missed: ['guild-site'],
    because: 'belongs to a team that she owns',
  },
];

const reach: Witness[] = [
  {
    question: 'production-deployers',
    found: ['example-gateway', 'pavel@contractors.example.net'],
    rows: 32,
    missed: ['example-auth', 'deploy-bot@example.com'],
    because: 'may operate the production app, and not deploy to it',
  },
  {
    question: 'external-production-deployers',
    found: ['example-gateway', 'pavel@contractors.example.net'],
    rows: 4,
    missed: ['shop-web', 'robin@agency.example.net'],
    because: 'comes from outside, and may only view the production app',
  },
  {
    question: 'compromised-user',
    query: 'Apps',
    found: ['example-auth'],
    rows: 7,
    missed: ['shop-web'],
    because: 'is an app of a team that the bot is not in',
  },
  {
    question: 'compromised-user',
    query: 'Data stores',
    found: ['example-status', 'heroku-postgresql:standard-0'],
    rows: 8,
    missed: ['example-gateway', 'papertrail-gateway'],
    because: 'is an add-on of an app that it may deploy to, and holds no data',
  },
  {
    question: 'compromised-user',
    query: 'Users by the number of apps that they can deploy to',
    found: ['robin@agency.example.net', '2'],
    rows: 24,
    missed: ['ruth.abebe@example.com'],
    because: 'may only view apps',
  },
];

const governance: Witness[] = [
  {
    question: 'teams-without-sso',
    found: ['labs-research'],
    rows: 2,
    missed: ['labs-mobile'],
    because: 'is of the same account, and has a provider of its own',
  },
  {
    question: 'sso-certificate-expiring',
    found: ['SSO of labs-mobile'],
    rows: 1,
    missed: ['SSO of Example Corp'],
    because: 'has 210 days left',
  },
  {
    question: 'old-invitations',
    found: ['example-platform', 'gone@example.net'],
    rows: 2,
    missed: ['example-platform', 'new.joiner@example.com'],
    because: 'was invited 10 days ago',
  },
  {
    question: 'everyone-manages',
    found: ['labs-mobile'],
    rows: 1,
    missed: ['labs-research'],
    because: 'gives its members less than manage',
  },
  {
    question: 'any-addon',
    found: ['example-storefront'],
    rows: 4,
    missed: ['example-data'],
    because: 'does not say',
  },
];

const credentials: Witness[] = [
  {
    question: 'standing-authorizations',
    query: 'Never expire',
    found: ['Deploy hook'],
    rows: 2,
    missed: ['Dashboard session'],
    because: 'may do everything, for six hours',
  },
  {
    question: 'standing-authorizations',
    query: 'Global scope',
    found: ['Dashboard session'],
    rows: 2,
    missed: ['Deploy hook'],
    because: 'never expires, with a smaller scope',
  },
  {
    question: 'standing-authorizations',
    query: 'Both',
    found: ['Laptop, from 2021'],
    rows: 1,
    missed: ['Deploy hook'],
    because: 'never expires, with a smaller scope',
  },
  {
    question: 'old-ssh-keys',
    found: ['mara@laptop'],
    rows: 1,
    missed: ['mara@büro'],
    because: 'is 30 days old',
  },
];

const apps: Witness[] = [
  {
    question: 'unsupported-stacks',
    found: ['shop-legacy-cart'],
    rows: 4,
    missed: ['shop-search'],
    because: 'is on heroku-22, which has a year left',
  },
  {
    question: 'stacks-ending',
    found: ['shop-search'],
    rows: 3,
    missed: ['shop-legacy-cart'],
    because: 'is on heroku-18, which ended years ago',
  },
  {
    question: 'stack-not-built',
    found: ['example-handbook', 'heroku-20', 'heroku-24'],
    rows: 2,
    missed: ['data-exports', 'heroku-20'],
    because: 'is to stay on heroku-20',
  },
  {
    question: 'stale-apps',
    found: ['shop-images'],
    rows: 5,
    missed: ['data-notebooks'],
    because: 'was released 364 days ago, not 366',
  },
  {
    question: 'apps-in-maintenance',
    found: ['pay-reconcile'],
    rows: 2,
    missed: ['pay-webhooks'],
    because: 'answers',
  },
  {
    question: 'single-dyno-production',
    found: ['shop-search', '1'],
    rows: 3,
    missed: ['shop-search-staging', '1'],
    because: 'has one dyno too, and is staging',
  },
];

const domains: Witness[] = [
  {
    question: 'domains-without-acm',
    found: ['shop-web', 'shop.example.com'],
    rows: 8,
    missed: ['example-gateway', 'api.example.com'],
    because: 'has its certificate managed',
  },
  {
    question: 'domains-without-certificate',
    found: ['guild.example.org'],
    rows: 2,
    missed: ['m.labs.example.com'],
    because: 'has no certificate either, and one is being issued',
  },
  {
    question: 'acm-failing',
    found: ['example-auth', 'login.example.com'],
    rows: 1,
    missed: ['mobile-backend', 'm.labs.example.com'],
    because: 'is pending',
  },
  {
    question: 'certificates-expiring',
    query: 'Expired or about to',
    found: ['example-status', 'pangolin-41032'],
    rows: 2,
    missed: ['example-gateway', 'managed-50211'],
    because: 'has 70 days left',
  },
  {
    question: 'certificates-expiring',
    query: 'Expired',
    found: ['marmot-77120'],
    rows: 1,
    missed: ['pangolin-41032'],
    because: 'has 15 days left',
  },
  {
    question: 'self-signed-certificates',
    found: ['quokka-90551'],
    rows: 1,
    missed: ['tapir-10233'],
    because: 'is signed by an authority',
  },
  {
    question: 'domains-pointing-nowhere',
    found: ['shop-web', 'spring-sale.example.com'],
    rows: 2,
    missed: ['shop-web', 'shop.example.com'],
    because: 'has a DNS target',
  },
];

const dataAndPipelines: Witness[] = [
  {
    question: 'addons-across-stages',
    found: ['postgresql-shop-main', 'shop-web-staging'],
    rows: 1,
    missed: ['kafka-events', 'shop-web'],
    because: 'is shared between two production apps',
  },
  {
    question: 'addons-across-teams',
    found: ['postgresql-ledger', 'data-reports'],
    rows: 2,
    missed: ['postgresql-shop-main', 'shop-web-staging'],
    because: 'is shared within the team',
  },
  {
    question: 'entry-level-production-data',
    found: ['shop-search', 'heroku-postgresql:essential-0'],
    rows: 2,
    missed: ['shop-search-staging', 'heroku-postgresql:essential-0'],
    because: 'is the same plan, in staging',
  },
  {
    question: 'automatic-review-apps',
    found: ['shop'],
    rows: 1,
    missed: ['payments'],
    because: 'makes review apps when asked to',
  },
  {
    question: 'pipelines-without-owner',
    found: ['orphaned-pipeline'],
    rows: 1,
    missed: ['mara-experiments'],
    because: 'belongs to a user',
  },
];

const egressAndNetwork: Witness[] = [
  {
    question: 'plain-text-log-drains',
    found: ['shop-web', 'syslog', 'logs.example.com'],
    rows: 1,
    missed: ['example-gateway', 'syslog+tls', 'logs.example.com'],
    because: 'sends to the same host, over TLS',
  },
  {
    question: 'unknown-log-hosts',
    found: ['data-events', 'collector.unknown-logs.example.net'],
    rows: 1,
    missed: ['example-gateway', 'heroku-drain.papertrail.example.net'],
    because: 'is the host of an add-on',
  },
  {
    question: 'outside-webhooks',
    found: ['shop-web', 'chat.example.net'],
    rows: 1,
    missed: ['pay-webhooks', 'ops.example.com'],
    because: 'is a host of the organisation',
  },
  {
    question: 'open-spaces',
    found: ['example-private'],
    rows: 2,
    missed: ['payments-vault'],
    because: 'lets in two ranges of its own',
  },
  {
    question: 'space-peerings',
    query: 'Peered',
    found: ['example-private', 'vpc-0example0data0lake', '111122223333'],
    rows: 1,
    missed: ['payments-vault', 'vpc-0example0pending00'],
    because: 'was asked for, and not accepted',
  },
  {
    question: 'space-peerings',
    query: 'Asked for',
    found: ['payments-vault', 'vpc-0example0pending00'],
    rows: 1,
    missed: ['example-private', 'vpc-0example0data0lake'],
    because: 'was accepted',
  },
  {
    question: 'vpn-tunnels-down',
    found: ['payments-vault', 'bank-link'],
    rows: 1,
    missed: ['payments-vault', 'büro-zürich'],
    because: 'has both tunnels up',
  },
];

/** One for each query of each question. */
export const WITNESSES: readonly Witness[] = [
  ...people,
  ...reach,
  ...governance,
  ...credentials,
  ...apps,
  ...domains,
  ...dataAndPipelines,
  ...egressAndNetwork,
];
