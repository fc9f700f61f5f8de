import { isCivilDate, noSuchDay, parseDated, parseInstant } from '#calendar';

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);

/** How a person is asked to write a date. */
export const howToTypeADate = 'must be a date, such as 31 March 2014 or 2014-03-31';

/**
 * A date as a person or a spreadsheet writes it, as an address holds it: '31 March 2014', '31/3/2014', '31-Mar-14' and
 * '2014-03-31' are the same day, and the day comes first. An instant with its zone stays one. Undefined where it is
 * neither, or could be more days than one: '3/4/14' is.
 */
export function readTypedDate(text: string): string | undefined {
  const typed = text.trim();
  const date = dateIn(partsOf(typed));
  return date ?? parseInstant(typed) ?? readTypedInstant(typed);
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
 * '2014-03-27', 'March 2014', '3/2014' and a spreadsheet's 'Mar-14' are '2014-03', '2014' stays. Undefined where it is none.
 */
export function readTypedPartDate(text: string): string | undefined {
  const typed = text.trim();
  const [, named, short] = /^([a-z]{3})-(\d{2})$/i.exec(typed) ?? [];
  const [, month = named ?? '', year = short && century(short)] =
    /^([a-z]+|\d{1,2})[\s/.-]+(\d{4})$/i.exec(typed) ?? [];
  const read = year === undefined ? typed : `${year}-${monthNumber(month)}`;
  if (parseDated(read) !== undefined) return read;
  return dateIn(partsOf(typed));
}

/**
 * What is wrong with a date that was typed, as a sentence about the field it was typed into.
 *
 * @param how the rest of 'it must be a date, such as …', where nothing closer can be said
 */
export function wrongDate(label: string, text: string, how = howToTypeADate): string {
  const typed = text.trim();
  const parts = partsOf(typed);
  if (!parts) return `${label} ${how}`;
  const { day, month, year } = parts;
  if (isShort(parts))
    return `${label}: ${typed} could be more days than one: write the month as a word or the year in full, such as 12 March 2014`;
  const number = Number(monthNumber(month));
  if (months[number - 1] === undefined)
    return /^\d/.test(month)
      ? `${label}: ${typed} is no date: write the day first, then the month, such as 31 March 2014`
      : `${label}: ${typed} is no date: no month is called ${month}`;
  const because = noSuchDay(Number(fullYear(year)), number, Number(day));
  return because === undefined ? `${label} ${how}` : `${label}: ${because}`;
}

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** A day, a month and a year, whether or not there is such a day; undefined where the text has another shape. */
function partsOf(typed: string): Parts | undefined {
  const [, isoYear, isoMonth = '', isoDay = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? [];
  if (isoYear !== undefined) return { day: isoDay, month: isoMonth, year: isoYear };
  const [, day, month = '', year = ''] =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+([a-z]+|\d{1,2})[\s/.-]+(\d{4}|\d{2})$/i.exec(typed) ?? [];
  return day === undefined ? undefined : { day, month, year };
}

function dateIn(parts: Parts | undefined): string | undefined {
  if (!parts || isShort(parts)) return undefined;
  const date = `${fullYear(parts.year)}-${monthNumber(parts.month)}-${parts.day.padStart(2, '0')}`;
  return isCivilDate(date) ? date : undefined;
}

/** Whether all three are of at most two digits, so that nobody can tell which is which. */
const isShort = ({ month, year }: Parts): boolean => year.length === 2 && /^\d/.test(month);

const fullYear = (year: string): string => (year.length === 2 ? century(year) : year);

/** A year of two digits as spreadsheets read it: 00 to 29 are of this century, 30 to 99 of the last. */
const century = (year: string): string => `${Number(year) < 30 ? '20' : '19'}${year}`;

function monthNumber(month: string): string {
  if (/^\d/.test(month)) return month.padStart(2, '0');
  const at = month.length < 3 ? -1 : months.findIndex((name) => name.startsWith(month.toLowerCase()));
  return String(at + 1).padStart(2, '0');
}
