import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { LogDrain, Webhook } from '../../heroku';
import {
  APPLICATION_HAS_LOG_DRAIN,
  APPLICATION_HAS_WEBHOOK,
  createEntity,
  createRelationship,
  LOG_DRAIN,
  WEBHOOK,
} from '../../model';

/** Whether a scheme encrypts; of a scheme that is not here it is not known. */
const ENCRYPTS: Readonly<Record<string, boolean>> = {
  https: true,
  http: false,
  'syslog+tls': true,
  syslog: false,
};

/** Where the logs of an app are sent. */
export function createLogDrainEntity(drain: LogDrain, appId: string): Entity {
  return createEntity(LOG_DRAIN, drain, {
    name: destinationName(drain),
    ...destination(drain),
    type: 'application',
    addonId: drain.addon?.id,
    applicationId: appId,
  });
}

/** Who is told of changes to an app. */
export function createWebhookEntity(webhook: Webhook, appId: string): Entity {
  return createEntity(WEBHOOK, webhook, {
    name: destinationName(webhook),
    ...destination(webhook),
    // The data model requires one; where Heroku names no URL there is none.
    address: webhook.url?.host ?? '',
    level: webhook.level ?? undefined,
    include: webhook.include ?? undefined,
    applicationId: appId,
  });
}

/** Where something is sent, and whether that encrypts it. */
export function destination({ url }: Pick<LogDrain, 'url'>) {
  return {
    scheme: url?.scheme,
    host: url?.host,
    port: url?.port,
    encrypted: url ? ENCRYPTS[url.scheme] : undefined,
  };
}

/** A name for where something is sent. */
export function destinationName({
  id,
  url,
}: Pick<LogDrain, 'id' | 'url'>): string {
  if (!url) {
    return id;
  }
  const { scheme, host, port } = url;
  return `${scheme}://${host}${port === undefined ? '' : `:${port}`}`;
}

/** The app whose logs a drain takes. */
export function createApplicationHasLogDrainRelationship(
  appId: string,
  drain: LogDrain,
): Relationship {
  return createRelationship(APPLICATION_HAS_LOG_DRAIN, appId, drain.id);
}

/** The app whose changes a webhook is told. */
export function createApplicationHasWebhookRelationship(
  appId: string,
  webhook: Webhook,
): Relationship {
  return createRelationship(APPLICATION_HAS_WEBHOOK, appId, webhook.id);
}
