import { civilDate, parseFinancialYear } from '#calendar';
import type { UnitPart } from '#programme';
import {
  postsOfUnits,
  unitBudgetColumns,
  unitBudgetRows,
  unitBudgetTotals,
  unitCount,
  unitCountColumns,
  columnKinds,
  unitBudgetTotalColumns,
} from '#read-model';
import { badRequest } from '#problem';
import { aDate, anyText, like, oneOf, type Filters } from './filters.js';
import { streamsOf, view } from './view.js';

const { count, listOf, objectOf, yesOrNo } = columnKinds;

/** The filters of the budgets of units. */
const unitBudgetFilters: Filters = {
  year: {
    says: 'Only budgets of this financial year, such as 2014/15.',
    schema: { type: 'string' },
    read: (text) => parseFinancialYear(text) ?? text,
    problem: (text) =>
      parseFinancialYear(text) === undefined ? 'must be a financial year written like 2014/15' : undefined,
  },
  kind: anyText('Only units of this kind.'),
  directorate: anyText('Only units of this directorate.'),
  group: oneOf('Only units of this functional group.', ['people', 'place', 'corporate']),
};

/** The days between which the count is shown, both included. */
const unitCountFilters: Filters = {
  from: aDate('The day of the first step; the first change there is where left out.'),
  to: aDate('The last day shown, in place of asAt.'),
};

export const unitBudgetsView = view({
  name: 'unit-budgets',
  says: 'The budget of every open unit by year and price base, with totals on each basis',
  filters: unitBudgetFilters,
  columns: unitBudgetColumns,
  shows: {
    'unit-budgets': listOf(objectOf(unitBudgetColumns)),
    totals: listOf(objectOf(unitBudgetTotalColumns)),
    posts: objectOf({ total: count, unitsThatSay: count, unitsThatDoNot: count, illustrative: yesOrNo }),
  },
  answer({ reader, programme, moment, question }) {
    const { year, ...ofUnit } = question.filters;
    const columnOf = { kind: 'unitKind' };
    const rows = unitBudgetRows(reader, programme, moment).filter(like(question.filters, columnOf));
    const beside = new Set(rows.map(({ id }) => id));
    const isLike = like(ofUnit, columnOf);
    // Posts are of no year: of one year are those of the units that have a budget in it.
    const isAsked = (unit: UnitPart) => isLike({ ...unit }) && (year === undefined || beside.has(unit.id));
    const body = {
      'unit-budgets': rows,
      totals: unitBudgetTotals(rows),
      posts: postsOfUnits(reader, programme, moment, isAsked),
    };
    return { body, rows, streams: streamsOf(programme, 'structure') };
  },
});

export const unitCountView = view({
  name: 'unit-count',
  says: 'The count of open units over time against its target',
  filters: unitCountFilters,
  columns: unitCountColumns,
  question(question) {
    const { from, to } = question.filters;
    const asAt = to === undefined ? question.asAt : civilDate(to);
    if (question.asAtGiven && asAt !== question.asAt) {
      throw badRequest('query-wrong', [
        { field: 'to', problem: 'to takes the place of asAt: give one of them' },
      ]);
    }
    if (from !== undefined && from > asAt) {
      throw badRequest('query-wrong', [
        { field: 'from', problem: `from must not be after ${asAt}, the last day` },
      ]);
    }
    return { ...question, asAt };
  },
  answer({ reader, programme, moment, question }) {
    const { from } = question.filters;
    return {
      rows: unitCount(reader, programme, moment, from === undefined ? undefined : civilDate(from)),
      streams: streamsOf(programme, 'structure', 'programme'),
    };
  },
});
