import type { Person } from '#signing-in';
import { type ToRecord, type Came, type Desk } from '#recording-pages';
import { type Draft, DraftFile, type Subject, Things } from '#recording-pages';
import { today } from '#views';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { randomUUID } from 'node:crypto';
import { Book, type ItemResult } from '#book';
import { latestDate, type CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import type { RecordingOutcome } from '#recording';
import { Problem } from '#problem';
import { BatchCommand } from '../../programme-office/record-batch.js';
import { RecordCommand } from '../../programme-office/record-command.js';

/** How often a command is judged anew because something else in its stream was recorded. */
const mostAttempts = 5;

/** Plays and records what people have filled in. */
@Injectable()
export class RecordingDesk implements Desk {
  constructor(
    private readonly commands: CommandBus,
    private readonly book: Book,
    readonly drafts: DraftFile,
  ) {}

  /** What may be chosen, as at the day that is recorded of. */
  things(programme: string, on: CivilDate = today()): Things {
    return new Things(this.book.reader, programme, on);
  }

  get reader() {
    return this.book.reader;
  }

  /** The number in the log of the last entry there is. */
  async seen(): Promise<number> {
    await this.book.upTo();
    return this.book.reader.moments.at(latestDate).seq;
  }

  /** What commands would come to, in order, with nothing recorded. */
  async play(programme: string, items: readonly ToRecord[], person: Person): Promise<readonly ItemResult[]> {
    const body = { items: items.map((one) => ({ command: one.command, ...one.body })), dryRun: true };
    // A key of its own, so that none that was used can stand in the way of a play.
    const { outcome } = await this.commands.execute(new BatchCommand(programme, body, person, randomUUID()));
    return outcome.came === 'key-reused' ? [] : outcome.results;
  }

  /** Entries about a thing that were recorded after what a draft's owner has seen. */
  since(draft: Draft, subject: Subject | undefined): readonly StoredEvent[] {
    if (!subject) return [];
    return this.about(draft.programme, subject)
      .filter(({ seq, entry }) => seq > draft.seen && !entry.commandId.startsWith(draft.key))
      .map(({ entry }) => entry);
  }

  /** How many believed entries about a thing hold from a later day. */
  entriesAfter(programme: string, subject: Subject | undefined, on: CivilDate): number {
    if (!subject) return 0;
    const after = ({ envelope }: StoredEvent) => (envelope as { effectiveOn?: string }).effectiveOn ?? '';
    return this.about(programme, subject).filter(
      ({ entry, struckBy }) => !struckBy && entry.type !== 'EntryStruck' && after(entry) > on,
    ).length;
  }

  /** How many reports were issued for a day or a later one. */
  reportsFor(programme: string, on: CivilDate): number {
    const reports = this.reader.parts.list(programme, 'report', this.reader.moments.at(latestDate));
    return reports.filter(({ asAt }) => asAt >= on).length;
  }

  /** Records one command under the key of its draft, once, however often it is sent. */
  async record(draft: Draft, item: ToRecord, subject: Subject | undefined, person: Person): Promise<Came> {
    await this.book.upTo(await this.book.store.head());
    const before = this.reader.log.entriesOfCommand(draft.programme, draft.key);
    if (before.length > 0) return this.done(draft, before);
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      if (this.since(draft, subject).length > 0) return { came: 'meanwhile' };
      const revision = await this.revisionFor(draft.programme, item, person);
      if (typeof revision === 'object') return revision;
      const outcome = await this.send(draft, item, person, revision);
      if (outcome.outcome === 'recorded') return this.done(draft, outcome.events);
      if (outcome.outcome === 'nothing') return { came: 'nothing' };
      if (outcome.outcome !== 'stale') return { came: 'refused', outcome };
      await this.book.upTo(await this.book.store.head());
    }
    return { came: 'meanwhile' };
  }

  /** Records a meeting whole under the key of its draft; a retry goes on where it was cut off. */
  async recordMeeting(draft: Draft, items: readonly ToRecord[], person: Person) {
    const body = { items: items.map((one) => ({ command: one.command, ...one.body })) };
    const command = new BatchCommand(draft.programme, body, person, draft.key);
    const { outcome } = await this.commands.execute(command);
    if (outcome.came === 'recorded') {
      const entries = outcome.results.flatMap((one) =>
        one.outcome.outcome === 'recorded' ? one.outcome.events.map(({ id }) => id) : [],
      );
      this.drafts.recorded(draft, entries);
    }
    return outcome;
  }

  /** The revision of the stream on which a play would record, or what the play came to where it would not. */
  private async revisionFor(
    programme: string,
    item: ToRecord,
    person: Person,
  ): Promise<number | undefined | Came> {
    // A report cannot be played: its content is made when it is recorded.
    if (item.command === 'issue-report') return undefined;
    const [result] = await this.play(programme, [item], person);
    const outcome = result?.outcome;
    if (outcome?.outcome === 'nothing') return { came: 'nothing' };
    if (outcome?.outcome !== 'recorded') return outcome ? { came: 'refused', outcome } : undefined;
    const seen = outcome.revision - outcome.events.length;
    return seen < 0 ? undefined : seen;
  }

  private async send(
    draft: Draft,
    { command, body }: ToRecord,
    { actor, capacity }: Person,
    ifRevision: number | undefined,
  ): Promise<RecordingOutcome> {
    const sender = { actor, capacity, commandId: draft.key, ...(ifRevision !== undefined && { ifRevision }) };
    return this.commands.execute(new RecordCommand(draft.programme, command, body, sender));
  }

  private async done(draft: Draft, events: readonly StoredEvent[]): Promise<Came> {
    await this.book.upTo();
    const entries = events.map(({ id }) => id);
    this.drafts.recorded(draft, entries);
    return { came: 'recorded', entries };
  }

  private about(programme: string, { kind, id }: Subject) {
    return this.reader.log.history(programme, { kind, id }, this.reader.moments.at(latestDate), {
      most: 10_000,
    });
  }
}

/** 404: there is no such draft, or it is somebody else's. */
export function noSuchDraft(): Problem {
  return new Problem(
    404,
    'no-such-draft',
    'There is no such draft',
    'It was dropped, it is another person’s, or it was not touched for too long: begin again on the page Record',
  );
}
