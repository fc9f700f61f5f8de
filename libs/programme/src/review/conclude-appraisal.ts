import { optional, text } from '#fields';
import { inOrder, moved, notYetAt, type Move } from './moves.js';
import { review } from './review-fields.js';
import { act } from './reviews.js';
import { spectrumAppraised } from './spectrum.js';
import { reviewKey } from './state.js';

const move: Move = { to: 'options-appraised', from: ['brief-agreed'] };

export const concludeAppraisal = act({
  command: 'conclude-appraisal',
  event: 'OptionsAppraised',
  version: 1,
  says: 'Concludes the appraisal of the spectrum of options.',
  happened: 'The appraisal of options was concluded',
  fields: { review, summary: optional(text, 'What the appraisal came to.') },
  touches: ({ review: id }) => [reviewKey(id)],
  meaningless: (state, { review: id }) => notYetAt(state, id, move.to),
  *breaches(state, { review: id }) {
    yield* inOrder(state, id, move);
    yield* spectrumAppraised(state, id);
  },
  evolve: (state, entry) => moved(state, entry, move.to, { summary: entry.summary }),
  example: {
    takenOn: '2014-03',
    review: 'legal-services',
    summary: 'Six options, one preferred',
  },
});
