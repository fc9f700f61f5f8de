import { factOf, type Facts, onDay, type Recorded, refuse, says, the } from '#acts';
import type { Refusal } from '#timeline';
import { partIn } from '../part-of-kind.js';
import { ratingMeasures, versionInForce } from '../programme/scale.js';
import type { Rating, RatingGiven } from './rating-fields.js';

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
