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
];
