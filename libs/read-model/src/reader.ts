import {
  dayNumber,
  endOfDayInLondon,
  latestDate,
  londonDate,
  startOfDayInLondon,
  type CivilDate,
  type Instant,
} from '#calendar';
import type { Position, StoredEvent } from '#event-store';
import {
  entryStruck,
  isTaken,
  lookUpKinds,
  parseStreamName,
  streamOfKind,
  type AnyPart,
  type AnyStream,
  type DecisionPart,
  type DomainEvent,
  type TakenDecision,
} from '#programme';
import { loggedOf } from '#recording';
import { same, Timeline } from '#timeline';
import { gatesOpened } from './gates-opened.js';
import type { ReadModel } from './read-model.js';
import { afterDay, dayOfKey, opensGate, passesGate, passesGates, takenOnOf, versionKey } from './tables.js';

/** The pair every question is, with what is known resolved once to a number in the log. Design section 1.2. */
export interface Moment {
  readonly asAt: CivilDate;
  /** As asked: an instant, a date, or undefined for the end of the log. */
  readonly knownAt: Instant | CivilDate | undefined;
  /** The last entry known, counted from 1; 0 where nothing was. */
  readonly seq: number;
  /** The position of that entry. */
  readonly position: string | null;
  /** The number of the day on which it was recorded, in London; where everything is known, the last of all days. */
  readonly recordedBy: number;
}

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

/** A decision as the register shows it. */
export interface RegisteredDecision {
  readonly part: TakenDecision;
  /** The day from which it holds, where that is later than the date asked for. */
  readonly holdsFrom: CivilDate | null;
}

/** A thing's number never changes, nor the first entry about it. */
interface Thing {
  readonly number: number;
  readonly first_seq: number;
}

/** How many things are remembered by their names. */
const mostThings = 100_000;

/**
 * What is looked for: entries known at `seq`, of days up to `asAt`. Nothing recorded by then holds from a day after
 * `day` but what was recorded ahead of it.
 */
const boundsOf = ({ asAt, seq, recordedBy }: Moment) => ({
  seq,
  asAt: dayNumber(asAt),
  day: Math.min(dayNumber(asAt), recordedBy),
});

/** The last version of a thing, in SQL: of days after `from` and up to `to`, known at `@seq`. */
const lastVersion = (thing: string, from: string, to: string, ahead = '', what = 'part') =>
  `SELECT ${what} FROM version WHERE key >= ((${thing} << 20) | ${from}) << 19 AND key < (((${thing} << 20) | ${to}) + 1) << 19
     AND known_from <= @seq AND known_to > @seq ${ahead} ORDER BY key DESC LIMIT 1`;
const upTo = (thing: string) => lastVersion(thing, '0', '@day');
const aheadOf = (thing: string) => lastVersion(thing, '(@day + 1)', '@asAt', 'AND ahead = 1');
const listOf = (part: string) =>
  `SELECT ${part} FROM thing WHERE programme = @programme AND kind = @kind AND first_seq <= @seq ORDER BY id`;

/** The nearest day of change of a programme, in SQL: one seek for each of its streams. */
const nearestDay = (nearest: 'max' | 'min', which: string, order: 'DESC' | 'ASC') =>
  `SELECT ${nearest}((SELECT effective_on FROM entry WHERE entry.stream = of.stream AND effective_on ${which} AND seq <= @seq
       AND (struck_seq IS NULL OR struck_seq > @seq) AND type <> 'EntryStruck' ORDER BY effective_on ${order} LIMIT 1))
     FROM (SELECT DISTINCT stream FROM thing WHERE programme = @programme) AS of`;

/** Reads the read model as at a date and as known on a date. */
export class Reader {
  private readonly statements: ReturnType<typeof prepare>;
  private readonly things = new Map<string, Thing>();

  constructor(model: ReadModel) {
    this.statements = prepare(model);
  }

  /** The moment a question means: `knownAt` as a date is the end of that day in London. */
  moment(asAt: CivilDate, knownAt?: Instant | CivilDate): Moment {
    let row: { seq: number; position: string; recorded_at?: Instant } | undefined;
    if (knownAt === undefined) {
      row = this.statements.head.get() as typeof row;
    } else {
      const until = knownAt.length === 10 ? endOfDayInLondon(knownAt as CivilDate) : knownAt;
      row = this.statements.headAt.get({ until }) as typeof row;
    }
    const recordedBy = dayNumber(row?.recorded_at ? londonDate(row.recorded_at) : latestDate);
    return { asAt, knownAt, seq: row?.seq ?? 0, position: row?.position ?? null, recordedBy };
  }

