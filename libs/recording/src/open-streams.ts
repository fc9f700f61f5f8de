import type { EventStore, StoredEvent } from '#event-store';
import {
  isEntryStruck,
  parseStreamName,
  readBack,
  streamOfKind,
  type AnyPart,
  type AnyStream,
  type DomainEvent,
  envelopeOf,
} from '#programme';
import { Timeline, type Logged } from '#timeline';
import { noteParty, type Parties } from './duties.js';

/** A stream that is kept open: its believed entries and states, up to a revision. */
export interface OpenStream {
  readonly name: string;
  readonly definition: AnyStream;
  readonly timeline: Timeline<AnyPart, DomainEvent>;
  /** Ids of the strikes in it. */
  readonly strikes: Set<string>;
  /** Its entries that are one side of a business case. */
  readonly parties: Parties;
  /** Ids of the commands that its entries were recorded under. */
  readonly commands: Set<string>;
  /** The last revision taken in, -1 before the first. */
  revision: number;
  position: string | undefined;
}

/** An entry that this version of Minutebook cannot read: it says something that only a later one knows. */
export class UnreadableEntry extends Error {
  override readonly name = 'UnreadableEntry';

  constructor(
    readonly stream: string,
    readonly entry: string,
    because: string,
  ) {
    super(`Entry ${entry} of ${stream} cannot be read: ${because}`);
  }
}

/**
 * What the timeline takes in of a stored event. Nothing is passed over: whoever folds a stream without one of its entries
 * believes something that is not on the record.
 *
 * @throws UnreadableEntry the type is none of the stream's, or its version a later one
 */
export function loggedOf(definition: AnyStream, stored: StoredEvent): Logged<DomainEvent> {
  const event = readBack(stored);
  if (isEntryStruck(event)) return { revision: stored.revision, strikes: event.entries };
  const known = Object.hasOwn(definition.events, event.type) ? definition.events[event.type] : undefined;
  const because = !known
    ? `no ${event.type} is known in a stream of this kind`
    : stored.version > known.version
      ? `${event.type} is known up to version ${known.version}, and this is version ${stored.version}`
      : undefined;
  if (because !== undefined)
    throw new UnreadableEntry(stored.stream, stored.id, `${because}: upgrade Minutebook`);
  const { replaces } = envelopeOf(stored);
  return {
    id: stored.id,
    revision: stored.revision,
    effectiveOn: event.effectiveOn,
    ...(replaces !== undefined && { replaces }),
    event,
  };
}

/** Recently used streams, each read once and then only what has been appended since. */
export class OpenStreams {
  private readonly kept = new Map<string, OpenStream>();
  /** The entries of the kept streams, and one more for each stream: an empty one takes room too. */
  private held = 0;

  constructor(
    private readonly store: EventStore,
    private readonly mostEntries: number,
  ) {}

  /**
   * The stream as it stands now.
   *
   * @throws UnreadableEntry it holds an entry that cannot be read: nothing is judged by what comes before that alone
   */
  async open(name: string): Promise<OpenStream> {
    const open = this.moveToEnd(name);
    try {
      for await (const page of this.store.readStream(name, { from: open.revision + 1 })) {
        this.takeIn(open, page);
      }
    } catch (error) {
      this.forget(open);
      throw error;
    }
    this.makeRoom(open);
    return open;
  }

  /**
   * The stream as it was when it was last read here, where it is kept; else as it stands now. Enough to judge by where
   * the answer goes through an append at the revision it was judged on; not enough to refuse by.
   */
  async lastSeen(name: string): Promise<OpenStream> {
    return this.kept.has(name) ? this.moveToEnd(name) : this.open(name);
  }

  /** Takes in events of a stream that follow what it holds; those it holds already are passed over. */
  takeIn(open: OpenStream, events: readonly StoredEvent[]): void {
    for (const stored of events) {
      if (stored.revision !== open.revision + 1) continue;
      const logged = loggedOf(open.definition, stored);
      open.timeline.accept(logged);
      if ('strikes' in logged) open.strikes.add(stored.id);
      noteParty(open.parties, stored);
      open.commands.add(stored.commandId);
      open.revision = stored.revision;
      open.position = stored.position;
      if (this.kept.get(open.name) === open) this.held += 1;
    }
  }

  private moveToEnd(name: string): OpenStream {
    let open = this.kept.get(name);
    if (!open) {
      open = start(name);
      this.held += 1;
    }
    // Least recently used first: a stream that is asked for again moves to the end.
    this.kept.delete(name);
    this.kept.set(name, open);
    return open;
  }

  private makeRoom(keep: OpenStream): void {
    for (const open of this.kept.values()) {
      if (this.held <= this.mostEntries || open === keep) return;
      this.forget(open);
    }
  }

  private forget(open: OpenStream): void {
    if (this.kept.get(open.name) !== open) return;
    this.kept.delete(open.name);
    this.held -= open.revision + 2;
  }
}

function start(name: string): OpenStream {
  const kind = parseStreamName(name)?.kind;
  const definition = kind === undefined ? undefined : streamOfKind(kind);
  if (!definition) throw new Error(`${name} is not the name of a stream`);
  return {
    name,
    definition,
    timeline: new Timeline(definition),
    strikes: new Set(),
    parties: new Map(),
    commands: new Set(),
    revision: -1,
    position: undefined,
  };
}
