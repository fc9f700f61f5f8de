import type { RowOfKind } from '#read-model';
import { dataAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import { inOrderOfName } from '#views';
import type { NameOf } from '../names.js';
import { table, type Cell, type Table } from '../table.js';
import { day, inWords, sentence } from '../words.js';

/** Projects as a table, wherever they are listed. */
export function projectsTable(
  where: Where,
  rows: readonly RowOfKind<'project'>[],
  nameOf: NameOf,
  filters: Readonly<Record<string, string>> = {},
): Table {
  const cells = inOrderOfName(rows).map((row): Cell[] => [
    {
      text: row.name,
      href: thingAddress(where, 'project', row.id),
      ...(row.illustrative && { tag: 'illustrative' }),
    },
    { text: nameOf('portfolio', row.portfolio), href: thingAddress(where, 'portfolio', row.portfolio) },
    row.status === 'closed'
      ? `Closed, ${row.closedOn === null ? '' : day(row.closedOn)}`
      : sentence(inWords(row.stage)),
    day(row.charteredOn),
    row.review === null
      ? ''
      : { text: nameOf('review', row.review), href: thingAddress(where, 'review', row.review) },
  ]);
  return table('Projects', ['Project', 'Portfolio', 'Stage', 'Chartered', 'From review'], cells, {
    empty: Object.keys(filters).length > 0 ? 'No project is like that.' : 'No project is on the record.',
    csv: dataAddress(where, 'projects', { ...filters, format: 'csv' }),
  });
}
