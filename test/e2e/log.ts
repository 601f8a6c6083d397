import { stripVTControlCharacters } from 'node:util';

/** One record of the log that the CLI prints. */
export interface LogRecord {
  /** `HH:MM:SS.mmmZ` */
  time: string;
  level: 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'FATAL';
  /** `Local` in `collect`, `local` in `run`. */
  logger: string;
  /** The message with its short fields in parentheses after it, as printed. */
  message: string;
  /** The lines below it: objects, stack traces. */
  details: string;
}

const FIRST_LINE =
  /^(\d\d:\d\d:\d\d\.\d{3}Z)\s+(TRACE|DEBUG|INFO|WARN|ERROR|FATAL)\s+([^:]+):\s?(.*)$/;

/**
 * Reads the records out of what the CLI printed. Its colours are taken out; lines before the first record are not part
 * of the log.
 */
export function parseLog(output: string): LogRecord[] {
  const records: LogRecord[] = [];
  for (const line of stripVTControlCharacters(output).split('\n')) {
    const [, time, level, logger, message] = FIRST_LINE.exec(line) ?? [];
    const last = records.at(-1);
    if (time && level && logger && message !== undefined) {
      records.push({
        time,
        level: level as LogRecord['level'],
        logger,
        message,
        details: '',
      });
    } else if (last) {
      last.details += `${line}\n`;
    }
  }
  return records;
}
