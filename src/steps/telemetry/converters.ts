import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { SpaceLogDrain, TelemetryDrain } from '../../heroku';
import {
  APPLICATION_HAS_TELEMETRY_DRAIN,
  createEntity,
  createRelationship,
  SPACE_HAS_TELEMETRY_DRAIN,
  TELEMETRY_DRAIN,
} from '../../model';
import { destination, destinationName } from '../egress/converters';

/** Whose drain it is. */
export type DrainOwner = { spaceId: string } | { applicationId: string };

/** Where a Fir space or app sends its telemetry. */
export function createTelemetryDrainEntity(
  drain: TelemetryDrain,
  owner: DrainOwner,
): Entity {
  const { id, exporter, signals } = drain;
  const url = exporter?.endpoint;
  return createEntity(TELEMETRY_DRAIN, drain, {
    name: destinationName({ id, url }),
    type: 'application',
    signals: signals ?? undefined,
    exporterType: exporter?.type ?? undefined,
    ...destination({ url }),
    ...owner,
  });
}

/** Where a Shield space sends the logs of all its apps: it has one drain at most. */
export function createSpaceLogDrainEntity(
  drain: SpaceLogDrain,
  spaceId: string,
): Entity {
  const { url } = drain;
  return createEntity(
    TELEMETRY_DRAIN,
    drain,
    {
      name: destinationName({ id: drain.id ?? spaceId, url }),
      type: 'application',
      signals: ['logs'],
      exporterType: 'syslog',
      ...destination({ url }),
      spaceId,
    },
    spaceLogDrainId(drain, spaceId),
  );
}

/** What stands for the id of the log drain of a space in keys, where Heroku gives it none. */
export function spaceLogDrainId(drain: SpaceLogDrain, spaceId: string): string {
  return drain.id ?? spaceId;
}

/** The Private Space whose apps send telemetry. */
export function createSpaceHasTelemetryDrainRelationship(
  spaceId: string,
  drainId: string,
): Relationship {
  return createRelationship(SPACE_HAS_TELEMETRY_DRAIN, spaceId, drainId);
}

/** The app that sends telemetry. */
export function createApplicationHasTelemetryDrainRelationship(
  appId: string,
  drainId: string,
): Relationship {
  return createRelationship(APPLICATION_HAS_TELEMETRY_DRAIN, appId, drainId);
}
