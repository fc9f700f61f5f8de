import type { Refusal } from '#timeline';
import { authorityIsRecorded, authorityRead, makerOn, whyNot } from '../authority/may-decide.js';
import type { Facts } from '../stream.js';
import type { DecisionCommand } from './commands.js';
import type { TakenDecision } from './state.js';

type RecordDecision = Extract<DecisionCommand, { type: 'record-decision' }>;

/** The key of what a decision's maker is looked up in. */
export const makerRead = authorityRead;

/**
 * The command with its maker named by id, where the maker is on record on the day the decision was taken; else as it
 * was said.
 */
export function withMaker(command: DecisionCommand, facts: Facts): DecisionCommand {
  if (command.type !== 'record-decision') return command;
  const maker = makerOn(facts, command.maker, dayOf(command));
  return maker ? { ...command, maker: maker.id } : command;
}

/**
 * Why the maker could not have decided on the day the decision was taken, the firmest reason first. A programme is held
 * to the authority it has recorded: where it has recorded none, nothing is checked.
 */
export function makerBreaches(command: RecordDecision, facts: Facts): readonly Refusal[] {
  if (!authorityIsRecorded(facts)) return [];
  return [...whyNot(facts, command.maker, command.power, dayOf(command))];
}

/** The one reason that no exception sets aside: an advisory body takes no decision. */
export function advises({ refused }: Refusal): boolean {
  return refused === 'advisory-body';
}

/** Why the maker of a decision on record did not hold the power that its record is to name. */
export function powerBreaches(
  { maker, takenOn }: TakenDecision,
  power: string,
  facts: Facts,
): readonly Refusal[] {
  if (!authorityIsRecorded(facts)) return [];
  return [...whyNot(facts, maker, power, takenOn)];
}

const dayOf = ({ takenOn, effectiveOn }: RecordDecision) => takenOn ?? effectiveOn;
