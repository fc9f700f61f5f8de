import { factOf, type Recorded, refuse, says, the } from '#acts';
import { describeDate } from '#calendar';
import { name, required } from '#fields';
import { authorityIsRecorded, authorityRead, calledBy, makerOn } from '#governance';
import { option } from './option-fields.js';
import { identified, optionChanged } from './options.js';
import { review } from './review-fields.js';
import { act, including, notOver } from './reviews.js';
import { reviewKey } from './state.js';

const dayOf = ({ takenOn, effectiveOn }: Recorded) => takenOn ?? effectiveOn;

/**
 * Whoever is on record may endorse, advisory or not: an endorsement is no decision. Where a programme has recorded no
 * authority, nothing is checked.
 */
export const endorseOption = act({
  command: 'endorse-option',
  event: 'OptionEndorsed',
  version: 1,
  says: 'Records the advice of a body that endorses an option.',
  happened: 'An option was endorsed',
  fields: {
    review,
    option,
    by: required(name, 'The body that endorses it; its advice decides nothing.', 'Endorsed by'),
  },
  // By the name on record that day, where a body or an office of any kind has that id or name; else as it was said.
  settles(given, _state, facts) {
    const endorser = makerOn(facts, given.by, dayOf(given));
    return { by: endorser ? calledBy(endorser) : given.by };
  },
  reads: () => [authorityRead],
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: (state, entry) => identified(state, entry.review, entry.option),
  breaches: (state, { review: id }) => notOver(state, id),
  *elsewhere(facts, entry) {
    if (authorityIsRecorded(facts) && !makerOn(facts, entry.by, dayOf(entry))) {
      yield refuse(
        'unknown-endorser',
        says`No body or office ${the.maker(entry.by)} is on record on ${describeDate(dayOf(entry), 'day')}: name it by its id or its name on that day, or put it on record with establish-body or create-office`,
      );
    }
  },
  evolve: (state, entry) =>
    optionChanged(state, entry.review, entry.option, ({ endorsements }) => ({
      endorsements: including(endorsements, { by: entry.by, endorsed: factOf(entry) }),
    })),
  example: {
    takenOn: '2014-03',
    review: 'legal-services',
    option: 'commercial-partner',
    by: 'Transformation Advisory Group',
  },
});
