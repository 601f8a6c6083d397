import type { Witness } from './witness';

export const network: Witness[] = [
  {
    question: 'open-spaces',
    found: ['example-private'],
    rows: 1,
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
  {
    question: 'apps-open-to-internet',
    found: ['example-private', 'data-events', '0.0.0.0/0'],
    rows: 3,
    missed: ['pay-api'],
    because: 'is in a space that lets in two ranges of its own',
  },
  {
    question: 'old-vpn-protocol',
    found: ['payments-vault', 'bank-link'],
    rows: 1,
    missed: ['büro-zürich'],
    because: 'uses IKEv2',
  },
  {
    question: 'old-tls',
    found: ['pay-ledger'],
    rows: 1,
    missed: ['pay-api'],
    because: 'accepts modern TLS only',
  },
  {
    question: 'production-outside-spaces',
    found: ['example-auth'],
    rows: 5,
    missed: ['data-events'],
    because: 'is in a Private Space',
  },
  {
    question: 'production-outside-eu',
    found: ['research-models', 'United States'],
    rows: 4,
    missed: ['pay-api'],
    because: 'is in Germany',
  },
];
