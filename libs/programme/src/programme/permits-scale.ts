import type { Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import type { ProgrammeEvent } from './events.js';
import { versionInForce, type PointMapping, type ScalePart, type ScalePoint } from './scale.js';

type ScaleEvent = Extract<ProgrammeEvent, { type: `RatingScale${string}` }>;

/**
 * Where an entry about a scale would record nothing, or leave a rating without a place: no exception can give it a
 * meaning.
 */
export function meaninglessForScale(scale: ScalePart | undefined, event: ScaleEvent): Refusal | undefined {
  const { scale: id } = event;
  if (event.type === 'RatingScaleDefined') {
    if (!scale) return unsuitable(event.points);
    return refuse(
      'scale-already-defined',
      `Scale ${id} is in force since ${onDay(versionInForce(scale).since)}: change it with change-rating-scale`,
    );
  }
  if (!scale) {
    return refuse(
      'scale-not-defined',
      `No scale ${id} is defined by then: define it first with define-rating-scale, or date this later`,
    );
  }
  const held = versionInForce(scale);
  if (held.version !== event.fromVersion) {
    return refuse(
      'premise-changed',
      `Scale ${id} is at version ${held.version} by then, not ${event.fromVersion}: record the change from there`,
    );
  }
  if (event.version <= held.version) {
    return refuse(
      'version-not-later',
      `Scale ${id} is at version ${held.version} by then: give the new version a higher number`,
    );
  }
  return unsuitable(event.points) ?? unmapped(held.points, event);
}

function unsuitable(points: readonly ScalePoint[]): Refusal | undefined {
  const distinct = (values: readonly unknown[]) => new Set(values).size === points.length;
  const ids = points.map(({ id }) => id);
  if (points.length > 1 && distinct(ids) && distinct(points.map(({ order }) => order))) return undefined;
  return refuse(
    'points-unsuitable',
    'Give the scale two points or more, each with an id and a place in the order of its own',
  );
}

function unmapped(
  old: readonly ScalePoint[],
  { points, mapping }: { points: readonly ScalePoint[]; mapping: readonly PointMapping[] },
): Refusal | undefined {
  const from = mapping.map(({ fromPoint }) => fromPoint);
  const missing = old.map(({ id }) => id).filter((id) => !from.includes(id));
  if (missing.length > 0) {
    return refuse(
      'mapping-not-total',
      `Say which new point each old one comes to: ${missing.join(', ')} is missing`,
    );
  }
  const strange = [
    ...from.filter((id, at) => from.indexOf(id) !== at || !old.some((point) => point.id === id)),
    ...mapping.map(({ toPoint }) => toPoint).filter((id) => !points.some((point) => point.id === id)),
  ];
  if (strange.length === 0) return undefined;
  return refuse(
    'mapping-outside-scale',
    `Map each old point once, to a point of the new version: ${strange.join(', ')} does not fit`,
  );
}
