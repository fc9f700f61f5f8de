import { refuse } from '#acts';
import { idOf, listOf, name, objectOf, required, wholeNumber } from '#fields';
import type { Refusal } from '#timeline';
import type { State } from './programmes.js';
import { scaleKey, type PointMapping, type ScalePart, type ScalePoint } from './scale.js';

/** The scale that an act is about. */
export const scale = required(idOf('scale'), 'The scale.');

/** The points of a scale. */
export const points = listOf(
  objectOf({
    id: required(idOf('point', 'new'), 'The point.', 'Point'),
    label: required(name, 'What the point is called, such as "Amber/Red".'),
    order: required(wholeNumber(1), 'Its place on the scale, the best first.', 'Place on the scale'),
  }),
  { least: 2 },
);

/** Which point of a new version each point of the one before comes to. */
export const mapping = listOf(
  objectOf({
    fromPoint: required(idOf('point'), 'A point of the version before.', 'Point before'),
    toPoint: required(idOf('point'), 'The point of the new version that it comes to.', 'Comes to'),
  }),
  { least: 2 },
);

/** The scale of an id, where one is defined. */
export function scaleIn(state: State, id: string): ScalePart | undefined {
  const part = state.get(scaleKey(id));
  return part?.kind === 'scale' ? part : undefined;
}

/** A scale has two points or more, no two of one id or in one place. */
export function* pointsDiffer(given: readonly ScalePoint[]): Iterable<Refusal> {
  const distinct = (values: readonly unknown[]) => new Set(values).size === given.length;
  const ids = given.map(({ id }) => id);
  if (given.length < 2 || !distinct(ids) || !distinct(given.map(({ order }) => order))) {
    yield refuse(
      'points-unsuitable',
      'Give the scale two points or more, each with an id and a place in the order of its own',
    );
  }
}

/** Each point of the version before comes to one point of the new one, and no other is mapped. */
export function* eachMapped(
  before: readonly ScalePoint[],
  { points: next, mapping: given }: { points: readonly ScalePoint[]; mapping: readonly PointMapping[] },
): Iterable<Refusal> {
  const from = given.map(({ fromPoint }) => fromPoint);
  const missing = before.map(({ id }) => id).filter((id) => !from.includes(id));
  if (missing.length > 0) {
    yield refuse(
      'mapping-not-total',
      `Say which new point each old one comes to: ${missing.join(', ')} is missing`,
    );
  }
  const strange = [
    ...from.filter((id, at) => from.indexOf(id) !== at || !before.some((point) => point.id === id)),
    ...given.map(({ toPoint }) => toPoint).filter((id) => !next.some((point) => point.id === id)),
  ];
  if (strange.length > 0) {
    yield refuse(
      'mapping-outside-scale',
      `Map each old point once, to a point of the new version: ${strange.join(', ')} does not fit`,
    );
  }
}
