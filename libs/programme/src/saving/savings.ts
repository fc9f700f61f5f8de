import { actsOf, onDay, refuse, says, the } from '#acts';
import type { Changes, Parts, Refusal } from '#timeline';
import { savingIn, savingKey, savingPart, type SavingPart } from './state.js';

export type State = Parts<SavingPart>;

/** An act about savings. */
export const act = actsOf<SavingPart>();

/** An entry is of one saving, and touches no other. */
export const ofSaving = ({ saving }: { readonly saving: string }): readonly string[] => [savingKey(saving)];

/** The saving is identified by then. */
export function* identified(state: State, id: string): Iterable<Refusal> {
  if (!savingIn(state, id)) {
    yield refuse(
      'saving-not-identified',
      says`No saving ${the.saving(id)} is identified by then: identify it first with identify-saving, or date this later`,
    );
  }
}

/** A saving that is identified is neither withdrawn nor released. */
export function* goingOn(state: State, id: string): Iterable<Refusal> {
  const { standing = 'active', standingSince } = savingIn(state, id) ?? {};
  if (standing === 'active') return;
  const since = standingSince ? ` on ${onDay(standingSince)}` : '';
  yield refuse(
    'saving-ended',
    says`Saving ${the.saving(id)} was ${standing}${since}: take it up again first with reinstate-saving, or date this earlier`,
  );
}

/** A saving with some of its members changed; nothing where there is no such saving. */
export function changed(
  state: State,
  id: string,
  change: (saving: SavingPart) => Partial<SavingPart>,
): Changes<SavingPart> {
  const saving = savingIn(state, id);
  return saving ? [[savingKey(id), savingPart({ ...saving, ...change(saving) })]] : [];
}
