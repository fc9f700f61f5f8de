import { refuse, says, the } from '#acts';
import type { Refusal } from '#timeline';
import { lastDayOf } from './council-clocks.js';
import type { KeyDecisionNotice } from './notice-fields.js';
import type { Taken } from './notice-clock.js';
import { saysNothing } from './record.js';
import { noticeOf, type DecisionPart } from './state.js';

/** Every item of a notice that is given says something. */
export function* noticeSays(notice: KeyDecisionNotice, id: string): Iterable<Refusal> {
  const empty = Object.entries(noticeOf(notice)).find(([, value]) => saysNothing(value));
  if (empty) {
    yield refuse(
      'empty-notice-item',
      says`${empty[0]} of the notice of decision ${the.decision(id)} is given but says nothing: leave it out until it is known, or say that there is none`,
    );
  }
}

/**
 * By the day a key decision was taken there is notice, general exception or special urgency, one of them, of that day or
 * earlier. How many days must have run is asked apart: it reads the council's settings.
 */
export function* noticedByThen(held: DecisionPart | undefined, id: string, taken: Taken): Iterable<Refusal> {
  const routes = [held?.notice?.given, held?.generalException?.given, held?.specialUrgency?.agreed];
  if (routes.some((fact) => fact && fact.on <= lastDayOf(taken))) return;
  yield refuse(
    'notice-not-given',
    says`Decision ${the.decision(id)} is a key decision, and by the day it was taken there is no notice of it, no notice of general exception and no special urgency on the record: record which there was with give-key-decision-notice, give-general-exception-notice or agree-special-urgency`,
  );
}
