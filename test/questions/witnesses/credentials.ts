import type { Witness } from './witness';

export const credentials: Witness[] = [
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
    rows: 4,
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
  {
    question: 'third-party-clients',
    found: ['Dashboard session', 'ci.example.com'],
    rows: 1,
    missed: ['Sign-in at dashboard.heroku.com'],
    because: "may do everything too, and is Heroku's own",
  },
  {
    question: 'team-tokens-never-expire',
    found: ['open-source-guild', 'Guild automation'],
    rows: 1,
    missed: ['Guild reports'],
    because: 'expires in a month',
  },
];
