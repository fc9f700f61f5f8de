import { reportedAt } from '#views';
import { thingKinds, type ReportPart } from '#programme';
import { listViews, restatement, type Restatement, type RowOfKind } from '#read-model';
import { dataAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import { bars } from '../charts/bars.js';
import type { Chart } from '../charts/chart.js';
import { kindInWords } from '../changes/kinds.js';
import { fieldInWords, isTold, sidesInWords } from '../changes/in-words.js';
import { fact, heldOn } from '../facts.js';
import { filterForm } from '../filter-form.js';
import { nameOfAll, notOnRecord, type Names } from '../names.js';
import { entriesAddress } from '../opens-to.js';
import { purposes } from '../registers/purposes.js';
import { mostRows, table, type Cell, type Table } from '../table.js';
import type { Shown, ThingFacts, ThingPages } from '../things/thing-pages.js';
import { counted, day, inWords, known, pounds, recordedOn, sentence } from '../words.js';

/** The pages of issued reports: what each showed, and what became of that since. */
export const reportPages: ThingPages<'report'> = {
  name: 'reports',
  kind: 'report',
  section: 'changes',
  list({ where, rows, filters }) {
    return {
      heading: 'Reports that were issued',
      intro:
        'Each can be shown again byte for byte, and says what became of its figures since it was issued.',
      filters: filterForm(where, 'reports', [{ name: 'view', label: 'What it shows' }], filters),
      shown: [{ table: reportsTable(where, rows, filters) }],
    };
  },
  one(facts) {
    const { where } = facts;
    const report = facts.part;
    const { id, title, view, thing, format, asAt, knownAt, position, hash, issuedTo, issued, source } =
      report;
    return {
      name: title,
      facts: [
        ...fact('What it shows', shownIn(view, thing, facts.names)),
        ...fact('As at', day(asAt)),
        ...fact('As known', knownAt === undefined ? 'when it was issued' : `on ${known(knownAt)}`),
        ...fact('Issued', heldOn(issued)),
        ...fact('Issued to', issuedTo),
        ...fact('Up to position', position),
        ...fact('SHA-256 of its bytes', hash),
        ...fact('Source', source),
      ],
      shown: whatBecame(facts, report),
      links: [
        {
          text: `The report as it was issued, ${format.toUpperCase()}`,
          href: dataAddress(where, `reports/${id}/content`),
        },
      ],
    };
  },
};

/** What a report shows: a view, and which of it where that is one thing or one register. */
function shownIn(view: string, thing: string | undefined, names: Names): string {
  const shown = sentence(inWords(view));
  if (thing === undefined) return shown;
  const own = listViews.find(({ name }) => name === view)?.kind;
  const named = names.of([...(own === undefined ? [] : [own]), ...thingKinds], thing)?.text;
  return `${shown}: ${named ?? purposes[thing]?.title ?? notOnRecord('thing')}`;
}

function reportsTable(
  where: Where,
  rows: readonly RowOfKind<'report'>[],
  filters: Readonly<Record<string, string>>,
): Table {
  const cells = rows.map((row): Cell[] => [
    { text: row.title, href: thingAddress(where, 'report', row.id) },
    sentence(inWords(row.view)),
    day(row.asAt),
    day(row.issuedOn),
    row.issuedTo ?? '',
  ]);
  return table('Reports', ['Report', 'What it shows', 'As at', 'Issued on', 'Issued to'], cells, {
    empty: Object.keys(filters).length > 0 ? 'No report is like that.' : 'No report has been issued.',
    csv: dataAddress(where, 'reports', { ...filters, format: 'csv' }),
  });
}

/** What is known otherwise of the report's date by the moment of the page: facts, and the totals that they move. */
function whatBecame({ where, asking, names }: ThingFacts, report: ReportPart): Shown[] {
  const { reader, moment } = asking;
  const before = reportedAt(reader, report);
  const found = restatement(reader, where.programme, before, { ...moment, asAt: before.asAt });
  const to = moment.knownAt;
  const csv = dataAddress(where, `reports/${report.id}/restatement`, { to, format: 'csv' });
  return [
    { chart: totalsChart(found.totals, csv) },
    { table: factsTable(found.facts, { where, names, csv }) },
  ];
}

function totalsChart(totals: Restatement['totals'], csv: string): Chart {
  const moved = totals.filter(({ effect, before, after }) => effect !== 0 || before !== after);
  const title = 'What became of its totals since';
  const figure = (unit: string, value: number | null) =>
    value === null ? 'Not there' : unit === 'pence' ? pounds(value) : value.toLocaleString('en-GB');
  // Counts and money have no scale in common: only counts are drawn, where there are any.
  const counts = moved.filter(({ unit }) => unit === 'count').slice(0, 12);
  const svg = bars(
    {
      id: 'totals',
      title,
      description: counts
        .map(
          (one) => `${nameOfTotal(one)}: ${figure(one.unit, one.before)}, now ${figure(one.unit, one.after)}`,
        )
        .join('. '),
    },
    counts.flatMap((one) => [
      {
        name: nameOfTotal(one).slice(0, 32),
        value: one.before ?? 0,
        label: `${figure(one.unit, one.before)} as issued`,
        look: 'c-planned' as const,
      },
      { name: '', value: one.after ?? 0, label: `${figure(one.unit, one.after)} as known now` },
    ]),
    250,
  );
  return {
    title,
    note: `${counted(moved.length, 'total is', 'totals are')} otherwise than when it was issued; ${counted(totals.length - moved.length, 'is', 'are')} the same.`,
    ...(svg !== undefined && { svg }),
    table: table(
      'Totals known otherwise',
      ['Total', 'As issued', 'As known now', 'Effect'],
      moved
        .slice(0, mostRows)
        .map((one): Cell[] => [
          nameOfTotal(one),
          figure(one.unit, one.before),
          figure(one.unit, one.after),
          one.effect > 0 ? `+${figure(one.unit, one.effect)}` : figure(one.unit, one.effect),
        ]),
      { empty: 'Every total is what it was.', csv, numeric: [1, 2, 3] },
    ),
  };
}

const nameOfTotal = ({ total, of }: Restatement['totals'][number]): string =>
  sentence(of === '' ? total : `${total}: ${inWords(of)}`);

function factsTable(
  facts: Restatement['facts'],
  { where, names, csv }: { readonly where: Where; readonly names: Names; readonly csv: string },
): Table {
  const rows = facts.flatMap(({ kind, id, existedBefore, existsAfter, fields, entries }): Cell[][] => {
    const which: Cell = {
      text: `${kindInWords(kind)}: ${nameOfAll(names)(kind, id)}`,
      href: thingAddress(where, kind, id),
    };
    const ids = entries.map((one) => one.id);
    const by: Cell =
      ids.length === 0
        ? ''
        : {
            text: [...new Set(entries.map(({ recordedAt }) => recordedOn(recordedAt)))].join(', '),
            href: entriesAddress(ids, { programme: where.programme }),
          };
    const why = [...new Set(entries.flatMap(({ reason }) => reason ?? []))].join('; ');
    if (!existedBefore) return [[which, 'On record only since', '', '', by, why]];
    if (!existsAfter) return [[which, 'No longer believed', '', '', by, why]];
    const told = fields.filter(({ field }) => isTold(field));
    return (told.length > 0 ? told : fields).map((one): Cell[] => {
      const { before, after } = sidesInWords(one, names, { kind, id });
      return [which, fieldInWords(one.field), before, after, by, why];
    });
  });
  const cut =
    rows.length > mostRows ? `, the first ${mostRows} lines of ${rows.length}: the CSV has them all` : '';
  return table(
    `What is known otherwise since${cut}`,
    ['Which', 'What', 'As issued', 'As known now', 'Recorded on', 'Why'],
    rows.slice(0, mostRows),
    { empty: 'Nothing of its date is known otherwise since.', csv },
  );
}
