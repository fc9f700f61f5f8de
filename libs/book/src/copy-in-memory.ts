import {
  CommandIdReused,
  MemoryEventStore,
  WrongExpectedRevision,
  type Append,
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type Position,
  type StoredEvent,
} from '#event-store';

/**
 * A store as it stood at a position. What it held is read from it when it is asked for; what is appended to the copy
 * stays in memory, and the store itself is only read. The copy's log and its positions are its own.
 */
export class CopyInMemory extends MemoryEventStore {
  /** The revision at which what was appended to the copy begins, by stream. */
  private readonly begins = new Map<string, number>();

  /** @param upTo the last position that is part of the copy; nothing is where undefined */
  constructor(
    private readonly original: EventStore,
    protected upTo: Position | undefined,
  ) {
    super();
  }

  override async append(append: Append): Promise<Appended> {
    const { stream, commandId, fingerprint, expected } = append;
    const earlier = await this.resultInOriginal(stream, commandId);
    if (earlier && earlier.fingerprint !== fingerprint) throw new CommandIdReused(stream, commandId);
    if (earlier) return earlier.appended;
    const begin = this.begins.get(stream) ?? (await this.lengthOfOriginal(stream, expected));
    const appended = await super.append({ ...append, expected: within(stream, expected, begin) });
    this.begins.set(stream, begin);
    return following(begin, appended);
  }

  override async commandResult(stream: string, commandId: string): ReturnType<EventStore['commandResult']> {
    const earlier = await this.resultInOriginal(stream, commandId);
    if (earlier) return earlier;
    const result = await super.commandResult(stream, commandId);
    return result && { ...result, appended: following(this.begins.get(stream) ?? 0, result.appended) };
  }

  override async streamsOfCommand(
    programme: string,
    commandId: string,
  ): Promise<readonly string[] | undefined> {
    const here = (await super.streamsOfCommand(programme, commandId)) ?? [];
    const found = (await this.original.streamsOfCommand(programme, commandId)) ?? [];
    const there = await Promise.all(
      found.map(async (stream) => ((await this.resultInOriginal(stream, commandId)) ? [stream] : [])),
    );
    return [...new Set([...there.flat(), ...here])];
  }

  override async *readStream(
    stream: string,
    { from = 0 }: { readonly from?: number } = {},
  ): AsyncGenerator<readonly StoredEvent[]> {
    const begin = this.begins.get(stream);
    if (begin === undefined || from < begin) yield* this.readOriginal(stream, from);
    if (begin === undefined) return;
    for await (const page of super.readStream(stream, { from: Math.max(0, from - begin) }))
      yield page.map((event) => shifted(begin, event));
  }

  private async *readOriginal(stream: string, from: number): AsyncGenerator<readonly StoredEvent[]> {
    const { upTo } = this;
    if (upTo === undefined) return;
    for await (const page of this.original.readStream(stream, { from })) {
      const known = page.filter(({ position }) => position <= upTo);
      if (known.length > 0) yield known;
      if (known.length < page.length) return;
    }
  }

  private async resultInOriginal(stream: string, commandId: string): ReturnType<EventStore['commandResult']> {
    if (this.upTo === undefined) return undefined;
    const result = await this.original.commandResult(stream, commandId);
    return result && result.appended.position <= this.upTo ? result : undefined;
  }

  /** How many events the stream held. Whoever appends knows, as a rule, and is only checked. */
  private async lengthOfOriginal(stream: string, expected: ExpectedRevision): Promise<number> {
    for (const from of typeof expected === 'number' ? [expected, 0] : [0]) {
      let last: StoredEvent | undefined;
      for await (const page of this.readOriginal(stream, from)) last = page.at(-1);
      if (last) return last.revision + 1;
    }
    return 0;
  }
}

/** What is expected of the part of a stream that was appended to the copy, which begins at a revision of the whole. */
function within(stream: string, expected: ExpectedRevision, begin: number): ExpectedRevision {
  if (begin === 0 || expected === 'any') return expected;
  if (expected === 'exists') return 'any';
  if (expected === 'none' || expected < begin - 1)
    throw new WrongExpectedRevision(stream, expected, begin - 1);
  return expected === begin - 1 ? 'none' : expected - begin;
}

function following(begin: number, { revision, events, ...appended }: Appended): Appended {
  return {
    ...appended,
    revision: begin + revision,
    events: events.map((event) => shifted(begin, event)),
  };
}

const shifted = (begin: number, event: StoredEvent): StoredEvent => ({
  ...event,
  revision: begin + event.revision,
});

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
