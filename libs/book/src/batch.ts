import { instant, londonDate } from '#calendar';
import { Recorder } from '#recording';
import type { Book } from './book.js';
import { CopyInMemory } from './copy-in-memory.js';
import { fingerprintOf } from './import-lines.js';
import {
  recordSent,
  type EntriesOnRecord,
  type EntryOnRecord,
  type OnBehalf,
  type SentCommand,
  type SentOutcome,
} from './record-sent.js';
import { Turn } from './turn.js';

/** What a batch needs of a book. */
export type BatchInto = Pick<Book, 'store' | 'recorder' | 'noting' | 'upTo'> & {
  readonly reader: {
    readonly log: Pick<Book['reader']['log'], 'entry' | 'entriesOfCommand' | 'ofBatch'>;
  };
};

/** A command within a batch, as it was sent. */
export interface BatchItem {
  /** Its own id within the batch, without a slash; its number, counted from 0, where left out. */
  readonly id?: string;
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Commands of one meeting, of any streams: a later one may follow from an earlier. */
export interface Batch {
  readonly programme: string;
  readonly actor: string;
  readonly capacity: string;
  /** The id of the batch: the same again resumes it and repeats nothing. */
  readonly key: string;
  readonly items: readonly BatchItem[];
  /** Records what can be recorded though something else is refused. */
  readonly keepGoing: boolean;
  /** Stops after the play. */
  readonly dryRun: boolean;
}

export interface ItemResult {
  readonly index: number;
  /** The id of its command: that of the batch, a slash, and its own within it. */
  readonly id: string;
  /** `not-reached` where the batch stopped before it. */
  readonly outcome: SentOutcome | { readonly outcome: 'not-reached' };
}

export type BatchOutcome =
  /** Something else was recorded under the key. */
  | { readonly came: 'key-reused' }
  | {
      /**
       * `played` where nothing was to be recorded; `refused` where nothing was because of a refusal; `stopped` where
       * somebody else recorded in between what an item contradicts: what comes before that item is recorded.
       */
      readonly came: 'played' | 'refused' | 'recorded' | 'stopped';
      readonly results: readonly ItemResult[];
    };

/** Whether something that was sent is not to be recorded. */
export function isRefused({ outcome: { outcome } }: ItemResult): boolean {
  return outcome !== 'recorded' && outcome !== 'nothing';
}

/** Records batches in a book, those of a programme one after another. */
export class Batches {
  private readonly running = new Map<string, Promise<unknown>>();

  /** @param today the day that stands for a date an item leaves out; in London, by the computer's clock when left out */
  constructor(
    private readonly book: BatchInto,
    private readonly today = () => londonDate(instant(new Date().toISOString())),
  ) {}

  /**
   * Plays a whole batch against a copy of the book in memory; with any item refused nothing is recorded, unless it is
   * to keep going. Then records item by item, one append each. A batch that was begun is played on the book as it stood
   * before its first entry, on the day of that entry: so what changed nothing then changes nothing now, and what is on
   * the record gets its first result.
   */
  record(batch: Batch): Promise<BatchOutcome> {
    const before = this.running.get(batch.programme) ?? Promise.resolve();
    const { recorder } = this.book;
    const work = () => recorder.underKey(batch.programme, batch.key, () => this.inTurn(batch));
    const turn = before.then(work, work);
    this.running.set(batch.programme, turn);
    return turn;
  }

