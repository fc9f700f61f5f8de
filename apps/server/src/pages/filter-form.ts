import { pageAddress, type Where } from './addresses-of-pages.js';
import { inWords, sentence } from './words.js';

interface Field {
  readonly name: string;
  readonly label: string;
  /** The words it may hold, where it is not free text. */
  readonly options?: readonly string[];
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
    fields: fields.map(({ name, label, options }) => ({
      name,
      label,
      value: given[name] ?? '',
      ...(options && {
        options: [
          { value: '', text: 'Any' },
          ...options.map((value) => ({ value, text: sentence(inWords(value)) })),
        ],
      }),
    })),
    ...(Object.keys(given).length > 0 && { clear: pageAddress(where, path) }),
  };
}
