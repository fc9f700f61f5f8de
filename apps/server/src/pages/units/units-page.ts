import type { UnitPart } from '#programme';
import type { Row, UnitLineage } from '#read-model';
import { dataAddress, pageAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import type { Chart } from '../charts/chart.js';
import { lineageFlow } from '../charts/lineage-flow.js';
import { amount, decisionOf, fact, heldOn } from '../facts.js';
import { filterForm } from '../filter-form.js';
import type { EntryShown } from '../history/entry-rows.js';
import { historyChart } from '../history/history-section.js';
import { table, type Cell } from '../table.js';
import { counted, dated, day, sentence } from '../words.js';

/** The list of business units, as the view of the same name gives it. */
export function unitsPage(where: Where, rows: readonly Row[], filters: Readonly<Record<string, string>>) {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const fields = [
    { name: 'status', label: 'Status', options: ['open', 'merged', 'split', 'closed'] },
    { name: 'group', label: 'Functional group', options: ['people', 'place', 'corporate'] },
    { name: 'directorate', label: 'Directorate' },
  ];
  const cells = rows.map((row): Cell[] => [
    {
      text: text(row['name']),
      href: pageAddress(where, `units/${text(row['id'])}`),
      ...(row['illustrative'] === true && { tag: 'illustrative' }),
    },
    sentence(text(row['status'])),
    text(row['directorate']),
    sentence(text(row['group'])),
    row['opening'] === true
      ? `Opening count, ${day(text(row['registeredOn']))}`
      : day(text(row['registeredOn'])),
    text(row['endedOn']) && day(text(row['endedOn'])),
  ]);
  const open = rows.filter(({ status }) => status === 'open').length;
  return {
    count: `${counted(rows.length, 'unit', 'units')}, ${open} of them open on this day.`,
    filters: filterForm(where, 'units', fields, filters),
    table: table('Business units', ['Unit', 'Status', 'Directorate', 'Group', 'Since', 'Ended'], cells, {
      empty: Object.keys(filters).length > 0 ? 'No unit is like that.' : 'No business unit is on the record.',
      csv: dataAddress(where, 'units', { ...filters, format: 'csv' }),
    }),
  };
}

/** One business unit: what it is, which units it was made from and led to, and its history. */
export function unitPage(where: Where, unit: UnitPart, lineage: UnitLineage, entries: readonly EntryShown[]) {
  const { id, name, ended, registered } = unit;
  return {
    name,
    facts: [
      ...fact('Status', sentence(unit.status)),
      ...fact('Code', unit.code),
      ...fact('Kind', unit.unitKind && sentence(unit.unitKind)),
      ...fact('Directorate', unit.directorate),
      ...fact('Functional group', unit.group && sentence(unit.group)),
      ...fact(
        'Registered',
        `${heldOn(registered)}${unit.opening ? ', in the opening count' : ''}`,
        decisionOf(registered, where),
      ),
      ...fact(
        'Ended',
        ended && `${sentence(ended.how)}, ${heldOn(ended)}`,
        ended?.reason,
        decisionOf(ended, where),
      ),
      ...fact('Posts', unit.posts?.count),
      ...fact('Source', unit.source),
    ],
    lineage: lineageChart(where, unit, lineage),
    budgets: table(
      'Budgets',
      ['Year', 'Price base', 'Gross', 'Net', 'Not stated'],
      unit.budgets.map((one): Cell[] => [
        one.year,
        one.priceBase ?? 'Not stated',
        amount(one.gross),
        amount(one.net),
        amount(one.notStated),
      ]),
      { empty: 'None is on the record.', numeric: [2, 3, 4] },
    ),
    history: historyChart(
      'History of this unit',
      entries,
      where,
      dataAddress(where, `history/${id}`, { kind: 'unit', format: 'csv' }),
    ),
    data: dataAddress(where, `units/${id}`),
    compare: pageAddress(where, 'compare', { thing: `unit/${id}` }),
  };
}

function lineageChart(where: Where, { id, name }: UnitPart, { ancestors, descendants }: UnitLineage): Chart {
  const inFlow = (kin: UnitLineage['ancestors']) =>
    kin.map((one) => ({ ...one, href: thingAddress(where, 'unit', one.unit) }));
  const description = `${name} was made from ${counted(ancestors.length, 'unit', 'units')} and led to ${counted(descendants.length, 'unit', 'units')}`;
  const svg = lineageFlow(
    { title: `Where ${name} comes from and went`, description },
    { id, name },
    inFlow(ancestors),
    inFlow(descendants),
  );
  const rows = [
    ...ancestors.map((one) => ({ ...one, side: 'Made from' })),
    ...descendants.map((one) => ({ ...one, side: 'Led to' })),
  ].map((one): Cell[] => [
    { text: one.name, href: thingAddress(where, 'unit', one.unit) },
    one.side,
    sentence(one.how),
    dated(one.on),
    one.share === undefined ? '' : `${one.share} of ${one.of ?? '?'}`,
  ]);
  return {
    title: 'Lineage',
    ...(svg !== undefined && { svg }),
    table: table('Lineage of this unit', ['Unit', 'Side', 'How', 'On', 'Share'], rows, {
      empty: 'It was made from no other unit, and led to none.',
    }),
  };
}
