import { factOf, type Recorded, refuse, says, the } from '#acts';
import { pounds } from '#fields';
import type { Refusal } from '#timeline';
import { inOrderOfYear, planFiguresOf, sumOf, type PlanFigures, type SavingRecurrence } from './amounts.js';
import { goingOn, identified, type State } from './savings.js';
import { savingIn, type SavingPlan } from './state.js';

/** Figures that are planned of a saving. */
type Planned = PlanFigures & { readonly saving: string };

/** A plan is recorded in order of year, however it was given. */
export const inOrder = ({ profile }: PlanFigures) => ({ profile: inOrderOfYear(profile) });

/** The plan that an entry states. */
export function planOf(entry: PlanFigures & Recorded): SavingPlan {
  return { ...planFiguresOf(entry), stated: factOf(entry) };
}

/** Amounts name each year once, and those of a one-off saving know no whole year. */
export function* figuresOf(
  { saving: id, profile, fullYearPence }: Planned,
  recurrence: SavingRecurrence,
): Iterable<Refusal> {
  if (new Set(profile.map(({ year }) => year)).size !== profile.length)
    yield refuse('year-twice', says`A year of saving ${the.saving(id)} is given twice: name each year once`);
  if (recurrence !== 'one-off') return;
  if (fullYearPence === undefined && profile.every(({ effect }) => effect === undefined)) return;
  yield refuse(
    'one-off-has-no-full-year',
    says`Saving ${the.saving(id)} is one-off, so it has no part-year or full-year effect: leave that out, or identify it as recurring`,
  );
}

/** The figures have a meaning for a saving that is identified by then. */
export function* ofIdentified(state: State, planned: Planned): Iterable<Refusal> {
  yield* identified(state, planned.saving);
  const saving = savingIn(state, planned.saving);
  if (saving) yield* figuresOf(planned, saving.recurrence);
}

/** The years come to no more than a whole year saves. */
export function* withinFullYear({ saving: id, profile, fullYearPence }: Planned): Iterable<Refusal> {
  const sum = sumOf(profile);
  if (fullYearPence === undefined || sum <= fullYearPence) return;
  yield refuse(
    'years-above-full-year-effect',
    says`The years of saving ${the.saving(id)} add up to ${pounds(sum)}, more than the ${pounds(fullYearPence)} it saves in a whole year: state each amount once, in the year it begins`,
  );
}

/** A saving that goes on is planned within what a whole year saves. */
export function* plannable(state: State, planned: Planned): Iterable<Refusal> {
  yield* goingOn(state, planned.saving);
  yield* withinFullYear(planned);
}
