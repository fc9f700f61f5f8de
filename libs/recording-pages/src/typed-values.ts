import { day, pounds } from '#pages';
import { describeDate, parseDated } from '#calendar';

/** By how many places each word moves the point of an amount in pounds. */
const places: Readonly<Record<string, number>> = {
  '': 0,
  k: 3,
  thousand: 3,
  m: 6,
  million: 6,
  bn: 9,
  billion: 9,
};

/**
 * An amount as a person types it, in whole pence, exactly: '£1,234.50', '1234.5' and '1.2345k' are 123450. Undefined
 * where it is no amount, is below a penny in part, or is more than can be counted.
 */
export function readPounds(text: string): number | undefined {
  const [, whole, , fraction = '', word = ''] =
    /^£?\s*(\d+|\d{1,3}(,\d{3})+)(?:\.(\d+))?\s*([a-z]*)$/i.exec(text.trim()) ?? [];
  const moved = places[word.toLowerCase()];
  if (whole === undefined || moved === undefined) return undefined;
  const decimals = moved + 2;
  if (fraction.length > decimals) return undefined;
  const pence = Number(whole.replaceAll(',', '') + fraction.padEnd(decimals, '0'));
  return Number.isSafeInteger(pence) ? pence : undefined;
}

/**
 * What is wrong with an amount that was typed, as a sentence about the field it was typed into; undefined where nothing is.
 *
 * @param most the most that it may be, in pence
 */
export function wrongAmount(label: string, text: string, most = Number.MAX_SAFE_INTEGER): string | undefined {
  const typed = text.trim();
  const pence = readPounds(typed);
  if (pence !== undefined) return pence > most ? `${label} must be no more than ${pounds(most)}` : undefined;
  const unsigned = typed.replace(/^[-−–(]\s*(.*?)\)?$/, '$1').replace(/^£\s*[-−–]/, '£');
  if (unsigned !== typed && readPounds(unsigned) !== undefined)
    return `${label} must be £0 or more: ${typed} is below nothing`;
  if (/^£?[\d,]+\.\d{3,}$/.test(typed)) return `${label} must be in whole pennies, such as £1,234.50`;
  return `${label} must be an amount in pounds, such as £1,234.50`;
}

/**
 * Whether a number stands alone, so that nobody can tell whether pounds or pence are meant: '933520000'. A sign, a point,
 * commas between thousands or a word such as million say that it is pounds.
 */
export const saysNoMoney = (text: string): boolean => /^\d+$/.test(text.trim());

/** A whole number as a person types it; undefined where it is none. */
export function readWholeNumber(text: string): number | undefined {
  const typed = text.trim();
  if (!/^(\d+|\d{1,3}(,\d{3})+)$/.test(typed)) return undefined;
  const value = Number(typed.replaceAll(',', ''));
  return Number.isSafeInteger(value) ? value : undefined;
}

/** A date as a command has it, as a person types it: '2014-03' is 'March 2014'. */
export function typedDate(date: string): string {
  const dated = parseDated(date);
  return dated ? describeDate(dated.date, dated.precision) : day(date);
}

/** What a name becomes as an id: small letters, digits and single hyphens, 64 at most. Empty where nothing of it can. */
export function idFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 64)
    .replace(/-+$/, '');
}
