import { pounds } from '../money.js';
import { allDivisions } from './events.js';
import type { SettingsInForce } from './council-clocks.js';
import type { TakenDecision } from './state.js';

/** What a decision is expected to come to, beside the council's threshold in force on the day it was taken. */
export interface KeyMeasure {
  readonly measure: 'spend' | 'saving' | 'divisions';
  /** Whether it is at the threshold or over it. */
  readonly reached: boolean;
  /** "spend of £1.2m is at or over the threshold of £1m in force that day; recorded as not key" */
  readonly says: string;
}

/**
 * The measures of a key decision (regulation 8) that the record gives a figure for and that a threshold was in force for.
 * Two or more divisions where the council had set no number; no sum of money is given by the Regulations. Facts only:
 * whether a decision is key is for those who took it.
 */
export function keyMeasures(decision: TakenDecision, settings: SettingsInForce): KeyMeasure[] {
  const { expenditure, savings, divisionsAffected, takenOn, key } = decision;
  const measures: KeyMeasure[] = [];
  const recordedAs =
    key === undefined ? 'not said to be key or not' : key ? 'recorded as key' : 'recorded as not key';
  const compare = (measure: KeyMeasure['measure'], what: string, reached: boolean, than: string) =>
    measures.push({
      measure,
      reached,
      says: `${what} is ${reached ? 'at or over' : 'under'} the threshold of ${than} in force that day; ${recordedAs}`,
    });
  const threshold = settings('key-decision-threshold-pence', takenOn);
  if (typeof threshold === 'number') {
    const than = inShort(threshold);
    if (expenditure !== undefined)
      compare('spend', `spend of ${inShort(expenditure)}`, expenditure >= threshold, than);
    if (savings !== undefined) compare('saving', `saving of ${inShort(savings)}`, savings >= threshold, than);
  }
  if (divisionsAffected !== undefined) {
    const set = settings('key-decision-divisions', takenOn);
    const least = typeof set === 'number' ? set : 2;
    const count = typeof divisionsAffected === 'object' ? divisionsAffected.length : divisionsAffected;
    const reached = count === allDivisions || count >= least;
    compare('divisions', `effect on ${inDivisions(count)}`, reached, inDivisions(least));
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
