import { type Fact, present, refuse, says, the } from '#acts';
import { type CivilDate, shortDate } from '#calendar';
import type { Refusal, Saying } from '#timeline';
import { callInWindow, isSubjectToCallIn } from './call-in-window.js';
import { dayInWords, lastDayOf, type SettingsInForce } from './council-clocks.js';
import { takenDay } from './notice-clock.js';
import { procedureBy } from './procedure-by.js';
import { isTaken, type DecisionPart, type TakenDecision } from './state.js';

/** Where a decision stands on a day. */
export type StandingStatus =
  | 'noticed'
  | 'taken'
  | 'in-call-in-window'
  | 'not-known'
  | 'called-in'
  | 'referred-back'
  | 'referred-to-council'
  | 'in-force'
  | 'withdrawn'
  | 'rescinded'
  | 'superseded';

/** Where a decision stands on a day, with the arithmetic. Worked out when asked, never stored. */
export interface Standing {
  readonly status: StandingStatus;
  /**
   * The first day on which it is in force, past or to come, so far as is known on the day asked about; absent while it
   * cannot be said, and where it fell before it came into force.
   */
  readonly inForceFrom?: CivilDate;
  /** The day on which it was withdrawn, rescinded or superseded, where it was. */
  readonly fellOn?: CivilDate;
  /** The decision by which it fell, where it was rescinded or superseded by one that the record names. */
  readonly by?: string;
  /** Such as "published Thu 17 Oct 2019, five clear working days end Thu 24 Oct 2019, in force from Fri 25 Oct 2019". */
  readonly because: string;
}

/** What a caller may know of the decision beside what its own stream holds. */
export interface KnownOfMaker {
  /** Whether decisions of the body or office that took it are subject to call-in. The record's own word wins. */
  readonly callIn?: boolean;
}

/**
 * Where a decision stands at the end of a day: whether it is in force, from when, or what it waits for. It never moves
 * the day from which the decision holds.
 *
 * A decision that is not subject to call-in is in force from the day it was taken. One that is, from the day after the
 * last clear day of its window, counted from publication under the settings in force on the day of publication; from the
 * day a waiver was agreed, where that is earlier. Once called in it is in force from the day that was settled. Where the
 * council had set no window, where its days cannot be counted, and where nothing says whether it can be called in at all,
 * that is not known, and said. A date of which only the month or the year is known counts as the last day it can be, so
 * that nothing is called in force too early.
 *
 * @param decision as at that day or a later one; what happened after the day is left out of account
 */
export function standingOf(
  decision: DecisionPart,
  on: CivilDate,
  settings: SettingsInForce,
  maker: KnownOfMaker = {},
): Standing {
  const held = procedureBy(decision, on);
  const { withdrawn, rescinded, superseded } = held;
  const stood =
    isTaken(held) && held.takenOn <= on ? takenStanding(held, on, settings, maker) : noticed(held, on);
  if (withdrawn) return fallen('withdrawn', stood, withdrawn.withdrawn);
  if (rescinded) return fallen('rescinded', stood, rescinded.rescinded, rescinded.by);
  if (!superseded) return stood;
  return fallen('superseded', stood, superseded.superseded, superseded.by);
}

/**
 * Why a decision is not in force at the end of a day, or undefined where it is: for gates.
 *
 * @param decision as at that day or a later one; what happened after the day is left out of account
 */
export function inForceOn(
  decision: DecisionPart,
  on: CivilDate,
  settings: SettingsInForce,
  maker: KnownOfMaker = {},
): Refusal | undefined {
  const standing = standingOf(decision, on, settings, maker);
  if (standing.status === 'in-force') return undefined;
  const is = standing.status === 'not-known' ? 'is not known to be' : 'is not';
  return refuse(
    'decision-not-in-force',
    says`Decision ${the.decision(decision.id)} ${is} in force on ${shortDate(on)}: ${standingInWords(standing)}. ${nextStep(standing)}`,
  );
}

/** The arithmetic of a standing, and the decision by which it fell. */
function standingInWords({ because, by }: Standing): Saying {
  return by === undefined ? [because] : says`${because} by decision ${the.decision(by)}`;
}

function nextStep({ status, inForceFrom, fellOn }: Standing): string {
  if (fellOn !== undefined) return 'Name another decision, or date this on a day on which it was in force';
  if (status === 'not-known') {
    return 'Record what is not known of it, with set-council-setting for the day of its publication or with complete-decision-record, or name another decision';
  }
  if (inForceFrom === undefined) return 'Record what it waits for, or name another decision';
  return 'Date this on or after the day from which it is in force, or name another decision';
}

