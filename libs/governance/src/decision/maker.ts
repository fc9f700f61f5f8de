import type { Facts } from '#acts';
import type { CivilDate } from '#calendar';
import type { Refusal } from '#timeline';
import { authorityIsRecorded, authorityRead, makerOn, whyNot } from '../authority/may-decide.js';

/** The key of what a decision's maker is looked up in. */
export const makerRead = authorityRead;

/** Who is said to have taken a decision, under which power, and on which day. */
interface Made {
  readonly maker: string;
  readonly power?: string;
  readonly takenOn?: CivilDate;
  readonly effectiveOn: CivilDate;
}

const dayOf = ({ takenOn, effectiveOn }: Made): CivilDate => takenOn ?? effectiveOn;

/** The maker by its id, where it is on record on the day the decision was taken; else as it was said. */
export function makerNamed(facts: Facts, made: Made): string {
  return makerOn(facts, made.maker, dayOf(made))?.id ?? made.maker;
}

/** The maker takes decisions: a body that advises takes none, and no exception makes it one that does. */
export function* takesDecisions(facts: Facts, made: Made): Iterable<Refusal> {
  for (const refusal of mayDecide(facts, made)) if (refusal.refused === 'advisory-body') yield refusal;
}

/**
 * The maker was on record on the day the decision was taken, and held the power, the firmest reason first. A programme is
 * held to the authority it has recorded: where it has recorded none, nothing is checked.
 */
export function* mayDecide(facts: Facts, made: Made): Iterable<Refusal> {
  if (authorityIsRecorded(facts)) yield* whyNot(facts, made.maker, made.power, dayOf(made));
}
