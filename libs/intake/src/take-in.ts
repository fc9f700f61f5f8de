import { type FieldProblem, isId } from '#fields';
import type { Command } from '#programme';
import { commandOf, strikeEntry } from './commands.js';
import { type Context, isWrong, takeInCommand } from './take-in-command.js';
import { type Strike, takeInStrike } from './take-in-strike.js';

/** What came of something that was sent. */
export type TakenIn =
  | { readonly command: Command }
  | { readonly strike: Strike }
  | { readonly problems: readonly FieldProblem[] }
  | { readonly unknownCommand: true };

/** The most problems that are told at once. */
export const mostProblems = 100;

/**
 * Turns what a person or a file sent into a domain command, into a strike, or into everything that is wrong with it.
 * Never throws, whatever the body. Where left out, `effectiveOn` is `takenOn`, else today, and provenance is
 * 'observed'. Design sections 1.1 and 1.3.
 *
 * @param commandName the kebab-case name of the command, such as 'open-phase'
 * @param body the JSON that was sent, parsed
 */
export function takeIn(commandName: string, body: unknown, context: Context): TakenIn {
  const known = commandOf(commandName);
  if (!known) return { unknownCommand: true };
  if (!isId(context.programme)) return { problems: [notAProgramme] };
  const taken =
    commandName === strikeEntry
      ? takeInStrike(known, body, context)
      : takeInCommand(commandName, known, body, context);
  return isWrong(taken) ? { problems: taken.problems.slice(0, mostProblems) } : taken;
}

const notAProgramme: FieldProblem = {
  field: 'programme',
  problem: 'programme must be an id of at most 64 lower-case letters, digits and hyphens, such as kent',
};
