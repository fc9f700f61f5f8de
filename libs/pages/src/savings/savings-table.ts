import type { RowOfKind } from '#read-model';
import { dataAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import { amount } from '../facts.js';
import { inOrderOfName } from '#views';
import type { NameOf } from '../names.js';
import { table, type Cell, type Table } from '../table.js';
import { inWords, sentence } from '../words.js';
import { kindInWords } from './savings-in-words.js';

const measures = ['identifiedPence', 'authorisedPence', 'deliveredPence', 'validatedPence'] as const;

/** Savings as a table, wherever they are listed. It has no total: savings of different kinds are never added together. */
export function savingsTable(
  where: Where,
  rows: readonly RowOfKind<'saving'>[],
  nameOf: NameOf,
  filters: Readonly<Record<string, string>> = {},
): Table {
  const cells = inOrderOfName(rows).map((row): Cell[] => [
    {
      text: row.name,
      href: thingAddress(where, 'saving', row.id),
      ...(row.illustrative && { tag: 'illustrative' }),
    },
    kindInWords(row),
    {
      text: sentence(inWords(row.status)),
      ...(row.standing !== 'active' && { tag: row.standing }),
    },
    row.portfolio === null
      ? ''
      : { text: nameOf('portfolio', row.portfolio), href: thingAddress(where, 'portfolio', row.portfolio) },
    ...measures.map((measure) => (row[measure] === 0 ? '' : amount(row[measure]))),
  ]);
  return table(
    'Savings',
    ['Saving', 'Kind', 'Status', 'Portfolio', 'Identified', 'Authorised', 'Delivered', 'Validated'],
    cells,
    {
      empty: Object.keys(filters).length > 0 ? 'No saving is like that.' : 'No saving is on the record.',
      csv: dataAddress(where, 'savings', { ...filters, format: 'csv' }),
      numeric: [4, 5, 6, 7],
    },
  );
}
