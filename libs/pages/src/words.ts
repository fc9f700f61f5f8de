import {
  describeDate,
  describeInstant,
  isCivilDate,
  londonDate,
  type CivilDate,
  type DatePrecision,
  type Instant,
} from '#calendar';

export { millions, pounds } from '#fields';
export { entryInWords } from '#programme';

/** A day in words: '21 March 2014'. Whatever is no date stays as it is. */
export function day(date: string): string {
  return isCivilDate(date) ? describeDate(date, 'day') : date;
}

/** A date no closer than it is known, marked where it is made up; nothing where there is none. */
export function dated(
  date: string | null | undefined,
  precision?: string | null,
  provenance?: string | null,
): string {
  if (date === null || date === undefined) return '';
  return marked(describeDate(date as CivilDate, (precision ?? 'day') as DatePrecision), provenance);
}

/** The day in London of an instant, in words. */
export function recordedOn(instant: string): string {
  return day(londonDate(instant as Instant));
}

/** A moment in words, by the clock in London: '1 July 2026, 00:30 BST'. */
export function recordedAt(instant: string): string {
  return describeInstant(instant as Instant);
}

/** A state of knowledge in words: a date, or a moment by the clock in London, as exactly as it was meant. */
export function known(text: string): string {
  return isCivilDate(text) ? day(text) : describeInstant(text as Instant, 'exactly');
}

/** Words that people write with a hyphen of their own; who calls a decision in does without. */
const hyphened = /\b(call in(?! decision)|non cashable|one off)\b/g;

/** A kebab-case word as words. A setting that programs know in pence is met in pounds. */
export function inWords(name: string): string {
  return name
    .replace(/-pence$/, '')
    .replaceAll('-', ' ')
    .replace(hyphened, (words) => words.replace(' ', '-'));
}

/** The first letter made a capital. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words with a mark where what they say was made up for a demonstration. */
export function marked(words: string, provenance: string | null | undefined): string {
  return provenance === 'illustrative' ? `${words} (illustrative)` : words;
}

/** A count with its noun: '1 entry', '3 entries'. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
