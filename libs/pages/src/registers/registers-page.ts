import { ruleInWords, theRule } from '#programme';
import type { Row } from '#read-model';
import { dataAddress, pageAddress, type Where } from '../addresses-of-pages.js';
import { about } from '../entry-table.js';
import { fieldInWords } from '../field-words.js';
import { filterForm } from '../filter-form.js';
import { dataInWords } from '../history/history-section.js';
import { notOnRecord, type Names } from '../names.js';
import { valueInWords } from '../part-in-words.js';
import { cutTo, mostRows, table, type Cell } from '../table.js';
import { counted, entryInWords, inWords, sentence } from '../words.js';
import { purposes } from './purposes.js';

/** A register and what it lists. */
interface RegisterListed {
  readonly name: string;
  readonly says: string;
}

/** Every register, what it lists and what it is for. */
export function registersPage(where: Where, listed: readonly RegisterListed[]) {
  return {
    table: table(
      'Registers',
      ['Register', 'What it lists', 'What it is for'],
      listed.map(({ name, says }): Cell[] => [
        { text: titleOf(name), href: pageAddress(where, `registers/${name}`) },
        says,
        purposes[name]?.isFor ?? '',
      ]),
      { csv: dataAddress(where, 'registers', { format: 'csv' }) },
    ),
  };
}

export function titleOf(name: string): string {
  return purposes[name]?.title ?? sentence(inWords(name));
}

/** Columns that only say more of the one beside them, or repeat it. */
const beside = [
  'setsAside',
  'id',
  'precision',
  'chosenPrecision',
  'decisionDuePrecision',
  'illustrative',
  'title',
  'name',
];

const heads: Readonly<Record<string, string>> = {
  before: 'As it was then',
  after: 'As it is now',
  because: 'Where it stands',
  factAsAt: 'The fact as at',
  fields: 'What differs',
  judgedNow: 'Judged today',
  noticedOn: 'Notice published',
  stream: 'About',
  type: 'Entry',
  urgency: 'Which',
  maker: 'Taken by',
};

/** One register: what it is for, and its lines in words, each leading to its entries. */
export function registerPage(
  where: Where,
  { name, says }: { readonly name: string; readonly says: string },
  rows: readonly Row[],
  filters: Readonly<Record<string, string>>,
  known: readonly string[],
  names: Names,
) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (one) => !beside.includes(one),
  );
  const cells = rows
    .slice(0, mostRows)
    .map((row): Cell[] => columns.map((column) => cellOf(column, row, where, names)));
  const fields = known.map((field) => ({ name: field, label: sentence(fieldInWords(field)) }));
  return {
    heading: titleOf(name),
    isFor: purposes[name]?.isFor ?? '',
    says: `${says} ${counted(rows.length, 'line', 'lines')} on this day.`,
    filters: fields.length === 0 ? undefined : filterForm(where, `registers/${name}`, fields, filters),
    table: table(
      titleOf(name) + cutTo(rows.length),
      columns.map((column) => heads[column] ?? headOf(column)),
      cells,
      {
        empty:
          Object.keys(filters).length > 0
            ? 'No line is like that.'
            : 'Nothing is in this register on this day.',
        csv: dataAddress(where, `registers/${name}`, { ...filters, format: 'csv' }),
      },
    ),
    all: pageAddress(where, 'registers'),
  };
}

const headOf = (column: string): string => sentence(fieldInWords(column).replace(/ (on|at)$/, ''));

function cellOf(column: string, row: Row, where: Where, names: Names): Cell {
  const value = row[column];
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => fieldInWords(String(one))).join(', ');
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  switch (column) {
    case 'type':
      return {
        text: entryInWords(said),
        href: pageAddress(where, 'history', { entries: String(row['id']) }),
      };
    case 'stream':
      return about(said, where, names);
    case 'fact': {
      const [kind = '', id = ''] = said.split('/');
      return names.of([kind], id) ?? notOnRecord(kind);
    }
    case 'before':
    case 'after':
      return dataInWords(JSON.parse(said) as Record<string, unknown>, names, ['id']);
    case 'decision':
    case 'supersededBy':
      return tagged(names.of(['decision'], said) ?? notOnRecord('decision'), row, column);
    case 'option':
      return typeof row['title'] === 'string' ? row['title'] : sentence(inWords(said));
    case 'rule':
      return sentence(ruleInWords(said));
    case 'judgedNow':
      return said === 'permitted' ? 'Permitted' : `Refused, by ${theRule(said)}`;
    case 'status':
      return sentence(inWords(said));
    default:
      return tagged(valueInWords(column, value, names, dateBeside(column, row)), row, column);
  }
}

/** A line that was made up for the demonstration says so in its first cell. */
function tagged(cell: Cell, row: Row, column: string): Cell {
  const [first] = Object.keys(row).filter((one) => !beside.includes(one));
  if (row['illustrative'] !== true || column !== first) return cell;
  return typeof cell === 'object'
    ? { ...cell, tag: 'illustrative' }
    : { text: String(cell), tag: 'illustrative' };
}

/** The precision that stands beside a date in a line. */
function dateBeside(column: string, row: Row): Row {
  const precision =
    { chosenOn: 'chosenPrecision', decisionDue: 'decisionDuePrecision' }[column] ?? 'precision';
  return { precision: row[precision] };
}
