import { factOf, onDay, refuse, says, the } from '#acts';
import { idOf, required } from '#fields';
import { asIs, outline } from './option-fields.js';
import { review } from './review-fields.js';
import { act, changed, notOver, proposed } from './reviews.js';
import { optionOf, optionPart, outlineOf, reviewIn, reviewKey } from './state.js';

export const identifyOption = act({
  command: 'identify-option',
  event: 'OptionIdentified',
  version: 1,
  says: 'Identifies an option for the whole or a part of the service.',
  happened: 'An option was identified',
  fields: { review, option: required(idOf('option', 'new', 'review'), 'The option.'), ...outline, asIs },
  settles: ({ asIs: isAsIs = false }) => ({ asIs: isAsIs }),
  touches: ({ review: id }) => [reviewKey(id)],
  *meaningless(state, { review: id, option, asIs: isAsIs }) {
    yield* proposed(state, id);
    const review = reviewIn(state, id);
    const held = review && optionOf(review, option);
    if (held) {
      yield refuse(
        'option-already-identified',
        says`Option ${the.option(held.id, id)} was identified on ${onDay(held.identified)} as "${held.title}": give the new option an id of its own, or strike that entry`,
      );
    }
    const other = isAsIs && review?.options.find((one) => one.asIs);
    if (other) {
      yield refuse(
        'as-is-already-identified',
        says`Option ${the.option(other.id, id)} is the service as it is already: there can be one such option, so identify ${the.option(option, id)} without asIs`,
      );
    }
  },
  breaches: (state, { review: id }) => notOver(state, id),
  evolve(state, entry) {
    const outlined = { id: entry.option, ...outlineOf(entry), asIs: entry.asIs };
    const option = optionPart({ ...outlined, identified: factOf(entry), endorsements: [] });
    return changed(state, entry.review, ({ options }) => ({ options: [...options, option] }));
  },
  example: {
    effectiveOn: '2014-01-20',
    review: 'legal-services',
    option: 'as-is',
    title: 'Keep the service as it is',
    scope: 'part',
    part: 'Work for the council itself',
    model: 'INH',
    provider: 'The council',
    sector: 'in-house',
    asIs: true,
  },
});
