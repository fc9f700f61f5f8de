import { setTimeout as sleep } from 'node:timers/promises';
import { fingerprintOf, heldBack, type Book } from '#book';
import { isDiskFull, type StoredEvent } from '#event-store';
import { parseStreamName, saidBy, streamNameOf, type Command, envelopeOf } from '#programme';
import { inNames, type Reader } from '#read-model';
import { UnreadableEntry, type RecordingOutcome } from '#recording';
import { eventOf, type Cause, type FollowUp } from './follow-up.js';
import type { FollowUpFile, Left } from './follow-up-file.js';
import type { Lease, Term } from './lease.js';

/** What follow-ups need of a book. */
export type FollowedBook = Pick<
  Book,
  'store' | 'identity' | 'foreign' | 'recorder' | 'reader' | 'upTo' | 'noting' | 'follows' | 'quarantined'
>;

/** Who follow-ups record as. */
const followUpActor = { actor: 'minutebook', capacity: 'process-manager' } as const;

/** The largest list of what waits that is left to the next holder of the lease, in characters of JSON. */
const mostLeft = 256 * 1024;

/** How long a disk that is full is given before it is tried again, in milliseconds. */
const beforeTryingAgain = 1_000;

/** How long the views may take to show what is being followed, in milliseconds. */
const longestWait = 60_000;

/**
 * Follows the log from a checkpoint and records what follows from its entries, for as long as the process lives. The id
 * of each command is worked out from the entry that caused it: after a crash the same entry is followed again, and the
 * recorder answers with what was recorded the first time.
 */
export class FollowUps {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  /** Why following ended, where it ended by a fault. */
  fault: Error | undefined;
  /** What following waits for to pass by itself: a disk that is full. */
  obstacle: Error | undefined;
  /** Why what was kept of following is not gone on from, in words; undefined where it was. */
  anew: string | undefined;
  private term: Term | undefined;

  /**
   * @param lease by which one process at a time follows, where several have the book open. What it leaves to the next is
   *   what the file holds.
   */
  constructor(
    private readonly book: FollowedBook,
    private readonly file: FollowUpFile,
    private readonly rules: readonly FollowUp[],
    private readonly lease?: Lease,
  ) {}

  /** Whether this process follows, or stands by while another does. */
  get standing(): 'following' | 'standing by' {
    return this.lease && !this.term ? 'standing by' : 'following';
  }

  /** Begins to follow, in the background: first what was left waiting, then the log from the checkpoint on. */
  start(): void {
    const { signal } = this.stopping;
    const running = this.lease ? this.followInTerms(this.lease) : this.followOn(signal);
    this.running = running.catch((error: unknown) => {
      if (!this.stopping.signal.aborted)
        this.fault = error instanceof Error ? error : new Error(String(error));
    });
  }

  /** Ends following, and resolves once nothing is recorded any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Follows whenever this process holds the lease, from where the holder before came to. */
  private async followInTerms(lease: Lease): Promise<void> {
    const stopping = this.stopping.signal;
    while (!stopping.aborted) {
      const found = (left: unknown): void => {
        if (isLeft(left)) this.file.waitsElsewhere(left.outstanding);
      };
      const term = await lease.take(stopping, () => this.left(), found);
      if (!term) return;
      if (isLeft(term.found)) this.file.takeOver(term.found);
      this.term = term;
      try {
        await this.followOn(AbortSignal.any([stopping, term.lost]));
      } finally {
        await term.giveUp();
        this.term = undefined;
      }
    }
  }

  /** What the next holder needs. Of too much that waits it is left to find out anew, from the beginning of the log. */
  private left(): Left {
    const left = { made: this.file.made, outstanding: this.file.outstanding() };
    return JSON.stringify(left).length > mostLeft ? { made: undefined, outstanding: [] } : left;
  }

