import { same, type Refusal } from '#timeline';
import { ratingMeasures, versionInForce, type RatingMeasure, type ScalePart } from '../programme/scale.js';
import { factOf, type Fact, type Recorded } from '../recorded.js';
import { restates } from '../repeated.js';
import { onDay, refuse } from '../rules.js';

/** Who rates: the project itself, its like, or somebody with no part in it. */
export const independences = ['self', 'peer', 'independent'] as const;
export type Independence = (typeof independences)[number];

/** A rating as it was given: a point of one version of a scale, who gave it and on what. */
export interface RatingGiven {
  readonly measure: RatingMeasure;
  readonly scale: string;
  /** The version of the scale that was in force when it was given. */
  readonly version: number;
  readonly point: string;
  /** By role. */
  readonly assessor: string;
  readonly independence: Independence;
  /** What it rests on: a report, a gate review, an interview. */
  readonly basis: string;
}

/** A rating as a state keeps it. A later change of its scale leaves it as it was given. */
export interface Rating extends RatingGiven {
  readonly rated: Fact;
  readonly source?: string;
}

/** The rating alone. */
export function ratingOf(said: RatingGiven): RatingGiven {
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

/** Whether a rating of that day is the last of its measure already: the same on another day is another rating. */
export function hasRating(ratings: readonly Rating[], given: RatingGiven & Recorded): boolean {
  const held = ratings.find(({ measure }) => measure === given.measure);
  return held !== undefined && restates(held.rated, given) && same(ratingOf(held), ratingOf(given));
}

/** Why a rating cannot be given on a scale as it stands that day, if it cannot. */
export function notOnTheScale(scale: ScalePart | undefined, given: RatingGiven): Refusal | undefined {
  const { scale: id, measure, version, point } = given;
  if (!scale) {
    return refuse(
      'unknown-scale',
      `No scale ${id} is defined by then: define it first with define-rating-scale, date this later, or name another`,
    );
  }
  if (scale.measure !== measure) {
    return refuse(
      'measure-of-another-scale',
      `Scale ${id} is for ${scale.measure}, not ${measure}: name another`,
    );
  }
  const { version: inForce, since, points } = versionInForce(scale);
  if (inForce !== version) {
    return refuse(
      'scale-version-not-in-force',
      `Scale ${id} is at version ${inForce} since ${onDay(since)}, not ${version}: rate on that, or date this otherwise`,
    );
  }
  if (points.some((one) => one.id === point)) return undefined;
  return refuse(
    'point-not-on-scale',
    `Scale ${id} has no point ${point} in version ${version}: give one of ${points.map((one) => one.id).join(', ')}`,
  );
}
