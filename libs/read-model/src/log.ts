import { dayNumber, endOfDayInLondon, latestDate, startOfDayInLondon, type CivilDate } from '#calendar';
import type { Position, StoredEvent } from '#event-store';
import {
  entryStruck,
  envelopeOf,
  parseStreamName,
  streamOfKind,
  type AnyPart,
  type AnyStream,
  type DomainEvent,
} from '#programme';
import { loggedOf } from '#recording';
import { same, Timeline } from '#timeline';
import { gatesOpened } from './gates-opened.js';
import { prepare, type Recorded, type Stored } from './log-in-sql.js';
import type { Moment, Moments } from './moments.js';
import type { Parts } from './parts.js';
import type { ReadModel } from './read-model.js';
import { passesGates } from './tables.js';

/** One entry of a history, as it was stored, and the strike that removed it if one had by then. */
export interface HistoryEntry {
  readonly seq: number;
  readonly entry: StoredEvent;
  readonly struckBy?: StoredEvent;
}

/** An entry with the decisions it stands on: the one that it follows from, and the one that opened the gate it passed. */
export interface StandingOn {
  readonly entry: StoredEvent;
  readonly decisions: readonly string[];
}

/** What the entries of a history are narrowed to; everything where nothing is given. */
export interface NarrowedTo {
  readonly type?: string;
  /** The decision that they follow from. */
  readonly decision?: string;
  /** The kind of the stream in which they stand. */
  readonly of?: string;
  /** The first and the last day in London on which they were recorded. */
  readonly recordedFrom?: CivilDate;
  readonly recordedTo?: CivilDate;
}

/** What was recorded, what it changed, and what stands on what: the entries behind every answer. */
export class Log {
  private readonly statements: ReturnType<typeof prepare>;

  constructor(
    model: ReadModel,
    private readonly moments: Moments,
    private readonly parts: Parts,
  ) {
    this.statements = prepare(model);
  }

