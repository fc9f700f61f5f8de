import { type Fact, factOf, present, type Recorded } from '#acts';

/** What a rating measures: red, amber or green as things stand, or the confidence that they will be delivered. */
export const ratingMeasures = ['rag', 'delivery-confidence'] as const;
export type RatingMeasure = (typeof ratingMeasures)[number];

/** A point of a scale: its id, what it is called, and its place on the scale, the best first. */
export interface ScalePoint {
  readonly id: string;
  readonly label: string;
  readonly order: number;
}

/** Which point of the new version an old point comes to. */
export interface PointMapping {
  readonly fromPoint: string;
  readonly toPoint: string;
}

/** One version of a scale: in force until the next. */
export interface ScaleVersion {
  readonly version: number;
  /** In their order, the best first. */
  readonly points: readonly ScalePoint[];
  /** What each point of the version before comes to; absent from the first. */
  readonly mapping?: readonly PointMapping[];
  readonly since: Fact;
  readonly source?: string;
}

/** A scale on which projects are rated. Its last version is the one in force. */
export interface ScalePart {
  readonly kind: 'scale';
  readonly id: string;
  readonly name: string;
  readonly measure: RatingMeasure;
  readonly versions: readonly [ScaleVersion, ...ScaleVersion[]];
}

export const scaleKey = (id: string): string => `scale/${id}`;

export function versionInForce({ versions }: ScalePart): ScaleVersion {
  return versions.at(-1) ?? versions[0];
}

/**
 * The point of the version in force that a point of an earlier version comes to, through every change since; the point
 * itself where that version is in force. Undefined where the scale holds no such version or point. Never stored.
 */
export function mappedPoint(scale: ScalePart, version: number, point: string): ScalePoint | undefined {
  const from = scale.versions.findIndex((one) => one.version === version);
  const given = scale.versions[from]?.points.find(({ id }) => id === point);
  return scale.versions.slice(from + 1).reduce<ScalePoint | undefined>((held, { mapping, points }) => {
    const to = mapping?.find(({ fromPoint }) => fromPoint === held?.id)?.toPoint;
    return points.find(({ id }) => id === to);
  }, given);
}

/** Points in their order, with their members in one order, however they were sent. */
export function pointsInOrder(points: readonly ScalePoint[]): readonly ScalePoint[] {
  return points
    .map(({ id, label, order }) => ({ id, label, order }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** A mapping in one order, however it was sent. */
export function mappingInOrder(mapping: readonly PointMapping[]): readonly PointMapping[] {
  return mapping
    .map(({ fromPoint, toPoint }) => ({ fromPoint, toPoint }))
    .sort((a, b) => (a.fromPoint < b.fromPoint ? -1 : 1));
}

/** The version that an entry puts in force. */
export function versionOf(
  entry: Recorded & Pick<ScaleVersion, 'version' | 'points' | 'mapping'>,
): ScaleVersion {
  const { version, source } = entry;
  const points = pointsInOrder(entry.points);
  const mapping = entry.mapping && mappingInOrder(entry.mapping);
  return present({ version, points, mapping, since: factOf(entry), source });
}
