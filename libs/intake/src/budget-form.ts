import { financialYear, name, pence } from '#fields';
import { Optional, Required } from './form.js';
import { RecordedForm } from './recorded-form.js';

/** The budget of a service, a project or a unit for one year, on each basis the source gives. */
export class BudgetForm extends RecordedForm {
  @Required(financialYear, 'The year of the budget.')
  year!: string;

  @Optional(pence, 'The budget before income and recharges.', 'Gross budget')
  gross?: number;

  @Optional(pence, 'The budget after income and recharges.', 'Net budget')
  net?: number;

  @Optional(
    pence,
    'The budget where the source does not say which of the two it is.',
    'Budget, gross or net not stated',
  )
  notStated?: number;

  @Optional(name, 'The prices that the figures are in, such as "2014/15 prices".')
  priceBase?: string;
}
