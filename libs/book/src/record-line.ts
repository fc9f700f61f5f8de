import { londonDate, type CivilDate } from '#calendar';
import { NotStorable } from '#event-store';
import { takeIn, type Strike } from '#intake';
import { recordedOf } from '#programme';
import type { Recorder, RecordingOutcome, Sender, StrikeAsked } from '#recording';
import type { ImportLine } from './import-lines.js';
import { editedLine } from './import-survey.js';
import type { FoundEntry, OnTheRecord } from './on-the-record.js';

/** On whose behalf lines are recorded, where, and on which day. */
export interface Recording {
  readonly programme: string;
  readonly actor: string;
  readonly capacity: string;
  /** The day that stands for a date a line leaves out. */
  readonly today: CivilDate;
  /** Where a strike looks up what it names. */
  readonly found: OnTheRecord;
  /** The number of the line that a command id belongs to, if any does. */
  readonly lineOf: (commandId: string) => number | undefined;
}

/** What came of a line. */
export type LineOutcome =
  | { readonly came: 'recorded'; readonly result: Extract<RecordingOutcome, { outcome: 'recorded' }> }
  /** Its command was on the record. */
  | { readonly came: 'before' }
  /** It changes nothing. */
  | { readonly came: 'nothing' }
  | { readonly came: 'refused'; readonly because: string };

const refused = (because: string) => ({ came: 'refused', because }) as const;

/** Takes one line in and records it. Everything that is wrong with it is told in words, never thrown. */
export async function recordLine(
  recorder: Recorder,
  line: ImportLine,
  recording: Recording,
): Promise<LineOutcome> {
  const { programme, actor, capacity } = recording;
  const today = line.recordedAt ? londonDate(line.recordedAt) : recording.today;
  const taken = takeIn(line.command, line.body, { programme, today });
  if ('unknownCommand' in taken)
    return refused(`no command is called ${line.command}: see docs/commands-and-events.md`);
  if ('problems' in taken) return refused(taken.problems.map(({ problem }) => problem).join('; '));
  const sender: Sender = { actor, capacity, commandId: line.id, fingerprint: line.fingerprint };
  try {
    if ('command' in taken) return cameOf(await recorder.record(taken.command, sender), recording);
    const strike = strikeOf(taken.strike, recording.found);
    return typeof strike === 'string'
      ? refused(strike)
      : cameOf(await recorder.strike(strike, sender), recording);
  } catch (error) {
    if (error instanceof NotStorable) return refused(error.reason);
    throw error;
  }
}

/**
 * The strike with its entries and its stream found, or why it cannot be: an entry is named by its own id or by that of
 * the command that recorded it.
 */
function strikeOf(strike: Strike, found: OnTheRecord): StrikeAsked | string {
  const { programme, reason, authority, replacement } = strike;
  const struck: FoundEntry[] = [];
  for (const id of strike.entries ?? []) {
    const entry = found.entry(id);
    if (!entry) return `it strikes entry ${id}, which is not on the record: look it up in the history`;
    struck.push(entry);
  }
  for (const id of strike.commands ?? []) {
    const command = found.command(id);
    if (!command)
      return `it strikes what ${id} recorded, which is nothing: name a line above it that recorded something`;
    struck.push(...command.entries);
  }
  const streams = new Set(struck.map(({ stream }) => stream));
  if (strike.stream !== undefined) streams.add(strike.stream);
  const [stream = '', ...others] = [...streams].sort();
  if (others.length > 0)
    return `it strikes entries of ${[stream, ...others].join(' and ')}: use a line for each`;
  const entries = struck.map(({ id }) => id);
  return { programme, stream, entries, reason, authority, recorded: recordedOf(strike), replacement };
}

function cameOf(outcome: RecordingOutcome, { lineOf, found }: Recording): LineOutcome {
  switch (outcome.outcome) {
    case 'recorded':
      return outcome.repeated ? { came: 'before' } : { came: 'recorded', result: outcome };
    case 'nothing':
      return { came: 'nothing' };
    case 'refused': {
      const { conflict, refusal } = outcome;
      if (!conflict) return refused(refusal.because);
      const { id, type, effectiveOn, decision } = conflict;
      const commandId = found.entry(id)?.commandId;
      const line = commandId === undefined ? undefined : lineOf(commandId);
      const where = line === undefined ? `entry ${id}` : `line ${line}`;
      const by = decision === undefined ? '' : `, decision ${decision}`;
      return refused(`${refusal.because} (${where} stands in the way: ${type} of ${effectiveOn}${by})`);
    }
    case 'stale':
      return refused('others kept recording in its stream: import again');
    case 'command-id-reused':
      return refused(editedLine);
    case 'unknown-programme':
      return refused(`nothing is recorded of ${outcome.programme} yet: start-programme comes first`);
  }
}
