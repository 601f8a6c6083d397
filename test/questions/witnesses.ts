/** What a query must find in the enterprise organisation, and what it must not though it is much alike. */
export interface Witness {
  /** The question's id, without what every id begins with. */
  question: string;
  /** The query's name, where the question has several. */
  query?: string;
  /** What is in one row of the answer. */
  found: string[];
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
    missed: ['Example Corp', 'ines.carvalho@example.com'],
    because: 'may create teams in the account, and not manage it',
  },
  {
    question: 'administrators',
    query: 'Admins of teams',
    found: ['example-platform', 'tomas.vidal@example.com'],
    missed: ['example-platform', 'noor.haddad@example.com'],
    because: 'manages the account, and is a member of the team',
  },
  {
    question: 'users-without-mfa',
    query: 'Without a second factor',
    found: ['Gus Moreau'],
    missed: ['Björn Åström'],
    because: 'has no second factor at Heroku, and signs in through SSO',
  },
  {
    question: 'users-without-mfa',
    query: 'Not known',
    found: ['Sol'],
    missed: ['Gus Moreau'],
    because: 'is known to have no second factor',
  },
  {
    question: 'admins-without-mfa',
    query: 'Admins of teams',
    found: ['open-source-guild', 'tui.parata@example.com'],
    missed: ['example-platform', 'gus.moreau@example.com'],
    because: 'has a password only, and is a member',
  },
  {
    question: 'admins-without-mfa',
    query: 'Managers of enterprise accounts',
    found: ['Example Labs Zürich 🧪', 'anouk.visser@example.com'],
    missed: ['Example Corp', 'tomas.vidal@example.com'],
    because: 'manages the account, and signs in through SSO',
  },
  {
    question: 'users-outside-domain',
    found: ['Pavel D.'],
    missed: ['Gus Moreau'],
    because: 'has an address at example.com',
  },
  {
    question: 'outside-collaborators',
    query: 'Collaborators in apps of teams',
    found: ['robin@agency.example.net', 'shop-web-staging'],
    missed: ['pavel@contractors.example.net', 'shop-web'],
    because: 'comes from outside too, and is a member of the team',
  },
  {
    question: 'outside-collaborators',
    query: 'People in no team',
    found: ['ola@example.net', 'mara-homepage'],
    missed: ['tui.parata@example.com', 'mara-sandbox'],
    because: 'is let into the app too, and is in a team',
  },
  {
    question: 'personal-apps',
    found: ['mara.lindqvist@example.com', 'mara-sandbox'],
    missed: ['guild-site'],
    because: 'belongs to a team that she owns',
  },
];

const reach: Witness[] = [
  {
    question: 'production-deployers',
    found: ['example-gateway', 'pavel@contractors.example.net'],
    missed: ['example-auth', 'deploy-bot@example.com'],
    because: 'may operate the production app, and not deploy to it',
  },
  {
    question: 'external-production-deployers',
    found: ['example-gateway', 'pavel@contractors.example.net'],
    missed: ['shop-web', 'robin@agency.example.net'],
    because: 'comes from outside, and may only view the production app',
  },
  {
    question: 'compromised-user',
    query: 'Apps',
    found: ['example-auth'],
    missed: ['shop-web'],
    because: 'is an app of a team that the bot is not in',
  },
  {
    question: 'compromised-user',
    query: 'Data stores',
    found: ['example-status', 'heroku-postgresql:standard-0'],
    missed: ['example-gateway', 'papertrail-gateway'],
    because: 'is an add-on of an app that it may deploy to, and holds no data',
  },
  {
    question: 'compromised-user',
    query: 'Users by the number of apps that they can deploy to',
    found: ['robin@agency.example.net', '2'],
    missed: ['ruth.abebe@example.com'],
    because: 'may only view apps',
  },
];

const governance: Witness[] = [
  {
    question: 'teams-without-sso',
    found: ['labs-research'],
    missed: ['labs-mobile'],
    because: 'is of the same account, and has a provider of its own',
  },
  {
    question: 'sso-certificate-expiring',
    found: ['SSO of labs-mobile'],
    missed: ['SSO of Example Corp'],
    because: 'has 210 days left',
  },
  {
    question: 'old-invitations',
    found: ['example-platform', 'gone@example.net'],
    missed: ['example-platform', 'new.joiner@example.com'],
    because: 'was invited 10 days ago',
  },
  {
    question: 'everyone-manages',
    found: ['labs-mobile'],
    missed: ['labs-research'],
    because: 'gives its members less than manage',
  },
  {
    question: 'any-addon',
    found: ['example-storefront'],
    missed: ['example-data'],
    because: 'does not say',
  },
];

const credentials: Witness[] = [
  {
    question: 'standing-authorizations',
    query: 'Never expire',
    found: ['Deploy hook'],
    missed: ['Dashboard session'],
    because: 'may do everything, for six hours',
  },
  {
    question: 'standing-authorizations',
    query: 'Global scope',
    found: ['Dashboard session'],
    missed: ['Deploy hook'],
    because: 'never expires, with a smaller scope',
  },
  {
    question: 'standing-authorizations',
    query: 'Both',
    found: ['Laptop, from 2021'],
    missed: ['Deploy hook'],
    because: 'never expires, with a smaller scope',
  },
  {
    question: 'old-ssh-keys',
    found: ['mara@laptop'],
    missed: ['mara@büro'],
    because: 'is 30 days old',
  },
];

