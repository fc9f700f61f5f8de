import type { StructureEvent } from '#programme';

/** A unit that another has come to: by which first step and on which day, or none where it goes on as it was. */
export interface PlainFlow {
  readonly from: string;
  readonly to: string;
  readonly how: 'merge' | 'split' | null;
  readonly on: string | null;
}

/** What the bare entries of a structure say of the units, read one by one in fold order. */
export interface PlainUnits {
  /** Where what each unit that came in by an entry of its own once had has come to. */
  readonly flow: readonly PlainFlow[];
  /** Every pair of a unit and another that anything of it ever went to, as `from to`. */
  readonly handedOn: ReadonlySet<string>;
  readonly open: readonly string[];
}

/** The parts of what a unit had: who holds them now, and which step they left it by first; -1 where they never did. */
type Holders = Map<string, number>;

/** Follows what every unit had from hand to hand, with nothing of the domain's own states. */
export function unitsPlainly(events: readonly StructureEvent[]): PlainUnits {
  const registered: string[] = [];
  const holders = new Map<string, Holders>();
  const handedOn = new Set<string>();
  const open = new Set<string>();
  const enter = (unit: string) => {
    holders.set(unit, new Map([[unit, -1]]));
    open.add(unit);
  };
  const handOn = (step: number, from: string, to: readonly string[]) => {
    for (const [first, held] of holders) {
      const left = held.get(from);
      if (left === undefined) continue;
      if (!to.includes(from)) held.delete(from);
      for (const unit of to) {
        if (unit !== from) held.set(unit, Math.min(held.get(unit) ?? Infinity, left < 0 ? step : left));
        if (unit !== first) handedOn.add(`${first} ${unit}`);
      }
    }
    if (!to.includes(from)) open.delete(from);
  };
  for (const [step, event] of events.entries()) {
    if (event.type === 'UnitRegistered') {
      registered.push(event.unit);
      enter(event.unit);
    }
    if (event.type === 'UnitClosed') open.delete(event.unit);
    if (event.type === 'UnitsMerged') {
      if (event.founds) enter(event.successor);
      for (const unit of event.units) handOn(step, unit, [event.successor]);
    }
    if (event.type === 'UnitSplit') {
      for (const { unit, founds } of event.into) if (founds) enter(unit);
      handOn(
        step,
        event.unit,
        event.into.map(({ unit }) => unit),
      );
    }
  }
  const flow = registered.flatMap((from) =>
    [...(holders.get(from) ?? [])].map(([to, step]): PlainFlow => {
      const first = events[step];
      if (!first) return { from, to, how: null, on: null };
      return { from, to, how: first.type === 'UnitSplit' ? 'split' : 'merge', on: first.effectiveOn };
    }),
  );
  return { flow, handedOn, open: [...open] };
}
