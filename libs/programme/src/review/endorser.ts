import { describeDate } from '#calendar';
import { calledBy } from '../authority/state.js';
import { authorityIsRecorded, makerOn } from '../authority/may-decide.js';
import { refuse } from '../rules.js';
import { firstBreach, type Decided, type Facts } from '../stream.js';
import type { ReviewCommand } from './commands.js';
import type { ReviewEvent } from './events.js';

/**
 * The command with its endorser by the name on record that day, where a body or an office of any kind has that id or
 * name; else as it was said.
 */
export function withEndorser(command: ReviewCommand, facts: Facts): ReviewCommand {
  if (command.type !== 'endorse-option') return command;
  const endorser = makerOn(facts, command.by, dayOf(command));
  return endorser ? { ...command, by: calledBy(endorser) } : command;
}

/**
 * The events, unless an option is endorsed by nobody on record that day. Whoever is on record may endorse, advisory or
 * not: an endorsement is no decision. Where a programme has recorded no authority, nothing is checked.
 */
export function endorsedByAuthority(
  command: ReviewCommand,
  facts: Facts,
  events: readonly ReviewEvent[],
): Decided<ReviewEvent> {
  if (command.type !== 'endorse-option' || !authorityIsRecorded(facts)) return events;
  const { by } = command;
  if (makerOn(facts, by, dayOf(command))) return events;
  const unknown = refuse(
    'unknown-endorser',
    `No body or office ${by} is on record on ${describeDate(dayOf(command), 'day')}: name it by its id or its name on that day, or put it on record with establish-body or create-office`,
  );
  return firstBreach(command, [unknown]) ?? events;
}

const dayOf = ({ takenOn, effectiveOn }: ReviewCommand) => takenOn ?? effectiveOn;
