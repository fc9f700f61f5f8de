import { dayNumber, earliestDate, fromDayNumber, type CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import { parseStreamName, type AnyPart, type AnyStream, type DomainEvent } from '#programme';
import { loggedOf } from '#recording';
import { isStrike, Timeline, type Logged } from '#timeline';
import type { BelievedParts } from './believed-parts.js';
import type { prepare } from './writing-in-sql.js';

/** A stream as an entry is folded into it. */
export interface Followed {
  readonly definition: AnyStream;
  /** The whole stream where it is kept, else its end from the day of the entry at hand. */
  readonly timeline: Timeline<AnyPart, DomainEvent>;
  entries: number;
}

/** How many entries of recently changed streams are kept folded; a late entry in another stream reads it again. */
const mostFoldedEntries = 300_000;
const defaultLongestEnd = 100;
/** How many last days of streams are remembered. */
const mostRemembered = 200_000;

/**
 * The streams as far as the log was followed, as much of each as the entry at hand can change. They may have moved further than
 * the rows, where these were not committed: then they are forgotten, and read again when needed.
 */
export class FollowedStreams {
  private readonly followed = new Map<string, Followed>();
  private folded = 0;
  /** The last day from which any entry of a stream holds. */
  private readonly lastDays = new Map<string, CivilDate>();

  /** @param longestEnd how many later entries of a stream that is not kept folded are read for one change */
  constructor(
    private readonly statements: ReturnType<typeof prepare>,
    private readonly parts: BelievedParts,
    private readonly longestEnd = defaultLongestEnd,
  ) {}

  /** What an entry is folded into: its stream where that is kept, else as much of the stream's end as it can change. */
  follow(stored: StoredEvent, definition: AnyStream, logged: Logged<DomainEvent>): Followed {
    const { stream, revision } = stored;
    const known = this.followed.get(stream);
    if (known) {
      this.followed.delete(stream);
      this.followed.set(stream, known);
      return known;
    }
    return this.endOf(stored, definition, logged) ?? this.keep(stream, definition, revision);
  }

  /** Remembers that one entry more is in a stream, and how far the stream reaches with it. */
  takenIn(stream: string, day: CivilDate): void {
    const last = this.lastDayOf(stream);
    if (this.lastDays.size >= mostRemembered) this.lastDays.clear();
    this.lastDays.set(stream, day > last ? day : last);
    const kept = this.followed.get(stream);
    if (!kept) return;
    kept.entries += 1;
    this.folded += 1;
  }

  /** Forgets every stream and how far it reaches. */
  forget(): void {
    this.followed.clear();
    this.folded = 0;
    this.lastDays.clear();
  }

  /** The end of a stream from the day of an entry on, or undefined where that is too long to read for each entry. */
  private endOf(
    { stream }: StoredEvent,
    definition: AnyStream,
    logged: Logged<DomainEvent>,
  ): Followed | undefined {
    const days = isStrike(logged)
      ? logged.strikes.flatMap((id) => this.statements.dayOfEntry.get(id) ?? []).sort()
      : [logged.effectiveOn];
    const [day] = days;
    if (day === undefined) return undefined;
    // An entry comes last in its day, unless it takes the place of another or removes one.
    const before = isStrike(logged) || logged.replaces !== undefined ? dayNumber(day) - 1 : dayNumber(day);
    if (before < dayNumber(earliestDate)) return undefined;
    const programme = parseStreamName(stream)?.programme ?? '';
    const { longestEnd } = this;
    const isInOrder = dayNumber(this.lastDayOf(stream)) <= before;
    const read = isInOrder
      ? []
      : this.statements.endOfStream.all(stream, fromDayNumber(before), longestEnd + 1);
    if (read.length > longestEnd) return undefined;
    const struck = read.length > 0 ? this.statements.strikesIn.all(stream, longestEnd + 1) : [];
    if (struck.length > longestEnd) return undefined;
    const begins = new Map<string, AnyPart | undefined>();
    const timeline = new Timeline<AnyPart, DomainEvent>(rulesOf(definition), {
      get: (key) => {
        if (!begins.has(key)) begins.set(key, this.parts.on(programme, key, before));
        return begins.get(key);
      },
    });
    for (const { stored } of [...read, ...struck]) {
      const entry = loggedOf(definition, JSON.parse(stored) as StoredEvent);
      timeline.accept(entry);
    }
    return { definition, timeline, entries: 0 };
  }

  private lastDayOf(stream: string): CivilDate {
    return this.lastDays.get(stream) ?? this.statements.lastDay.get(stream) ?? earliestDate;
  }

  /** Folds a whole stream up to but not including a revision, and keeps it. */
  private keep(stream: string, definition: AnyStream, revision: number): Followed {
    const timeline = new Timeline<AnyPart, DomainEvent>(rulesOf(definition));
    if (revision > 0)
      for (const { stored } of this.statements.readStream.iterate(stream, revision))
        timeline.accept(loggedOf(definition, JSON.parse(stored) as StoredEvent));
    const followed = { definition, timeline, entries: revision };
    this.followed.set(stream, followed);
    this.folded += revision;
    for (const [name, other] of this.followed) {
      if (this.folded <= mostFoldedEntries || name === stream) break;
      this.followed.delete(name);
      this.folded -= other.entries;
    }
    return followed;
  }
}

/** The rules are the recorder's to ask; here what is on the record is folded as it stands. */
const rulesOf = (definition: AnyStream) => ({
  evolve: definition.evolve.bind(definition),
  touches: definition.touches.bind(definition),
  ...(definition.alsoTouches && { alsoTouches: definition.alsoTouches.bind(definition) }),
  permits: () => undefined,
});
