import { factOf, refuse, says, the } from '#acts';
import { same } from '#timeline';
import { act, decision, decisionIn, itself, proceeding, stillToBeTaken } from './decisions.js';
import { noticeFields } from './notice-fields.js';
import { noticeSays } from './notices.js';
import { noticeOf } from './state.js';

export const reissueKeyDecisionNotice = act({
  command: 'reissue-key-decision-notice',
  event: 'KeyDecisionNoticeReissued',
  version: 1,
  says: 'Records the notice of a key decision as it was published again, whole, with what changed.',
  happened: 'Notice of a key decision was published again',
  fields: { decision: decision('The decision whose notice is published again.'), ...noticeFields },
  touches: itself,
  *meaningless(state, entry) {
    const { decision: id } = entry;
    if (!decisionIn(state, id)?.notice) {
      yield refuse(
        'no-notice-to-reissue',
        says`No notice of decision ${the.decision(id)} is given by then: give it first with give-key-decision-notice`,
      );
    }
    yield* noticeSays(entry, id);
  },
  breaches: (state, { decision: id }) => stillToBeTaken(state, id),
  evolve(state, entry) {
    const held = decisionIn(state, entry.decision)?.notice;
    if (!held) return [];
    const [said, before] = [noticeOf(entry), noticeOf(held)];
    const reissued = factOf(entry);
    // Word for word what was published that day: it was published once.
    if (same(said, before) && same(reissued, held.reissued ?? held.given)) return [];
    const formerly = [...(held.formerly ?? []), { ...before, reissued }];
    return proceeding(state, entry.decision, { notice: { ...said, given: held.given, reissued, formerly } });
  },
  example: {
    effectiveOn: '2024-01-04',
    decision: 'contact-centre',
    title: 'Contact Centre: extension of the contract',
    matter: 'Whether to extend the contract for the Contact Centre',
    maker: 'Cabinet Member for Communications',
    members: ['Cabinet Member for Communications'],
    decisionDue: '2024-01-22',
    documents: ['Report of the Corporate Director'],
    address: 'County Hall, Maidstone',
    otherDocuments: 'Other documents relevant to the matter may be submitted',
    requestDetails: 'Ask Democratic Services for details as they become available',
    keyReason: 'Expenditure or savings of more than £1m',
  },
});
