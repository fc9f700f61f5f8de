import type { FinancialYear } from '#calendar';
import type { SavingEvent } from './index.js';
import { memberOfPlan, type SavingMeasure } from './state.js';

type OfOnePlan = Exclude<SavingEvent['type'], 'SavingReprofiled'>;

const measureOf: Readonly<Record<OfOnePlan, SavingMeasure | undefined>> = {
  SavingIdentified: 'identified',
  SavingPlacedInBusinessCase: 'inBusinessCase',
  SavingAuthorised: 'authorised',
  SavingForecast: 'forecast',
  SavingDelivered: 'delivered',
  SavingValidated: 'validated',
  SavingMoved: undefined,
  SavingOwnerChanged: undefined,
  SavingWithdrawn: undefined,
  SavingReleased: undefined,
  SavingReinstated: undefined,
};

/** The amounts that an entry states: a planned one with all its years, or one year of another; none where it states none. */
export function statedBy(
  event: SavingEvent,
): { readonly measure: SavingMeasure; readonly year?: FinancialYear } | undefined {
  const measure = event.type === 'SavingReprofiled' ? memberOfPlan[event.plan] : measureOf[event.type];
  return measure && { measure, ...('year' in event && { year: event.year }) };
}