const apps: Witness[] = [
  {
    question: 'unsupported-stacks',
    found: ['shop-legacy-cart'],
    missed: ['shop-search'],
    because: 'is on heroku-22, which has a year left',
  },
  {
    question: 'stacks-ending',
    found: ['shop-search'],
    missed: ['shop-legacy-cart'],
    because: 'is on heroku-18, which ended years ago',
  },
  {
    question: 'stack-not-built',
    found: ['example-handbook', 'heroku-20', 'heroku-24'],
    missed: ['data-exports', 'heroku-20'],
    because: 'is to stay on heroku-20',
  },
  {
    question: 'stale-apps',
    found: ['shop-images'],
    missed: ['data-notebooks'],
    because: 'was released 364 days ago, not 366',
  },
  {
    question: 'apps-in-maintenance',
    found: ['pay-reconcile'],
    missed: ['pay-webhooks'],
    because: 'answers',
  },
  {
    question: 'single-dyno-production',
    found: ['shop-search', '1'],
    missed: ['shop-search-staging', '1'],
    because: 'has one dyno too, and is staging',
  },
];

const domains: Witness[] = [
  {
    question: 'domains-without-acm',
    found: ['shop-web', 'shop.example.com'],
    missed: ['example-gateway', 'api.example.com'],
    because: 'has its certificate managed',
  },
  {
    question: 'domains-without-certificate',
    found: ['guild.example.org'],
    missed: ['m.labs.example.com'],
    because: 'has no certificate either, and one is being issued',
  },
  {
    question: 'acm-failing',
    found: ['example-auth', 'login.example.com'],
    missed: ['mobile-backend', 'm.labs.example.com'],
    because: 'is pending',
  },
  {
    question: 'certificates-expiring',
    query: 'Expired or about to',
    found: ['example-status', 'pangolin-41032'],
    missed: ['example-gateway', 'managed-50211'],
    because: 'has 70 days left',
  },
  {
    question: 'certificates-expiring',
    query: 'Expired',
    found: ['marmot-77120'],
    missed: ['pangolin-41032'],
    because: 'has 15 days left',
  },
  {
    question: 'self-signed-certificates',
    found: ['quokka-90551'],
    missed: ['tapir-10233'],
    because: 'is signed by an authority',
  },
  {
    question: 'domains-pointing-nowhere',
    found: ['shop-web', 'spring-sale.example.com'],
    missed: ['shop-web', 'shop.example.com'],
    because: 'has a DNS target',
  },
];

const dataAndPipelines: Witness[] = [
  {
    question: 'addons-across-stages',
    found: ['postgresql-shop-main', 'shop-web-staging'],
    missed: ['kafka-events', 'shop-web'],
    because: 'is shared between two production apps',
  },
  {
    question: 'addons-across-teams',
    found: ['postgresql-ledger', 'data-reports'],
    missed: ['postgresql-shop-main', 'shop-web-staging'],
    because: 'is shared within the team',
  },
  {
    question: 'entry-level-production-data',
    found: ['shop-search', 'heroku-postgresql:essential-0'],
    missed: ['shop-search-staging', 'heroku-postgresql:essential-0'],
    because: 'is the same plan, in staging',
  },
  {
    question: 'automatic-review-apps',
    found: ['shop'],
    missed: ['payments'],
    because: 'makes review apps when asked to',
  },
  {
    question: 'pipelines-without-owner',
    found: ['orphaned-pipeline'],
    missed: ['mara-experiments'],
    because: 'belongs to a user',
  },
];

const egressAndNetwork: Witness[] = [
  {
    question: 'plain-text-log-drains',
    found: ['shop-web', 'syslog', 'logs.example.com'],
    missed: ['example-gateway', 'syslog+tls', 'logs.example.com'],
    because: 'sends to the same host, over TLS',
  },
  {
    question: 'unknown-log-hosts',
    found: ['data-events', 'collector.unknown-logs.example.net'],
    missed: ['example-gateway', 'heroku-drain.papertrail.example.net'],
    because: 'is the host of an add-on',
  },
  {
    question: 'outside-webhooks',
    found: ['shop-web', 'chat.example.net'],
    missed: ['pay-webhooks', 'ops.example.com'],
    because: 'is a host of the organisation',
  },
  {
    question: 'open-spaces',
    found: ['example-private'],
    missed: ['payments-vault'],
    because: 'lets in two ranges of its own',
  },
  {
    question: 'space-peerings',
    query: 'Peered',
    found: ['example-private', 'vpc-0example0data0lake', '111122223333'],
    missed: ['payments-vault', 'vpc-0example0pending00'],
    because: 'was asked for, and not accepted',
  },
  {
    question: 'space-peerings',
    query: 'Asked for',
    found: ['payments-vault', 'vpc-0example0pending00'],
    missed: ['example-private', 'vpc-0example0data0lake'],
    because: 'was accepted',
  },
  {
    question: 'vpn-tunnels-down',
    found: ['payments-vault', 'bank-link'],
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
