import { factOf, present, refuse, says, the } from '#acts';
import { listOf, objectOf, required, wholeNumber } from '#fields';
import { divided } from './carried.js';
import { codeFree, codeKeys, codesAfter, codesDiffer, codesOf } from './codes.js';
import { unitIn, unitKey, unitPart, type Lineage } from './state.js';
import {
  asRegistered,
  becoming,
  canBecome,
  handingOn,
  reached,
  successorId,
  unitThatTakesOver,
  type Becoming,
} from './successors.js';
import { unit } from './unit-fields.js';
import { act, ended, open, put, within } from './units.js';

const mostShares = 1_000_000;

/** A unit that another becomes, with its share. */
export interface SplitShare extends Becoming {
  readonly unit: string;
  /** Whole-number share; the last of them takes the remainder. */
  readonly share: number;
}

interface Splitting {
  readonly unit: string;
  readonly into: readonly SplitShare[];
}

/** The unit that is split, where it goes on as none of those it becomes. */
const leaving = ({ unit: id, into }: Splitting): readonly string[] =>
  into.some((part) => part.unit === id) ? [] : [id];

export const splitUnit = act({
  command: 'split-unit',
  event: 'UnitSplit',
  version: 2,
  says: 'Splits a business unit in whole-number shares.',
  happened: 'A unit was split',
  fields: {
    unit: { ...unit, says: 'The unit that is split.' },
    into: required(
      listOf(
        objectOf({
          unit: successorId(
            'A unit it becomes, registered already or new; the unit itself where it continues.',
          ),
          share: required(
            wholeNumber(1, mostShares),
            'Its share of the whole, in the same measure as the shares of the others.',
          ),
          ...asRegistered('What it is called; needed where it is new.'),
        }),
      ),
      'The units it becomes, with their shares.',
    ),
  },
  settles(given, state) {
    const into: SplitShare[] = [];
    for (const part of given.into) {
      const as = becoming(state, part.unit, part);
      if ('refused' in as) return as;
      into.push(present({ ...part, ...as }));
    }
    return { into: into };
  },
  touches: ({ unit: id, into }) => [
    unitKey(id),
    ...into.flatMap((part) => [unitKey(part.unit), ...codeKeys(part.code)]),
  ],
  alsoTouches: (state, entry) => codesOf(state, leaving(entry)),
  *meaningless(state, { unit: id, into }) {
    if (into.length < 2 || new Set(into.map((part) => part.unit)).size < into.length) {
      yield refuse(
        'split-needs-two',
        says`Split unit ${the.unit(id)} into at least two different units; name ${the.unit(id)} itself among them if it goes on`,
      );
    }
    const unshared = into.find(({ share }) => share < 1 || !within(share, mostShares));
    if (unshared) {
      yield refuse(
        'share-needed',
        says`Give the share of unit ${the.unit(unshared.unit)} as a whole number from 1 to ${mostShares}, in the measure of the others`,
      );
    }
    yield* open(state, id);
    for (const part of into) if (part.unit !== id) yield* canBecome(state, part.unit, part);
  },
  *breaches(state, entry) {
    for (const { unit: by, code } of entry.into) yield* codeFree(state, { code, by }, leaving(entry));
    yield* codesDiffer(entry.into.flatMap(({ code }) => code ?? []));
  },
  evolve(state, entry) {
    const before = unitIn(state, entry.unit);
    if (!before) return [];
    const shares = entry.into.map(({ share }) => share);
    const of = shares.reduce((sum, share) => sum + share, 0);
    const step = (id: string, share: number): Lineage => {
      return { unit: id, how: 'split', share, of, ...factOf(entry) };
    };
    const amounts = divided(before, shares);
    const into = entry.into.map((part, n) => ({ ...part, gets: amounts[n] ?? { budgets: [] } }));
    const others = into.filter((part) => part.unit !== before.id);
    const kept = into.find((part) => part.unit === before.id);
    const left = kept ? unitPart({ ...before, ...kept.gets }) : ended(before, entry, 'split');
    const steps = others.map((part) => step(part.unit, part.share));
    return [
      put({ ...left, successors: handingOn(before, steps) }),
      ...others.flatMap((part) => {
        const next = unitThatTakesOver(state, part.unit, part, entry);
        return next ? [put(reached(next, step(before.id, part.share), part.gets, part))] : [];
      }),
      ...codesAfter(
        state,
        leaving(entry),
        others.map(({ unit: by, code }) => ({ code, by })),
      ),
    ];
  },
  formerly: {
    1: ({ into, ...others }) => ({
      ...others,
      into: (into as readonly { readonly registers?: object }[]).map(({ registers, ...part }) => ({
        ...part,
        ...(registers && { founds: true, ...registers }),
      })),
    }),
  },
  example: {
    effectiveOn: '2015-04-01',
    unit: 'property',
    into: [
      { unit: 'property', share: 2 },
      {
        unit: 'facilities',
        share: 1,
        name: 'Facilities',
        code: 'BU-117',
        unitKind: 'business unit',
        directorate: 'Strategic and Corporate Services',
        group: 'corporate',
      },
    ],
  },
});
