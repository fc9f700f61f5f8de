import type { Fact } from '#acts';
import { type CivilDate, isCounted } from '#calendar';
import {
  clockOn,
  countInWords,
  dayInWords,
  notSetInWords,
  runClock,
  type SettingsInForce,
} from './council-clocks.js';
import type { TakenDecision } from './state.js';

/**
 * Whether a decision can be called in; undefined where nothing says. The record's own word wins; where it is silent, what
 * the caller knows of its maker; where that is silent too, a key decision can, and of any other nothing is known.
 *
 * @param callIn whether decisions of the body or the office that took it are subject to call-in, where that is known
 */
export function isSubjectToCallIn(decision: TakenDecision, callIn?: boolean): boolean | undefined {
  return decision.subjectToCallIn ?? callIn ?? (decision.key === true ? true : undefined);
}

/** The window in which a published decision can be called in, under the settings in force on the day of publication. */
export interface CallInWindow {
  /** The last day on which it can be called in; undefined where it is not known. */
  readonly lastDay?: CivilDate;
  /** The calendar day after it; undefined where it is not known: no window was set, or its days cannot be counted. */
  readonly effectiveFrom?: CivilDate;
  /** Whether the council had set a window at all. */
  readonly set: boolean;
  /** The arithmetic: "published Thu 17 Oct 2019, five clear working days end Thu 24 Oct 2019". */
  readonly because: string;
}

export function callInWindow(published: Fact, settings: SettingsInForce): CallInWindow {
  const clock = clockOn('call-in', settings, published.on);
  if (!clock) {
    const unset = notSetInWords('call-in', settings, published.on);
    return { set: false, because: `published ${dayInWords(published)}, not known: ${unset}` };
  }
  const because = countInWords('published', clock, published);
  const count = runClock(clock, published);
  if (!isCounted(count)) return { set: true, because };
  return { lastDay: count.lastClearDay, effectiveFrom: count.effectiveFrom, set: true, because };
}
