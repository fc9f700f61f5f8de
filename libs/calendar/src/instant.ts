import { isCivilDate } from './civil-date.js';

declare const instantBrand: unique symbol;

/**
 * A moment in UTC as RFC 3339 text with exactly milliseconds, 'YYYY-MM-DDTHH:mm:ss.sssZ', years 1000 to 2999.
 * Compares as text.
 */
export type Instant = string & { readonly [instantBrand]: true };

/** The first moment the calendar knows. */
export const earliestInstant = '1000-01-01T00:00:00.000Z' as Instant;

/** The last moment the calendar knows. */
export const latestInstant = '2999-12-31T23:59:59.999Z' as Instant;

const earliestMs = Date.parse(earliestInstant);
const latestMs = Date.parse(latestInstant);
const minuteMs = 60_000;

const withZone =
  /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/;

/**
 * Reads an RFC 3339 date and time and gives the same moment in UTC. What is finer than a millisecond is cut off.
 * @returns undefined where the zone is left out (neither Z nor ±hh:mm), where the day or the time does not exist
 * (a leap second included), or where the moment is outside the years 1000 to 2999 in UTC.
 */
export function parseInstant(text: string): Instant | undefined {
  const read = withZone.exec(text);
  if (!read) return undefined;
  const [, day, time, fraction = '', sign, hours, minutes] = read;
  if (!isCivilDate(day)) return undefined;
  const asIfUtc = Date.parse(`${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  const aheadOfUtc = sign ? (Number(hours) * 60 + Number(minutes)) * minuteMs : 0;
  const ms = sign === '-' ? asIfUtc + aheadOfUtc : asIfUtc - aheadOfUtc;
  return ms >= earliestMs && ms <= latestMs ? instantOf(ms) : undefined;
}

/** Whether a value is already the text of an instant, in UTC and with exactly milliseconds. */
export function isInstant(text: unknown): text is Instant {
  return typeof text === 'string' && parseInstant(text) === text;
}

/**
 * The text as an instant, in UTC.
 * @throws RangeError where `parseInstant` cannot read it; the message says how to write it.
 */
export function instant(text: string): Instant {
  const read = parseInstant(text);
  if (read !== undefined) return read;
  throw new RangeError(
    `${JSON.stringify(text)} is not an instant: write a real date, time and zone, like 2014-03-21T14:30:00Z or 2014-04-15T14:30:00+01:00`,
  );
}

/**
 * The instant so many milliseconds after 1970-01-01T00:00:00.000Z.
 * @throws RangeError where the number is not whole, or the moment is outside the years 1000 to 2999.
 */
export function instantOf(epochMs: number): Instant {
  if (!Number.isInteger(epochMs) || epochMs < earliestMs || epochMs > latestMs) {
    throw new RangeError(
      `${epochMs} is not an instant: give whole milliseconds since 1970 from ${earliestMs} (${earliestInstant}) to ${latestMs} (${latestInstant})`,
    );
  }
  return new Date(epochMs).toISOString() as Instant;
}

/** Whole milliseconds since 1970-01-01T00:00:00.000Z; negative before. */
export function epochMs(instant: Instant): number {
  return Date.parse(instant);
}
