/** A record of the peer: what an EventStoreDB keeps of an event. */
export interface PeerRecord {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** Commit and prepare alike, as a server writes them outside of a transaction. */
  readonly place: bigint;
  readonly created: Date;
}

export type NewPeerRecord = Pick<PeerRecord, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export type PeerAppended =
  { readonly last: number; readonly place: bigint } | { readonly wrongRevision: number | undefined };

/** The streams of a peer, which outlive its server as a database outlives its process. */
export class StreamsInMemory {
  readonly log: PeerRecord[] = [];
  /** By how many milliseconds its clock is ahead of this computer's. */
  clockAhead = 0;
  private readonly streams = new Map<string, PeerRecord[]>();
  private end = 0n;

  stream(name: string): readonly PeerRecord[] {
    return this.streams.get(name) ?? [];
  }

  /**
   * Appends as EventStoreDB does: at a revision that the stream has left behind, the same ids as stand there are
   * answered as if they were new, whatever else they hold.
   *
   * @param expected the revision, or undefined for no stream
   */
  append(name: string, expected: number | undefined, events: readonly NewPeerRecord[]): PeerAppended {
    const stream = this.streams.get(name) ?? [];
    const from = expected === undefined ? 0 : expected + 1;
    if (from < stream.length) {
      const there = stream.slice(from, from + events.length);
      const same = there.length === events.length && events.every(({ id }, index) => there[index]?.id === id);
      const last = there.at(-1);
      return same && last ? { last: last.revision, place: last.place } : { wrongRevision: stream.length - 1 };
    }
    if (from > stream.length) {
      return { wrongRevision: stream.length === 0 ? undefined : stream.length - 1 };
    }
    this.streams.set(name, stream);
    for (const event of events) {
      const place = this.end;
      // A place is a byte in a file: the next one is as much further as the record is long.
      this.end += BigInt(64 + event.data.length + event.metadata.length);
      const record = {
        ...event,
        stream: name,
        revision: stream.length,
        place,
        created: new Date(Date.now() + this.clockAhead),
      };
      stream.push(record);
      this.log.push(record);
    }
    const { revision, place } = stream.at(-1) as PeerRecord;
    return { last: revision, place };
  }

  /** The index in the log of the first record at a place or after it. */
  from(place: bigint): number {
    let [from, to] = [0, this.log.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.log[middle] as PeerRecord).place >= place) to = middle;
      else from = middle + 1;
    }
    return from;
  }
}
