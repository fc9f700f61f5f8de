import type { DecisionPart, KnownOfMaker } from '#programme';
import type { Moment, Reader } from './reader.js';

/** Whether the maker of a decision held the power on the day it was taken, and in words who did. */
export interface MakersPower {
  /** Null where it is not checked. */
  readonly makerHeldPower: boolean | null;
  readonly authority: string;
}

/**
 * The power of a decision's maker, as the views show it. Every view of a decision asks here and nowhere else: what is
 * recorded of bodies, offices and powers is to be read here.
 */
export function makersPower(
  _reader: Reader,
  _programme: string,
  _decision: DecisionPart,
  _moment: Moment,
): MakersPower {
  return { makerHeldPower: null, authority: 'not checked' };
}

/** What is known of a decision's maker that bears on its standing, beside what the decision's own record says. */
export function knownOfMaker(
  _reader: Reader,
  _programme: string,
  _decision: DecisionPart,
  _moment: Moment,
): KnownOfMaker {
  return {};
}