  /** A moment with no more known than up to a position, whatever it knew; at that position exactly where it knew more. */
  upTo(moment: Moment, position: string): Moment {
    // Positions compare as text in the order of the log, and seq counts it without a gap.
    let known = 0;
    let unknown = moment.seq + 1;
    while (unknown - known > 1) {
      const middle = (known + unknown) >> 1;
      const at = this.standsAt(middle)?.position;
      if (at !== undefined && at <= position) known = middle;
      else unknown = middle;
    }
    return this.before(moment, known + 1);
  }

  /** A moment with no more known than what came before an entry, by its number in the log. */
  before(moment: Moment, seq: number): Moment {
    const last = this.standsAt(seq - 1);
    const recordedBy = dayNumber(last ? londonDate(last.recorded_at) : latestDate);
    return { ...moment, seq: seq - 1, position: last?.position ?? null, recordedBy };
  }

  /** When the last entry that a moment knows was recorded. */
  lastRecorded({ seq }: Moment): Instant | undefined {
    return this.standsAt(seq)?.recorded_at;
  }

  /** Whether any entry of a thing was recorded by then, and what it was; `part` is undefined where it does not exist yet. */
  one(
    programme: string,
    kind: string,
    id: string,
    moment: Moment,
  ): { known: boolean; part: AnyPart | undefined } {
    const thing = this.thing(programme, kind, id);
    if (!thing || thing.first_seq > moment.seq) return { known: false, part: undefined };
    const text = this.partOf(thing.number, moment);
    return { known: true, part: text === undefined ? undefined : (JSON.parse(text) as AnyPart) };
  }

  /**
   * A thing as at any day, with what is known at a moment. Its history is read once, for whoever asks of the same few
   * things on thousands of days; each answer is that of `one`.
   */
  throughTime(
    programme: string,
    kind: string,
    id: string,
    { seq }: Moment,
  ): (on: CivilDate) => AnyPart | undefined {
    const thing = this.thing(programme, kind, id);
    if (!thing || thing.first_seq > seq) return () => undefined;
    const { number } = thing;
    const rows = this.statements.knownVersions.all({
      from: versionKey(number, 0),
      to: versionKey(number + 1, 0),
      seq,
    }) as { key: bigint; part: string }[];
    const versions = rows.map(({ key, part }) => ({ day: dayOfKey(key), part }));
    const read = new Map<string, AnyPart>();
    return (on) => {
      const day = dayNumber(on);
      const text = versions.findLast((version) => version.day <= day)?.part;
      if (text === undefined) return undefined;
      const part = read.get(text) ?? (JSON.parse(text) as AnyPart);
      read.set(text, part);
      return part;
    };
  }

  /** Every thing of a kind that exists at the moment, by id. */
  list<Part extends AnyPart>(programme: string, kind: string, moment: Moment): Part[] {
    const { listed, listedAhead } = this.statements;
    const asked = { programme, kind, ...boundsOf(moment) };
    const texts = (asked.day < asked.asAt ? listedAhead : listed).all(asked) as (string | null)[];
    // One text is read faster than thousands.
    return JSON.parse(`[${texts.filter((text) => text !== null).join(',')}]`) as Part[];
  }

  /**
   * The register of decisions: those taken by then, newest first. One that holds only from a later day is shown as it
   * will be, with that day. With `words`, only those whose record as it is shown holds each of them, or begins a word
   * with it.
   */
  register(programme: string, moment: Moment, words?: string): RegisteredDecision[] {
    const matching = words === undefined ? undefined : this.matching(words);
    return this.lastOfDecisions(programme, moment)
      .flatMap(({ thing, isNow, key, part }) => {
        if (!isTaken(part) || part.takenOn > moment.asAt) return [];
        const last = { key, part };
        const now = isNow ? last : this.takenVersion(thing, moment.asAt, moment);
        const shown = now ?? this.takenVersion(thing, last.part.recorded.on, moment) ?? last;
        if (matching && !matching.has(shown.key)) return [];
        return [{ part: shown.part, holdsFrom: now ? null : last.part.recorded.on }];
      })
      .sort(({ part: a }, { part: b }) => compare(b.takenOn, a.takenOn) || compare(a.id, b.id));
  }

