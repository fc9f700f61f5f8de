import type { CivilDate } from '#calendar';
import { NotStorable } from '#event-store';
import { takeIn, type FieldProblem, type Strike } from '#intake';
import { recordedOf, saidBy, says, streamName, the, whoseRecord } from '#programme';
import type { NamesInPlay } from '#read-model';
import type { Recorder, RecordingOutcome, Sender, StrikeAsked } from '#recording';
import type { Saying } from '#timeline';
import { namesInPlay } from './names-in-play.js';

/** A command as a file or a batch holds it: taken in by nobody yet. */
export interface SentCommand {
  /** The id it is recorded under. */
  readonly id: string;
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** A hash of the command as it was sent. */
  readonly fingerprint: string;
}

/** An entry as a strike finds it. */
export interface EntryOnRecord {
  readonly id: string;
  readonly stream: string;
}

/** Where a strike looks up what it names. */
export interface EntriesOnRecord {
  entry(id: string): EntryOnRecord | undefined;
  /** The entries that a command recorded, in order; none where it recorded nothing. */
  ofCommand(id: string): readonly EntryOnRecord[];
}

/** On whose behalf commands are recorded, and on which day. */
export interface OnBehalf {
  readonly programme: string;
  readonly actor: string;
  readonly capacity: string;
  /** What the commands are part of, where that is more than one of them. */
  readonly correlationId?: string;
  /** The day that stands for a date a command leaves out. */
  readonly today: CivilDate;
  readonly onRecord: EntriesOnRecord;
}

/** What came of a command that was sent among others: everything that is wrong with it is an outcome, never thrown. */
export type SentOutcome =
  | Exclude<RecordingOutcome, { outcome: 'refused' }>
  /** Refused, with what it names as the lines before it call it. */
  | (Extract<RecordingOutcome, { outcome: 'refused' }> & { readonly inPlay?: NamesInPlay })
  | { readonly outcome: 'unknown-command'; readonly command: string }
  | { readonly outcome: 'fields-wrong'; readonly problems: readonly FieldProblem[] }
  /** A strike names something that is not there, or that stands in several streams. */
  | { readonly outcome: 'entry-not-found'; readonly because: Saying; readonly inPlay: NamesInPlay }
  | { readonly outcome: 'not-storable'; readonly because: string };

/** Takes a command in and records it, a strike like any other. Only a fault of the store throws. */
export async function recordSent(
  recorder: Recorder,
  { id, command, body, fingerprint }: SentCommand,
  { programme, actor, capacity, correlationId, today, onRecord }: OnBehalf,
): Promise<SentOutcome> {
  const taken = takeIn(command, body, { programme, today });
  if ('unknownCommand' in taken) return { outcome: 'unknown-command', command };
  if ('problems' in taken) return { outcome: 'fields-wrong', problems: taken.problems };
  const sender: Sender = {
    actor,
    capacity,
    commandId: id,
    fingerprint,
    ...(correlationId !== undefined && { correlationId }),
  };
  const withNames = async (outcome: RecordingOutcome): Promise<SentOutcome> => {
    if (outcome.outcome !== 'refused') return outcome;
    const { refusal, conflict, stream, effectiveOn } = outcome;
    const by = conflict?.decision === undefined ? [] : [the.decision(conflict.decision)];
    const words = [...saidBy(refusal), ...by];
    return { ...outcome, inPlay: await namesInPlay(recorder, programme, words, stream, effectiveOn) };
  };
  try {
    if ('command' in taken) return await withNames(await recorder.record(taken.command, sender));
    const strike = strikeOf(taken.strike, onRecord);
    if ('because' in strike) {
      const { because } = strike;
      const ofNone = streamName(programme, 'programme');
      const inPlay = await namesInPlay(recorder, programme, because, ofNone, taken.strike.effectiveOn);
      return { outcome: 'entry-not-found', because, inPlay };
    }
    return await withNames(await recorder.strike(strike, sender));
  } catch (error) {
    if (error instanceof NotStorable) return { outcome: 'not-storable', because: error.reason };
    throw error;
  }
}

/**
 * The strike with its entries and its stream found, or why it cannot be: an entry is named by its own id or by that of
 * the command that recorded it.
 */
function strikeOf(strike: Strike, onRecord: EntriesOnRecord): StrikeAsked | { readonly because: Saying } {
  const { programme, reason, authority, replacement } = strike;
  const struck: EntryOnRecord[] = [];
  for (const id of strike.entries ?? []) {
    const entry = onRecord.entry(id);
    if (!entry?.stream.startsWith(`${programme}/`))
      return { because: [`it strikes entry ${id}, which is not on the record: look it up in the history`] };
    struck.push(entry);
  }
  for (const id of strike.commands ?? []) {
    const entries = onRecord.ofCommand(id);
    if (entries.length === 0)
      return {
        because: [
          `it strikes what ${id} recorded, which is nothing: name a command before it that recorded something`,
        ],
      };
    struck.push(...entries);
  }
  const streams = new Set(struck.map(({ stream }) => stream));
  if (strike.stream !== undefined) streams.add(strike.stream);
  const [stream = '', ...others] = [...streams].sort();
  if (others.length > 0)
    return { because: says`it strikes entries of ${ofSeveral([stream, ...others])}: send a strike for each` };
  const entries = struck.map(({ id }) => id);
  return { programme, stream, entries, reason, authority, recorded: recordedOf(strike), replacement };
}

/** Whose records these are: "review “Legal” and the business units". */
const ofSeveral = (streams: readonly string[]): Saying =>
  streams.flatMap((stream, at) => (at === 0 ? whoseRecord(stream) : [' and ', ...whoseRecord(stream)]));
