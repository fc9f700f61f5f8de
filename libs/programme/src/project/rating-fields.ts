import type { Fact } from '#acts';
import { idOf, name, oneOf, required, text, type Values, wholeNumber } from '#fields';
import { ratingMeasures } from '../programme/scale.js';

/** Who rates: the project its like, or somebody with no part in it. */
export const independences = ['self', 'peer', 'independent'] as const;

/** A rating as it is given: a point of one version of a scale, who gave it and on what. */
export const ratingFields = {
  measure: required(oneOf(ratingMeasures), 'What the rating measures.'),
  scale: required(idOf('scale'), 'The scale it is given on, of that measure.'),
  version: required(wholeNumber(1), 'The version of the scale, in force on that day.'),
  point: required(idOf('point', 'old', 'scale'), 'The point of the scale.'),
  assessor: required(name, 'Who gives it, by role.', { personal: true }),
  independence: required(
    oneOf(independences),
    'Whether the project rates its like do, or somebody with no part in it.',
  ),
  basis: required(text, 'What it rests on: a report, a gate review, an interview.'),
};

export type RatingGiven = Values<typeof ratingFields>;

/** A rating as a state keeps it. A later change of its scale leaves it as it was given. */
export interface Rating extends RatingGiven {
  readonly rated: Fact;
  readonly source?: string;
}
