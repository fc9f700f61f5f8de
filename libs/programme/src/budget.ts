import { type Fact, factOf, present, type Recorded, refuse } from '#acts';
import { financialYear, name, optional, pence, required, type Values } from '#fields';
import type { Refusal } from '#timeline';

/** What is said of a budget: for which year, on each basis that the source gives. */
export const budgetFields = {
  year: required(financialYear, 'The year of the budget.'),
  gross: optional(pence, 'The budget before income and recharges.', 'Gross budget'),
  net: optional(pence, 'The budget after income and recharges.', 'Net budget'),
  notStated: optional(
    pence,
    'The budget where the source does not say which of the two it is.',
    'Budget, gross or net not stated',
  ),
  priceBase: optional(name, 'The prices that the figures are in, such as "2014/15 prices".'),
};

/** Money for one financial year in whole pence, on the bases the source gives. */
export type BudgetFigures = Values<typeof budgetFields>;

/** A budget as a state keeps it: the figures, when and how they were set, and where they were read. */
export interface Budget extends BudgetFigures {
  readonly set: Fact;
  readonly source?: string;
}

/** The figures alone. */
export function figuresOf({ year, gross, net, notStated, priceBase }: BudgetFigures): BudgetFigures {
  return present({ year, gross, net, notStated, priceBase });
}

/** The budgets with one year's figures set anew, in order of year. */
export function withBudget(budgets: readonly Budget[], figures: BudgetFigures & Recorded): Budget[] {
  const set: Budget = {
    ...figuresOf(figures),
    set: factOf(figures),
    ...(figures.source !== undefined && { source: figures.source }),
  };
  return [...budgets.filter(({ year }) => year !== figures.year), set].sort((a, b) =>
    a.year < b.year ? -1 : 1,
  );
}

/** A budget gives an amount, on whatever basis. */
export function* amountGiven({ year, gross, net, notStated }: BudgetFigures): Iterable<Refusal> {
  if (gross === undefined && net === undefined && notStated === undefined) {
    yield refuse(
      'amount-needed',
      `Give an amount for ${year}: gross, net, or notStated where the source does not say which`,
    );
  }
}
