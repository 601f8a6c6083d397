import type { Verbosity } from './invocation';
import type { LogRecord } from './log';
import { longLine, needsAttention, parseRecord, shortLine } from './log';
import type { JobEvent } from './protocol';
import type { Audience } from './supervisor';

const PROGRESS_INTERVAL_MS = 30_000;
/** One for every object that is added, under SDK 8: too many even for the whole log. */
const METRIC = '"msg":"Collected metric."';

/** Prints what is heard of a collection, until it ends. */
export interface Printer extends Audience {
  end(): void;
}

/** @param note prints a line beside the report */
export function printer(
  verbosity: Verbosity,
  note: (text: string) => void,
): Printer {
  const progress = new Progress();
  const timer = setInterval(() => note(progress.line()), PROGRESS_INTERVAL_MS);
  if (verbosity !== 'normal') {
    clearInterval(timer);
  }
  return {
    steps: (count) => progress.expect(count),
    event: (event) => progress.event(event),
    output: (line) => {
      if (line.includes(METRIC)) {
        return;
      }
      const record = parseRecord(line);
      if (record !== undefined) {
        progress.record(record);
      }
      if (verbosity === 'verbose') {
        note(record === undefined ? line : longLine(record));
      } else if (
        verbosity === 'normal' &&
        record !== undefined &&
        needsAttention(record)
      ) {
        note(shortLine(record));
      }
    },
    error: (line) => {
      if (verbosity === 'verbose') {
        note(line);
      }
    },
    end: () => clearInterval(timer),
  };
}

/** How far a collection has come, from what it tells. */
class Progress {
  private readonly startedAt = performance.now();
  private steps = 0;
  private ended = 0;
  private requestsLeft: unknown;
  private waitSeconds: unknown;

  expect(steps: number): void {
    this.steps = steps;
  }

  event({ name }: JobEvent): void {
    if (['step_end', 'step_failure', 'step_skip'].includes(name)) {
      this.ended++;
    }
  }

  record({ requestsLeft, estimatedWaitSeconds }: LogRecord): void {
    this.requestsLeft = requestsLeft ?? this.requestsLeft;
    this.waitSeconds = estimatedWaitSeconds ?? this.waitSeconds;
  }

  line(): string {
    const seconds = Math.round((performance.now() - this.startedAt) / 1000);
    const parts = [
      `Still collecting after ${seconds} s: ${this.ended} of ${this.steps} steps have ended`,
    ];
    if (typeof this.requestsLeft === 'number') {
      parts.push(
        `${this.requestsLeft} requests are left in Heroku's rate limit`,
      );
    }
    if (typeof this.waitSeconds === 'number' && this.waitSeconds > 0) {
      parts.push(`it will wait about ${this.waitSeconds} s for more`);
    }
    return `${parts.join('; ')}.`;
  }
}
