import {
  MemoryEventStore,
  type Append,
  type Appended,
  type EventStore,
  type Position,
  type StoredEvent,
} from '#event-store';

/**
 * A store as it stood at a position, copied into memory stream by stream as streams are asked for. What is appended to
 * the copy stays in it: the store it was copied from is only read. Its log and its positions are the copy's own.
 */
export class CopyInMemory extends MemoryEventStore {
  private readonly parts = new Map<string, StreamInParts>();
  private readonly copying = new Map<string, Promise<void>>();

  /** @param upTo the last position that is part of the copy; nothing is where undefined */
  constructor(
    private readonly original: EventStore,
    protected upTo: Position | undefined,
  ) {
    super();
  }

  override async append(append: Append): Promise<Appended> {
    await this.copied(append.stream);
    return super.append(append);
  }

  override async commandResult(stream: string, commandId: string): ReturnType<EventStore['commandResult']> {
    await this.copied(stream);
    return super.commandResult(stream, commandId);
  }

  override async *readStream(
    stream: string,
    options: { readonly from?: number } = {},
  ): AsyncGenerator<readonly StoredEvent[]> {
    await this.copied(stream);
    yield* super.readStream(stream, options);
  }

  private copied(stream: string): Promise<void> {
    const earlier = this.copying.get(stream);
    const copied = earlier ? earlier.then(() => this.copy(stream)) : this.copy(stream);
    this.copying.set(stream, copied);
    return copied;
  }

  private async copy(stream: string): Promise<void> {
    if (this.upTo === undefined) return;
    const parts = this.parts.get(stream) ?? new StreamInParts(this.original.readStream(stream));
    this.parts.set(stream, parts);
    for (const events of byCommand(await parts.upTo(this.upTo))) {
      const { commandId } = events[0] as StoredEvent;
      const result = await this.original.commandResult(stream, commandId);
      const fingerprint = result?.fingerprint ?? commandId;
      await super.append({ stream, events, expected: 'any', commandId, fingerprint });
    }
  }
}

/** What a command would have recorded at a moment of the past, where the past can no longer be added to. */
export class PastIsOver extends Error {
  override readonly name = 'PastIsOver';
}

/** A store as it once stood, to ask what a command would have changed then. An append throws PastIsOver. */
export class PastInMemory extends CopyInMemory {
  /** Moves on to a later position. */
  moveTo(upTo: Position | undefined): void {
    this.upTo = upTo;
  }

  override append(): Promise<Appended> {
    return Promise.reject(new PastIsOver('Nothing can be recorded in the past'));
  }
}

/** A stream read once, as far as asked each time; its pages end wherever they end. */
class StreamInParts {
  private readonly pages: AsyncIterator<readonly StoredEvent[]>;
  private page: readonly StoredEvent[] = [];
  private next = 0;

  constructor(pages: AsyncIterable<readonly StoredEvent[]>) {
    this.pages = pages[Symbol.asyncIterator]();
  }

  /** The events that follow those given out before, up to a position. */
  async upTo(position: Position): Promise<StoredEvent[]> {
    const events: StoredEvent[] = [];
    for (;;) {
      for (; this.next < this.page.length; this.next++) {
        const event = this.page[this.next] as StoredEvent;
        if (event.position > position) return events;
        events.push(event);
      }
      const following = await this.pages.next();
      if (following.done) return events;
      this.page = following.value;
      this.next = 0;
    }
  }
}

/** Events of one stream as they were appended: those of one command stand together. */
function byCommand(events: readonly StoredEvent[]): StoredEvent[][] {
  const appends: StoredEvent[][] = [];
  for (const event of events) {
    const last = appends.at(-1);
    if (last?.[0]?.commandId === event.commandId) last.push(event);
    else appends.push([event]);
  }
  return appends;
}
