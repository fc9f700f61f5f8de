import { isCivilDate, parseFinancialYear } from '#calendar';
import { isId } from '#intake';
import { thingKinds } from '#programme';
import type { Row } from '#read-model';

/** A further name that a view's query may carry, and what may be said under it. */
export interface Filter {
  /** What it does, in a sentence. */
  readonly says: string;
  /** JSON Schema of its text. */
  readonly schema: Readonly<Record<string, unknown>>;
  /** The text as it is compared, where it can be written in more ways than one. */
  readonly read?: (text: string) => string;
  /** How to write it, where a text is none of it; undefined where it is. */
  problem(text: string): string | undefined;
}

export type Filters = Readonly<Record<string, Filter>>;

/**
 * Whether a row holds what is asked for, among others where it holds several.
 *
 * @param columnOf the column that a filter compares, where that has another name
 */
export function like(
  asked: Readonly<Record<string, string>>,
  columnOf: Readonly<Record<string, string>> = {},
): (row: Row) => boolean {
  const filters = Object.entries(asked);
  return (row) =>
    filters.every(([name, value]) => {
      const held = row[columnOf[name] ?? name];
      return Array.isArray(held) ? held.includes(value) : held === value;
    });
}

/** Any text up to 1,000 characters. */
export function anyText(says: string): Filter {
  return {
    says,
    schema: { type: 'string', maxLength: 1_000 },
    problem: (text) => (text.length <= 1_000 ? undefined : 'must be at most 1000 characters'),
  };
}

/** One of a few words. */
export function oneOf(says: string, words: readonly string[]): Filter {
  return {
    says,
    schema: { type: 'string', enum: words },
    problem: (text) => (words.includes(text) ? undefined : `must be one of: ${words.join(', ')}`),
  };
}

/** An id, as answers give them. One that is on the record of no thing finds nothing; what could be none is refused. */
export function anId(says: string): Filter {
  return {
    says,
    schema: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 200 },
    problem: (text) =>
      isId(text)
        ? undefined
        : 'must be an id as an answer gives it: small letters, digits and single hyphens',
  };
}

/** A kind of thing. */
export function aKind(says: string): Filter {
  return oneOf(says, thingKinds);
}

/** A civil date. */
export function aDate(says: string): Filter {
  return {
    says,
    schema: { type: 'string', format: 'date' },
    problem: (text) => (isCivilDate(text) ? undefined : 'must be a date written like 2013-10-15'),
  };
}

/** A whole number within bounds, both inclusive. */
export function wholeNumber(says: string, least: number, most: number): Filter {
  return {
    says,
    schema: { type: 'integer', minimum: least, maximum: most },
    problem: (text) =>
      /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most
        ? undefined
        : `must be a whole number from ${least} to ${most}`,
  };
}

/** A financial year in either spelling, or 'not-stated'. */
export function aSavingYear(says: string): Filter {
  const read = (text: string) => (text === 'not-stated' ? text : parseFinancialYear(text));
  return {
    says,
    schema: { type: 'string', examples: ['2015/16', '2015-16', 'not-stated'] },
    read: (text) => read(text) ?? text,
    problem: (text) =>
      read(text) === undefined ? "must be a financial year such as '2015/16', or 'not-stated'" : undefined,
  };
}

/** Ids of entries, as an answer gives them, with commas between. */
export function entryIds(says: string, most: number): Filter {
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  return {
    says,
    schema: { type: 'string' },
    problem: (text) => {
      const ids = text.split(',');
      return ids.length <= most && ids.every((one) => id.test(one))
        ? undefined
        : `must be at most ${most} ids of entries with commas between, as an answer gives them`;
    },
  };
}
