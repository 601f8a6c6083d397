import path from 'node:path';
import type { Failure, Invocation, JobEvent, Outcome } from './protocol';

/** Longer reports would not be read. The rest is in the log, and in the report as JSON. */
const MOST_LINES = 10;
const MOST_PROBLEMS = 5;
const ENDED_WELL = new Set(['success', 'cached', 'disabled']);
const JOB_FAILED = /^(ABORTED|ERROR)/;
/** As the SDK puts an error into an event's description. */
const CODE = /errorCode="(\w+)"/;

const EXIT_CODES = { complete: 0, failed: 1, partial: 2 } as const;

/** What the command prints with `--json`, and the source of what it prints without. */
export interface Report extends Outcome {
  command: Invocation['command'];
  /** The version of this package. */
  version: string;
  result: 'complete' | 'partial' | 'failed';
  exitCode: 0 | 1 | 2;
  /** What went wrong and what to do about it, once each. */
  problems: string[];
  /** The SDK's codes of the steps that failed, as JupiterOne's job log has them. */
  failedSteps: { name: string; code: string }[];
  /** The steps that the key's scopes do not allow. */
  notAllowed: string[];
  /** The folder of the graph. */
  graph: string;
  durationSeconds: number;
}

export interface ReportInput {
  invocation: Invocation;
  version: string;
  outcome: Outcome;
  events: readonly JobEvent[];
  durationMs: number;
}

/** What a run came to. */
export function reportOn({
  invocation,
  version,
  outcome,
  events,
  durationMs,
}: ReportInput): Report {
  const result = resultOf(outcome);
  const failure = failureOf(outcome, events);
  return {
    command: invocation.command,
    version,
    result,
    exitCode: EXIT_CODES[result],
    durationSeconds: Math.round(durationMs / 1000),
    ...outcome,
    ...(failure && { failure }),
    problems: problemsIn(events),
    failedSteps: failedStepsIn(events),
    notAllowed: notAllowedIn(events),
    graph: path.join(invocation.storageDirectory, 'graph'),
  };
}

/** Why it failed, with the code that the SDK has put into the job log: what JupiterOne shows its customer. */
function failureOf(
  { failure, upload }: Outcome,
  events: readonly JobEvent[],
): Failure | undefined {
  if (failure !== undefined) {
    const refused = events.find(({ name }) => name === 'validation_failure');
    const code = refused && CODE.exec(refused.description)?.[1];
    return { ...failure, ...(code && { code }) };
  }
  return upload && JOB_FAILED.test(upload.status)
    ? {
        code: upload.status,
        message: `JupiterOne ended the job ${upload.jobId} as ${upload.status}.`,
        isDefect: false,
      }
    : undefined;
}

function resultOf({
  failure,
  upload,
  steps,
  partialTypes,
}: Outcome): Report['result'] {
  if (failure !== undefined || (upload && JOB_FAILED.test(upload.status))) {
    return 'failed';
  }
  const isComplete =
    partialTypes.length === 0 &&
    steps.every(({ status }) => ENDED_WELL.has(status));
  return isComplete ? 'complete' : 'partial';
}

/** The warnings, and of the failed steps those that no warning explains. */
function problemsIn(events: readonly JobEvent[]): string[] {
  const warnings = new Set(
    events
      .filter(({ name }) => name.startsWith('warn_'))
      .map(({ description }) => description),
  );
  const unexplained = events.filter(
    ({ name, description }) =>
      name === 'step_failure' &&
      ![...warnings].some((warning) => description.includes(inJson(warning))),
  );
  return [...warnings, ...unexplained.map(({ description }) => description)];
}

function failedStepsIn(events: readonly JobEvent[]): Report['failedSteps'] {
  return events.flatMap(({ name, description }) => {
    const step = /^Step "(.*?)" failed /.exec(description)?.[1];
    const code = CODE.exec(description)?.[1];
    return name === 'step_failure' && step !== undefined && code !== undefined
      ? [{ name: step, code }]
      : [];
  });
}

function notAllowedIn(events: readonly JobEvent[]): string[] {
  return events.flatMap(({ name, description }) => {
    const step = /^Skipped step "(.*?)"\. The required permission/.exec(
      description,
    )?.[1];
    return name === 'step_skip' && step !== undefined ? [step] : [];
  });
}

/** As it stands within a string of the SDK's events, which it quotes as JSON. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The report in at most ten lines. */
export function reportText(report: Report, workingDirectory: string): string {
  const lines = [
    headline(report, workingDirectory),
    ...problemLines(report.problems),
  ];
  if (report.notAllowed.length > 0) {
    lines.push(
      `Not collected, because the API key's scopes do not allow it: ${report.notAllowed.join(', ')}.`,
    );
  }
  if (report.result === 'partial') {
    lines.push(
      `JupiterOne keeps what it had of: ${report.partialTypes.join(', ')}.`,
    );
  }
  return lines.join('\n').split('\n').slice(0, MOST_LINES).join('\n');
}

function headline(report: Report, workingDirectory: string): string {
  const { result, entities, relationships, upload, failure, steps } = report;
  if (failure !== undefined) {
    return `Failed: ${failure.message}`;
  }
  const graph = path.relative(workingDirectory, report.graph) || '.';
  const where =
    upload === undefined
      ? `are in ${graph}`
      : `were uploaded to JupiterOne (job ${upload.jobId}) and are in ${graph}`;
  const what = `${entities} entities and ${relationships} relationships ${where}`;
  if (result === 'complete') {
    return `Complete: ${what}.`;
  }
  const bad = steps.filter(({ status }) => !ENDED_WELL.has(status)).length;
  return `Partial: ${what}, but ${bad} of ${steps.length} steps missed something.`;
}

function problemLines(problems: readonly string[]): string[] {
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map((problem) => `- ${problem.replaceAll('\n', ' ')}`);
  const more = problems.length - MOST_PROBLEMS;
  return more > 0
    ? [...lines, `- and ${more} more: --verbose or --json shows them.`]
    : lines;
}
