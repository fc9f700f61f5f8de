import { type CivilDate, isCounted } from '#calendar';
import type { Fact } from '../recorded.js';
import { callInClock, countInWords, lastDayOf, runClock, type SettingsInForce } from './council-clocks.js';
import type { TakenDecision } from './state.js';

/**
 * Whether a decision can be called in. The record's own word wins; where it is silent, what the caller knows of its
 * maker; else a key decision can and another cannot.
 *
 * @param callIn whether decisions of the body that took it are subject to call-in, where that is known
 */
export function isSubjectToCallIn(decision: TakenDecision, callIn?: boolean): boolean {
  return decision.subjectToCallIn ?? callIn ?? decision.key === true;
}

/** The window in which a published decision can be called in, under the settings in force on the day of publication. */
export interface CallInWindow {
  /** The last day on which it can be called in; undefined where it cannot be counted. */
  readonly lastDay?: CivilDate;
  /** The calendar day after it; the day of publication where the council had set no window. */
  readonly effectiveFrom?: CivilDate;
  /** Whether the council had set a window at all. */
  readonly set: boolean;
  /** The arithmetic: "published Thu 17 Oct 2019, five clear working days end Thu 24 Oct 2019". */
  readonly because: string;
}

export function callInWindow(published: Fact, settings: SettingsInForce): CallInWindow {
  const clock = callInClock(settings, published.on);
  if (!clock) {
    return {
      effectiveFrom: lastDayOf(published),
      set: false,
      because: 'the council had set no call-in window on that day',
    };
  }
  const because = countInWords('published', clock, published);
  const count = runClock(clock, published);
  if (!isCounted(count)) return { set: true, because };
  return { lastDay: count.lastClearDay, effectiveFrom: count.effectiveFrom, set: true, because };
}
