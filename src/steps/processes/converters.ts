import type { Entity, Relationship } from '@jupiterone/integration-sdk-core';
import type { Process } from '../../heroku';
import {
  APPLICATION_HAS_PROCESS,
  createEntity,
  createRelationship,
  PROCESS,
} from '../../model';

/** A process type of an app, with its dynos. */
export function createProcessEntity(
  process: Process,
  app: { id: string; name?: string | null },
): Entity {
  const { id, quantity, type } = process;
  return createEntity(PROCESS, process, {
    name: type ?? id,
    // Nearly every app has a `web`: without the app's name nobody could tell which it is.
    displayName: `${app.name ?? app.id} ${type ?? id}`,
    processType: type ?? undefined,
    size: process.size ?? undefined,
    quantity: quantity ?? undefined,
    running: quantity == null ? undefined : quantity > 0,
    applicationId: app.id,
  });
}

/** The app that runs a process type. */
export function createApplicationHasProcessRelationship(
  appId: string,
  process: Process,
): Relationship {
  return createRelationship(APPLICATION_HAS_PROCESS, appId, process.id);
}
