import type { EventStore, StoredEvent } from '#event-store';
import {
  isEntryStruck,
  parseStreamName,
  readBack,
  streamOfKind,
  type AnyPart,
  type AnyStream,
  type DomainEvent,
  type Envelope,
} from '#programme';
import { Timeline, type Logged } from '#timeline';

/** A stream that is kept open: its believed entries and states, up to a revision. */
export interface OpenStream {
  readonly definition: AnyStream;
  readonly timeline: Timeline<AnyPart, DomainEvent>;
  /** Ids of the strikes in it. */
  readonly strikes: Set<string>;
  /** The last revision taken in, -1 before the first. */
  revision: number;
  position: string | undefined;
  entries: number;
}

/** What the timeline takes in of a stored event; an event of a type nobody knows is passed over. */
export function loggedOf(definition: AnyStream, stored: StoredEvent): Logged<DomainEvent> | undefined {
  const event = readBack(stored);
  if (isEntryStruck(event)) return { revision: stored.revision, strikes: event.entries };
  if (!(event.type in definition.events)) return undefined;
  const { replaces } = stored.envelope as unknown as Envelope;
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

  constructor(
    private readonly store: EventStore,
    private readonly mostEntries: number,
  ) {}

  /** The stream as it stands now. */
  async open(name: string): Promise<OpenStream> {
    const open = this.kept.get(name) ?? this.start(name);
    // Least recently used first: a stream that is asked for again moves to the end.
    this.kept.delete(name);
    this.kept.set(name, open);
    for await (const page of this.store.readStream(name, { from: open.revision + 1 })) {
      for (const stored of page) if (stored.revision === open.revision + 1) takeIn(open, stored);
    }
    this.makeRoom(name);
    return open;
  }

  forget(name: string): void {
    this.kept.delete(name);
  }

  private start(name: string): OpenStream {
    const kind = parseStreamName(name)?.kind;
    const definition = kind === undefined ? undefined : streamOfKind(kind);
    if (!definition) throw new Error(`${name} is not the name of a stream`);
    return {
      definition,
      timeline: new Timeline(definition),
      strikes: new Set(),
      revision: -1,
      position: undefined,
      entries: 0,
    };
  }

  private makeRoom(keep: string): void {
    let entries = 0;
    for (const open of this.kept.values()) entries += open.entries;
    for (const [name, open] of this.kept) {
      if (entries <= this.mostEntries) return;
      if (name === keep) continue;
      this.kept.delete(name);
      entries -= open.entries;
    }
  }
}

function takeIn(open: OpenStream, stored: StoredEvent): void {
  const logged = loggedOf(open.definition, stored);
  if (logged) open.timeline.accept(logged);
  if (logged && 'strikes' in logged) open.strikes.add(stored.id);
  open.revision = stored.revision;
  open.position = stored.position;
  open.entries += 1;
}
