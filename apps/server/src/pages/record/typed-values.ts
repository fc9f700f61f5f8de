import { describeDate, parseDated } from '#calendar';
import { day } from '../words.js';

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

/** Whole pence as a person would type them: '£1,234.50', '£239,000,000'. */
export function typedPounds(pence: number): string {
  const digits = String(pence).padStart(3, '0');
  const pounds = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = digits.slice(-2);
  return `£${pounds}${rest === '00' ? '' : `.${rest}`}`;
}

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
