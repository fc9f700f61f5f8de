import type { UnitPart } from '#programme';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';
import type { SavingAmount } from './savings.js';

type Successor = UnitPart['successors'][number];

/** The successors of one split, or the one of a merge. */
interface Step {
  /** The unit that handed on, and which of its steps it is. */
  readonly id: string;
  readonly number: number;
  readonly on: string;
  readonly how: Successor['how'];
  readonly of: number;
  readonly successors: Successor[];
}

/**
 * Divides the amounts of savings among the units that stand at a moment for those that the savings name: a merge takes
 * the whole amount along, a split its whole-number shares, and what is left of a penny stays with the unit that goes on, or
 * goes to the last. What an amount comes to together never changes. A saving that names no unit stays as it is, without one.
 */
export function amountsByUnit(
  { parts: read }: { readonly parts: Pick<Reader['parts'], 'one'> },
  programme: string,
  moment: Moment,
): (amount: SavingAmount) => readonly { readonly unit: string | null; readonly amount: SavingAmount }[] {
  const parts = new Map<string, UnitPart | undefined>();
  const unitOf = (id: string): UnitPart | undefined => {
    if (!parts.has(id)) parts.set(id, read.one(programme, 'unit', id, moment).part);
    return parts.get(id);
  };
  /** A unit that an amount has left for good had been handed its share before, on the same day. */
  const isGone = (id: string, passed: readonly Step[]): boolean => {
    const unit = unitOf(id);
    const last = handsOnAll(unit) ? stepsOf(unit).at(-1) : undefined;
    return last !== undefined && passed.some((one) => isSame(one, last));
  };
  // An amount passes each step once: units that divide and come together again on one day would else go round for ever.
  const spread = (id: string, pence: number, since: string, passed: readonly Step[]): Map<string, number> => {
    const unit = unitOf(id);
    const found = new Map<string, number>();
    const add = (to: string, more: number) => found.set(to, (found.get(to) ?? 0) + more);
    let rest = pence;
    const steps = stepsOf(unit);
    for (const step of steps) {
      const { on, of } = step;
      // What a unit that goes on handed on before the saving was identified is no part of it.
      if (on < since || passed.some((one) => isSame(one, step))) continue;
      const ends = handsOnAll(unit) && step === steps.at(-1);
      const whole = rest;
      const successors = step.successors.filter((one) => !isGone(one.unit, [...passed, step]));
      for (const [n, { unit: to, share = 0 }] of successors.entries()) {
        const isLast = ends && n === successors.length - 1;
        const taken = isLast ? rest : Number((BigInt(whole) * BigInt(share)) / BigInt(of));
        rest -= taken;
        for (const [at, part] of spread(to, taken, on, [...passed, step])) add(at, part);
      }
    }
    if (rest !== 0 || found.size === 0) add(id, rest);
    return found;
  };
  return (amount) => {
    const { unit, identified } = amount.saving;
    if (unit === undefined) return [{ unit: null, amount }];
    return [...spread(unit, amount.pence, identified.stated.on, [])].map(([at, pence]) => ({
      unit: at,
      amount: { ...amount, pence },
    }));
  };
}

/** Whether a unit ended by its last step; one that was closed handed nothing on by that. */
const handsOnAll = (unit: UnitPart | undefined): boolean =>
  unit?.status === 'merged' || unit?.status === 'split';

const isSame = (a: Step, b: Step): boolean => a.id === b.id && a.number === b.number;

function stepsOf(unit: UnitPart | undefined): Step[] {
  const steps: Step[] = [];
  let shared = 0;
  for (const successor of unit?.successors ?? []) {
    const { on, how, share = 0, of = 1 } = successor;
    const last = steps.at(-1);
    const goesOn = last?.how === 'split' && how === 'split' && last.on === on && last.of === of;
    if (goesOn && shared + share <= of) {
      last.successors.push(successor);
      shared += share;
    } else {
      steps.push({ id: unit?.id ?? '', number: steps.length, on, how, of, successors: [successor] });
      shared = share;
    }
  }
  return steps;
}
