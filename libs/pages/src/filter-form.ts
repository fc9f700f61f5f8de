import { pageAddress, type Where } from './addresses-of-pages.js';
import { inWords, sentence } from './words.js';

export interface Field {
  readonly name: string;
  readonly label: string;
  /** The words it may hold, where it is not free text. */
  readonly options?: readonly (string | Option)[];
  /** What is said where none of them is chosen. */
  readonly any?: string;
}

/** A word that a field may hold, and how a page says it where that is not the word itself. */
interface Option {
  readonly value: string;
  readonly text: string;
}

/** A form that asks the same page again under filters, for the same pair of dates. */
export function filterForm(
  where: Where,
  path: string,
  fields: readonly Field[],
  given: Readonly<Record<string, string>>,
) {
  const { programme, asAt, knownAt } = where;
  const kept = Object.entries({ asAt, knownAt }).filter(([, value]) => value !== undefined);
  return {
    action: pageAddress({ programme }, path),
    kept: kept.map(([name, value]) => ({ name, value })),
    fields: fields.map(({ name, label, options, any = 'Any' }) => ({
      name,
      label,
      value: given[name] ?? '',
      ...(options && {
        options: [
          { value: '', text: any },
          ...options.map((one) =>
            typeof one === 'string' ? { value: one, text: sentence(inWords(one)) } : one,
          ),
        ],
      }),
    })),
    ...(Object.keys(given).length > 0 && { clear: pageAddress(where, path) }),
  };
}
