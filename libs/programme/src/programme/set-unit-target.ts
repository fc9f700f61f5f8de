import { factOf, present, refuse } from '#acts';
import { required, wholeNumber } from '#fields';
import { act, changed, goingOn, inProgramme, ofProgramme, started } from './programmes.js';

export const setUnitTarget = act({
  command: 'set-unit-target',
  event: 'UnitTargetSet',
  version: 1,
  says: 'Sets the target for the number of business units.',
  happened: 'The target for business units was set',
  fields: {
    baseline: required(
      wholeNumber(1),
      'How many business units the reduction is counted from.',
      'Units counted from',
    ),
    reductionPercent: required(
      wholeNumber(0, 100),
      'By how many per cent their number is to fall.',
      'Reduction in per cent',
    ),
  },
  settles: inProgramme,
  touches: ofProgramme,
  *meaningless(state, { programme, baseline, reductionPercent }) {
    yield* started(state, programme);
    if (baseline < 1 || reductionPercent < 0 || reductionPercent > 100) {
      yield refuse(
        'unit-target-out-of-range',
        'Give a baseline of one unit or more, and a reduction from 0 to 100 per cent',
      );
    }
  },
  breaches: (state, { programme }) => goingOn(state, programme),
  evolve: (state, entry) =>
    changed(state, entry.programme, () => {
      const { baseline, reductionPercent, source } = entry;
      const target = baseline - Math.floor((baseline * reductionPercent) / 100);
      return { unitTarget: present({ baseline, reductionPercent, target, set: factOf(entry), source }) };
    }),
  example: { takenOn: '2013-09-19', baseline: 80, reductionPercent: 50 },
});
