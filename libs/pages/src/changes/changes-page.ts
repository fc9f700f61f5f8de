import type { Where } from '../addresses-of-pages.js';
import type { ChangedCount } from '#read-model';
import { dataAddress, pageAddress, thingAddress } from '../addresses-of-pages.js';
import { bars } from '../charts/bars.js';
import type { Chart } from '../charts/chart.js';
import { filterForm } from '../filter-form.js';
import { nameOfAll, type Names } from '../names.js';
import { entriesAddress } from '../opens-to.js';
import { table, type Cell, type Table } from '../table.js';
import { counted, day } from '../words.js';
import type { ChangeShown } from './change-shown.js';
import { fieldInWords, isTold, sidesInWords } from './in-words.js';
import { inOrderOfKind, kindInWords } from './kinds.js';

/** Two dates to compare, in a word. */
export interface PairOfDates {
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

export interface ChangesFacts {
  readonly where: Where;
  readonly from: string;
  readonly to: string;
  readonly kind: string | undefined;
  readonly changes: readonly ChangeShown[];
  /** What became of the things of each kind that changed. */
  readonly counts: readonly ChangedCount[];
  readonly choices: readonly PairOfDates[];
  readonly names: Names;
}

/** How many things of one kind stand on the page before it points to the CSV. */
const mostThings = 60;

/** What changed between two dates: how many things of each kind, then each of them in words with the entries behind it. */
export function changesPage(facts: ChangesFacts) {
  const { where, from, to, kind, changes, choices } = facts;
  const shown = kind === undefined ? changes : changes.filter((one) => one.kind === kind);
  const kinds = inOrderOfKind(shown.map((one) => one.kind));
  const counts = kinds.flatMap((one) => facts.counts.filter((count) => count.kind === one));
  const asked = { from, to, ...(kind !== undefined && { kind }) };
  const fields = [
    { name: 'from', label: 'Between the end of' },
    { name: 'to', label: 'And the end of' },
    {
      name: 'kind',
      label: 'Kind',
      options: inOrderOfKind([...changes.map((one) => one.kind), ...(kind === undefined ? [] : [kind])]).map(
        (one) => ({ value: one, text: kindInWords(one) }),
      ),
    },
  ];
  const { clear: _, ...form } = filterForm(where, 'changes', fields, {
    from: day(from),
    to: day(to),
    ...(kind !== undefined && { kind }),
  });
  return {
    heading: 'What changed',
    says: `Between the end of ${day(from)} and the end of ${day(to)}: ${counted(shown.length, 'thing', 'things')} changed.`,
    became: counts.flatMap(whatBecame),
    form: { ...form, button: 'Compare' },
    choices: choices.map(({ text, from: first, to: last }) => ({
      text,
      href: pageAddress(where, 'changes', { from: first, to: last, ...(kind !== undefined && { kind }) }),
    })),
    shown: [
      { chart: countsChart(facts, counts) },
      ...kinds.map((one) => ({
        table: tableOf(
          one,
          shown.filter((change) => change.kind === one),
          facts,
        ),
      })),
    ],
    csv: dataAddress(where, 'changes', { ...asked, format: 'csv' }),
    data: dataAddress(where, 'changes', asked),
  };
}

/** What became of the things of a kind: how many were open and are, and how many moved; nothing where only their fields changed. */
function whatBecame({ kind, before, after, made, ended, moved }: ChangedCount): string[] {
  const churn = [...(made > 0 ? [`${made} new`] : []), ...(ended > 0 ? [`${ended} ended`] : [])].join(', ');
  const open = before === after ? (churn === '' ? '' : `still ${after}`) : `${before} became ${after}`;
  const said = [
    ...(open === '' ? [] : [churn === '' ? open : `${open} (${churn})`]),
    ...(moved > 0 ? [`${moved} moved`] : []),
  ];
  return said.length === 0 ? [] : [`${kindInWords(kind)}: ${said.join('; ')}`];
}

function countsChart({ where, from, to }: ChangesFacts, counts: readonly ChangedCount[]): Chart {
  const title = 'How many things changed';
  const svg = bars(
    {
      id: 'changes-chart',
      title,
      description: counts.map(({ kind, changed }) => `${kindInWords(kind)}: ${changed}`).join(', '),
    },
    counts.map(({ kind, changed, made, ended }) => ({
      name: kindInWords(kind),
      value: changed,
      label: [
        String(changed),
        ...(made > 0 ? [`${made} of them new`] : []),
        ...(ended > 0 ? [`${ended} of them ended`] : []),
      ].join(', '),
      look: 'c-part' as const,
    })),
  );
  return {
    title,
    ...(svg !== undefined && { svg }),
    table: table(
      'Things that changed, by kind',
      ['Kind', 'Changed', 'New', 'Ended', 'Moved', `Open on ${day(from)}`, `Open on ${day(to)}`],
      counts.map(({ kind, changed, made, ended, moved, before, after }): Cell[] => [
        kindInWords(kind),
        { text: String(changed), href: pageAddress(where, 'changes', { from, to, kind }) },
        made,
        ended,
        moved,
        before,
        after,
      ]),
      {
        empty: 'Nothing changed between these dates.',
        csv: dataAddress(where, 'changes', { from, to, format: 'csv' }),
        numeric: [1, 2, 3, 4, 5, 6],
      },
    ),
  };
}

function tableOf(
  kind: string,
  changes: readonly ChangeShown[],
  { where, from, to, names }: ChangesFacts,
): Table {
  const things = changes.slice(0, mostThings);
  const cut =
    changes.length > things.length
      ? `, the first ${things.length} of ${changes.length}: the CSV has them all`
      : '';
  // What is linked holds from the later of the two dates.
  const there: Where = { ...where, asAt: to };
  return table(
    `${kindInWords(kind)}${cut}`,
    ['Which', 'What', `On ${day(from)}`, `On ${day(to)}`, 'By'],
    things.flatMap((change) => rowsOf(change, there, names)),
  );
}

function rowsOf(change: ChangeShown, where: Where, names: Names): Cell[][] {
  const { kind, id, existedBefore, existsAfter, fields, entries } = change;
  const which: Cell = { text: nameIn(change, names), href: thingAddress(where, kind, id) };
  const by: Cell =
    entries.length === 0
      ? ''
      : {
          text: counted(entries.length, 'entry', 'entries'),
          // An entry behind a change may hold from before the later date and be known since.
          href: entriesAddress(
            entries.map((one) => one.id),
            { programme: where.programme, ...(where.knownAt !== undefined && { knownAt: where.knownAt }) },
          ),
        };
  if (!existedBefore) return [[which, 'New', 'Not there', 'There', by]];
  if (!existsAfter) return [[which, 'No longer there', 'There', 'Not there', by]];
  // What a unit had goes with it when it ends: its end says so.
  const hasEnded = fields.some(({ field, after }) => field === 'ended' && after !== null);
  const goesAlong = (field: string) => hasEnded && ['budgets', 'posts', 'status'].includes(field);
  const told = fields.filter(({ field }) => isTold(field) && !goesAlong(field));
  const rows = (told.length > 0 ? told : fields).map((one): Cell[] => {
    const { before, after } = sidesInWords(one, names, { kind, id });
    return [which, fieldInWords(one.field), before, after, by];
  });
  return rows;
}

/** What a thing is called on the later date, else on the earlier one. */
function nameIn({ kind, id, fields, existsAfter }: ChangeShown, names: Names): string {
  const named = fields.find(({ field }) => field === 'name' || field === 'title');
  const name = existsAfter ? named?.after : named?.before;
  return typeof name === 'string' ? name : nameOfAll(names)(kind, id);
}
