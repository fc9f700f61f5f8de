import { civilDate, type CivilDate, type Instant } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import type { Command } from '#programme';
import { ReadModel, Reader, type Moment } from '#read-model';
import { Recorder, type RecordingOutcome, type Sender } from '#recording';
import { HandedClock } from './random-book.js';

/** What is said to a small book: the name of a command and its own fields, minuted where nothing else is said. */
export type SaidToBook = { readonly type: string; readonly [field: string]: unknown };

/** A book of the programme `county`, in memory, in which each command is recorded a minute after the one before. */
export class SmallBook {
  private readonly clock = new HandedClock();
  private readonly store = new MemoryEventStore({ clock: this.clock.read });
  private readonly recorder = new Recorder(this.store);
  private readonly models: ReadModel[] = [];
  private sent = 0;

  /** A book whose programme began on 18 July 2013, with settings of its council from that day. */
  static async begun(settings: Readonly<Record<string, string | number>> = {}): Promise<SmallBook> {
    const book = new SmallBook();
    await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
    for (const [setting, value] of Object.entries(settings))
      await book.say('2013-07-18', { type: 'set-council-setting', setting, value });
    return book;
  }

  /** Records a command as of a day, and says under which id and when. Throws where it is not recorded. */
  async say(
    day: string,
    said: SaidToBook,
    sent: Partial<Sender> = {},
  ): Promise<{ id: string; recordedAt: Instant }> {
    const outcome = await this.ask(day, said, sent);
    if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
    return { id: outcome.events[0]?.id ?? '', recordedAt: this.clock.read() };
  }

  /** What a command comes to, whatever that is. */
  ask(day: string, said: SaidToBook, sent: Partial<Sender> = {}): Promise<RecordingOutcome> {
    this.clock.moveOn(60_000);
    return this.recorder.record(commandOf(day, said), { ...this.sender(), ...sent });
  }

  /** Lets days go by: what is recorded next is recorded so much later. */
  wait(days: number): void {
    this.clock.moveOn(days * 86_400_000);
  }

  /** Strikes an entry of a stream, such as `decision/archives`, as of a day; gives the ids of the strike and of what replaces it. */
  async strike(
    stream: string,
    id: string,
    day: string,
    reason: string,
    replacement: readonly SaidToBook[] = [],
  ): Promise<readonly string[]> {
    this.clock.moveOn(60_000);
    const outcome = await this.recorder.strike(
      {
        programme: 'county',
        stream: `county/${stream}`,
        entries: [id],
        reason,
        authority: 'Head of the programme office',
        recorded: { effectiveOn: civilDate(day), provenance: 'observed' },
        replacement: replacement.map((said) => ({ command: commandOf(day, said) })),
      },
      this.sender(),
    );
    if (outcome.outcome !== 'recorded') throw new Error(JSON.stringify(outcome));
    return outcome.events.map(({ id }) => id);
  }

  /** The book as it is read as at a day and as known at an instant; with all that is known where none is given. */
  async as(day: string, knownAt?: Instant): Promise<{ reader: Reader; moment: Moment }> {
    const log: StoredEvent[] = [];
    for await (const page of this.store.readAll()) log.push(...page);
    const model = ReadModel.open(':memory:');
    this.models.push(model);
    model.apply(log);
    const reader = new Reader(model);
    return { reader, moment: reader.moments.at(civilDate(day), knownAt) };
  }

  close(): void {
    for (const model of this.models) model.close();
  }

  private sender() {
    const commandId = `command-${++this.sent}`;
    return { actor: 'programme-officer', capacity: 'programme-office', commandId, fingerprint: commandId };
  }
}

/** A decision that is taken holds from the day it is taken. */
function commandOf(day: string, said: SaidToBook): Command {
  const effectiveOn: CivilDate = civilDate(day);
  const takenOn = said.type === 'record-decision' ? { takenOn: effectiveOn } : {};
  const command = { programme: 'county', effectiveOn, provenance: 'minuted', ...takenOn, ...said };
  return command as Command;
}
