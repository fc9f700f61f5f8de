import { factOf, listed, refuse, says, the } from '#acts';
import { idOf, listOf, required } from '#fields';
import { gateBreaches, gateReads } from '#governance';
import { codeFree, codeKeys, codesAfter, codesOf } from './codes.js';
import { unitIn, unitKey, type Lineage } from './state.js';
import {
  asRegistered,
  becoming,
  canBecome,
  handingOn,
  reached,
  successorId,
  unitThatTakesOver,
} from './successors.js';
import { act, ended, open, put } from './units.js';

export const mergeUnits = act({
  command: 'merge-units',
  event: 'UnitsMerged',
  version: 2,
  says: 'Merges business units into an existing or a new successor.',
  happened: 'Units merged',
  fields: {
    units: required(
      listOf(idOf('unit'), { distinct: true }),
      'The units that merge; each of them ends unless it is the successor.',
    ),
    successor: successorId('The unit they become, registered already or new.'),
    ...asRegistered('What the successor is called; needed where it is new.'),
  },
  settles(given, state) {
    const { successor } = given;
    const as = becoming(state, successor, given);
    if ('refused' in as) return as;
    return { ...as, units: [...new Set(given.units)].filter((id) => id !== successor) };
  },
  // Units that are merged under a decision are merged while it is in force.
  reads: ({ decision }) => (decision === undefined ? [] : gateReads(decision)),
  touches: ({ units, successor, code }) => [...[...units, successor].map(unitKey), ...codeKeys(code)],
  alsoTouches: (state, { units }) => codesOf(state, units),
  *meaningless(state, entry) {
    const { units, successor } = entry;
    if (units.length === 0 || new Set([...units, successor]).size <= units.length) {
      yield refuse(
        'nothing-to-merge',
        says`Name at least one unit besides ${the.unit(successor)} to merge into it, and each of them once`,
      );
    }
    for (const id of units) yield* open(state, id);
    yield* canBecome(state, successor, entry);
  },
  breaches: (state, { units, successor: by, code }) => codeFree(state, { code, by }, units),
  *elsewhere(facts, { units, decision, effectiveOn: on }) {
    if (decision === undefined) return;
    const what = says`The merge of ${listed(units.map(the.unit), ', ')}`;
    yield* gateBreaches({ what, authorisedBy: 'merge-units', act: 'staffing', decision, on }, facts);
  },
  evolve(state, entry) {
    const { units, successor: id, code } = entry;
    const successor = unitThatTakesOver(state, id, entry, entry);
    if (!successor) return [];
    const joining = units.flatMap((unit) => unitIn(state, unit) ?? []);
    const step = (unit: string): Lineage => ({ unit, how: 'merge', ...factOf(entry) });
    return [
      ...joining.map((unit) =>
        put({ ...ended(unit, entry, 'merged'), successors: handingOn(unit, [step(id)]) }),
      ),
      put(joining.reduce((all, unit) => reached(all, step(unit.id), unit, entry), successor)),
      ...codesAfter(state, units, [{ code, by: id }]),
    ];
  },
  formerly: {
    1: ({ registers, ...others }) => ({
      ...others,
      ...(registers !== undefined && { founds: true, ...(registers as object) }),
    }),
  },
  example: {
    takenOn: '2013-12-12',
    effectiveOn: '2014-04-01',
    units: ['legal-services', 'democratic-services'],
    successor: 'governance-and-law',
    name: 'Governance and Law',
    code: 'BU-101',
    unitKind: 'business unit',
    directorate: 'Strategic and Corporate Services',
    group: 'corporate',
  },
});
