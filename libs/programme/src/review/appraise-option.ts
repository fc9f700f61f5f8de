import { factOf, refuse, says, the } from '#acts';
import { same } from '#timeline';
import { figures, option } from './option-fields.js';
import { identified, optionChanged } from './options.js';
import { review } from './review-fields.js';
import { act, notOver } from './reviews.js';
import { figuresOf, reviewKey } from './state.js';

export const appraiseOption = act({
  command: 'appraise-option',
  event: 'OptionAppraised',
  version: 1,
  says: 'Appraises an option, or appraises it anew.',
  happened: 'An option was appraised',
  fields: { review, option, ...figures },
  touches: ({ review: id }) => [reviewKey(id)],
  *meaningless(state, entry) {
    yield* identified(state, entry.review, entry.option);
    // An appraisal that finds nothing would stand for one, and the promise of no predetermination would be empty.
    if (Object.keys(figuresOf(entry)).length === 0) {
      yield refuse(
        'nothing-appraised',
        says`Say what the appraisal of option ${the.option(entry.option, entry.review)} found: a summary, cost, saving, risk or score`,
      );
    }
  },
  breaches: (state, { review: id }) => notOver(state, id),
  evolve: (state, entry) =>
    optionChanged(state, entry.review, entry.option, ({ appraisal: former, formerAppraisals = [] }) => {
      const appraisal = { ...figuresOf(entry), appraised: factOf(entry) };
      if (!former || same(former, appraisal)) return { appraisal };
      return { appraisal, formerAppraisals: [...formerAppraisals, former] };
    }),
  example: {
    effectiveOn: '2014-03-03',
    review: 'legal-services',
    option: 'commercial-partner',
    summary: 'Growth without a call on capital',
    cost: 45_000_000,
    saving: 120_000_000,
    risk: 'medium',
    score: 71,
  },
});