  /** What differs between two moments, thing by thing and field by field, with the entries behind it. */
  changes(programme: string, before: Moment, after: Moment) {
    const most = Math.max(before.seq, after.seq);
    const least = Math.min(before.seq, after.seq);
    const [early, late] = before.asAt <= after.asAt ? [before.asAt, after.asAt] : [after.asAt, before.asAt];
    return this.parts.everyThing(programme, most).flatMap(({ kind, id }) => {
      const was = this.parts.one(programme, kind, id, before).part as
        Readonly<Record<string, unknown>> | undefined;
      const is = this.parts.one(programme, kind, id, after).part as
        Readonly<Record<string, unknown>> | undefined;
      const names = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})]);
      const fields = [...names]
        .filter((name) => !same(was?.[name], is?.[name]))
        .map((field) => ({ field, before: was?.[field] ?? null, after: is?.[field] ?? null }));
      if (fields.length === 0) return [];
      const entries = this.behind(programme, { kind, id }, [early, late], [least, most]);
      return [{ kind, id, existedBefore: was !== undefined, existsAfter: is !== undefined, fields, entries }];
    });
  }

  /**
   * The entries behind what differs of a thing between two moments, in log order: those that only one of them knows, and
   * those of the days between that both believe. None that changes the thing only from a later day on.
   */
  private behind(
    programme: string,
    { kind, id }: { readonly kind: string; readonly id: string },
    [early, late]: readonly [CivilDate, CivilDate],
    [least, most]: readonly [number, number],
  ): StoredEvent[] {
    const asked = { programme, kind, id, early, late, lastDay: dayNumber(late), least, most };
    return entriesIn(this.statements.behind.all(asked));
  }

  /** The streams that hold these kinds of things, as SQL needs them: `{programme}/{kind}%`. */
  laterEntries(programme: string, streams: readonly string[], moment: Moment, most?: number): StoredEvent[] {
    return this.entriesOf(this.numbersOfLater(programme, streams, moment), most);
  }

  /** How many later entries there are. */
  countLaterEntries(programme: string, streams: readonly string[], moment: Moment): number {
    return this.numbersOfLater(programme, streams, moment).length;
  }

  /** Entries in the answer that were recorded after the end of `asAt`. */
  recordedAfterwards(
    programme: string,
    streams: readonly string[],
    moment: Moment,
    most?: number,
  ): StoredEvent[] {
    return this.entriesOf(this.numbersOfAfterwards(programme, streams, moment), most);
  }

  /** How many entries in the answer were recorded afterwards. */
  countRecordedAfterwards(programme: string, streams: readonly string[], moment: Moment): number {
    return this.numbersOfAfterwards(programme, streams, moment).length;
  }

  /**
   * What was recorded of a thing, in log order, struck entries included.
   *
   * @param limits `effects` adds the entries that changed the thing through another that they are about, as a budget
   * reported late for a unit changes the unit it was merged into; `ids` leaves only those entries; `narrowed` only those
   * that are like it
   */
  history(
    programme: string,
    which: { readonly id?: string; readonly kind?: string },
    moment: Moment,
    limits: {
      readonly upTo?: CivilDate;
      readonly after?: number;
      readonly most: number;
      readonly effects?: true;
      readonly ids?: readonly string[];
      readonly narrowed?: NarrowedTo;
    },
  ): HistoryEntry[] {
    const { after = 0, upTo = '9999', most, narrowed = {} } = limits;
    const { type = null, decision = null, of, recordedFrom, recordedTo } = narrowed;
    const asked = {
      ...{ p1: programme, p4: moment.seq, p5: after, p6: upTo, p7: most, type, decision },
      of: of === undefined ? null : `${programme}/${of}`,
      since: recordedFrom === undefined ? '' : startOfDayInLondon(recordedFrom),
      until: recordedTo === undefined ? '9999' : endOfDayInLondon(recordedTo),
    };
    const ids = limits.ids ? JSON.stringify(limits.ids) : null;
    let rows: readonly Recorded[];
    if (which.id !== undefined) {
      const about = limits.effects ? 0 : 1;
      rows = this.statements.history.all({
        ...asked,
        p2: which.id,
        p3: which.kind ?? null,
        p8: ids,
        p9: about,
      });
    } else {
      rows = ids === null ? this.statements.log.all(asked) : this.statements.ofIds.all({ ...asked, p8: ids });
    }
    return this.toHistory(rows, moment);
  }

  /** What was recorded in a programme after a position, in log order: for whoever had read the record up to there. */
  recordedAfter(programme: string, position: Position, most: number): StoredEvent[] {
    const now = this.moments.at(latestDate);
    const after = this.moments.upTo(now, position).seq;
    return this.history(programme, {}, now, { after, most }).map(({ entry }) => entry);
  }

  /**
   * What is believed at the moment of each stream of a kind, stream after stream: its entries in fold order up to the end
   * of `asAt`. For a view that must name the entries behind its figures.
   */
  *believed(programme: string, kind: string, moment: Moment): Iterable<readonly StoredEvent[]> {
    const definition = streamOfKind(kind);
    if (!definition) return;
    const name = `${programme}/${kind}`;
    let entries: StoredEvent[] = [];
    for (const row of this.statements.ofStreams.iterate(
      programme,
      moment.seq,
      name,
      `${name}/`,
      `${name}0`,
    )) {
      const entry = entryIn(row);
      if (entries.length > 0 && entries[0]?.stream !== entry.stream) {
        yield standing(definition, entries, moment.asAt);
        entries = [];
      }
      entries.push(entry);
    }
    if (entries.length > 0) yield standing(definition, entries, moment.asAt);
  }

  /** What is believed at the moment of one stream: its entries in fold order up to the end of `asAt`. */
  believedIn(programme: string, stream: string, moment: Moment): readonly StoredEvent[] {
    const definition = streamOfKind(parseStreamName(stream)?.kind ?? '');
    const entries = entriesIn(this.statements.ofStreams.all(programme, moment.seq, stream, '', ''));
    return definition ? standing(definition, entries, moment.asAt) : [];
  }

  /** An entry by its id, whatever is known. */
  entry(id: string): StoredEvent | undefined {
    const row = this.statements.entry.get(id);
    return row && entryIn(row);
  }

  /** Whether an entry is struck, by all that is known. */
  isStruck(id: string): boolean {
    const row = this.statements.struck.get(id);
    return row !== undefined && row.struck_seq !== null;
  }

  /** The entries that another entry caused and that are believed at the moment, in log order. */
  caused(programme: string, { seq, asAt }: Moment): StoredEvent[] {
    return entriesIn(this.statements.everyCaused.all(programme, seq, asAt, seq));
  }

  /** The entries that an entry led to and that are on the record at the moment, in log order. */
  causedBy(programme: string, id: string, moment: Moment): StoredEvent[] {
    return entriesIn(this.statements.caused.all(programme, id, moment.seq));
  }

  /** The strike that an entry was recorded with, in one append, in the place of what was struck; undefined where there was none. */
  strikeWith({ id, stream, commandId }: StoredEvent): StoredEvent | undefined {
    const seq = this.statements.seqOf.get(id) ?? 0;
    // The entries of an append stand together, and a strike comes first.
    for (let before = seq - 1; before > 0; before--) {
      const entry = this.entryAt(before);
      if (entry?.stream !== stream || entry.commandId !== commandId) return undefined;
      if (entry.type === entryStruck) return entry;
    }
    return undefined;
  }

  /** Every entry of the append in which an entry was recorded, itself included, in log order. */
  recordedWith({ id, stream, commandId }: StoredEvent): StoredEvent[] {
    const seq = this.statements.seqOf.get(id) ?? 0;
    const within = (at: number): StoredEvent[] => {
      const entry = this.entryAt(at);
      return entry?.stream === stream && entry.commandId === commandId ? [entry] : [];
    };
    // The entries of an append stand together.
    let first = seq;
    while (within(first - 1).length > 0) first -= 1;
    const together: StoredEvent[] = [];
    for (let at = first; within(at).length > 0; at++) together.push(...within(at));
    return together;
  }

  /** The ids of the entries a command recorded, in order. */
  entriesOfCommand(programme: string, commandId: string): StoredEvent[] {
    return entriesIn(this.statements.ofCommand.all(programme, commandId));
  }

  /**
   * What a batch has recorded, in log order, and the position of what came before it in the whole log. Undefined where
   * it recorded nothing. The ids of its commands are its own, a slash, and theirs within it.
   */
  ofBatch(
    programme: string,
    batch: string,
  ): { readonly entries: readonly StoredEvent[]; readonly after: string | undefined } | undefined {
    const rows = this.statements.ofBatch.all({ programme, from: `${batch}/`, to: `${batch}0` });
    const entries = entriesIn(rows);
    const first = rows[0];
    return first && { entries, after: this.moments.standsAt(first.seq - 1)?.position };
  }

  /** The entries that follow from a decision and are believed at the moment. */
  followingFrom(programme: string, decision: string, moment: Moment): StoredEvent[] {
    const openedFor = this.gateOpenedFor(programme, { ...moment, asAt: latestDate });
    return entriesIn(this.statements.following.all({ programme, decision, seq: moment.seq })).filter(
      (entry) => envelopeOf(entry).decision === decision || openedFor(entry) === decision,
    );
  }

  /**
   * The entries in the answer that stand on a decision and are not its own, by the decision that they follow from and in
   * the order of days: each with that decision and with the one that opened the gate it passed.
   */
  standingOnDecisions(programme: string, moment: Moment): StandingOn[] {
    const openedFor = this.gateOpenedFor(programme, moment);
    return this.inAnswer(this.statements.standing, programme, moment)
      .map(({ entry }) => {
        const decisions = [envelopeOf(entry).decision, openedFor(entry)];
        return { entry, decisions: [...new Set(decisions.filter((id) => id !== undefined))] };
      })
      .filter(({ decisions }) => decisions.length > 0);
  }

  /** Which decision opened the gate that an entry in the answer passed; each review is folded once, and only when asked for. */
  private gateOpenedFor(programme: string, moment: Moment): (entry: StoredEvent) => string | undefined {
    const known = new Map<string, ReadonlyMap<string, string>>();
    return ({ id, stream, type }) => {
      if (!passesGates.has(type)) return undefined;
      const opened = known.get(stream) ?? gatesOpened(this.believedIn(programme, stream, moment));
      known.set(stream, opened);
      return opened.get(id);
    };
  }

  /** The entries in the answer that set a rule aside, in log order. */
  withException(programme: string, moment: Moment): StoredEvent[] {
    return this.inAnswer(this.statements.excepted, programme, moment).map(({ entry }) => entry);
  }

  /** The entries in the answer for which other streams were read, in log order, with their numbers in the log. */
  withFactsRead(programme: string, moment: Moment): HistoryEntry[] {
    return this.inAnswer(this.statements.basedOn, programme, moment);
  }

  /** How many entries there are for which other streams were read, of whatever day and struck ones with them. */
  countWithFactsRead(programme: string, { seq }: Moment): number {
    return this.statements.countBasedOn.get(programme, seq) ?? 0;
  }

  /** The number in the log of the last entry of a stream that is known at a moment; 0 where there is none. */
  lastIn(stream: string, { seq }: Moment): number {
    return this.statements.lastIn.get(stream, seq) ?? 0;
  }

  /** What a stream held before an entry was recorded, by its number in the log: in log order, struck entries included. */
  streamBefore(stream: string, seq: number): StoredEvent[] {
    return entriesIn(this.statements.streamBefore.all(stream, seq));
  }

  /** The position of that entry; undefined where there is none. */
  positionOfLastIn(stream: string, moment: Moment): string | undefined {
    return this.moments.standsAt(this.lastIn(stream, moment))?.position;
  }

  private inAnswer(
    statement: ReturnType<typeof prepare>['standing'],
    programme: string,
    { seq, asAt }: Moment,
  ): HistoryEntry[] {
    const rows = statement.all({ programme, seq, asAt });
    return rows.map((row) => ({ seq: row.seq, entry: entryIn(row) }));
  }

  private toHistory(rows: readonly Recorded[], moment: Moment): HistoryEntry[] {
    return rows.map(({ seq, stored, struck_seq }) => {
      const struckBy = struck_seq !== null && struck_seq <= moment.seq ? this.entryAt(struck_seq) : undefined;
      return { seq, entry: entryIn({ stored }), ...(struckBy && { struckBy }) };
    });
  }

  private entryAt(seq: number): StoredEvent | undefined {
    const row = this.statements.entryAt.get(seq);
    return row && entryIn(row);
  }

  private numbersOfLater(programme: string, streams: readonly string[], { knownAt, seq, asAt }: Moment) {
    return knownAt === undefined ? [] : numbersIn(this.statements.later.all(programme, seq, asAt), streams);
  }

  private numbersOfAfterwards(programme: string, streams: readonly string[], { seq, asAt }: Moment) {
    const rows = this.statements.afterwards.all(programme, endOfDayInLondon(asAt), seq, asAt, seq);
    return numbersIn(rows, streams);
  }

  /** Entries by their numbers in the log; no more than so many of them. */
  private entriesOf(numbers: readonly number[], most = numbers.length): StoredEvent[] {
    return numbers.slice(0, most).flatMap((seq) => this.entryAt(seq) ?? []);
  }
}

