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
];