function noticed(decision: DecisionPart, on: CivilDate): Standing {
  const { notice, generalException } = decision;
  const given = notice?.given ?? generalException?.given;
  const since = given ? `notice published ${dayInWords(given)}` : 'on its way';
  return { status: 'noticed', because: `${since}, not taken by ${shortDate(on)}` };
}

function takenStanding(
  decision: TakenDecision,
  on: CivilDate,
  settings: SettingsInForce,
  { callIn: bodyCallIn }: KnownOfMaker,
): Standing {
  const { published, callInWaived, callIn } = decision;
  const takenOn = lastDayOf(takenDay(decision));
  if (callIn) return calledIn(decision, on, settings);
  const subject = isSubjectToCallIn(decision, bodyCallIn);
  if (subject === false) {
    const stands = from(takenOn, on, `not subject to call-in, taken ${dayInWords(takenDay(decision))}`);
    // Of a decision known by its month there is no window to wait for, only the end of the month.
    return stands.status === 'in-force' ? stands : { ...stands, status: 'taken' };
  }
  const window = published && callInWindow(published, settings);
  if (callInWaived) {
    const waived = later(takenOn, lastDayOf(callInWaived.waived));
    const early = window?.effectiveFrom === undefined || waived < window.effectiveFrom;
    if (early) {
      const words = `call-in waived ${dayInWords(callInWaived.waived)}, agreed by ${callInWaived.agreedBy}`;
      return from(waived, on, words);
    }
  }
  if (subject === undefined) {
    return {
      status: 'not-known',
      because: `taken ${dayInWords(takenDay(decision))}, not known: nothing on the record says whether it can be called in`,
    };
  }
  if (!published || !window) {
    return { status: 'taken', because: `taken ${dayInWords(takenDay(decision))}, not published yet` };
  }
  const { effectiveFrom, because } = window;
  if (effectiveFrom === undefined) return { status: 'not-known', because };
  return from(later(takenOn, effectiveFrom), on, because);
}

function calledIn(decision: TakenDecision, on: CivilDate, settings: SettingsInForce): Standing {
  const { callIn, reconsidered, published } = decision;
  const last = callIn?.outcomes.at(-1);
  const since = callIn ? `called in ${dayInWords(callIn.calledIn)}` : '';
  if (reconsidered) {
    const { how, reconsidered: fact } = reconsidered;
    return from(lastDayOf(fact), on, `${since}, ${how} ${dayInWords(fact)}`);
  }
  if (!last) return { status: 'called-in', because: `${since}, no outcome by ${shortDate(on)}` };
  const day = dayInWords(last.concluded);
  switch (last.outcome) {
    case 'no-further-action': {
      // The window stays open to others until it ends, where scrutiny was quicker than that.
      const words = `${since}, no further action ${day}`;
      if (!published) {
        return { status: 'not-known', because: `${words}, not known: its publication is not on the record` };
      }
      const { effectiveFrom, because } = callInWindow(published, settings);
      if (effectiveFrom === undefined) return { status: 'not-known', because: `${words}; ${because}` };
      return from(later(lastDayOf(last.concluded), effectiveFrom), on, words);
    }
    case 'back-to-decision-maker':
      return { status: 'referred-back', because: `${since}, referred back to the decision maker ${day}` };
    case 'to-full-council':
      return { status: 'referred-to-council', because: `${since}, referred to the full council ${day}` };
  }
}

function from(inForceFrom: CivilDate, on: CivilDate, because: string): Standing {
  const status = inForceFrom <= on ? 'in-force' : 'in-call-in-window';
  return { status, inForceFrom, because: `${because}, in force from ${shortDate(inForceFrom)}` };
}

/** A decision that fell was in force before only where its day had come by then. */
function fallen(
  status: 'withdrawn' | 'rescinded' | 'superseded',
  { inForceFrom, because }: Standing,
  fell: Fact,
  by?: string,
): Standing {
  const words = `${status} ${dayInWords(fell)}`;
  const fellOn = fell.on;
  const how = { status, fellOn, ...present({ by }) };
  if (inForceFrom === undefined || inForceFrom >= fellOn) return { ...how, because: words };
  return { ...how, inForceFrom, because: `${because}, ${words}` };
}

const later = (a: CivilDate, b: CivilDate): CivilDate => (a > b ? a : b);
