import { type Fact, factOf, type Facts, onDay, type Recorded, refuse, says, the } from '#acts';
import { idOf, name, oneOf, required, text, type Values, wholeNumber } from '#fields';
import type { Refusal } from '#timeline';
import { partIn } from '../part-of-kind.js';
import { ratingMeasures, versionInForce } from '../programme/scale.js';

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

type RatingGiven = Values<typeof ratingFields>;

/** A rating as a state keeps it. A later change of its scale leaves it as it was given. */
export interface Rating extends RatingGiven {
  readonly rated: Fact;
  readonly source?: string;
}

/** The rating alone. */
function ratingOf(said: RatingGiven): RatingGiven {
  const { measure, scale, version, point, assessor, independence, basis } = said;
  return { measure, scale, version, point, assessor, independence, basis };
}

/** The ratings with one measure's given anew, in the order of measures. */
export function withRating(ratings: readonly Rating[], given: RatingGiven & Recorded): Rating[] {
  const { source } = given;
  const rated = { ...ratingOf(given), rated: factOf(given), ...(source !== undefined && { source }) };
  const place = ({ measure }: Rating) => ratingMeasures.indexOf(measure);
  return [...ratings.filter(({ measure }) => measure !== given.measure), rated].sort(
    (a, b) => place(a) - place(b),
  );
}

/** The scale is defined as one of the measure, the version is the one in force that day, and has the point. */
export function* onTheScale(facts: Facts, given: RatingGiven): Iterable<Refusal> {
  const { scale: id, measure, version, point } = given;
  const scale = partIn(facts, 'scale', id);
  if (!scale) {
    yield refuse(
      'unknown-scale',
      says`No scale ${the.scale(id)} is defined by then: define it first with define-rating-scale, date this later, or name another`,
    );
    return;
  }
  if (scale.measure !== measure) {
    yield refuse(
      'measure-of-another-scale',
      says`Scale ${the.scale(id)} is for ${scale.measure}, not ${measure}: name another`,
    );
  }
  const { version: inForce, since, points } = versionInForce(scale);
  if (inForce !== version) {
    yield refuse(
      'scale-version-not-in-force',
      says`Scale ${the.scale(id)} is at version ${inForce} since ${onDay(since)}, not ${version}: rate on that, or date this otherwise`,
    );
  }
  if (!points.some((one) => one.id === point)) {
    yield refuse(
      'point-not-on-scale',
      says`Scale ${the.scale(id)} has no point ${point} in version ${version}: give one of ${points.map((one) => one.id).join(', ')}`,
    );
  }
}
