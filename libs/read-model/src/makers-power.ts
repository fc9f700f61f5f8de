import {
  isTaken,
  makerOn,
  type CoveredAct,
  type DecisionPart,
  type Facts,
  type KnownOfMaker,
} from '#programme';
import { authorityOf, makerNames, makerStanding } from './authority.js';
import { inNames } from './in-names.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

/** Whether the maker of a decision held the power on the day it was taken, and in words who did. */
export interface MakersPower {
  /** What the maker was called on that day; absent where the decision is not taken. */
  readonly makerName?: string;
  /** Null where it is not checked, and where no power was named. */
  readonly makerHeldPower: boolean | null;
  readonly authority: string;
  /** The acts that the power covered on that day; null where that is not known. */
  readonly powerCovers: readonly CoveredAct[] | null;
}

/**
 * The power of a decision's maker, as the views show it. Every view of a decision asks here and nowhere else: what is
 * recorded of bodies, offices and powers is read here.
 */
export function makersPower(
  reader: Reader,
  programme: string,
  decision: DecisionPart,
  moment: Moment,
): MakersPower {
  if (!isTaken(decision)) return { makerHeldPower: null, authority: 'not taken yet', powerCovers: null };
  const authority = authorityOf(reader, programme, moment);
  return {
    makerName: makerNames(authority)(decision),
    ...makerStanding(authority, decision, inNames(reader, programme, moment)),
  };
}

/** What is known of a decision's maker that bears on its standing, beside what the decision's own record says. */
export function knownOfMaker(authority: Facts, decision: DecisionPart): KnownOfMaker {
  if (!isTaken(decision)) return {};
  const maker = makerOn(authority, decision.maker, decision.takenOn);
  return maker?.callIn === undefined ? {} : { callIn: maker.callIn };
}
