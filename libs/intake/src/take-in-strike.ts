import { type FieldProblem, id, isObject, trimmed } from '#fields';
import { type Command, parseStreamName, type Recorded } from '#programme';
import { commandOf, type KnownCommand, strikeEntry } from './commands.js';
import { type Context, fieldsFrom, isWrong, type Problems, takeInCommand } from './take-in-command.js';

/** A command in the place of a struck entry. */
export interface Replacement {
  readonly command: Command;
  /** The id of the struck entry whose place it takes, where one was named. */
  readonly replaces?: string;
}

/** A strike as it was sent: which entries are to be struck, why, and what is recorded in their place. */
export interface Strike extends Recorded {
  readonly type: typeof strikeEntry;
  readonly programme: string;
  /** The name of the stream, where it was sent. */
  readonly stream?: string;
  /** Ids of entries. Either these are there or `commands` is, with at least one id. */
  readonly entries?: readonly string[];
  /** Ids of commands, all of whose entries are meant. */
  readonly commands?: readonly string[];
  readonly reason: string;
  readonly authority: string;
  readonly replacement: readonly Replacement[];
}

/** The strike that a body makes, its replacements taken in as commands, or everything that is wrong with the body. */
export function takeInStrike(
  known: KnownCommand,
  body: unknown,
  context: Context,
): { strike: Strike } | Problems {
  const taken = fieldsFrom(known, body, context.today);
  const sent = isObject(body) ? body : {};
  const wrong = isWrong(taken) ? taken.problems : [];
  const problems = [...wrong, ...whatToStrike(sent), ...streamOf(sent, context)];
  const replacement: Replacement[] = [];
  const struck = listIn(sent, 'entries', wrong);
  for (const [index, one] of (listIn(sent, 'replacement', wrong) ?? []).entries()) {
    // What is no object is a problem already.
    if (!isObject(one)) continue;
    const replacing = takeInReplacement(one, struck, context);
    if (!isWrong(replacing)) replacement.push(replacing);
    else problems.push(...replacing.problems.map((problem) => within(`replacement.${index}`, problem)));
  }
  if (isWrong(taken) || problems.length > 0) return { problems };
  return {
    strike: {
      type: strikeEntry,
      programme: context.programme,
      ...(taken.fields as Omit<Strike, 'type' | 'programme' | 'replacement'>),
      replacement,
    },
  };
}

/** A list that was sent and has nothing wrong with it as a list. */
function listIn(
  sent: Record<string, unknown>,
  name: string,
  problems: readonly FieldProblem[],
): readonly unknown[] | undefined {
  const list = sent[name];
  return Array.isArray(list) && !problems.some(({ field }) => field === name) ? list : undefined;
}

function takeInReplacement(
  sent: Record<string, unknown>,
  struck: readonly unknown[] | undefined,
  context: Context,
): Replacement | Problems {
  const { command: name, replaces } = sent;
  const known = typeof name === 'string' && name !== strikeEntry ? commandOf(name) : undefined;
  if (typeof name !== 'string' || !known) return { problems: [notACommand] };
  const ownFields = Object.entries(sent).filter(([field]) => field !== 'command' && field !== 'replaces');
  const taken = takeInCommand(name, known, Object.fromEntries(ownFields), context);
  const problems = [...replacesWrongly(replaces, struck), ...(isWrong(taken) ? taken.problems : [])];
  if (isWrong(taken) || problems.length > 0) return { problems };
  return { command: taken.command, ...(replaces !== undefined && { replaces: replaces as string }) };
}

const notACommand: FieldProblem = {
  field: 'command',
  problem:
    'command must be the name of a command of the same stream, such as open-phase; a strike cannot be one',
};

function replacesWrongly(replaces: unknown, struck: readonly unknown[] | undefined): FieldProblem[] {
  if (replaces === undefined) return [];
  const problem =
    id.problem(replaces) ??
    (struck && !struck.includes(replaces) ? 'must be one of the entries that are struck' : undefined);
  return problem === undefined ? [] : [{ field: 'replaces', problem: `replaces ${problem}` }];
}

function whatToStrike({ entries, commands }: Record<string, unknown>): FieldProblem[] {
  if (entries === undefined && commands === undefined) {
    return [
      { field: 'entries', problem: 'entries is needed: send the ids of the entries to strike, or commands' },
    ];
  }
  if (entries !== undefined && commands !== undefined) {
    return [{ field: 'commands', problem: 'commands must be left out where entries says what to strike' }];
  }
  return [];
}

function streamOf({ stream }: Record<string, unknown>, { programme }: Context): FieldProblem[] {
  if (typeof stream !== 'string' || parseStreamName(trimmed(stream))?.programme === programme) return [];
  const problem = `stream must be the name of a stream of this programme, such as ${programme}/programme`;
  return [{ field: 'stream', problem }];
}

function within(path: string, { field, problem }: FieldProblem): FieldProblem {
  return { field: field === '' ? path : `${path}.${field}`, problem };
}
