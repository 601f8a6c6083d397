import type { Form } from './form';
import { REFUSED } from './form';

/** Every day of the calendar but the 29th of February. */
const DAY =
  /\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)/;

/** What nearly all timestamps of Heroku look like. */
const NORMAL = new RegExp(
  `^${DAY.source}T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$`,
);

/** ISO 8601, or as certificates have it, `2030-01-31 23:59:59 UTC`. */
const TIMESTAMP =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?: ?(Z|UTC|[+-]\d\d:?\d\d))?)?$/;

/**
 * A date and time, decoded to ISO 8601. A time without a zone is UTC. An empty string tells nothing: Heroku sends it
 * for what has not happened. A day that is in no calendar is refused.
 *
 * JavaScript alone would read a date into any words with a number behind them, take a time without a zone as local
 * time, and make the 30th of February the 1st of March.
 */
export const timestamp: Form<string> = {
  decode: (value) => {
    if (typeof value !== 'string') {
      return REFUSED;
    }
    return value === '' ? undefined : (normalise(value) ?? REFUSED);
  },
};

/** A date and time that Heroku promises no form for. Text of another form tells nothing. */
export const freeTimestamp: Form<string> = {
  decode: (value) => (typeof value === 'string' ? normalise(value) : REFUSED),
};

/** The time in ISO 8601; `undefined` where it is none. */
function normalise(value: string): string | undefined {
  if (NORMAL.test(value)) {
    return value;
  }
  const [, date, time, zone = 'UTC'] = TIMESTAMP.exec(value) ?? [];
  if (date === undefined || !isInCalendar(date)) {
    return undefined;
  }
  const normal =
    time === undefined ? date : `${date}T${time}${zone === 'UTC' ? 'Z' : zone}`;
  return Number.isNaN(Date.parse(normal)) ? undefined : normal;
}

function isInCalendar(date: string): boolean {
  const time = Date.parse(date);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
