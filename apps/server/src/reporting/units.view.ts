import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Book } from '#book';
import { civilDate, parseFinancialYear } from '#calendar';
import type { UnitPart } from '#programme';
import { postsOfUnits, unitBudgetRows, unitBudgetTotals, unitCount } from '#read-model';
import { badRequest } from '../problem.js';
import { aDate, anyText, oneOf, type Filters } from './filters.js';
import { atTheMoment, ViewQuery, type View } from './view.js';

/** The filters of the budgets of units. */
export const unitBudgetFilters: Filters = {
  year: {
    says: 'Only budgets of this financial year, such as 2014/15.',
    schema: { type: 'string' },
    problem: (text) =>
      parseFinancialYear(text) === undefined ? 'must be a financial year written like 2014/15' : undefined,
  },
  kind: anyText('Only units of this kind.'),
  directorate: anyText('Only units of this directorate.'),
  group: oneOf('Only units of this functional group.', ['people', 'place', 'corporate']),
};

/** The days between which the count is shown, both included. */
export const unitCountFilters: Filters = {
  from: aDate('The day of the first step; the first change there is where left out.'),
  to: aDate('The last day shown, in place of asAt.'),
};

/** Asks for the budgets of the open units, and their totals. */
export class UnitBudgetsQuery extends ViewQuery {}

/** Asks for the count of units over time. */
export class UnitCountQuery extends ViewQuery {}

@QueryHandler(UnitBudgetsQuery)
export class UnitBudgetsQueryHandler implements IQueryHandler<UnitBudgetsQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: UnitBudgetsQuery): Promise<View> {
    const { programme, question } = query;
    const { reader, moment } = await atTheMoment(this.book, query);
    const { year, kind: unitKind, directorate, group } = question.filters;
    const ofUnit = { unitKind, directorate, group };
    const isLike = (one: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>) =>
      Object.entries(wanted).every(([name, value]) => value === undefined || one[name] === value);
    const ofYear = { year: year === undefined ? undefined : parseFinancialYear(year) };
    const rows = unitBudgetRows(reader, programme, moment).filter((row) =>
      isLike(row, { ...ofUnit, ...ofYear }),
    );
    const beside = new Set(rows.map(({ id }) => id));
    // Posts are of no year: of one year are those of the units that have a budget in it.
    const isAsked = (unit: UnitPart) =>
      isLike({ ...unit }, ofUnit) && (year === undefined || beside.has(unit.id));
    const body = {
      'unit-budgets': rows,
      totals: unitBudgetTotals(rows),
      posts: postsOfUnits(reader, programme, moment, isAsked),
    };
    return { moment, body, streams: [`${programme}/structure`], list: { name: 'unit-budgets', rows } };
  }
}

@QueryHandler(UnitCountQuery)
export class UnitCountQueryHandler implements IQueryHandler<UnitCountQuery> {
  constructor(private readonly book: Book) {}

  async execute(query: UnitCountQuery): Promise<View> {
    const { programme, question } = query;
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
    const asked = new UnitCountQuery(programme, { ...question, asAt });
    const { reader, moment } = await atTheMoment(this.book, asked);
    const steps = unitCount(reader, programme, moment, from === undefined ? undefined : civilDate(from));
    const rows = steps.map((step) => ({ ...step }));
    const streams = [`${programme}/structure`, `${programme}/programme`];
    return { moment, body: { 'unit-count': rows }, streams, list: { name: 'unit-count', rows } };
  }
}