  /**
   * The last day by the moment on which a decision was taken, among the makers that are asked for. Read from the end of
   * the days, so that it costs what lies after it and not the whole register. A day known by its month only is none.
   */
  lastTakenOn(
    programme: string,
    { asAt, seq }: Moment,
    isAsked: (maker: string) => boolean,
  ): CivilDate | undefined {
    const rows = this.statements.taken.iterate({ programme, asAt, seq }) as Iterable<{
      taken_on: CivilDate;
      maker: string;
    }>;
    for (const { taken_on, maker } of rows) if (isAsked(maker)) return taken_on;
    return undefined;
  }

  /** What differs between two moments, thing by thing and field by field, with the entries behind it. */
  changes(programme: string, before: Moment, after: Moment) {
    const most = Math.max(before.seq, after.seq);
    const least = Math.min(before.seq, after.seq);
    const [early, late] = before.asAt <= after.asAt ? [before.asAt, after.asAt] : [after.asAt, before.asAt];
    return (this.statements.allThings.all(programme, most) as { kind: string; id: string }[]).flatMap(
      ({ kind, id }) => {
        if (lookUpKinds.has(kind)) return [];
        const was = this.one(programme, kind, id, before).part as Record<string, unknown> | undefined;
        const is = this.one(programme, kind, id, after).part as Record<string, unknown> | undefined;
        const names = new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})]);
        const fields = [...names]
          .filter((name) => !same(was?.[name], is?.[name]))
          .map((field) => ({ field, before: was?.[field] ?? null, after: is?.[field] ?? null }));
        if (fields.length === 0) return [];
        const entries = this.behind(programme, { kind, id }, [early, late], [least, most]);
        return [
          { kind, id, existedBefore: was !== undefined, existsAfter: is !== undefined, fields, entries },
        ];
      },
    );
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
    return (this.statements.behind.all(asked) as { stored: string }[]).map(
      ({ stored }) => JSON.parse(stored) as StoredEvent,
    );
  }

  /** The nearest day before or after `asAt` from which an entry believed at the moment holds; undefined where there is none. */
  changeDay(programme: string, side: 'before' | 'after', { asAt, seq }: Moment): CivilDate | undefined {
    const statement = side === 'before' ? this.statements.changeBefore : this.statements.changeAfter;
    return (statement.get({ programme, asAt, seq }) as CivilDate | null) ?? undefined;
  }

  /** Whether anything of the programme was recorded by then. */
  knows(programme: string, moment: Moment): boolean {
    const row = this.statements.thing.get(programme, 'programme', programme) as
      { first_seq: number } | undefined;
    return row !== undefined && row.first_seq <= moment.seq;
  }

  programmes(moment: Moment): string[] {
    return (this.statements.programmes.all(moment.seq) as { id: string }[]).map(({ id }) => id);
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
    let rows: unknown[];
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
    const now = this.moment(latestDate);
    const after = this.upTo(now, position).seq;
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
    ) as Iterable<{ stored: string }>) {
      const entry = JSON.parse(row.stored) as StoredEvent;
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
    const rows = this.statements.ofStreams.all(programme, moment.seq, stream, '', '') as { stored: string }[];
    const entries = rows.map(({ stored }) => JSON.parse(stored) as StoredEvent);
    return definition ? standing(definition, entries, moment.asAt) : [];
  }

  /** The kinds of thing an id names among what was recorded by then. */
  kindsOf(programme: string, id: string, moment: Moment): string[] {
    return (this.statements.kinds.all(programme, id, moment.seq) as { kind: string }[])
      .map(({ kind }) => kind)
      .filter((kind) => !lookUpKinds.has(kind));
  }

  /** An entry by its id, whatever is known. */
  entry(id: string): StoredEvent | undefined {
    const row = this.statements.entry.get(id) as { stored: string } | undefined;
    return row && (JSON.parse(row.stored) as StoredEvent);
  }

  /** Whether an entry is struck, by all that is known. */
  isStruck(id: string): boolean {
    const row = this.statements.struck.get(id) as { struck_seq: number | null } | undefined;
    return row !== undefined && row.struck_seq !== null;
  }

  /** The entries that another entry caused and that are believed at the moment, in log order. */
  caused(programme: string, { seq, asAt }: Moment): StoredEvent[] {
    return (this.statements.everyCaused.all(programme, seq, asAt, seq) as { stored: string }[]).map(
      ({ stored }) => JSON.parse(stored) as StoredEvent,
    );
  }

  /** The entries that an entry led to and that are on the record at the moment, in log order. */
  causedBy(programme: string, id: string, moment: Moment): StoredEvent[] {
    return (this.statements.caused.all(programme, id, moment.seq) as { stored: string }[]).map(
      ({ stored }) => JSON.parse(stored) as StoredEvent,
    );
  }

  /** The strike that an entry was recorded with, in one append, in the place of what was struck; undefined where there was none. */
  strikeWith({ id, stream, commandId }: StoredEvent): StoredEvent | undefined {
    const { seq = 0 } = (this.statements.seqOf.get(id) ?? {}) as { seq?: number };
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
    const { seq = 0 } = (this.statements.seqOf.get(id) ?? {}) as { seq?: number };
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
    return (this.statements.ofCommand.all(programme, commandId) as { stored: string }[]).map(
      ({ stored }) => JSON.parse(stored) as StoredEvent,
    );
  }

  /**
   * What a batch has recorded, in log order, and the position of what came before it in the whole log. Undefined where
   * it recorded nothing. The ids of its commands are its own, a slash, and theirs within it.
   */
  ofBatch(
    programme: string,
    batch: string,
  ): { readonly entries: readonly StoredEvent[]; readonly after: string | undefined } | undefined {
    const rows = this.statements.ofBatch.all({ programme, from: `${batch}/`, to: `${batch}0` }) as {
      seq: number;
      stored: string;
    }[];
    const entries = rows.map(({ stored }) => JSON.parse(stored) as StoredEvent);
    const first = rows[0];
    return first && { entries, after: this.standsAt(first.seq - 1)?.position };
  }

  /** The entries that follow from a decision and are believed at the moment. */
  followingFrom(programme: string, decision: string, moment: Moment): StoredEvent[] {
    const openedFor = this.gateOpenedFor(programme, { ...moment, asAt: latestDate });
    return (this.statements.following.all({ programme, decision, seq: moment.seq }) as { stored: string }[])
      .map(({ stored }) => JSON.parse(stored) as StoredEvent)
      .filter((entry) => entry.envelope['decision'] === decision || openedFor(entry) === decision);
  }

  /**
   * The entries in the answer that stand on a decision and are not its own, by the decision that they follow from and in
   * the order of days: each with that decision and with the one that opened the gate it passed.
   */
  standingOnDecisions(programme: string, moment: Moment): StandingOn[] {
    const openedFor = this.gateOpenedFor(programme, moment);
    return this.inAnswer(this.statements.standing, programme, moment)
      .map(({ entry }) => {
        const decisions = [entry.envelope['decision'] as string | undefined, openedFor(entry)];
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
    return this.statements.countBasedOn.get(programme, seq) as number;
  }

  /** The number in the log of the last entry of a stream that is known at a moment; 0 where there is none. */
  lastIn(stream: string, { seq }: Moment): number {
    return (this.statements.lastIn.get(stream, seq) as number | null) ?? 0;
  }

  /** What a stream held before an entry was recorded, by its number in the log: in log order, struck entries included. */
  streamBefore(stream: string, seq: number): StoredEvent[] {
    return (this.statements.streamBefore.all(stream, seq) as { stored: string }[]).map(
      ({ stored }) => JSON.parse(stored) as StoredEvent,
    );
  }

  /** The position of that entry; undefined where there is none. */
  positionOfLastIn(stream: string, moment: Moment): string | undefined {
    return this.standsAt(this.lastIn(stream, moment))?.position;
  }

  private inAnswer(
    statement: ReturnType<typeof prepare>['standing'],
    programme: string,
    { seq, asAt }: Moment,
  ): HistoryEntry[] {
    const rows = statement.all({ programme, seq, asAt }) as { seq: number; stored: string }[];
    return rows.map((row) => ({ seq: row.seq, entry: JSON.parse(row.stored) as StoredEvent }));
  }

  private thing(programme: string, kind: string, id: string): Thing | undefined {
    const name = `${programme}/${kind}/${id}`;
    const remembered = this.things.get(name);
    if (remembered) return remembered;
    const found = this.statements.thing.get(programme, kind, id) as Thing | undefined;
    if (found) {
      if (this.things.size >= mostThings) this.things.clear();
      this.things.set(name, found);
    }
    return found;
  }

  private partOf(number: number, moment: Moment): string | undefined {
    const { version, versionAhead } = this.statements;
    const asked = { number, ...boundsOf(moment) };
    const ahead = asked.day < asked.asAt ? (versionAhead.get(asked) as string | undefined) : undefined;
    return ahead ?? (version.get(asked) as string | undefined);
  }

  private toHistory(rows: unknown[], moment: Moment): HistoryEntry[] {
    return (rows as { seq: number; stored: string; struck_seq: number | null }[]).map(
      ({ seq, stored, struck_seq }) => {
        const struckBy =
          struck_seq !== null && struck_seq <= moment.seq ? this.entryAt(struck_seq) : undefined;
        return { seq, entry: JSON.parse(stored) as StoredEvent, ...(struckBy && { struckBy }) };
      },
    );
  }

  /** The last version of every decision that is known, whatever day it is of, and whether it holds at the moment. */
  private lastOfDecisions(programme: string, { asAt, seq }: Moment) {
    const asked = { programme, kind: 'decision', seq, latest: dayNumber(latestDate) };
    const rows = this.statements.lastVersions.all(asked) as { thing: bigint; key: bigint; part: string }[];
    const day = dayNumber(asAt);
    // One text is read faster than thousands.
    const parts = JSON.parse(`[${rows.map(({ part }) => part).join(',')}]`) as DecisionPart[];
    return rows.map(({ thing, key }, at) => ({
      thing: Number(thing),
      isNow: dayOfKey(key) <= day,
      key,
      part: parts[at] as DecisionPart,
    }));
  }

  /** A decision as it was, where it was taken and not only on its way. */
  private takenVersion(thing: number, asAt: CivilDate, moment: Moment) {
    const row = this.statements.keyedVersion.get(
      versionKey(thing, 0),
      afterDay(thing, dayNumber(asAt)),
      moment.seq,
      moment.seq,
    ) as { key: bigint; part: string } | undefined;
    const part = row && (JSON.parse(row.part) as DecisionPart);
    return row && isTaken(part) ? { key: row.key, part } : undefined;
  }

  /** The versions of decisions that hold every word: whoever asks picks those that hold at a moment. */
  private matching(words: string): ReadonlySet<bigint> {
    const query = words
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map((word) => `"${word}"*`)
      .join(' ');
    if (!query) return new Set();
    const rows = this.statements.search.all(query) as { key: bigint }[];
    return new Set(rows.map(({ key }) => key));
  }

  /** Where and when an entry was recorded, by its number in the log. */
  private standsAt(seq: number): { readonly position: string; readonly recorded_at: Instant } | undefined {
    return this.statements.standsAt.get({ seq }) as { position: string; recorded_at: Instant } | undefined;
  }

  private entryAt(seq: number): StoredEvent | undefined {
    const row = this.statements.entryAt.get(seq) as { stored: string } | undefined;
    return row && (JSON.parse(row.stored) as StoredEvent);
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
function numbersIn(rows: unknown[], streams: readonly string[]): number[] {
  return (rows as { seq: number; stream: string }[])
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

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The entries in the answer to a question of which something more is true, in SQL. */
const inAnswer = (more: string, order = 'seq') =>
  `SELECT seq, stored FROM entry WHERE programme = @programme AND seq <= @seq AND effective_on <= @asAt
     AND type <> 'EntryStruck' AND (struck_seq IS NULL OR struck_seq > @seq) AND ${more} ORDER BY ${order}`;

/** What a history is narrowed to, in SQL. */
const likeThat = (entry: string) =>
  `AND (@type IS NULL OR ${entry}type = @type) AND (@decision IS NULL OR ${entry}decision = @decision)
     AND (@of IS NULL OR ${entry}stream = @of OR (${entry}stream > @of || '/' AND ${entry}stream < @of || '0'))
     AND ${entry}recorded_at >= @since AND ${entry}recorded_at <= @until`;

/** The kinds that are no things, in SQL. */
const noThings = [...lookUpKinds].map((kind) => `'${kind}'`).join(', ');

function prepare({ database }: ReadModel) {
  return {
    head: database.prepare('SELECT seq, position FROM checkpoint'),
    // An entry that is held back has its place in the log all the same: what is known counts it.
    headAt: database.prepare(
      `SELECT * FROM (SELECT seq, position, recorded_at FROM entry WHERE recorded_at <= @until ORDER BY recorded_at DESC, seq DESC LIMIT 1)
       UNION ALL
       SELECT * FROM (SELECT seq, position, recorded_at FROM held WHERE recorded_at <= @until ORDER BY seq DESC LIMIT 1)
       ORDER BY seq DESC LIMIT 1`,
    ),
    thing: database.prepare(
      'SELECT number, first_seq FROM thing WHERE programme = ? AND kind = ? AND id = ?',
    ),
    allThings: database.prepare(
      'SELECT kind, id FROM thing WHERE programme = ? AND first_seq <= ? ORDER BY kind, id',
    ),
    kinds: database.prepare(
      'SELECT kind FROM thing WHERE programme = ? AND id = ? AND first_seq <= ? ORDER BY kind',
    ),
    version: database.prepare(upTo('@number')).pluck(),
    versionAhead: database.prepare(aheadOf('@number')).pluck(),
    listed: database.prepare(listOf(`(${upTo('thing.number')})`)).pluck(),
    listedAhead: database
      .prepare(listOf(`coalesce((${aheadOf('thing.number')}), (${upTo('thing.number')}))`))
      .pluck(),
    changeBefore: database.prepare(nearestDay('max', '< @asAt', 'DESC')).pluck(),
    changeAfter: database.prepare(nearestDay('min', '> @asAt', 'ASC')).pluck(),
    programmes: database.prepare(
      `SELECT id FROM thing WHERE kind = 'programme' AND first_seq <= ? ORDER BY first_seq`,
    ),
    later: database.prepare(
      'SELECT seq, stream FROM entry WHERE programme = ? AND seq > ? AND changes_from <= ? ORDER BY seq',
    ),
    afterwards: database.prepare(
      `SELECT seq, stream FROM entry WHERE programme = ? AND recorded_at > ? AND seq <= ? AND changes_from <= ?
         AND (struck_seq IS NULL OR struck_seq > ?) ORDER BY seq`,
    ),
    log: database.prepare(
      `SELECT seq, stored, struck_seq FROM entry
       WHERE programme = @p1 AND seq <= @p4 AND seq > @p5 AND effective_on <= @p6 ${likeThat('')} ORDER BY seq LIMIT @p7`,
    ),
    ofIds: database.prepare(
      `SELECT seq, stored, struck_seq FROM entry WHERE id IN (SELECT value FROM json_each(@p8))
         AND programme = @p1 AND seq <= @p4 AND seq > @p5 AND effective_on <= @p6 ${likeThat('')} ORDER BY seq LIMIT @p7`,
    ),
    history: database.prepare(
      `SELECT DISTINCT e.seq, e.stored, e.struck_seq FROM thing t JOIN touch ON touch.thing = t.number JOIN entry e ON e.seq = touch.seq
       WHERE t.programme = @p1 AND t.id = @p2 AND (@p3 IS NULL OR t.kind = @p3) AND t.kind NOT IN (${noThings}) AND e.seq <= @p4 AND e.seq > @p5 AND e.effective_on <= @p6
         AND touch.about >= @p9
         AND (@p8 IS NULL OR e.id IN (SELECT value FROM json_each(@p8))) ${likeThat('e.')}
       ORDER BY e.seq LIMIT @p7`,
    ),
    behind: database.prepare(
      `SELECT e.stored FROM thing t JOIN touch ON touch.thing = t.number JOIN entry e ON e.seq = touch.seq
       WHERE t.programme = @programme AND t.kind = @kind AND t.id = @id AND e.seq <= @most AND touch.from_day <= @lastDay
         AND (e.seq > @least OR (e.effective_on > @early AND e.effective_on <= @late AND e.type <> 'EntryStruck'
           AND (e.struck_seq IS NULL OR e.struck_seq > @least)))
       ORDER BY e.seq`,
    ),
    ofStreams: database.prepare(
      `SELECT stored FROM entry WHERE programme = ? AND seq <= ? AND (stream = ? OR (stream >= ? AND stream < ?))
       ORDER BY stream, revision`,
    ),
    entry: database.prepare('SELECT stored FROM entry WHERE id = ?'),
    struck: database.prepare('SELECT struck_seq FROM entry WHERE id = ?'),
    caused: database.prepare(
      'SELECT stored FROM entry WHERE programme = ? AND caused_by = ? AND seq <= ? ORDER BY seq',
    ),
    everyCaused: database.prepare(
      `SELECT stored FROM entry WHERE programme = ? AND caused_by IS NOT NULL AND seq <= ? AND effective_on <= ?
         AND (struck_seq IS NULL OR struck_seq > ?) ORDER BY seq`,
    ),
    seqOf: database.prepare('SELECT seq FROM entry WHERE id = ?'),
    standsAt: database.prepare(
      `SELECT position, recorded_at FROM entry WHERE seq = @seq
       UNION ALL SELECT position, recorded_at FROM held WHERE seq = @seq`,
    ),
    entryAt: database.prepare('SELECT stored FROM entry WHERE seq = ?'),
    ofCommand: database.prepare(
      'SELECT stored FROM entry WHERE programme = ? AND command_id = ? ORDER BY seq',
    ),
    // From a slash up to what follows it in ASCII, and no slash after: another batch's id may begin like this one's.
    ofBatch: database.prepare(
      `SELECT seq, stored FROM entry WHERE programme = @programme AND command_id GLOB '*/*' AND command_id >= @from AND command_id < @to
         AND instr(substr(command_id, length(@from) + 1), '/') = 0 ORDER BY seq`,
    ),
    // Each side has an index of its own: joined by OR, every entry of the programme would be read for it.
    following: database.prepare(
      `SELECT stored FROM entry WHERE seq IN (
           SELECT seq FROM entry WHERE programme = @programme AND decision = @decision
           UNION SELECT seq FROM entry
             WHERE programme = @programme AND ${passesGate} AND stream IN (
               SELECT stream FROM entry WHERE programme = @programme AND decision = @decision AND ${opensGate}))
         AND seq <= @seq AND type <> 'EntryStruck' AND (struck_seq IS NULL OR struck_seq > @seq) ORDER BY effective_on, seq`,
    ),
    standing: database.prepare(
      inAnswer(
        `((decision IS NOT NULL AND stream <> programme || '/decision/' || decision)
          OR ${passesGate})`,
        'decision, effective_on, seq',
      ),
    ),
    taken: database.prepare(
      `SELECT ${takenOnOf} AS taken_on, json_extract(stored, '$.data.maker') AS maker FROM entry
       WHERE programme = @programme AND type = 'DecisionRecorded' AND ${takenOnOf} <= @asAt AND seq <= @seq
         AND (struck_seq IS NULL OR struck_seq > @seq) AND coalesce(json_extract(stored, '$.envelope.precision'), 'day') = 'day'
       ORDER BY ${takenOnOf} DESC`,
    ),
    excepted: database.prepare(inAnswer('exception IS NOT NULL')),
    basedOn: database.prepare(inAnswer('based_on IS NOT NULL')),
    countBasedOn: database
      .prepare('SELECT count(*) FROM entry WHERE programme = ? AND seq <= ? AND based_on IS NOT NULL')
      .pluck(),
    streamBefore: database.prepare('SELECT stored FROM entry WHERE stream = ? AND seq < ? ORDER BY revision'),
    lastIn: database.prepare('SELECT max(seq) FROM entry WHERE stream = ? AND seq <= ?').pluck(),
    knownVersions: database
      .prepare(
        'SELECT key, part FROM version WHERE key >= @from AND key < @to AND known_from <= @seq AND known_to > @seq ORDER BY key',
      )
      .safeIntegers(),
    lastVersions: database
      .prepare(
        `SELECT thing.number AS thing, version.key, version.part FROM thing JOIN version
           ON version.key = (${lastVersion('thing.number', '0', '@latest', '', 'key')})
         WHERE programme = @programme AND kind = @kind AND first_seq <= @seq`,
      )
      .safeIntegers(),
    keyedVersion: database
      .prepare(
        'SELECT key, part FROM version WHERE key >= ? AND key < ? AND known_from <= ? AND known_to > ? ORDER BY key DESC LIMIT 1',
      )
      .safeIntegers(),
    search: database
      .prepare('SELECT rowid AS key FROM decision_text WHERE decision_text MATCH ?')
      .safeIntegers(),
  };
}
