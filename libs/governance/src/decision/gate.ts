import { type Facts, present, refuse, saidBy, says, the } from '#acts';
import { shortDate, type CivilDate } from '#calendar';
import type { Refusal, Saying } from '#timeline';
import type { CoveredAct } from '../authority/covered-acts.js';
import {
  authorityIsRecorded,
  authorityRead,
  makerOn,
  mayDecide,
  notCovered,
} from '../authority/may-decide.js';
import { settingKey } from '../council-settings.js';
import { settingsIn } from './council-clocks.js';
import { inForceOn, type KnownOfMaker } from './in-force.js';
import { decisionKey, isTaken, type TakenDecision } from './state.js';

/** What may not begin without an authorisation in force on its day. */
export interface Gate {
  /** What begins, as a sentence begins: "Implementation of review legal-services". */
  readonly what: Saying;
  /** The command that records the authorisation. */
  readonly authorisedBy: string;
  /** The act that a power must cover for a decision under it to authorise this. */
  readonly act: CoveredAct;
  /** The id of the decision that authorises it, where the record names one. */
  readonly decision: string | undefined;
  /** The day on which it begins. */
  readonly on: CivilDate;
}

/** The keys of what a gate reads: the decision, who could take it, and the council's clocks. */
export function gateReads(decision: string | undefined): readonly string[] {
  return decision === undefined
    ? [authorityRead]
    : [decisionKey(decision), authorityRead, settingKey('call-in-clear-days')];
}

/**
 * Why a gate is shut, the firmest reason first: a gate is an authority and not a date. The decision must have been taken by
 * a maker who held the power that it names on that day, the power must cover the act, and the decision be in force: out of its call-in window, not called in, withdrawn, rescinded or
 * superseded. A programme is held to the authority it has recorded: one that has recorded none may leave out the decision.
 * Design section 2, "A gate is an authority, not a date".
 */
export function* gateBreaches(
  { what, authorisedBy, act, decision: id, on }: Gate,
  facts: Facts,
): Iterable<Refusal> {
  const held = authorityIsRecorded(facts);
  if (id === undefined) {
    if (held) {
      yield refuse(
        'authorisation-missing',
        says`${what} needs an authorisation in force on ${shortDate(on)}, and its record names no decision: record the decision, and say which it is with ${authorisedBy}`,
      );
    }
    return;
  }
  const decision = facts.get(decisionKey(id), on);
  if (!isTaken(decision)) {
    yield refuse(
      'authorisation-missing',
      says`${what} needs an authorisation in force on ${shortDate(on)}, and decision ${the.decision(id)} is not on the record by then: record it first with record-decision, or date this later`,
    );
    return;
  }
  if (held) {
    const { maker, power, takenOn } = decision;
    const refusal = mayDecide(facts, maker, power, takenOn);
    const uncovered = refusal ? undefined : notCovered(facts, decision, act);
    if (refusal) {
      yield refuse(
        'authorisation-without-power',
        says`${what} stands on decision ${the.decision(id)}, whose maker did not hold the power: ${saidBy(refusal)}`,
      );
    } else if (uncovered !== undefined) {
      yield refuse(
        'authorisation-without-power',
        says`${what} stands on decision ${the.decision(id)}, which does not carry it. ${uncovered}`,
      );
    }
  }
  const refusal = inForceOn(decision, on, settingsIn(facts), knownOfMaker(facts, decision, held));
  if (refusal)
    yield refuse('authorisation-not-in-force', says`${what} is not authorised by then. ${saidBy(refusal)}`);
}

/**
 * What is known of a maker that bears on call-in. A programme that has recorded no authority is held to none: where its
 * record does not say that a decision can be called in, a gate does not wait for a window.
 */
function knownOfMaker(facts: Facts, { maker, takenOn, key }: TakenDecision, held: boolean): KnownOfMaker {
  const callIn = makerOn(facts, maker, takenOn)?.callIn ?? (held || key === true ? undefined : false);
  return present({ callIn });
}
