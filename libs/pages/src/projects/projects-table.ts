import type { Row } from '#read-model';
import { dataAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import { inOrderOfName } from '#views';
import type { NameOf } from '../names.js';
import { table, type Cell, type Table } from '../table.js';
import { day, inWords, sentence } from '../words.js';

/** Projects as a table, wherever they are listed. */
export function projectsTable(
  where: Where,
  rows: readonly Row[],
  nameOf: NameOf,
  filters: Readonly<Record<string, string>> = {},
): Table {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const cells = inOrderOfName(rows).map((row): Cell[] => [
    {
      text: text(row['name']),
      href: thingAddress(where, 'project', text(row['id'])),
      ...(row['illustrative'] === true && { tag: 'illustrative' }),
    },
    {
      text: nameOf('portfolio', text(row['portfolio'])),
      href: thingAddress(where, 'portfolio', text(row['portfolio'])),
    },
    row['status'] === 'closed'
      ? `Closed, ${day(text(row['closedOn']))}`
      : sentence(inWords(text(row['stage']))),
    day(text(row['charteredOn'])),
    row['review'] === null
      ? ''
      : {
          text: nameOf('review', text(row['review'])),
          href: thingAddress(where, 'review', text(row['review'])),
        },
  ]);
  return table('Projects', ['Project', 'Portfolio', 'Stage', 'Chartered', 'From review'], cells, {
    empty: Object.keys(filters).length > 0 ? 'No project is like that.' : 'No project is on the record.',
    csv: dataAddress(where, 'projects', { ...filters, format: 'csv' }),
  });
}
