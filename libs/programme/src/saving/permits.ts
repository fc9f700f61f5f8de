import type { Parts, Refusal } from '#timeline';
import { pounds } from '../money.js';
import { refuse } from '../rules.js';
import { same } from '#timeline';
import { firstBreach } from '../stream.js';
import { inOrderOfYear, sumOf, type PlanFigures } from './amounts.js';
import type { SavingEvent } from './events.js';
import { endedBefore, meaninglessForSaving } from './meaningless.js';
import { memberOfPlan, savingKey, type SavingPart } from './state.js';

/** Why an entry of a saving cannot stand where it is dated, if it cannot. */
export function permitsSaving(state: Parts<SavingPart>, event: SavingEvent): Refusal | undefined {
  const saving = state.get(savingKey(event.saving));
  return meaninglessForSaving(saving, event) ?? firstBreach(event, breaches(saving, event));
}

/** What finance confirms late of a saving that has ended was delivered before: it may still be confirmed. */
const afterItsEnd: readonly SavingEvent['type'][] = ['SavingReinstated', 'SavingValidated'];

function* breaches(saving: SavingPart | undefined, event: SavingEvent): Iterable<Refusal> {
  if (saving && saving.standing !== 'active' && !afterItsEnd.includes(event.type)) yield endedBefore(saving);
  switch (event.type) {
    case 'SavingIdentified':
      if (event.published === undefined && (event.owner === undefined || event.portfolio === undefined)) {
        yield refuse(
          'owner-or-portfolio-missing',
          `Give saving ${event.saving} an owner and a portfolio: it has one of each, so that nothing counts twice`,
        );
      }
      yield* figureBreaches(event.saving, event);
      return;
    case 'SavingPlacedInBusinessCase':
    case 'SavingForecast':
      yield* figureBreaches(event.saving, event);
      return;
    case 'SavingAuthorised':
      if (event.decision === undefined) {
        yield refuse(
          'decision-needed',
          `Name the decision that authorises saving ${event.saving}: record it first with record-decision`,
        );
      }
      yield* figureBreaches(event.saving, event);
      return;
    case 'SavingReprofiled':
      if (saving) yield* reprofileBreaches(saving, event);
      return;
    case 'SavingMoved':
      if (saving && saving.portfolio !== event.fromPortfolio) {
        yield premiseChanged(event.saving, 'the portfolio', saving.portfolio, event.fromPortfolio);
      }
      return;
    case 'SavingOwnerChanged':
      if (saving && saving.owner !== event.fromOwner) {
        yield premiseChanged(event.saving, 'the owner', saving.owner, event.fromOwner);
      }
      return;
    case 'SavingDelivered':
    case 'SavingValidated':
      if (saving) yield* deliveryBreaches(saving, event);
      return;
    case 'SavingWithdrawn':
    case 'SavingReleased':
    case 'SavingReinstated':
      return;
  }
}

function* figureBreaches(id: string, { profile, fullYearPence }: PlanFigures): Iterable<Refusal> {
  const sum = sumOf(profile);
  if (fullYearPence === undefined || sum <= fullYearPence) return;
  yield refuse(
    'years-above-full-year-effect',
    `The years of saving ${id} add up to ${pounds(sum)}, more than the ${pounds(fullYearPence)} it saves in a whole year: state each amount once, in the year it begins`,
  );
}

function* reprofileBreaches(
  saving: SavingPart,
  { plan, fromProfile, toProfile }: Extract<SavingEvent, { type: 'SavingReprofiled' }>,
): Iterable<Refusal> {
  const held = saving[memberOfPlan[plan]]?.profile ?? [];
  if (!same(held, inOrderOfYear(fromProfile))) {
    yield refuse(
      'premise-changed',
      `The years of saving ${saving.id} (${plan}) are others by then than the ones to be re-profiled: record it again from those`,
    );
  }
  const [before, after] = [sumOf(fromProfile), sumOf(toProfile)];
  if (before !== after) {
    yield refuse(
      'total-changed',
      `The years come to ${pounds(after)} and came to ${pounds(before)}: re-profiling moves amounts from year to year; state another total with forecast-saving, or authorise it anew`,
    );
  }
}

/** Finance confirms what was delivered, never more: at every date and for every year. */
function* deliveryBreaches(
  saving: SavingPart,
  { type, year, pence }: Extract<SavingEvent, { type: 'SavingDelivered' | 'SavingValidated' }>,
): Iterable<Refusal> {
  const amountIn = (amounts: readonly { year: string; pence: number }[]) =>
    amounts.find((one) => one.year === year)?.pence ?? 0;
  const delivered = amountIn(saving.delivered);
  const validated = amountIn(saving.validated);
  if (type === 'SavingValidated' && pence > delivered) {
    yield refuse(
      'validated-above-delivered',
      `${pounds(delivered)} of saving ${saving.id} is delivered in ${year} by then: record what was delivered first, or validate no more than that`,
    );
  }
  if (type === 'SavingDelivered' && pence < validated) {
    yield refuse(
      'delivered-below-validated',
      `Finance has confirmed ${pounds(validated)} of saving ${saving.id} for ${year} by then: validate the lower amount first`,
    );
  }
}

function premiseChanged(id: string, what: string, is: string | undefined, was: string | undefined): Refusal {
  return refuse(
    'premise-changed',
    `By then ${what} of saving ${id} is ${is ?? 'not stated'}, not ${was ?? 'unstated'}: record the change from there`,
  );
}
