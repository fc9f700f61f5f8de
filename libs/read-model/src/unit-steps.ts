import type { UnitPart } from '#programme';

type Step = UnitPart['successors'][number];
type PartOf = (unit: string) => UnitPart | undefined;

/** A step of lineage, and how far the unit at its other end is to be followed beyond it. */
export interface Followed {
  readonly step: Step;
  /** How many steps on that side of the unit came before; hand it back to go on from there. */
  readonly reach: number;
}

/**
 * The steps by which a unit handed on what it had. What it took over at some step it handed on only by those that came
 * after, on the same day too.
 *
 * @param reach how many of its successors came before what is followed; none where all is that it ever had
 */
export function stepsOn(unit: UnitPart, partOf: PartOf, reach = 0): readonly Followed[] {
  const all = unit.successors;
  return all.slice(reach).map((step, n) => {
    const end = otherEnd(unit.id, all, reach + n, partOf(step.unit)?.predecessors ?? []);
    return { step, reach: end?.handedOn ?? 0 };
  });
}

/**
 * The steps by which a unit came to what it had. What it took over after some step it did not hand on by it.
 *
 * @param reach how many of its predecessors came before what is followed; all where nothing is said
 */
export function stepsBack(unit: UnitPart, partOf: PartOf, reach?: number): readonly Followed[] {
  const all = unit.predecessors;
  return all.slice(0, reach).map((step, n) => {
    const end = otherEnd(unit.id, all, n, partOf(step.unit)?.successors ?? []);
    return { step, reach: end?.takenOver ?? 0 };
  });
}

/** Whether a unit was made from no other: it came in by an entry of its own, whatever it took over since. */
export function isMadeFromNone({ predecessors }: UnitPart): boolean {
  return !predecessors.some(({ founded }) => founded);
}

/** The nth step of a unit as the unit at its other end has it. Two units may meet twice on a day. */
function otherEnd(unit: string, own: readonly Step[], nth: number, there: readonly Step[]): Step | undefined {
  const step = own[nth];
  const alike = (steps: readonly Step[], id?: string) =>
    steps.filter((one) => one.unit === id && one.on === step?.on && one.how === step.how);
  return alike(there, unit)[alike(own.slice(0, nth), step?.unit).length];
}