/** The numbers of the entries of some streams, or of all where none is named. */
function numbersIn(
  rows: readonly { readonly seq: number; readonly stream: string }[],
  streams: readonly string[],
): number[] {
  return rows
    .filter(
      ({ stream }) => streams.length === 0 || streams.some((s) => stream === s || stream.startsWith(`${s}/`)),
    )
    .map(({ seq }) => seq);
}

/** Rules that fold nothing: for the order of entries alone. */
const orderAlone = { evolve: () => [], permits: () => undefined, touches: () => [] };

/** The entries of a stream that no strike of it has removed, in fold order up to the end of a day. */
function standing(definition: AnyStream, entries: readonly StoredEvent[], asAt: CivilDate): StoredEvent[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const logged = entries.map((entry) => loggedOf(definition, entry));
  const order = Timeline.of<AnyPart, DomainEvent>(orderAlone, logged);
  return order
    .inFoldOrder([...byId.keys()])
    .filter(({ id, effectiveOn }) => effectiveOn <= asAt && !order.isStruck(id))
    .flatMap(({ id }) => byId.get(id) ?? []);
}

function entryIn({ stored }: Stored): StoredEvent {
  return JSON.parse(stored) as StoredEvent;
}

const entriesIn = (rows: readonly Stored[]): StoredEvent[] => rows.map(entryIn);
