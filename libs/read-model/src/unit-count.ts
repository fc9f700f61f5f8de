import { addDays, earliestDate, type CivilDate } from '#calendar';
import type { UnitPart } from '#programme';
import { count, day, id, listOf, orNull, type RowOf } from './columns.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

export const unitCountColumns = {
  ...{ on: day, count },
  /** Null where no target was set by then. */
  target: orNull(count),
  /** The units that came and went on that day: the figure opens to their entries. */
  ...{ registered: listOf(id), ended: listOf(id) },
};
/** From a day on: how many units are open, and the target that held. */
export type UnitCountStep = RowOf<typeof unitCountColumns>;

/**
 * The count of open units over time against its target, as a step for each day on which either changed, up to and
 * including `asAt`.
 *
 * @param from the day of the first step, whatever changed on it; where left out, the first change there is
 */
export function unitCount(
  reader: Reader,
  programme: string,
  moment: Moment,
  from?: CivilDate,
): UnitCountStep[] {
  const units = reader.parts.list(programme, 'unit', moment);
  const registered = byDay(units, (unit) => unit.registered.on);
  const ended = byDay(units, (unit) => unit.ended?.on);
  const targets = targetsUpTo(reader, programme, moment);
  const days = [...new Set([...registered.keys(), ...ended.keys(), ...targets.keys()])].sort();
  const steps: UnitCountStep[] = [];
  for (const on of days) {
    const came = registered.get(on) ?? [];
    const went = ended.get(on) ?? [];
    const before = steps.at(-1);
    const count = (before?.count ?? 0) + came.length - went.length;
    const target = targets.get(on) ?? before?.target ?? null;
    steps.push({ on, count, target, registered: came, ended: went });
  }
  return from === undefined ? steps : since(from, steps);
}

/** The steps from a day on, beginning with what held on that day. */
function since(from: CivilDate, steps: readonly UnitCountStep[]): UnitCountStep[] {
  const following = steps.filter(({ on }) => on >= from);
  if (following[0]?.on === from) return following;
  const { count = 0, target = null } = steps.findLast(({ on }) => on < from) ?? {};
  return [{ on: from, count, target, registered: [], ended: [] }, ...following];
}

function byDay(units: readonly UnitPart[], dayOf: (unit: UnitPart) => CivilDate | undefined) {
  const days = new Map<CivilDate, string[]>();
  for (const unit of units) {
    const day = dayOf(unit);
    if (day !== undefined) days.set(day, [...(days.get(day) ?? []), unit.id]);
  }
  return days;
}

/** The targets by the day they were set, walked back from the one that holds. */
function targetsUpTo(reader: Reader, programme: string, moment: Moment): ReadonlyMap<CivilDate, number> {
  const targets = new Map<CivilDate, number>();
  const targetAt = (asAt: CivilDate) =>
    reader.parts.one(programme, 'programme', programme, { ...moment, asAt }).part?.unitTarget;
  let held = targetAt(moment.asAt);
  while (held) {
    const { on } = held.set;
    targets.set(on, held.target);
    held = on === earliestDate ? undefined : targetAt(addDays(on, -1));
  }
  return targets;
}
