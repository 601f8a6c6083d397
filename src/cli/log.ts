/** One line of the SDK's log, which it writes as JSON. */
export interface LogRecord {
  /** 30 is info, 40 a warning, 50 an error. */
  level: number;
  time: string;
  msg: string;
  err?: { message?: string; stack?: string };
  [field: string]: unknown;
}

const LEVELS: Record<number, string> = {
  10: 'TRACE',
  20: 'DEBUG',
  30: 'INFO',
  40: 'WARN',
  50: 'ERROR',
  60: 'FATAL',
};
const WARN = 40;

/** In every record, and of no use to a reader. */
const BORING = new Set([
  'name',
  'hostname',
  'pid',
  'v',
  'level',
  'time',
  'msg',
]);

/** @returns undefined for what is no record: something that wrote to the output by itself */
export function parseRecord(line: string): LogRecord | undefined {
  if (!line.startsWith('{')) {
    return undefined;
  }
  try {
    const record = JSON.parse(line) as Partial<LogRecord>;
    return typeof record.level === 'number' && typeof record.msg === 'string'
      ? (record as LogRecord)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a record says what neither the report nor a job event says: a warning or an error that the SDK, or a
 * library, has logged by itself.
 */
export function needsAttention(record: LogRecord): boolean {
  return (
    record.level >= WARN &&
    record.errorId === undefined &&
    record.eventName === undefined
  );
}

/** The time, the level and the message. */
export function shortLine({ time, level, msg }: LogRecord): string {
  const clock = time.slice(11, 19);
  return `${clock} ${(LEVELS[level] ?? String(level)).padEnd(5)} ${msg}`;
}

/** A record with all its fields, and the stack of its error on lines of its own. */
export function longLine(record: LogRecord): string {
  const { err, ...rest } = record;
  const fields = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !BORING.has(name)),
  );
  const parts = [shortLine(record)];
  if (Object.keys(fields).length > 0) {
    parts.push(` ${JSON.stringify(fields)}`);
  }
  const stack = err?.stack ?? err?.message;
  if (stack !== undefined) {
    parts.push(`\n  ${stack.replaceAll('\n', '\n  ')}`);
  }
  return parts.join('');
}
