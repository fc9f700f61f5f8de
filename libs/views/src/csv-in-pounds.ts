import { pounds } from '#fields';
import type { Row } from '#read-model';
import { csvOf } from './csv.js';
import { inOrderOfName } from './in-order.js';
import type { Lines } from './view.js';

/** The lists that pages show in the order of names; each other has an order of its own, or keeps that of programs. */
const listedByName = new Set([
  'portfolios',
  'projects',
  'reviews',
  'savings',
  'services',
  'tranches',
  'units',
]);

/**
 * A list as CSV for people: the same rows in the order in which pages show them, with every amount in pounds and '(£)' in
 * the heading of its column, so that a spreadsheet adds it up and nobody takes pence for pounds. What programs read keeps
 * pence, and its order.
 */
export function csvInPounds({ name, columns, rows }: Lines): string {
  const lines = listedByName.has(name) ? inOrderOfName(rows) : rows;
  const text =
    lines.length === 0
      ? `${Object.keys(columns).map(headingFor).join(',')}\n`
      : csvOf(lines.map(rowInPounds));
  // By this mark a spreadsheet reads the file as UTF-8, and the sign of pounds as it is.
  return `\uFEFF${text}`;
}

function rowInPounds(row: Row): Row {
  const { field, id } = row as { readonly field?: unknown; readonly id?: unknown };
  const isSetting = typeof id === 'string' && id.endsWith('-pence');
  // A line of a comparison names the field, or the unit of the total, that its sides are of.
  const isSide = (typeof field === 'string' && isMoney(field)) || (isSetting && field === 'value');
  const pairs = Object.entries(row).map(([column, value]): [string, unknown] => {
    if (isMoney(column)) return [headingFor(column), typeof value === 'number' ? plain(value) : value];
    const isAmount = (sides.includes(column) && isSide) || (column === 'value' && isSetting);
    return [
      column,
      isAmount ? amountOf(value) : holdsOthers.includes(column) ? readAndWritten(value) : value,
    ];
  });
  return Object.fromEntries(pairs);
}

const sides = ['before', 'after', 'effect'];

/** Columns whose cells are JSON. */
const holdsOthers = ['before', 'after', 'data', 'value', 'budgets', 'totals', 'years', 'profile'];

/** An amount as people write it, whether it stands as a number or as the JSON of one. */
function amountOf(value: unknown): unknown {
  const read = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof read === 'number' ? pounds(read) : readAndWritten(value);
}

/** A value with the amounts inside it as people write them; one that is JSON stays JSON. */
function readAndWritten(value: unknown): unknown {
  if (typeof value !== 'string') return inside(value);
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.stringify(inside(JSON.parse(value)));
  } catch {
    return value;
  }
}

/** What a column of amounts is called: 'grossPence' is 'gross (£)'. */
function headingFor(column: string): string {
  if (!isMoney(column)) return column;
  const called = column.replace(/pence$/i, '');
  return `${called === '' ? 'amount' : called} (£)`;
}

/** Fields that hold whole pence where they hold a number, whatever they are called. */
const amounts = new Set(['gross', 'net', 'notStated', 'cost', 'saving', 'savings', 'expenditure']);
const isMoney = (field: string): boolean => /pence$/i.test(field) || amounts.has(field);

/** Whole pence as a spreadsheet adds them up: 933520000 is 9335200.00. */
function plain(pence: number): string | number {
  // A text that begins with a minus would be taken for a formula, and marked.
  if (pence < 0) return Number(`-${plain(-pence)}`);
  const digits = String(pence).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A value that holds others, with the amounts in it as people write them. */
function inside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inside);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, held]) => {
      if (!isMoney(field) || typeof held !== 'number') return [field, inside(held)];
      return [field.replace(/pence$/i, '') || 'amount', pounds(held)];
    }),
  );
}
