import {
  civilDate,
  instant,
  isCivilDate,
  londonDate,
  parseInstant,
  type CivilDate,
  type Instant,
} from '#calendar';
import { badRequest, type WrongField } from '../problem.js';

/** The dates of a question, and a position the answer must have reached. */
export interface Question {
  readonly asAt: CivilDate;
  readonly asAtGiven: boolean;
  readonly knownAt: CivilDate | Instant | undefined;
  readonly minPosition: string | undefined;
  readonly format: 'json' | 'csv';
  /** The further names that this view knows, each given at most once. */
  readonly further: Readonly<Record<string, string>>;
}

/** Today in London. */
export function today(): CivilDate {
  return londonDate(instant(new Date().toISOString()));
}

/**
 * Reads a query strictly: a name nobody knows, a name given twice or a date that is none is refused, because an
 * answer for another date than the one meant is worse than none.
 */
export function questionOf(
  query: Record<string, unknown>,
  accept: string | undefined,
  knows: readonly string[] = [],
): Question {
  const wrong: WrongField[] = [];
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(query)) {
    if (!['asAt', 'knownAt', 'minPosition', 'format', ...knows].includes(name)) {
      const names = ['asAt', 'knownAt', 'minPosition', 'format', ...knows].join(', ');
      wrong.push({ field: name, problem: `${name} is not asked here: this address knows ${names}` });
    } else if (typeof value !== 'string')
      wrong.push({ field: name, problem: `${name} is given more than once: give it once` });
    else given.set(name, value);
  }
  const asAt = given.get('asAt');
  if (asAt !== undefined && !isCivilDate(asAt)) {
    wrong.push({ field: 'asAt', problem: 'asAt must be a date written like 2013-10-15' });
  }
  const knownAt = given.get('knownAt');
  const known = knownAt === undefined ? undefined : isCivilDate(knownAt) ? knownAt : parseInstant(knownAt);
  if (knownAt !== undefined && known === undefined) {
    wrong.push({
      field: 'knownAt',
      problem:
        'knownAt must be a date written like 2014-04-15, or an instant with its zone like 2014-04-15T12:00:00Z',
    });
  }
  const minPosition = given.get('minPosition');
  if (minPosition !== undefined && !/^[0-9A-Za-z:-]{1,64}$/.test(minPosition)) {
    wrong.push({ field: 'minPosition', problem: 'minPosition must be a position as an answer gave it' });
  }
  const format = given.get('format') ?? (accept?.includes('text/csv') ? 'csv' : 'json');
  if (format !== 'json' && format !== 'csv')
    wrong.push({ field: 'format', problem: 'format must be json or csv' });
  if (wrong.length > 0) throw badRequest('query-wrong', wrong);
  return {
    asAt: asAt === undefined ? today() : civilDate(asAt),
    asAtGiven: asAt !== undefined,
    knownAt: known,
    minPosition,
    format: format as 'json' | 'csv',
    further: Object.fromEntries(
      knows.flatMap((name) => (given.has(name) ? [[name, given.get(name) as string]] : [])),
    ),
  };
}
