import { factOf, present, type Recorded } from '#acts';
import type { Changes, Refusal } from '#timeline';
import { changed, goingOn, identified, type State } from './savings.js';
import type { SavingPart } from './state.js';

/** The saving is identified, and has not ended. */
export function* standing(state: State, id: string): Iterable<Refusal> {
  yield* identified(state, id);
  yield* goingOn(state, id);
}

/** The standing from an entry on; the former one stays in the log. A review that is named is to make it. */
export function stands(
  state: State,
  entry: Recorded & { readonly saving: string; readonly reason: string; readonly review?: string },
  as: SavingPart['standing'],
): Changes<SavingPart> {
  const { saving, reason, review } = entry;
  const since = factOf(entry);
  return changed(state, saving, ({ standingLog }) => ({
    standing: as,
    standingSince: since,
    standingReason: reason,
    standingLog: [...standingLog, { standing: as, ...since, reason }],
    ...present({ review }),
  }));
}