  /** Follows, and where a disk is full goes on once there is room: from the last entry that needs no second look. */
  private async followOn(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        return await this.follow(signal);
      } catch (error) {
        if (!isDiskFull(error)) throw error;
        this.obstacle = error as Error;
        await sleep(beforeTryingAgain, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async follow(signal: AbortSignal): Promise<void> {
    await this.belongToTheBook();
    const after = this.file.position;
    // Another process may have come further than the views of this one.
    if (after !== undefined) await this.book.upTo(after, longestWait);
    for (const { cause, followUp } of this.file.outstanding()) {
      const entry = this.book.reader.log.entry(cause);
      const rule = this.rules.find(({ name }) => name === followUp);
      if (entry && rule && (await this.mayGoOn(signal))) await this.apply(rule, entry);
      if (signal.aborted) return;
    }
    for await (const page of this.book.store.subscribe({ ...(after !== undefined && { after }), signal })) {
      for (const entry of page) {
        for (const rule of this.rules) {
          if (!rule.follows.includes(entry.type)) continue;
          if (!(await this.mayGoOn(signal))) return;
          await this.apply(rule, entry);
        }
        if (signal.aborted) return;
      }
      this.file.reached(this.book.identity, page.at(-1) as StoredEvent);
      this.obstacle = undefined;
    }
  }

  private async belongToTheBook(): Promise<void> {
    const { made } = this.file;
    const foreign = made && (await this.book.foreign(made));
    if (!foreign) return;
    this.file.beginAnew();
    this.anew = `Follow-ups were ${foreign.words}, and are followed anew from the beginning of the record`;
  }

  /** Whether nobody else can have begun to follow meanwhile: asked before anything is decided. */
  private async mayGoOn(signal: AbortSignal): Promise<boolean> {
    while (this.term && !(await this.term.confirm()) && !signal.aborted)
      await sleep(1_000, undefined, { signal }).catch(() => undefined);
    return !signal.aborted;
  }

  private async apply(rule: FollowUp, entry: StoredEvent): Promise<void> {
    const programme = parseStreamName(entry.stream)?.programme;
    if (programme === undefined || !this.book.follows(programme)) return;
    await this.book.upTo(entry.position, longestWait);
    const [held] = heldBack(this.book, programme, []);
    if (held) {
      // A rule reads the views of the whole programme: it would follow from less than is on the record.
      const because = `Entries of ${held.stream} cannot be shown: it is tried again at the first start after they are`;
      this.file.wait({ cause: entry.id, followUp: rule.name, programme, because });
      return;
    }
    const { reader } = this.book;
    const event = eventOf(entry);
    const { effectiveOn } = event;
    const cause: Cause = {
      programme,
      entry,
      event,
      effectiveOn,
      reader,
      moment: reader.moments.at(effectiveOn),
    };
    // What was struck before it was followed leads to nothing; what it led to before is the programme office's to undo.
    const following = reader.log.isStruck(entry.id) ? [] : rule.from(cause);
    const because = 'waiting' in following ? following.waiting : await this.record(rule, cause, following);
    if (because === undefined) this.file.settled(entry.id, rule.name);
    else this.file.wait({ cause: entry.id, followUp: rule.name, programme, because });
  }

  /** Records the commands. Returns why some could not be recorded, where some could not: the others are. */
  private async record(
    rule: FollowUp,
    { entry }: Cause,
    commands: readonly Command[],
  ): Promise<string | undefined> {
    const { correlationId } = envelopeOf(entry);
    const refused: string[] = [];
    for (const command of commands) {
      const id = `${rule.name}:${entry.id}`;
      const commandId = rule.toSeveralStreams ? `${id}:${streamNameOf(command)}` : id;
      const fingerprint = fingerprintOf(command.type, command);
      const outcome = await this.book.recorder
        .record(command, { ...followUpActor, commandId, fingerprint, correlationId, causationId: entry.id })
        .catch(unreadable);
      const because =
        outcome instanceof UnreadableEntry
          ? outcome.message
          : whyNot(this.book.noting(outcome), this.book.reader);
      if (because !== undefined) refused.push(because);
    }
    return refused.length > 0 ? refused.join(' ') : undefined;
  }
}

/** Whether a note of another server, or of another version, can be gone on from. */
function isLeft(left: unknown): left is Left {
  return (
    left !== null &&
    typeof left === 'object' &&
    Array.isArray((left as Partial<Left>).outstanding) &&
    !('position' in left)
  );
}

/** A stream that nobody can judge is no reason to follow nothing else. */
function unreadable(error: unknown): UnreadableEntry {
  if (error instanceof UnreadableEntry) return error;
  throw error;
}

function whyNot(outcome: RecordingOutcome, reader: Reader): string | undefined {
  switch (outcome.outcome) {
    case 'recorded':
    case 'nothing':
    // It was recorded before a crash, and what it reads has changed since: it is not recorded twice.
    case 'command-id-reused':
      return undefined;
    case 'refused': {
      const programme = parseStreamName(outcome.stream)?.programme ?? '';
      return inNames(reader, programme, reader.moments.at(outcome.effectiveOn))(saidBy(outcome.refusal));
    }
    case 'stale':
      return `Others kept recording in ${outcome.stream}: it is tried again at the next start`;
    case 'unknown-programme':
      return `Nothing is recorded of ${outcome.programme}`;
  }
}
