import { onDay, refuse, says, the } from '#acts';
import { idOf, name, oneOf, required, wholeNumber } from '#fields';
import { act, goingOn, started } from './programmes.js';
import { pointsInOrder, ratingMeasures, scaleKey, versionInForce, versionOf } from './scale.js';
import { points, pointsDiffer, scaleIn } from './scales.js';
import { programmeKey } from './state.js';

export const defineRatingScale = act({
  command: 'define-rating-scale',
  event: 'RatingScaleDefined',
  version: 1,
  says: 'Defines a scale for rating projects.',
  happened: 'A rating scale was defined',
  fields: {
    scale: required(idOf('scale', 'new'), 'The scale.'),
    version: required(wholeNumber(1), 'The number of its version.'),
    name: required(name, 'What the scale is called.'),
    measure: required(oneOf(ratingMeasures), 'What a rating on it measures.'),
    points: required(points, 'Its points, each with an id and a place of its own.'),
  },
  settles: ({ programme, points: given }) => ({ programme, points: pointsInOrder(given) }),
  touches: ({ programme, scale: id }) => [programmeKey(programme), scaleKey(id)],
  *meaningless(state, { programme, scale: id, points: given }) {
    yield* started(state, programme);
    const before = scaleIn(state, id);
    if (before) {
      yield refuse(
        'scale-already-defined',
        says`Scale ${the.scale(id)} is in force since ${onDay(versionInForce(before).since)}: change it with change-rating-scale`,
      );
    }
    yield* pointsDiffer(given);
  },
  breaches: (state, { programme }) => goingOn(state, programme),
  evolve: (_state, { scale: id, name: called, measure, ...entry }) => [
    [scaleKey(id), { kind: 'scale', id, name: called, measure, versions: [versionOf(entry)] }],
  ],
  example: {
    takenOn: '2014-04-01',
    scale: 'delivery-confidence',
    version: 1,
    name: 'Delivery confidence',
    measure: 'delivery-confidence',
    points: [
      { id: 'green', label: 'Green', order: 1 },
      { id: 'amber-green', label: 'Amber/Green', order: 2 },
      { id: 'amber', label: 'Amber', order: 3 },
      { id: 'amber-red', label: 'Amber/Red', order: 4 },
      { id: 'red', label: 'Red', order: 5 },
    ],
  },
});
