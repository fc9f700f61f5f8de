import { pounds } from '#fields';
import { allDivisions } from './record-fields.js';
import type { SettingsInForce } from './council-clocks.js';
import type { TakenDecision } from './state.js';

/** What a decision is expected to come to, beside the council's threshold in force on the day it was taken. */
export interface KeyMeasure {
  readonly measure: 'spend' | 'saving' | 'divisions';
  /** Whether it is at the threshold or over it; null where none was set, and so nothing is known. */
  readonly reached: boolean | null;
  /** "spend of £1.2m is at or over the threshold of £1m in force that day; recorded as not key" */
  readonly says: string;
}

/**
 * The measures of a key decision (regulation 8) that the record gives a figure for, each beside the threshold in force.
 * Where the council had set none, that is said. Facts only: whether a decision is key is for those who took it.
 */
export function keyMeasures(decision: TakenDecision, settings: SettingsInForce): KeyMeasure[] {
  const { expenditure, savings, divisionsAffected, takenOn, key } = decision;
  const measures: KeyMeasure[] = [];
  const recordedAs =
    key === undefined ? 'not said to be key or not' : key ? 'recorded as key' : 'recorded as not key';
  const compare = (
    measure: KeyMeasure['measure'],
    what: string,
    reached: boolean | undefined,
    than: string | undefined,
  ) =>
    measures.push({
      measure,
      reached: reached ?? null,
      says:
        reached === undefined
          ? `${what}: not known whether it is at the threshold, for none is on the record for that day; ${recordedAs}`
          : `${what} is ${reached ? 'at or over' : 'under'} the threshold of ${than} in force that day; ${recordedAs}`,
    });
  const threshold = settings('key-decision-threshold-pence', takenOn);
  const limit = typeof threshold === 'number' ? threshold : undefined;
  const sums = [
    ['spend', expenditure],
    ['saving', savings],
  ] as const;
  for (const [measure, pence] of sums) {
    if (pence === undefined) continue;
    const reached = limit === undefined ? undefined : pence >= limit;
    compare(
      measure,
      `${measure} of ${inShort(pence)}`,
      reached,
      limit === undefined ? undefined : inShort(limit),
    );
  }
  if (divisionsAffected !== undefined) {
    const set = settings('key-decision-divisions', takenOn);
    const least = typeof set === 'number' ? set : undefined;
    const count = typeof divisionsAffected === 'object' ? divisionsAffected.length : divisionsAffected;
    const reached = least === undefined ? undefined : count === allDivisions || count >= least;
    compare(
      'divisions',
      `effect on ${inDivisions(count)}`,
      reached,
      least === undefined ? undefined : inDivisions(least),
    );
  }
  return measures;
}

const million = 100_000_000;

/** Pence in short where that loses nothing: "£1.2m", else in full. */
function inShort(pence: number): string {
  const inMillions = pence / million;
  if (pence < million || pence % (million / 100) !== 0) return pounds(pence);
  return `£${Number.isInteger(inMillions) ? inMillions : Number(inMillions.toFixed(2))}m`;
}

function inDivisions(count: number | typeof allDivisions): string {
  return count === allDivisions ? 'all divisions' : `${count} division${count === 1 ? '' : 's'}`;
}
