import type { Witness } from './witness';

export const egress: Witness[] = [
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
    missed: ['example-gateway', 'logs.example.com'],
    because: 'is a host of the organisation, whose URL has it in capitals',
  },
  {
    question: 'outside-webhooks',
    found: ['shop-web', 'chat.example.net'],
    rows: 1,
    missed: ['pay-webhooks', 'example.com'],
    because: 'is the domain of the organisation itself',
  },
  {
    question: 'production-logs-nowhere',
    found: ['example-auth'],
    rows: 3,
    missed: ['example-gateway'],
    because: 'has a drain',
  },
  {
    question: 'shield-spaces-without-drain',
    found: ['payments-spare'],
    rows: 1,
    missed: ['payments-vault'],
    because: 'has a drain',
  },
  {
    question: 'telemetry-destinations',
    query: 'Unknown hosts',
    found: ['otel.unknown-logs.example.net'],
    rows: 1,
    missed: ['otel.labs.example.com'],
    because: 'is a host of the organisation',
  },
  {
    question: 'telemetry-destinations',
    query: 'In plain text',
    found: ['http://otel.unknown-logs.example.net:4318'],
    rows: 1,
    missed: ['https://otel.labs.example.com'],
    because: 'is encrypted',
  },
];
