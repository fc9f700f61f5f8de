import { factOf, onDay, refuse, says, the } from '#acts';
import { name, required, text } from '#fields';
import { subjectToCallIn } from './call-ins.js';
import { act, decision, decisionIn, itself, proceeding, standing, takenIn } from './decisions.js';

export const waiveCallIn = act({
  command: 'waive-call-in',
  event: 'CallInWaived',
  version: 1,
  says: 'Records the agreement that a decision is too urgent to wait for call-in.',
  happened: 'Call-in was waived',
  fields: {
    decision: decision('The decision that cannot wait for call-in.'),
    agreedBy: required(name, 'The office that agreed; no personal name.', {
      label: 'Agreed by',
      personal: true,
    }),
    reason: required(text, 'Why waiting would harm the council or the public.'),
  },
  touches: itself,
  *meaningless(state, { decision: id }) {
    const held = decisionIn(state, id)?.callInWaived;
    if (held) {
      yield refuse(
        'call-in-already-waived',
        says`Call-in of decision ${the.decision(id)} was waived on ${onDay(held.waived)}: strike that entry to correct it`,
      );
    }
  },
  *breaches(state, { decision: id }) {
    yield* standing(state, id);
    const callIn = decisionIn(state, id)?.callIn;
    if (callIn) {
      yield refuse(
        'decision-called-in',
        says`Decision ${the.decision(id)} was called in on ${onDay(callIn.calledIn)}: call-in is waived before that, or not at all`,
      );
    }
    yield* subjectToCallIn(id, takenIn(state, id)?.subjectToCallIn);
  },
  evolve(state, entry) {
    const { agreedBy, reason } = entry;
    return proceeding(state, entry.decision, { callInWaived: { agreedBy, reason, waived: factOf(entry) } });
  },
  example: {
    takenOn: '2021-09-23',
    decision: 'shielding-hub',
    agreedBy: 'Chair of the Scrutiny Committee',
    reason: 'Delay would seriously prejudice the public interest',
  },
});
