import type { Witness } from './witness';

export const domains: Witness[] = [
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
    query: 'DNS records without an app',
    found: ['old-campaign.example.com', 'shallow-lake-1234.herokudns.com'],
    rows: 1,
    missed: ['shop.example.com'],
    because: 'points to Heroku too, and is the domain of an app',
  },
  {
    question: 'domains-pointing-nowhere',
    query: 'Custom domains without a DNS record',
    found: ['shop-web', 'spring-sale.example.com'],
    rows: 2,
    missed: ['shop-web', 'shop.example.com'],
    because: 'has a DNS record',
  },
];
