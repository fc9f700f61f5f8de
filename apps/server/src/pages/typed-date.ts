import { isCivilDate, parseDated, parseInstant } from '#calendar';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** How a person is asked to write a date. */
export const howToTypeADate = 'must be a date, such as 31 March 2014 or 2014-03-31';

/**
 * A date as a person types it, as an address holds it: '31 March 2014', '31/3/2014' and '2014-03-31' are the same day.
 * An instant with its zone stays one. Undefined where it is neither.
 */
export function readTypedDate(text: string): string | undefined {
  const typed = text.trim();
  if (isCivilDate(typed)) return typed;
  const [, dayOfMonth, month = '', year] =
    /^(\d{1,2})[\s/.-]+([a-z]+|\d{1,2})[\s/.-]+(\d{4})$/i.exec(typed) ?? [];
  if (dayOfMonth !== undefined) {
    const date = `${year}-${monthNumber(month)}-${dayOfMonth.padStart(2, '0')}`;
    return isCivilDate(date) ? date : undefined;
  }
  return parseInstant(typed) ?? readTypedInstant(typed);
}

/** How far the clocks of London are ahead of Greenwich, by the zone that a page shows beside a time. */
const aheadOfGreenwich: Readonly<Record<string, string>> = { GMT: '+00:00', BST: '+01:00', BDST: '+02:00' };

/** A moment as every page shows it, '1 July 2026, 00:30 BST', as an address holds it: what a form shows comes back from it. */
function readTypedInstant(typed: string): string | undefined {
  const [, on = '', time = '', zone = ''] =
    /^(.+?),? +(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?) +(gmt|bst|bdst)$/i.exec(typed) ?? [];
  const date = on === '' ? undefined : readTypedDate(on);
  if (date === undefined || !isCivilDate(date)) return undefined;
  const seconds = time.length === 5 ? ':00' : '';
  return parseInstant(`${date}T${time}${seconds}${aheadOfGreenwich[zone.toUpperCase()] ?? ''}`);
}

/** How a person is asked to write a date of which perhaps no more than the month or the year is known. */
export const howToTypeAPartDate = 'must be a date, such as 31 March 2014, or March 2014 or 2014';

/**
 * A date as a person types it, known to the day, the month or the year, as a command takes it: '27 March 2014' is
 * '2014-03-27', 'March 2014' and '3/2014' are '2014-03', '2014' stays. Undefined where it is none.
 */
export function readTypedPartDate(text: string): string | undefined {
  const typed = text.trim();
  const [, month = '', year] = /^([a-z]+|\d{1,2})[\s/.-]+(\d{4})$/i.exec(typed) ?? [];
  const read = year === undefined ? typed : `${year}-${monthNumber(month)}`;
  if (parseDated(read) !== undefined) return read;
  const day = readTypedDate(typed);
  return day !== undefined && isCivilDate(day) ? day : undefined;
}

function monthNumber(month: string): string {
  if (/^\d/.test(month)) return month.padStart(2, '0');
  const at = month.length < 3 ? -1 : months.findIndex((name) => name.startsWith(month.toLowerCase()));
  return String(at + 1).padStart(2, '0');
}
