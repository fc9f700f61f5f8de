import { factOf, present } from '#acts';
import { name, optional, required, text } from '#fields';
import { review } from './review-fields.js';
import { act, changed, including, notOver, proposed } from './reviews.js';
import { reviewKey } from './state.js';

export const recordMarketEngagement = act({
  command: 'record-market-engagement',
  event: 'MarketEngagementRecorded',
  version: 1,
  says: 'Records that the market was engaged.',
  happened: 'The market was engaged',
  fields: {
    review,
    activity: required(name, 'What was done, such as "soft market test with two providers".'),
    summary: optional(text, 'What came of it.'),
    reference: optional(name, 'The reference of the notice or the report.'),
  },
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: (state, { review: id }) => proposed(state, id),
  breaches: (state, { review: id }) => notOver(state, id),
  evolve(state, entry) {
    const { activity, summary, reference } = entry;
    const engaged = present({ activity, summary, reference, recorded: factOf(entry) });
    return changed(state, entry.review, ({ engagement }) => ({ engagement: including(engagement, engaged) }));
  },
  example: {
    effectiveOn: '2014-04-08',
    review: 'legal-services',
    activity: 'Market engagement notice',
    summary: 'Several firms asked for more',
    reference: '2014/S 196-346860',
  },
});
