import type { StreamName } from '#event-store';
import type { EventRecord, LogRecord } from './event-record.js';

/** What a command left in a stream: the revisions of its events, and what it was sent as. */
export interface KnownCommand {
  readonly fingerprint: string;
  readonly first: number;
  readonly last: number;
}

/** A stream as it was read up to a revision. */
export class KnownStream {
  /** The last revision read, or -1 where there is none. */
  last = -1;
  private readonly commands = new Map<string, KnownCommand>();
  private readonly ids = new Set<string>();

  /** How much room it takes. */
  get size(): number {
    return 1 + this.ids.size;
  }

  command(id: string): KnownCommand | undefined {
    return this.commands.get(id);
  }

  holdsEvent(id: string): boolean {
    return this.ids.has(id);
  }

  /** Takes in records from a revision on; those known already are passed over, and so are all where some were missed. */
  takeIn(from: number, records: readonly Pick<LogRecord, 'revision' | 'event'>[]): void {
    if (from > this.last + 1) return;
    for (const { revision, event } of records) {
      if (revision <= this.last) continue;
      this.last = revision;
      if (!event) continue;
      this.ids.add(event.id);
      const first = this.commands.get(event.commandId)?.first ?? revision;
      this.commands.set(event.commandId, { fingerprint: event.fingerprint, first, last: revision });
    }
  }
}

/** Recently used streams: which commands each holds, so that none is recorded twice. The least recently used go first. */
export class KnownStreams {
  private readonly kept = new Map<StreamName, KnownStream>();

  /** @param mostEvents how many events to remember in all; the stream in use stays, however long */
  constructor(private readonly mostEvents = 500_000) {}

  /** The stream, to be read on from where it is known. */
  get(name: StreamName): KnownStream {
    const stream = this.kept.get(name) ?? new KnownStream();
    this.kept.delete(name);
    this.kept.set(name, stream);
    return stream;
  }

  /** Takes in an event that arrived, by whichever server, where its stream is kept: an append to it need not find out. */
  arrived(event: EventRecord): void {
    this.kept.get(event.stream)?.takeIn(event.revision, [{ revision: event.revision, event }]);
  }

  /** Forgets what was not used for longest, where too much is kept. */
  trim(): void {
    let held = 0;
    for (const { size } of this.kept.values()) held += size;
    for (const [name, { size }] of this.kept) {
      if (held <= this.mostEvents || this.kept.size === 1) return;
      this.kept.delete(name);
      held -= size;
    }
  }
}
