import { fingerprintOf, type Book } from '#book';
import type { StoredEvent } from '#event-store';
import { parseStreamName, type Command, type Envelope } from '#programme';
import type { RecordingOutcome } from '#recording';
import { eventOf, type Cause, type FollowUp } from './follow-up.js';
import type { FollowUpFile } from './follow-up-file.js';

/** What follow-ups need of a book. */
export type FollowedBook = Pick<Book, 'store' | 'recorder' | 'reader' | 'upTo' | 'noting'>;

/** Who follow-ups record as. */
export const followUpActor = { actor: 'minutebook', capacity: 'process-manager' } as const;

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

  constructor(
    private readonly book: FollowedBook,
    private readonly file: FollowUpFile,
    private readonly rules: readonly FollowUp[],
  ) {}

  /** Begins to follow, in the background: first what was left waiting, then the log from the checkpoint on. */
  start(): void {
    this.running = this.follow().catch((error: unknown) => {
      if (!this.stopping.signal.aborted)
        this.fault = error instanceof Error ? error : new Error(String(error));
    });
  }

  /** Ends following, and resolves once nothing is recorded any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    for (const { cause, followUp } of this.file.outstanding()) {
      const entry = this.book.reader.entry(cause);
      const rule = this.rules.find(({ name }) => name === followUp);
      if (entry && rule) await this.apply(rule, entry);
      if (signal.aborted) return;
    }
    const after = this.file.position;
    for await (const page of this.book.store.subscribe({ ...(after !== undefined && { after }), signal })) {
      for (const entry of page) {
        for (const rule of this.rules) {
          if (rule.follows.includes(entry.type)) await this.apply(rule, entry);
        }
        if (signal.aborted) return;
      }
      this.file.reached((page.at(-1) as StoredEvent).position);
    }
  }

  private async apply(rule: FollowUp, entry: StoredEvent): Promise<void> {
    const programme = parseStreamName(entry.stream)?.programme;
    if (programme === undefined) return;
    await this.book.upTo(entry.position, longestWait);
    const { reader } = this.book;
    const event = eventOf(entry);
    const { effectiveOn } = event;
    const cause: Cause = {
      programme,
      entry,
      event,
      effectiveOn,
      reader,
      moment: reader.moment(effectiveOn),
    };
    // What was struck before it was followed leads to nothing; what it led to before is the programme office's to undo.
    const following = reader.isStruck(entry.id) ? [] : rule.from(cause);
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
    const { correlationId } = entry.envelope as unknown as Envelope;
    const refused: string[] = [];
    for (const command of commands) {
      const outcome = await this.book.recorder.record(command, {
        ...followUpActor,
        // The id is the stream's own: each of the commands is in another stream.
        commandId: `${rule.name}:${entry.id}`,
        fingerprint: fingerprintOf(command.type, command),
        correlationId,
        causationId: entry.id,
      });
      this.book.noting(outcome);
      const because = whyNot(outcome);
      if (because !== undefined) refused.push(because);
    }
    return refused.length > 0 ? refused.join(' ') : undefined;
  }
}

function whyNot(outcome: RecordingOutcome): string | undefined {
  switch (outcome.outcome) {
    case 'recorded':
    case 'nothing':
    // It was recorded before a crash, and what it reads has changed since: it is not recorded twice.
    case 'command-id-reused':
      return undefined;
    case 'refused':
      return outcome.refusal.because;
    case 'stale':
      return `Others kept recording in ${outcome.stream}: it is tried again at the next start`;
    case 'unknown-programme':
      return `Nothing is recorded of ${outcome.programme}`;
  }
}
