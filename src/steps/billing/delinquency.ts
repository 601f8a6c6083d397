import { parseTimePropertyValue } from '@jupiterone/integration-sdk-core';
import type { Collection } from '../../collection';
import type { Delinquency, ReadObject } from '../../heroku';
import { GLOBAL_SCOPE, isNotFound } from '../../heroku';
import { Sources } from '../ids';

/** When unpaid bills have consequences; empty where they have none, and where that is not known. */
export interface DueDates {
  suspensionDueOn?: number;
  deletionDueOn?: number;
}

/** The dates of a team, before it becomes an entity. What cannot be read is reported by the step of its own. */
export function teamDueDates(
  collection: Collection,
  teamId: string,
): Promise<DueDates> {
  return dueDates(collection, () => collection.run.teamDelinquency(teamId));
}

/** The dates of the API key's own account. */
export function accountDueDates(collection: Collection): Promise<DueDates> {
  return dueDates(collection, () => collection.run.accountDelinquency());
}

async function dueDates(
  collection: Collection,
  read: () => Promise<ReadObject<Delinquency>>,
): Promise<DueDates> {
  if (
    !collection.isSourceOn(Sources.DELINQUENCY) ||
    !collection.mayUse(GLOBAL_SCOPE)
  ) {
    return {};
  }
  const answer = await collection.enrichment(read);
  return {
    suspensionDueOn: parseTimePropertyValue(
      answer?.object.scheduled_suspension_time ?? undefined,
    ),
    deletionDueOn: parseTimePropertyValue(
      answer?.object.scheduled_deletion_time ?? undefined,
    ),
  };
}

/** "Not found" is an answer here: there is nothing to pay. */
export async function unlessNone<T>(
  read: Promise<ReadObject<T>>,
): Promise<ReadObject<T> | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}
