import { randomUUID } from 'node:crypto';

import type { FastifyRequest } from 'fastify';

import { ApiError } from './apiError';
import type { AnyStoredRelationship, StoredEntity } from './graphObjects';
import {
  isRecord,
  isStoredEntity,
  isStoredMappedRelationship,
  isStoredRelationship,
} from './graphObjects';
import type { JobConfiguration, JobEvent } from './job';

/** The body as it was sent; empty when there is none. */
export function textOf(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : '';
}

/** The body as a JSON object; `{}` when there is none. */
export function bodyOf(request: FastifyRequest): Record<string, unknown> {
  const text = textOf(request);
  if (text === '') return {};
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new ApiError(400, 'INVALID_JSON', 'The body is not JSON');
  }
  if (!isRecord(body)) {
    throw new ApiError(400, 'INVALID_BODY', 'The body is not an object');
  }
  return body;
}

/**
 * The job that a body asks for.
 *
 * @param withEvents whether JupiterOne makes an integration job for it, which is what events belong to
 */
export function jobConfigurationIn(
  body: Record<string, unknown>,
  withEvents: boolean,
): JobConfiguration {
  const { source, scope, integrationInstanceId: instanceId } = body;
  const id = randomUUID();
  if (source === 'api') {
    if (typeof scope !== 'string') {
      throw new ApiError(
        400,
        'INVALID_SCOPE',
        'A job of source api has a scope',
      );
    }
    return { id, source, scope };
  }
  if (typeof source !== 'string' || typeof instanceId !== 'string') {
    throw new ApiError(
      400,
      'INVALID_JOB',
      'A job has a source and an instance',
    );
  }
  return {
    id,
    source,
    instanceId,
    integrationJobId: withEvents ? id : undefined,
  };
}

export function entitiesIn(body: Record<string, unknown>): StoredEntity[] {
  return arrayIn(body.entities, 'ENTITY_IS_NOT_ARRAY', isStoredEntity);
}

export function relationshipsIn(
  body: Record<string, unknown>,
): AnyStoredRelationship[] {
  return arrayIn(
    body.relationships,
    'RELATIONSHIP_IS_NOT_ARRAY',
    (value): value is AnyStoredRelationship =>
      isStoredMappedRelationship(value) || isStoredRelationship(value),
  );
}

export function eventsIn(body: Record<string, unknown>): JobEvent[] {
  return arrayIn(
    body.events,
    'EVENT_IS_NOT_ARRAY',
    (value): value is JobEvent & Record<string, unknown> =>
      isRecord(value) &&
      typeof value.name === 'string' &&
      typeof value.description === 'string',
  );
}

export function partialTypesIn(body: Record<string, unknown>): string[] {
  const types = isRecord(body.partialDatasets)
    ? body.partialDatasets.types
    : [];
  return arrayIn(
    types,
    'INVALID_PARTIAL_DATASETS',
    (value): value is string => typeof value === 'string',
  );
}

function arrayIn<T>(
  value: unknown,
  code: string,
  isItem: (item: unknown) => item is T,
): T[] {
  if (!Array.isArray(value) || !value.every(isItem)) {
    throw new ApiError(400, code, 'The body does not hold what it should');
  }
  return value;
}
