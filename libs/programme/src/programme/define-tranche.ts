import { factOf, onDay, present, refuse, says, the } from '#acts';
import { idOf, listOf, name, objectOf, optional, pence, required } from '#fields';
import { phaseIn } from './phases.js';
import { act, basis, goingOn, inProgramme, started } from './programmes.js';
import { phaseKey, programmeKey, trancheKey } from './state.js';

export const defineTranche = act({
  command: 'define-tranche',
  event: 'TrancheDefined',
  version: 1,
  says: 'Defines a tranche of reviews with its published totals.',
  happened: 'A tranche was defined',
  fields: {
    tranche: required(idOf('tranche', 'new'), 'The tranche.'),
    name: required(name, 'What the tranche is called.'),
    phase: optional(idOf('phase'), 'The phase it belongs to.'),
    totals: required(
      listOf(
        objectOf({
          heading: required(name, 'What the total is of, such as "corporate support".'),
          pence: required(pence, 'The total.', 'Total'),
          basis,
        }),
      ),
      'The totals as they were published.',
    ),
  },
  settles: inProgramme,
  touches: ({ programme, tranche: id, phase }) => [
    programmeKey(programme),
    trancheKey(id),
    ...(phase === undefined ? [] : [phaseKey(phase)]),
  ],
  *meaningless(state, { programme, tranche: id }) {
    yield* started(state, programme);
    const before = state.get(trancheKey(id));
    if (before?.kind === 'tranche') {
      yield refuse(
        'tranche-already-defined',
        says`Tranche ${the.tranche(id)} was defined on ${onDay(before.defined)}: strike that entry to correct it`,
      );
    }
  },
  *breaches(state, { programme, tranche: id, phase, totals }) {
    yield* goingOn(state, programme);
    if (phase !== undefined && !phaseIn(state, phase)) {
      yield refuse(
        'phase-not-planned',
        says`No phase ${the.phase(phase)} is planned by then: plan it first, or leave the phase out of tranche ${the.tranche(id)}`,
      );
    }
    if (new Set(totals.map(({ heading }) => heading)).size !== totals.length) {
      yield refuse(
        'heading-twice',
        says`A heading of tranche ${the.tranche(id)} is given twice: give one total for each heading`,
      );
    }
  },
  evolve(_state, entry) {
    const { tranche: id, name: called, phase, source } = entry;
    const totals = entry.totals.map(({ heading, pence: total, basis: on }) => {
      return { heading, pence: total, basis: on };
    });
    const defined = factOf(entry);
    return [[trancheKey(id), present({ kind: 'tranche', id, name: called, phase, totals, defined, source })]];
  },
  example: {
    takenOn: '2013-09-19',
    tranche: 'first',
    name: 'First tranche',
    phase: 'phase-1',
    totals: [
      { heading: 'corporate support', pence: 7_610_000_000, basis: 'not-stated' },
      { heading: 'front line', pence: 2_210_000_000, basis: 'not-stated' },
    ],
  },
});
