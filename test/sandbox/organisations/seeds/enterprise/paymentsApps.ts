import type { AppDescription } from '../../appDescription';

/** The apps that handle money, most of them in the shield space. */
export const paymentsApps: AppDescription[] = [
  {
    name: 'pay-api',
    createdDaysAgo: 900,
    region: 'frankfurt',
    space: 'payments-vault',
    acm: false,
    domains: [
      { hostname: 'pay.example.com', certificate: 'ibex-20481' },
      {
        hostname: 'old-pay.example.com',
        certificate: 'marmot-77120',
      },
    ],
    certificates: [
      {
        name: 'ibex-20481',
        domains: ['pay.example.com'],
        issuedDaysAgo: 35,
        expiresInDays: 330,
      },
      {
        name: 'marmot-77120',
        domains: ['old-pay.example.com'],
        issuedDaysAgo: 400,
        expiresInDays: -35,
      },
    ],
    logDrains: [
      {
        scheme: 'syslog+tls',
        host: 'siem.example.com',
        port: 6514,
        credentials: true,
      },
    ],
    formation: [
      { type: 'web', size: 'Shield-M', quantity: 3 },
      { type: 'settlement', size: 'Shield-S', quantity: 1 },
    ],
    access: { 'felix.brandt': ['view', 'deploy', 'operate'] },
    inside: true,
  },
  {
    name: 'pay-api-staging',
    createdDaysAgo: 890,
    region: 'frankfurt',
    space: 'payments-vault',
    access: { 'kofi.annor': ['view', 'deploy'] },
  },
  {
    name: 'pay-ledger',
    createdDaysAgo: 880,
    region: 'frankfurt',
    space: 'payments-vault',
    internalRouting: true,
    locked: true,
    formation: [{ type: 'web', size: 'Shield-L', quantity: 2 }],
  },
  {
    name: 'pay-ledger-staging',
    createdDaysAgo: 870,
    region: 'frankfurt',
    space: 'payments-vault',
    internalRouting: true,
  },
  {
    name: 'pay-webhooks',
    createdDaysAgo: 600,
    region: 'eu',
    webhooks: [
      {
        host: 'Example.com',
        include: ['api:addon', 'api:domain'],
        level: 'notify',
        credentials: true,
      },
    ],
  },
  {
    name: 'pay-reconcile',
    createdDaysAgo: 500,
    region: 'eu',
    maintenance: true,
  },
];
