import { savingMeasures, type UnitPart } from '#programme';
import type { RowOfKind, StatementBehind, UnitBudgetTotal, UnitLineage, WaterfallGroup } from '#read-model';
import { dataAddress, pageAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import type { Chart } from '../charts/chart.js';
import { lineageFlow } from '../charts/lineage-flow.js';
import { amount, decisionOf, fact, heldOn } from '../facts.js';
import { filterForm } from '../filter-form.js';
import { inOrderOfName, shownOf } from '#views';
import type { NameOf } from '../names.js';
import { namesTables } from '../names-log.js';
import { opensTo } from '../opens-to.js';
import { kindInWords, measureNames } from '../savings/savings-in-words.js';
import { standsOn, streamsOfStanding } from '../stands-on.js';
import { table, type Cell, type Table } from '../table.js';
import type { ListContent, ThingContent, ThingPages } from '../things/thing-pages.js';
import { counted, dated, day, marked, pounds, sentence } from '../words.js';

/** The pages of business units: what each is, which units it was made from and led to, and what it carries. */
export const unitPages: ThingPages<'unit'> = {
  name: 'units',
  kind: 'unit',
  section: 'units',
  async list({ where, rows, filters, asking }) {
    const { status, ...ofUnit } = filters;
    const { totals, posts } = shownOf('unit-budgets', await asking.view('unit-budgets', undefined, ofUnit));
    // The budgets of the open units are no total of units that ended.
    const isOfOpen = status === undefined || status === 'open';
    return unitsPage(where, rows, filters, {
      totals: isOfOpen ? totals : [],
      posts: isOfOpen ? posts : undefined,
    });
  },
  async one(facts) {
    const { where, part, body, nameOf, asking } = facts;
    const answer = await asking.view('waterfall', undefined, { by: 'unit' });
    const { groups: savings } = shownOf('waterfall', answer);
    return unitPage(where, part, {
      lineage: body['lineage'] as UnitLineage,
      statements: body['statements'] as StatementBehind[],
      savings,
      nameOf,
      stands: standsOn(asking),
      names: namesTables(facts, part.ended),
    });
  },
};

/** The posts of the open units that are asked for, as their view adds them up. */
export interface PostsTogether {
  readonly total: number;
  readonly unitsThatSay: number;
  readonly unitsThatDoNot: number;
  readonly illustrative: boolean;
}

function unitsPage(
  where: Where,
  rows: readonly RowOfKind<'unit'>[],
  filters: Readonly<Record<string, string>>,
  {
    totals,
    posts,
  }: { readonly totals: readonly UnitBudgetTotal[]; readonly posts: PostsTogether | undefined },
): ListContent {
  const fields = [
    { name: 'status', label: 'Status', options: ['open', 'merged', 'split', 'closed'] },
    { name: 'group', label: 'Functional group', options: ['people', 'place', 'corporate'] },
    { name: 'directorate', label: 'Directorate' },
  ];
  const cells = inOrderOfName(rows).map((row): Cell[] => [
    {
      text: row.name,
      href: pageAddress(where, `units/${row.id}`),
      ...(row.illustrative && { tag: 'illustrative' }),
    },
    sentence(row.status),
    row.directorate ?? '',
    sentence(row.group ?? ''),
    row.opening ? `Opening count, ${day(row.registeredOn)}` : day(row.registeredOn),
    row.endedOn === null ? '' : day(row.endedOn),
  ]);
  const open = rows.filter(({ status }) => status === 'open').length;
  const madeUp = rows.some(({ illustrative }) => illustrative) ? 'illustrative' : null;
  const { status: _, ...ofUnit } = filters;
  const units = table('Business units', ['Unit', 'Status', 'Directorate', 'Group', 'Since', 'Ended'], cells, {
    empty: Object.keys(filters).length > 0 ? 'No unit is like that.' : 'No business unit is on the record.',
    csv: dataAddress(where, 'units', { ...filters, format: 'csv' }),
  });
  return {
    heading: 'Business units',
    intro: `${marked(`${counted(rows.length, 'unit', 'units')}, ${open} of them open on this day`, madeUp)}.${postsInWords(posts)}`,
    filters: filterForm(where, 'units', fields, filters),
    shown: [
      { table: units },
      {
        table: table(
          'Budgets of the open units together',
          ['Year', 'Price base', 'Units', 'Gross', 'Net', 'Not stated'],
          totals.map((row): Cell[] => [
            {
              text: row.year,
              ...(row.illustrative && { tag: 'illustrative' }),
            },
            row.priceBase ?? 'Not stated',
            row.units,
            amount(row.grossPence),
            amount(row.netPence),
            amount(row.notStatedPence),
          ]),
          {
            empty:
              Object.keys(filters).length > 0
                ? 'No open unit like that has a budget on the record.'
                : 'No budget of a unit is on the record.',
            csv: dataAddress(where, 'unit-budgets', { ...ofUnit, format: 'csv' }),
            numeric: [2, 3, 4, 5],
          },
        ),
      },
    ],
  };
}

/** ' The open units have 4,571 posts; 2 do not say.' Nothing where no open unit is asked for. */
function postsInWords(posts: PostsTogether | undefined): string {
  if (posts === undefined || posts.unitsThatSay === 0) return '';
  const { total, unitsThatDoNot, illustrative } = posts;
  const said = marked(counted(total, 'post', 'posts'), illustrative ? 'illustrative' : null);
  const silent =
    unitsThatDoNot === 0 ? '' : `; ${counted(unitsThatDoNot, 'of them does', 'of them do')} not say`;
  return ` The open ones have ${said}${silent}.`;
}

/** What a unit is shown with, beside itself. */
interface BesideUnit {
  readonly lineage: UnitLineage;
  readonly statements: readonly StatementBehind[];
  readonly savings: readonly WaterfallGroup[];
  readonly nameOf: NameOf;
  readonly stands: ReturnType<typeof standsOn>;
  readonly names: readonly Table[];
}

function unitPage(where: Where, unit: UnitPart, beside: BesideUnit): ThingContent {
  const { name, ended, registered } = unit;
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
        decisionOf(registered, where, beside.nameOf),
      ),
      ...fact(
        'Ended',
        ended && `${sentence(ended.how)}, ${heldOn(ended)}`,
        ended?.reason,
        decisionOf(ended, where, beside.nameOf),
        beside.stands(ended),
      ),
      ...fact(
        'Posts',
        unit.posts &&
          marked(
            unit.posts.count.toLocaleString('en-GB'),
            unit.posts.provenances.includes('illustrative') ? 'illustrative' : null,
          ),
      ),
      ...fact('Source', unit.source),
    ],
    streams: streamsOfStanding(where.programme),
    shown: [
      { chart: lineageChart(where, unit, beside.lineage) },
      ...beside.names.map((log) => ({ table: log })),
      {
        table: table(
          'Budgets',
          ['Year', 'Price base', 'Gross', 'Net', 'Not stated', 'Stated or carried from'],
          unit.budgets.map((one): Cell[] => [
            {
              text: one.year,
              ...(one.provenances.includes('illustrative') && { tag: 'illustrative' }),
            },
            one.priceBase ?? 'Not stated',
            amount(one.gross),
            amount(one.net),
            amount(one.notStated),
            behindBudget(one, beside),
          ]),
          { empty: 'None is on the record.', numeric: [2, 3, 4] },
        ),
      },
      { table: savingsTable(where, unit.id, beside.savings) },
    ],
  };
}

/** For which units the statements behind a budget were made. */
function behindBudget(
  { year, priceBase }: UnitPart['budgets'][number],
  { statements, nameOf }: BesideUnit,
): string {
  return statements
    .filter((one) => one.of === 'budget' && one.year === year && one.priceBase === priceBase)
    .map((one) => `${nameOf('unit', one.unit)}, ${heldOn(one)}`)
    .join('; ');
}

/** The savings that a unit carries, its own and those that came to it with merges and splits, by kind. */
function savingsTable(where: Where, unit: string, groups: readonly WaterfallGroup[]): Table {
  const rows = groups.flatMap((group) =>
    group.rows
      .filter(({ key }) => key === unit)
      .flatMap((row) =>
        savingMeasures
          .filter((measure) => row[measure].entries.length > 0)
          .map((measure): Cell[] => [
            kindInWords(group),
            measureNames[measure],
            opensTo(pounds(row[measure].pence), row[measure].entries, where, row[measure].illustrative),
          ]),
      ),
  );
  return table('Savings it carries', ['Kind', 'Measure', 'Amount'], rows, {
    empty: 'No saving names this unit or one that it was made from.',
    numeric: [2],
  });
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
