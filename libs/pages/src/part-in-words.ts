import { isCivilDate, isInstant } from '#calendar';
import { fieldInWords, isMoney, isWord, kindsNamedBy, modelInWords, wholeOf } from './field-words.js';
import { notOnRecord, type Names } from './names.js';
import type { Cell } from './table.js';
import { dated, day, inWords, pounds, recordedAt, sentence } from './words.js';

/** A value in words, under its name in words: a line of a page. */
export interface Line {
  readonly name: string;
  readonly says: Cell;
}

type Fields = Readonly<Record<string, unknown>>;

/** The day that an object tells, under one of these; `precision` and `provenance` beside it belong to it. */
const dayFields = ['on', 'from', 'takenOn', 'effectiveOn'];

/**
 * What is recorded of a thing, or in an entry, as lines: dates no closer than they are known, money in pounds, codes as
 * words, and what an id names under its name and with its page.
 *
 * @param left names of fields at the top that the page says elsewhere
 */
export function linesInWords(part: object | undefined, names: Names, left: readonly string[] = []): Line[] {
  const lines: Line[] = [];
  const add = (path: readonly string[], says: Cell) =>
    lines.push({ name: sentence(path.filter((one) => one !== '').join(', ')), says });
  const whole = part as Fields;
  const walk = (field: string, value: unknown, path: readonly string[], beside: Fields): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
      if (value.length === 0) add(path, 'none');
      for (const [n, item] of value.entries()) {
        walk(
          field,
          item,
          value.length > 1 || isFields(item) ? [...path, nameOf(item, n, names, whole)] : path,
          beside,
        );
      }
    } else if (isFields(value)) {
      for (const [inside, held] of Object.entries(value)) {
        if (saidBeside(inside, value)) continue;
        const says = ['on', 'pence', 'amount', 'value'].includes(inside) ? '' : labelOf(inside, held);
        if (isNamedBy(inside, value, path)) continue;
        walk(inside, held, says === path.at(-1) ? path : [...path, says], value);
      }
    } else add(path, valueInWords(field, value, names, beside, whole));
  };
  for (const [field, value] of Object.entries(part ?? {})) {
    if (left.includes(field) || saidBeside(field, part as Fields)) continue;
    walk(field, value, [labelOf(field, value)], whole);
  }
  return lines;
}

/**
 * One value of a field in words, as a link where it names another thing.
 *
 * @param beside the fields that stand beside it
 * @param whole the outermost fields around it: an option is named within the review that they say
 */
export function valueInWords(
  field: string,
  value: unknown,
  names: Names,
  beside: Fields = {},
  whole: Fields = beside,
): Cell {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number')
    return isMoney(field, beside) ? pounds(value) : value.toLocaleString('en-GB');
  if (typeof value !== 'string') return '';
  if (isCivilDate(value)) return dayWithin(field, value, beside);
  if (isInstant(value)) return recordedAt(value);
  const named = namedUnder(field, value, names, whole);
  if (named) return named;
  if (field === 'model') return sentence(modelInWords(value));
  return isWord(field, value) ? sentence(inWords(value)) : value;
}

/**
 * What the id under a field names, with its page; that nothing on the record has it, where the field names one kind of thing
 * only. Undefined for what is no id.
 *
 * @param whole the outermost fields around it, or the kind and the id of the thing that has them
 */
export function namedUnder(
  field: string,
  id: string,
  names: Names,
  whole: Fields,
): { readonly text: string; readonly href?: string } | undefined {
  const kinds = kindsNamedBy(field);
  const outer = kinds.map(wholeOf).find((kind) => kind !== undefined);
  const within = outer === undefined ? undefined : whole[whole['kind'] === outer ? 'id' : outer];
  const named = names.of(kinds, id, typeof within === 'string' ? within : undefined);
  if (named) return named;
  const [kind, ...others] = kinds;
  // What a setting sets is one of a few words, and says itself whether it was ever set.
  if (kind === 'setting') return undefined;
  if (kind === undefined || others.length > 0 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return undefined;
  return { text: notOnRecord(kind) };
}

/** A field by its name in words, where that does not depend on what it holds. */
function labelOf(field: string, value: unknown): string {
  // A rating rests on a report or the like, where an amount is gross or net.
  if (field === 'basis' && typeof value === 'string' && !isWord(field, value)) return 'basis';
  // Who holds a power, where facts have their day.
  if (field === 'on' && typeof value === 'string' && !isCivilDate(value)) return 'conferred on';
  return fieldInWords(field);
}

/** The text of a cell, whatever else it carries. */
export function textOfCell(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  return typeof cell === 'object' ? cell.text : String(cell);
}

function dayWithin(field: string, value: string, beside: Fields): string {
  if (!dayFields.includes(field)) return day(value);
  const { precision, provenance } = beside;
  const on = dated(value, typeof precision === 'string' ? precision : 'day');
  return typeof provenance === 'string' ? `${on} (${provenance})` : on;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a field only says more of the day beside it. */
function saidBeside(field: string, within: Fields): boolean {
  if (field === 'kind') return true;
  if (field !== 'precision' && field !== 'provenance') return false;
  return dayFields.some((one) => isCivilDate(within[one]));
}

/** Whether a field inside an item of a list only repeats what the item is called by. */
function isNamedBy(field: string, item: Fields, path: readonly string[]): boolean {
  const value = item[field];
  if (field === 'id') return path.length > 1;
  return (
    ['title', 'name', 'stage', 'year'].includes(field) &&
    typeof value === 'string' &&
    path.at(-1) === (field === 'title' ? value : inWords(value))
  );
}

/** What tells an item of a list from the others. */
function nameOf(item: unknown, n: number, names: Names, whole: Fields): string {
  if (!isFields(item)) return String(n + 1);
  for (const field of [
    'title',
    'name',
    'id',
    'stage',
    'year',
    'unit',
    'member',
    'holder',
    'by',
    'option',
    'role',
  ]) {
    const value = item[field];
    if (typeof value === 'string') {
      return namedUnder(field, value, names, whole)?.text ?? (field === 'title' ? value : inWords(value));
    }
  }
  return String(n + 1);
}
