import { factOf, onDay, refuse, says, the } from '#acts';
import { act, decision, decisionIn, itself, proceeding, stillToBeTaken } from './decisions.js';
import { noticeFields } from './notice-fields.js';
import { noticeSays } from './notices.js';
import { noticeOf } from './state.js';

export const giveKeyDecisionNotice = act({
  command: 'give-key-decision-notice',
  event: 'KeyDecisionNoticeGiven',
  version: 1,
  says: 'Records the notice of a key decision, on the day on which it was first published.',
  happened: 'Notice of a key decision was published',
  fields: { decision: decision('The decision that is to be taken.', 'new'), ...noticeFields },
  touches: itself,
  *meaningless(state, entry) {
    const { decision: id } = entry;
    const notice = decisionIn(state, id)?.notice;
    if (notice) {
      yield refuse(
        'notice-already-given',
        says`Notice of decision ${the.decision(id)} was given on ${onDay(notice.given)}: publish it again with reissue-key-decision-notice, or strike that entry to correct it`,
      );
    }
    yield* noticeSays(entry, id);
  },
  breaches: (state, { decision: id }) => stillToBeTaken(state, id),
  evolve: (state, entry) =>
    proceeding(state, entry.decision, { notice: { ...noticeOf(entry), given: factOf(entry) } }),
  example: {
    effectiveOn: '2023-12-19',
    decision: 'contact-centre',
    title: 'Contact Centre: extension of the contract',
    matter: 'Whether to extend the contract for the Contact Centre',
    maker: 'Cabinet',
    members: ['Leader', 'Cabinet Member for Communications'],
    decisionDue: '2024-01',
    documents: 'none',
    address: 'County Hall, Maidstone',
    otherDocuments: 'Other documents relevant to the matter may be submitted',
    requestDetails: 'Ask Democratic Services for details as they become available',
    keyReason: 'Expenditure or savings of more than £1m',
  },
});
