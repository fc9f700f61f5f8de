import { factOf, onDay, refuse, says, the } from '#acts';
import { act, decision, decisionIn, itself, proceeding, stillToBeTaken } from './decisions.js';
import { generalExceptionFields } from './notice-fields.js';
import { generalExceptionOf } from './state.js';

export const giveGeneralExceptionNotice = act({
  command: 'give-general-exception-notice',
  event: 'GeneralExceptionNoticeGiven',
  version: 1,
  says: 'Records the notice that a key decision cannot wait for the full notice, on the day it was published.',
  happened: 'A general exception was notified',
  fields: { decision: decision('The decision that is to be taken.', 'either'), ...generalExceptionFields },
  touches: itself,
  *meaningless(state, { decision: id }) {
    const held = decisionIn(state, id)?.generalException;
    if (held) {
      yield refuse(
        'general-exception-already-given',
        says`Notice of general exception for decision ${the.decision(id)} was given on ${onDay(held.given)}: strike that entry to correct it`,
      );
    }
  },
  breaches: (state, { decision: id }) => stillToBeTaken(state, id),
  evolve: (state, entry) =>
    proceeding(state, entry.decision, {
      generalException: { ...generalExceptionOf(entry), given: factOf(entry) },
    }),
  example: {
    effectiveOn: '2023-01-19',
    decision: 'care-home-places',
    title: 'Places in care homes over the winter',
    chairNotified: 'Chair of the Scrutiny Committee',
    reason: 'The grant was announced too late for 28 clear days',
  },
});
