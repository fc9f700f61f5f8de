import { type Premise, refuse, says, stillSo, the } from '#acts';
import { required, wholeNumber } from '#fields';
import { act, goingOn, started } from './programmes.js';
import { mappingInOrder, pointsInOrder, scaleKey, versionInForce, versionOf } from './scale.js';
import { eachMapped, mapping, points, pointsDiffer, scale, scaleIn } from './scales.js';
import { programmeKey, type ProgrammeStreamPart } from './state.js';

const fromVersion: Premise<ProgrammeStreamPart, { readonly scale: typeof scale }, number> = {
  kind: wholeNumber(1),
  says: 'The version that is believed to be in force until then; refused if another is on that day.',
  label: 'Former version',
  of: ({ scale: id }) => says`The version of scale ${the.scale(id)}`,
  is: (state, { scale: id }) => {
    const held = scaleIn(state, id);
    return held ? versionInForce(held).version : null;
  },
};

export const changeRatingScale = act({
  command: 'change-rating-scale',
  event: 'RatingScaleChanged',
  version: 1,
  says: 'Puts a new version of a scale in force, and says what each old point comes to. Changes no rating.',
  happened: 'A rating scale changed',
  fields: {
    scale,
    version: required(wholeNumber(1), 'The number of its new version, higher than the one before.'),
    points: required(points, 'The points of the new version.'),
    mapping: required(mapping, 'What each point of the version before comes to.'),
  },
  from: { fromVersion },
  settles: ({ programme, points: given, mapping: each }) => {
    return { programme, points: pointsInOrder(given), mapping: mappingInOrder(each) };
  },
  touches: ({ programme, scale: id }) => [programmeKey(programme), scaleKey(id)],
  *meaningless(state, entry) {
    yield* started(state, entry.programme);
    const before = scaleIn(state, entry.scale);
    if (!before) {
      yield refuse(
        'scale-not-defined',
        says`No scale ${the.scale(entry.scale)} is defined by then: define it first with define-rating-scale, or date this later`,
      );
      return;
    }
    // The mapping is from that version: from another it would leave a rating without a place.
    yield* stillSo(fromVersion, state, entry, entry.fromVersion);
    const held = versionInForce(before);
    if (entry.version <= held.version) {
      yield refuse(
        'version-not-later',
        says`Scale ${the.scale(entry.scale)} is at version ${held.version} by then: give the new version a higher number`,
      );
    }
    yield* pointsDiffer(entry.points);
    yield* eachMapped(held.points, entry);
  },
  breaches: (state, { programme }) => goingOn(state, programme),
  evolve(state, entry) {
    const held = scaleIn(state, entry.scale);
    return held ? [[scaleKey(held.id), { ...held, versions: [...held.versions, versionOf(entry)] }]] : [];
  },
  example: {
    takenOn: '2016-04-01',
    scale: 'delivery-confidence',
    version: 2,
    fromVersion: 1,
    points: [
      { id: 'high', label: 'High', order: 1 },
      { id: 'medium', label: 'Medium', order: 2 },
      { id: 'low', label: 'Low', order: 3 },
    ],
    mapping: [
      { fromPoint: 'green', toPoint: 'high' },
      { fromPoint: 'amber-green', toPoint: 'high' },
      { fromPoint: 'amber', toPoint: 'medium' },
      { fromPoint: 'amber-red', toPoint: 'low' },
      { fromPoint: 'red', toPoint: 'low' },
    ],
  },
});
