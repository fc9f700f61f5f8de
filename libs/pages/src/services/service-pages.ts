import type { RowOfKind } from '#read-model';
import { dataAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import { amount, fact, heldOn, thing } from '../facts.js';
import { filterForm } from '../filter-form.js';
import { inOrderOfName, rowsOf } from '#views';
import type { NameOf } from '../names.js';
import { namesTables } from '../names-log.js';
import { table, type Cell, type Table } from '../table.js';
import type { ThingPages } from '../things/thing-pages.js';
import { inWords, sentence } from '../words.js';
import { budgetsTable } from './budgets-table.js';

/** The pages of the services under review, with their budgets. */
export const servicePages: ThingPages<'service'> = {
  name: 'services',
  kind: 'service',
  section: 'reviews',
  list({ where, rows, filters, nameOf, asking }) {
    const tranches = asking.reader.parts.list(where.programme, 'tranche', asking.moment);
    const fields = [
      { name: 'directorate', label: 'Directorate' },
      {
        name: 'tranche',
        label: 'Tranche',
        options: inOrderOfName(tranches).map(({ id, name }) => ({ value: id, text: name })),
      },
    ];
    return {
      heading: 'Services under review',
      filters: filterForm(where, 'services', fields, filters),
      shown: [{ table: servicesTable(where, rows, nameOf, filters) }],
    };
  },
  async one(facts) {
    const { where, part, nameOf, asking } = facts;
    const service = part;
    const reviews = rowsOf('reviews', await asking.view('reviews', undefined, { service: service.id }));
    return {
      name: service.name,
      facts: [
        ...fact('Directorate', service.directorate),
        ...fact('Tranche', thing('tranche', service.tranche, where, nameOf)),
        ...fact('Heading', service.heading && sentence(service.heading)),
        ...fact('Registered', heldOn(service.registered)),
        ...fact('Withdrawn', heldOn(service.withdrawn), service.withdrawn?.reason),
        ...fact('Source', service.source),
      ],
      shown: [
        { table: budgetsTable(service.budgets) },
        ...namesTables(facts, service.withdrawn).map((log) => ({ table: log })),
        { table: reviewsOf(where, reviews, { service: service.id }) },
      ],
    };
  },
};

/** Services as a table, wherever they are listed. */
export function servicesTable(
  where: Where,
  rows: readonly RowOfKind<'service'>[],
  nameOf: NameOf,
  filters: Readonly<Record<string, string>> = {},
): Table {
  const cells = inOrderOfName(rows).map((row): Cell[] => [
    {
      text: row.name,
      href: thingAddress(where, 'service', row.id),
      ...(row.withdrawnOn !== null && { tag: 'withdrawn' }),
    },
    row.tranche === null ? '' : nameOf('tranche', row.tranche),
    sentence(row.heading ?? ''),
    {
      text: row.budgetYear ?? '',
      ...(row.budgetProvenance === 'illustrative' && { tag: 'illustrative' }),
    },
    amount(row.grossPence),
    amount(row.netPence),
    amount(row.notStatedPence),
  ]);
  return table(
    'Services',
    ['Service', 'Tranche', 'Heading', 'Latest budget', 'Gross', 'Net', 'Not stated'],
    cells,
    {
      empty: Object.keys(filters).length > 0 ? 'No service is like that.' : 'No service is on the record.',
      csv: dataAddress(where, 'services', { ...filters, format: 'csv' }),
      numeric: [4, 5, 6],
    },
  );
}

/** Reviews as a table on the page of something they are of. */
export function reviewsOf(
  where: Where,
  rows: readonly RowOfKind<'review'>[],
  filters: Readonly<Record<string, string>>,
): Table {
  return table(
    'Reviews',
    ['Review', 'Stage', 'Preferred option'],
    inOrderOfName(rows).map((row): Cell[] => [
      {
        text: row.name,
        href: thingAddress(where, 'review', row.id),
        ...(row.standing !== 'active' && { tag: row.standing }),
      },
      sentence(inWords(row.stage)),
      row.preferredOptionTitle ?? '',
    ]),
    {
      empty: 'No review is on the record.',
      csv: dataAddress(where, 'reviews', { ...filters, format: 'csv' }),
    },
  );
}
