import type { ServicePart } from '#programme';
import { amount, heldOn } from '../facts.js';
import { table, type Cell, type Table } from '../table.js';

/** Budgets by year, each basis by itself. */
export function budgetsTable(budgets: ServicePart['budgets']): Table {
  return table(
    'Budgets',
    ['Year', 'Price base', 'Gross', 'Net', 'Not stated', 'Set', 'Source'],
    budgets.map((one): Cell[] => [
      { text: one.year, ...(one.set.provenance === 'illustrative' && { tag: 'illustrative' }) },
      one.priceBase ?? 'Not stated',
      amount(one.gross),
      amount(one.net),
      amount(one.notStated),
      heldOn(one.set),
      one.source ?? '',
    ]),
    { empty: 'None is on the record.', numeric: [2, 3, 4] },
  );
}