  private async inTurn(batch: Batch): Promise<BatchOutcome> {
    // What a crash cut off may be durable and acknowledged to nobody: the views must have it before it is looked for.
    await this.book.upTo(await this.book.store.head());
    const commands = commandsOf(batch);
    const begun = this.book.reader.log.ofBatch(batch.programme, batch.key);
    const [first] = begun?.entries ?? [];
    if (first) {
      const recorded = await this.book.store.commandResult(first.stream, first.commandId);
      const sent = commands.find(({ id }) => id === first.commandId);
      if (sent?.fingerprint !== recorded?.fingerprint) return { came: 'key-reused' };
    }
    const taken = await this.book.recorder.takenByCommand(batch.programme, batch.key);
    if (taken.length > 0) return { came: 'key-reused' };
    const onRecord = new OnRecordOrPlayed(this.book.reader, batch.programme);
    const behalf: OnBehalf = {
      programme: batch.programme,
      actor: batch.actor,
      capacity: batch.capacity,
      correlationId: batch.key,
      today: first ? londonDate(instant(first.recordedAt)) : this.today(),
      onRecord,
    };
    const upTo = begun ? begun.after : await this.book.store.head();
    const played = await this.play(commands, new CopyInMemory(this.book.store, upTo), behalf, onRecord);
    if (batch.dryRun) return { came: 'played', results: played };
    if (!begun && !batch.keepGoing && played.some(isRefused)) return { came: 'refused', results: played };
    const recorded = new Set(begun?.entries.map(({ commandId }) => commandId));
    return this.recordPlayed(batch, commands, played, recorded, behalf);
  }

  private async play(
    commands: readonly SentCommand[],
    copy: CopyInMemory,
    behalf: OnBehalf,
    onRecord: OnRecordOrPlayed,
  ): Promise<ItemResult[]> {
    const recorder = new Recorder(copy, { duties: this.book.recorder.duties });
    const turn = new Turn();
    const results: ItemResult[] = [];
    for (const [index, command] of commands.entries()) {
      const outcome = await recordSent(recorder, command, behalf);
      // Ids of entries follow from the ids of their commands: what a strike finds here is what it will strike.
      if (outcome.outcome === 'recorded') onRecord.add(command.id, outcome.events);
      results.push({ index, id: command.id, outcome });
      await turn.endIfLong();
    }
    return results;
  }

  private async recordPlayed(
    { keepGoing }: Batch,
    commands: readonly SentCommand[],
    played: readonly ItemResult[],
    recorded: ReadonlySet<string>,
    behalf: OnBehalf,
  ): Promise<BatchOutcome> {
    const results: ItemResult[] = [];
    let stopped = false;
    for (const [index, command] of commands.entries()) {
      const inPlay = played[index] as ItemResult;
      const { id } = command;
      if (stopped) {
        results.push({ index, id, outcome: { outcome: 'not-reached' } });
        continue;
      }
      const isToRecord = inPlay.outcome.outcome === 'recorded' || recorded.has(id);
      const outcome = isToRecord ? await recordSent(this.book.recorder, command, behalf) : inPlay.outcome;
      if (outcome.outcome === 'recorded') this.book.noting(outcome);
      const result = { index, id, outcome };
      results.push(result);
      stopped = !keepGoing && isRefused(result);
    }
    await this.book.upTo();
    return { came: stopped ? 'stopped' : 'recorded', results };
  }
}

/** The commands of a batch under their ids. Each one's fingerprint is of the whole batch, so that none can be swapped. */
function commandsOf({ key, items, keepGoing }: Batch): SentCommand[] {
  const whole = fingerprintOf('batch', { items, keepGoing });
  return items.map(({ id, command, body }, index) => ({
    id: `${key}/${id ?? index}`,
    command,
    body,
    fingerprint: fingerprintOf('batch', { whole, index }),
  }));
}

/** What strikes of a batch may name: what is on the record, and what the batch comes to. */
class OnRecordOrPlayed implements EntriesOnRecord {
  private readonly played = new Map<string, readonly EntryOnRecord[]>();
  private readonly entries = new Map<string, EntryOnRecord>();

  constructor(
    private readonly reader: BatchInto['reader'],
    private readonly programme: string,
  ) {}

  add(commandId: string, entries: readonly EntryOnRecord[]): void {
    this.played.set(commandId, entries);
    for (const entry of entries) this.entries.set(entry.id, entry);
  }

  entry(id: string): EntryOnRecord | undefined {
    return this.entries.get(id) ?? this.reader.log.entry(id);
  }

  ofCommand(id: string): readonly EntryOnRecord[] {
    return this.played.get(id) ?? this.reader.log.entriesOfCommand(this.programme, id);
  }
}
