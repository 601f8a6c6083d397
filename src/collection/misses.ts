import {
  IntegrationError,
  IntegrationProviderAuthorizationError,
  IntegrationProviderRetriesExceededError,
  IntegrationWarnEventName,
  isProviderAuthError,
  isProviderRetriesExceededError,
} from '@jupiterone/integration-sdk-core';
import type { Defects } from '../heroku';
import {
  describeFailure,
  isHerokuError,
  plainProse,
  remedyFor,
} from '../heroku';

/** The most names that a message lists; of the others it gives the number. */
const MOST_NAMES = 5;

/** One reason for which a step did not see everything, whatever the number of times it was met. */
interface Cause {
  error: Error;
  /** What could not be read, such as `apps of the team`. */
  what: string;
  /** Which ones, by name. */
  names: string[];
}

/** The warning for one cause. */
export interface Report {
  eventName: IntegrationWarnEventName;
  description: string;
}

/** Counts what one step missed, and makes one warning for each cause, with what to do about it. */
export class Misses {
  private readonly causes = new Map<string, Cause>();
  private readonly defects = new Map<string, Defects>();
  private readonly rejected = new Map<string, number>();
  private readonly withoutEnds = new Map<string, number>();

  constructor(private readonly role: string) {}

  /** Whether there is anything to report. */
  get any(): boolean {
    return this.hasCauses || this.withoutEnds.size > 0;
  }

  private get hasCauses(): boolean {
    return this.causes.size + this.defects.size + this.rejected.size > 0;
  }

  /** Something could not be read. `name` tells it from others of its kind. */
  failed(what: string, name: string | undefined, error: Error): void {
    const key = isHerokuError(error)
      ? `${error.failure.kind} ${error.failure.route} ${error.failure.status} ${error.failure.herokuId}`
      : `${what} ${error.name}`;
    const cause = this.causes.get(key) ?? { error, what, names: [] };
    if (name !== undefined) {
      cause.names.push(name);
    }
    this.causes.set(key, cause);
  }

  /** Objects of a page had an unexpected form. */
  malformed(resource: string, defects: Defects): void {
    if (defects.skipped === 0 && defects.fields.size === 0) {
      return;
    }
    const sum = this.defects.get(resource) ?? { skipped: 0, fields: new Map() };
    sum.skipped += defects.skipped;
    for (const [field, count] of defects.fields) {
      sum.fields.set(field, (sum.fields.get(field) ?? 0) + count);
    }
    this.defects.set(resource, sum);
  }

  /** An entity or relationship could not be added, `why` being fit for a message. */
  notAdded(type: string, why: string): void {
    const key = `${type} ${why}`;
    this.rejected.set(key, (this.rejected.get(key) ?? 0) + 1);
  }

  /** A relationship was left out, because one of its ends was not collected. */
  withoutEnd(type: string): void {
    this.withoutEnds.set(type, (this.withoutEnds.get(type) ?? 0) + 1);
  }

  /**
   * Drops the relationships without an end where this step, or one that it builds on, has missed something. They are
   * a consequence of that miss, which is reported and has made them partial already.
   *
   * @param afterMiss whether a step that this one builds on has missed something
   * @returns the number of relationships dropped
   */
  dropConsequences(afterMiss: boolean): number {
    if (!afterMiss && !this.hasCauses) {
      return 0;
    }
    const count = [...this.withoutEnds.values()].reduce((a, b) => a + b, 0);
    this.withoutEnds.clear();
    return count;
  }

  /** One report per cause. */
  reports(): Report[] {
    return [
      ...[...this.causes.values()].map((cause) => this.reportCause(cause)),
      ...[...this.defects].map(([resource, defects]) => ({
        eventName: IntegrationWarnEventName.MissingEntity,
        description: `${describeDefects(resource, defects)} JupiterOne keeps what it had of them. Please report it: Heroku's API may have changed.`,
      })),
      ...[...this.rejected].map(([key, count]) => reportLeftOut(key, count)),
      ...[...this.withoutEnds].map(([type, count]) =>
        reportLeftOut(
          `${type} connect to something that was not collected`,
          count,
        ),
      ),
    ];
  }

  /** The error with which the step ends, so that its types count as partial. */
  error(): IntegrationError {
    const errors = [...this.causes.values()].map(({ error }) => error);
    const message = `Not everything could be collected. JupiterOne keeps what it had of the rest. ${this.reports()
      .map(({ description }, index) => `(${index + 1}) ${description}`)
      .join(' ')}`;
    const isRejected =
      this.defects.size + this.rejected.size + this.withoutEnds.size > 0;
    const [first] = errors;
    if (!isRejected && isHerokuError(first)) {
      const { path: endpoint, status, statusText } = first.failure;
      const options = { endpoint, status, statusText };
      if (errors.every(isProviderAuthError)) {
        return withMessage(
          new IntegrationProviderAuthorizationError(options),
          message,
        );
      }
      if (
        errors.every(
          (error) =>
            isProviderAuthError(error) || isProviderRetriesExceededError(error),
        )
      ) {
        return withMessage(
          new IntegrationProviderRetriesExceededError(options),
          message,
        );
      }
    }
    return new IntegrationError({ code: 'INCOMPLETE_COLLECTION', message });
  }

  private reportCause({ error, what, names }: Cause): Report {
    const which = names.length > 0 ? ` ${listNames(names)}` : '';
    const subject = `Could not read the ${what}${which}`;
    if (!isHerokuError(error)) {
      return {
        eventName: IntegrationWarnEventName.MissingEntity,
        description: `${subject}: ${error.name}: ${plainProse(error.message)}. This is a defect of the integration: please report it.`,
      };
    }
    return {
      eventName: isProviderAuthError(error)
        ? IntegrationWarnEventName.MissingPermission
        : IntegrationWarnEventName.MissingEntity,
      description: `${subject}: ${describeFailure(error.failure)}. ${remedyFor(error.failure, this.role)}`,
    };
  }
}

function reportLeftOut(what: string, count: number): Report {
  return {
    eventName: IntegrationWarnEventName.MissingEntity,
    description: `Left out: ${count} of ${what}. JupiterOne keeps what it had of them. If the next run says so again, please report it.`,
  };
}

function withMessage<E extends Error>(error: E, message: string): E {
  error.message = message;
  return error;
}

function listNames(names: string[]): string {
  const sorted = [...names].sort();
  const listed = sorted.slice(0, MOST_NAMES).join(', ');
  const more = sorted.length - MOST_NAMES;
  return more > 0 ? `${listed} and ${more} more` : listed;
}

function describeDefects(resource: string, { skipped, fields }: Defects) {
  const parts: string[] = [];
  if (skipped > 0) {
    parts.push(`${skipped} without an id were left out`);
  }
  for (const [field, count] of fields) {
    parts.push(`${count} with an unexpected ${field} were read without it`);
  }
  return `Heroku sent ${resource} objects of an unexpected form: ${parts.join('; ')}.`;
}
