import {
  civilDate,
  instant,
  isCivilDate,
  londonDate,
  parseInstant,
  type CivilDate,
  type Instant,
} from '#calendar';
import { badRequest, type WrongField } from '#problem';
import type { Filters } from './filters.js';

/** The dates of a question, and a position the answer must have reached. */
export interface Question {
  readonly asAt: CivilDate;
  readonly asAtGiven: boolean;
  readonly knownAt: CivilDate | Instant | undefined;
  readonly minPosition: string | undefined;
  /** The position beyond which nothing is known, whatever is asked: that of a report. */
  readonly pinnedTo?: string;
  readonly format: 'json' | 'csv';
  /** Whether a CSV is for people, who meet pounds; programs read pence. */
  readonly inPounds: boolean;
  /** The filters that were given, each once. */
  readonly filters: Readonly<Record<string, string>>;
}

/** What every view may be asked. */
const everywhere = ['asAt', 'knownAt', 'minPosition', 'format', 'money'];

/** How an instant or a date is written where a state of knowledge is meant. */
export const howToWriteKnown =
  'must be a date written like 2014-04-15, or an instant with its zone like 2014-04-15T12:00:00Z';

/** Today in London. */
export function today(): CivilDate {
  return londonDate(instant(new Date().toISOString()));
}

/** A state of knowledge as it is asked for: a date, meaning its end in London, or an instant. Undefined where it is neither. */
export function parseKnown(text: string): CivilDate | Instant | undefined {
  return isCivilDate(text) ? civilDate(text) : parseInstant(text);
}

/** Whether a text may be a position at all. Whether it is one, the record says: each store writes them in its own way. */
export function isPositionLike(text: string): boolean {
  return /^[0-9.-]{1,200}$/.test(text);
}

/**
 * Holds a query of an address that is no view to the names it knows, each of them given once. Throws 400 that names every
 * other, and what is given twice: of two values one would be left out in silence.
 */
export function mustAskOnly(query: Readonly<Record<string, unknown>>, ...known: readonly string[]): void {
  const says = known.length > 0 ? `this address knows ${known.join(', ')}` : 'this address asks nothing more';
  const wrong = Object.entries(query).flatMap(([field, value]): WrongField[] => {
    if (!known.includes(field)) return [{ field, problem: `${field} is not asked here: ${says}` }];
    return Array.isArray(value) ? [{ field, problem: `${field} is given more than once: give it once` }] : [];
  });
  if (wrong.length > 0) throw badRequest('query-wrong', wrong);
}

/**
 * Reads a query strictly: a name nobody knows, a name given twice or a date that is none is refused, because an
 * answer for another date than the one meant is worse than none.
 *
 * @throws Problem 400, naming every field that is wrong
 */
export function questionOf(
  query: Readonly<Record<string, unknown>>,
  accept: string | undefined,
  filters: Filters = {},
): Question {
  const wrong: WrongField[] = [];
  const refuse = (field: string, how: string) => wrong.push({ field, problem: `${field} ${how}` });
  const given = new Map<string, string>();
  const names = [...everywhere, ...Object.keys(filters)];
  for (const [name, value] of Object.entries(query)) {
    if (!names.includes(name)) refuse(name, `is not asked here: this address knows ${names.join(', ')}`);
    else if (typeof value !== 'string') refuse(name, 'is given more than once: give it once');
    else given.set(name, value);
  }
  const asAt = given.get('asAt');
  if (asAt !== undefined && !isCivilDate(asAt)) refuse('asAt', 'must be a date written like 2013-10-15');
  const knownAt = given.get('knownAt');
  const known = knownAt === undefined ? undefined : parseKnown(knownAt);
  if (knownAt !== undefined && known === undefined) refuse('knownAt', howToWriteKnown);
  const minPosition = given.get('minPosition');
  if (minPosition !== undefined && !isPositionLike(minPosition)) {
    refuse('minPosition', 'must be a position as an answer gave it');
  }
  const format = given.get('format') ?? (accept?.includes('text/csv') ? 'csv' : 'json');
  if (format !== 'json' && format !== 'csv') refuse('format', 'must be json or csv');
  const money = given.get('money') ?? 'pence';
  if (money !== 'pence' && money !== 'pounds') refuse('money', 'must be pence or pounds');
  if (money === 'pounds' && format === 'json')
    refuse('money', 'must be pence, or be left out: only a CSV is in pounds');
  for (const [name, filter] of Object.entries(filters)) {
    const text = given.get(name);
    const how = text === undefined ? undefined : filter.problem(text);
    if (how !== undefined) refuse(name, how);
  }
  if (wrong.length > 0) throw badRequest('query-wrong', wrong);
  return {
    asAt: asAt === undefined ? today() : civilDate(asAt),
    asAtGiven: asAt !== undefined,
    knownAt: known,
    minPosition,
    format: format as 'json' | 'csv',
    inPounds: money === 'pounds',
    filters: Object.fromEntries(
      [...given].flatMap(([name, text]) => {
        const filter = filters[name];
        return filter ? [[name, filter.read?.(text) ?? text]] : [];
      }),
    ),
  };
}
