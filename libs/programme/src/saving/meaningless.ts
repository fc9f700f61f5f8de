import type { Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import type { PlanFigures, SavingRecurrence } from './amounts.js';
import type { SavingEvent } from './events.js';
import { memberOfPlan, type SavingPart } from './state.js';

/** Where an entry of a saving would record nothing: no exception can give it a meaning. */
export function meaninglessForSaving(
  saving: SavingPart | undefined,
  event: SavingEvent,
): Refusal | undefined {
  const { saving: id } = event;
  if (event.type === 'SavingIdentified') {
    if (!saving) return meaninglessFigures(id, event.recurrence, event);
    return refuse(
      'saving-already-identified',
      `Saving ${id} was identified on ${onDay(saving.identified.stated)}: strike that entry to correct it`,
    );
  }
  if (!saving) {
    return refuse(
      'saving-not-identified',
      `No saving ${id} is identified by then: identify it first with identify-saving, or date this later`,
    );
  }
  switch (event.type) {
    case 'SavingPlacedInBusinessCase':
    case 'SavingAuthorised':
    case 'SavingForecast':
      return meaninglessFigures(id, saving.recurrence, event);
    case 'SavingReprofiled':
      if (saving[memberOfPlan[event.plan]]) {
        return meaninglessFigures(id, saving.recurrence, { profile: event.toProfile });
      }
      return refuse(
        'nothing-to-reprofile',
        `Saving ${id} has no amounts of the kind ${event.plan} by then: state them first, or re-profile others`,
      );
    case 'SavingDelivered':
    case 'SavingValidated':
    case 'SavingMoved':
    case 'SavingOwnerChanged':
      return undefined;
    case 'SavingWithdrawn':
    case 'SavingReleased':
      return saving.standing === 'active' ? undefined : endedBefore(saving);
    case 'SavingReinstated':
      if (saving.standing !== 'active') return undefined;
      return refuse(
        'saving-not-ended',
        `Saving ${id} stands by then: there is nothing to take up again, unless you date this later`,
      );
  }
}

function meaninglessFigures(
  id: string,
  recurrence: SavingRecurrence,
  { profile, fullYearPence }: PlanFigures,
): Refusal | undefined {
  if (new Set(profile.map(({ year }) => year)).size !== profile.length) {
    return refuse('year-twice', `A year of saving ${id} is given twice: name each year once`);
  }
  if (recurrence !== 'one-off') return undefined;
  if (fullYearPence === undefined && profile.every(({ effect }) => effect === undefined)) return undefined;
  return refuse(
    'one-off-has-no-full-year',
    `Saving ${id} is one-off, so it has no part-year or full-year effect: leave that out, or identify it as recurring`,
  );
}

/** The refusal of what a saving that was withdrawn or released does not take. */
export function endedBefore({ id, standing, standingSince }: SavingPart): Refusal {
  const since = standingSince ? ` on ${onDay(standingSince)}` : '';
  return refuse(
    'saving-ended',
    `Saving ${id} was ${standing}${since}: take it up again first with reinstate-saving, or date this earlier`,
  );
}
