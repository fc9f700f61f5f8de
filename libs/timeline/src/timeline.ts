import { latestDate, type CivilDate } from '#calendar';
import {
  compareInFoldOrder,
  isStrike,
  placeOf,
  type Entry,
  type Logged,
  type Place,
  type Placed,
} from './entry.js';
import type { Parts, Refusal, Rules } from './rules.js';
import { same } from './same.js';
import { indexOf, partsOf, sameKeys, touched } from './touched.js';
import { lowerBound, Visits } from './visits.js';

/** An entry in its place, with the parts it touches as they stand after it. */
interface Placing<Part, Event> extends Placed {
  readonly entry: Entry<Event>;
  readonly effectiveOn: CivilDate;
  readonly place: Place;
  /** What the entry itself says it touches, and after that what it touches besides where it stands now. */
  touches: readonly string[];
  /** How many of them the entry itself says. */
  readonly said: number;
  /** Aligned with `touches`: the part after the entry, whether or not the entry changed it. */
  after: readonly (Part | undefined)[];
  /** Aligned with `touches`: whether the entry changed the part. */
  changes: readonly boolean[];
  /** Why the entry is not permitted where it stands, if it is not. */
  refusal: Refusal | undefined;
}

/** One change to a stream: entries to add, and ids of entries to strike, judged together by the sequence it ends in. */
export interface Change<Event> {
  readonly add: readonly Entry<Event>[];
  readonly strike?: readonly string[];
}

/**
 * Days, both inclusive, outside which a part has every value it had, from the same days on. A change that lasts reaches
 * to the last day of the calendar.
 */
export interface ChangedDays {
  from: CivilDate;
  to: CivilDate;
}

export type Judged<Event> =
  | {
      readonly permitted: true;
      readonly changed: ReadonlyMap<string, ChangedDays>;
      /** Takes the change back, exactly. Only the latest change may be undone. */
      undo(): void;
    }
  | {
      readonly permitted: false;
      readonly refusal: Refusal;
      /** The entry that the change leaves without permission: one of its own, or one recorded before. */
      readonly entry: Entry<Event>;
      readonly own: boolean;
    };

interface Refolded<Event> {
  readonly changed: ReadonlyMap<string, ChangedDays>;
  /** Only when judging: the first entry in fold order that lost its permission, where the fold stopped. */
  readonly breach?: { readonly refusal: Refusal; readonly entry: Entry<Event> };
}

/** What a stream begins with. */
const nothing: Parts<never> = { get: () => undefined };

/** A day's end as a point in fold order: after every entry of that day. */
const endOf = (day: CivilDate): Placed => ({ effectiveOn: day, place: [Number.MAX_SAFE_INTEGER] });

/**
 * The believed entries of one stream in fold order, with the state of every part after each of them, kept up to date
 * entry by entry. A late entry is folded forward only through later entries that share a part with it, and only until
 * the parts are again what they were; so a long stream costs no more a change than a short one.
 *
 * Design section 1.2 (the fold) and 1.3 (the checks).
 */
export class Timeline<Part, Event> {
  private readonly byId = new Map<string, Placing<Part, Event>>();
  private readonly struck = new Set<string>();
  private readonly byPart = new Map<string, Placing<Part, Event>[]>();

  /**
   * @param begins the parts as they stand before every entry this timeline is to hold, where it is only the end of a
   *   stream; none where it is left out
   */
  constructor(
    private readonly rules: Rules<Part, Event>,
    private readonly begins: Parts<Part> = nothing,
  ) {}

  /** The timeline of a log that is already recorded: nothing is refused, every refusal is remembered. */
  static of<Part, Event>(rules: Rules<Part, Event>, log: Iterable<Logged<Event>>): Timeline<Part, Event> {
    const timeline = new Timeline(rules);
    for (const logged of log) timeline.accept(logged);
    return timeline;
  }

  /** Takes in what is already on the record, permitted or not, and says which parts changed on which days. */
  accept(logged: Logged<Event>): ReadonlyMap<string, ChangedDays> {
    const change = isStrike(logged) ? { add: [], strike: logged.strikes } : { add: [logged] };
    return this.fold(change, false).changed;
  }

  /** Makes a change if every entry that was permitted, and every new one, is permitted in the sequence it ends in. */
  judge(change: Change<Event>): Judged<Event> {
    const { changed, undo, breach } = this.fold(change, true);
    if (!breach) return { permitted: true, changed, undo };
    undo();
    return { permitted: false, ...breach, own: change.add.includes(breach.entry) };
  }

  /** Makes a change whatever the rules say, to see what it would come to. Returns how to take it back. */
  try(change: Change<Event>): () => void {
    return this.fold(change, false).undo;
  }

  /** The entries with these ids, in fold order; an id that is not on the record is left out. */
  inFoldOrder(ids: readonly string[]): readonly Entry<Event>[] {
    const standing = ids.flatMap((id) => this.byId.get(id) ?? []);
    return standing.sort(compareInFoldOrder).map(({ entry }) => entry);
  }

  /** The state at the end of a day; with no day, after every entry there is. */
  asAt(day?: CivilDate): Parts<Part> {
    const point = day === undefined ? undefined : endOf(day);
    return { get: (key) => this.partBefore(key, point) };
  }

  /**
   * The state that an entry is decided on: just before the place it is to have. That is the place of the entry it replaces
   * where the day is the same, and else the end of its day. Design section 1.5.
   */
  before({ effectiveOn, revision, replaces }: Omit<Entry<Event>, 'id' | 'event'>): Parts<Part> {
    const replaced = replaces === undefined ? undefined : this.byId.get(replaces);
    const point = { effectiveOn, place: placeOf({ effectiveOn, revision }, replaced) };
    return { get: (key) => this.partBefore(key, point) };
  }

  /** The believed entries of a day that touch a part, in the order of their places. */
  entriesOn(day: CivilDate, key: string): readonly Entry<Event>[] {
    const line = this.byPart.get(key) ?? [];
    const entries: Entry<Event>[] = [];
    for (let i = lowerBound(line, { effectiveOn: day, place: [-1] }); i < line.length; i++) {
      const { effectiveOn, entry } = line[i] as Placing<Part, Event>;
      if (effectiveOn !== day) break;
      entries.push(entry);
    }
    return entries;
  }

  /** An entry that is on the record, struck or not. */
  entry(id: string): Entry<Event> | undefined {
    return this.byId.get(id)?.entry;
  }

  isStruck(id: string): boolean {
    return this.struck.has(id);
  }

  /** Why a believed entry is not permitted where it stands, if it is not. */
  refusalOf(id: string): Refusal | undefined {
    return this.struck.has(id) ? undefined : this.byId.get(id)?.refusal;
  }

  /** The values a part takes over the given days, one for each day on which an entry changed it: the day's last. */
  valuesByDay(key: string, days: ChangedDays): readonly (readonly [day: CivilDate, part: Part])[] {
    const line = this.byPart.get(key) ?? [];
    const values: (readonly [CivilDate, Part])[] = [];
    for (let i = lowerBound(line, { effectiveOn: days.from, place: [-1] }); i < line.length; i++) {
      const standing = line[i] as Placing<Part, Event>;
      if (standing.effectiveOn > days.to) break;
      const k = indexOf(standing.touches, key);
      if (!standing.changes[k]) continue;
      if (values.at(-1)?.[0] === standing.effectiveOn) values.pop();
      values.push([standing.effectiveOn, standing.after[k] as Part]);
    }
    return values;
  }

  private fold(change: Change<Event>, judging: boolean): Refolded<Event> & { readonly undo: () => void } {
    const undos: (() => void)[] = [];
    const undo = () => {
      for (const step of undos.splice(0).reverse()) step();
    };
    try {
      return { undo, ...this.refold(change, judging, undos) };
    } catch (fault) {
      undo();
      throw fault;
    }
  }

  private refold(change: Change<Event>, judging: boolean, undos: (() => void)[]): Refolded<Event> {
    const removed = this.takeOut(change.strike ?? [], undos);
    const added = this.putIn(change.add, undos);
    const visits = new Visits([...removed, ...added]);
    const changed = new Map<string, ChangedDays>();
    /** What a part was, while its value at the point the visits have reached is no longer that. */
    const formerly = new Map<string, Part | undefined>();
    for (let standing = visits.next(); standing; standing = visits.next()) {
      const { touches, after, changes, refusal } = standing;
      const isNew = added.has(standing);
      const isGone = removed.has(standing);
      const falls = isGone ? undefined : this.fall(standing);
      if (falls) {
        this.relink(standing, falls.touches, undos);
        Object.assign(standing, falls);
        undos.push(() => Object.assign(standing, { touches, after, changes, refusal }));
        if (judging && falls.refusal && !refusal) {
          return { changed, breach: { refusal: falls.refusal, entry: standing.entry } };
        }
      }
      for (const key of falls && falls.touches !== touches
        ? new Set([...touches, ...falls.touches])
        : touches) {
        const before = this.partBefore(key, standing);
        const then = isNew ? -1 : indexOf(touches, key);
        const now = falls ? indexOf(falls.touches, key) : -1;
        const was = then >= 0 ? after[then] : formerly.has(key) ? formerly.get(key) : before;
        const is = falls && now >= 0 ? falls.after[now] : before;
        const differs = !same(was, is);
        const changedThen = then >= 0 && changes[then] === true;
        const changesNow = now >= 0 && falls?.changes[now] === true;
        if (differs || formerly.has(key) || changedThen !== changesNow) {
          widen(changed, key, standing.effectiveOn);
        }
        const next = this.nextOn(key, standing);
        if (!differs) formerly.delete(key);
        else if (next) {
          formerly.set(key, was);
          visits.add(next);
        } else widen(changed, key, latestDate);
      }
    }
    return { changed };
  }

  /** The struck entries that were believed until now: an entry is not struck twice. */
  private takeOut(ids: readonly string[], undos: (() => void)[]): ReadonlySet<Placing<Part, Event>> {
    const removed = new Set<Placing<Part, Event>>();
    for (const id of ids) {
      const standing = this.byId.get(id);
      if (!standing || this.struck.has(id)) continue;
      this.struck.add(id);
      undos.push(() => this.struck.delete(id));
      this.unlink(standing, undos);
      removed.add(standing);
    }
    return removed;
  }

  private putIn(entries: readonly Entry<Event>[], undos: (() => void)[]): ReadonlySet<Placing<Part, Event>> {
    const added = new Set<Placing<Part, Event>>();
    for (const entry of entries) {
      if (this.byId.has(entry.id)) throw new Error(`Entry ${entry.id} is on the timeline already`);
      const standing = this.place(entry);
      this.byId.set(entry.id, standing);
      undos.push(() => this.byId.delete(entry.id));
      this.link(standing, undos);
      added.add(standing);
    }
    return added;
  }

  /** How an entry falls where it stands: what it touches there, the parts before and after it, whether it is permitted. */
  private fall(standing: Placing<Part, Event>) {
    const { event } = standing.entry;
    const said =
      standing.touches.length === standing.said ? standing.touches : standing.touches.slice(0, standing.said);
    const before = said.map((key) => this.partBefore(key, standing));
    const also = this.alsoTouched(event, said, before);
    const touches = also.length === 0 ? said : [...said, ...also];
    for (const key of also) before.push(this.partBefore(key, standing));
    const state = partsOf(touches, before);
    const refusal = this.rules.permits(state, event);
    const after = [...before];
    const changes = touches.map(() => false);
    for (const [key, part] of this.rules.evolve(state, event)) {
      const k = touched(touches, key);
      after[k] = part;
      changes[k] = true;
    }
    return {
      touches: sameKeys(touches, standing.touches) ? standing.touches : touches,
      after,
      changes,
      refusal,
    };
  }

  private alsoTouched(
    event: Event,
    said: readonly string[],
    before: readonly (Part | undefined)[],
  ): readonly string[] {
    const also = this.rules.alsoTouches?.(partsOf(said, before), event) ?? [];
    return also.length === 0 ? also : [...new Set(also)].filter((key) => indexOf(said, key) < 0);
  }

  /** Puts an entry among those that share a part with it where it touches others than it did. */
  private relink(standing: Placing<Part, Event>, touches: readonly string[], undos: (() => void)[]): void {
    if (touches === standing.touches) return;
    for (const key of standing.touches) if (indexOf(touches, key) < 0) this.unlinkFrom(key, standing, undos);
    for (const key of touches) if (indexOf(standing.touches, key) < 0) this.linkTo(key, standing, undos);
  }

  private partBefore(key: string, point: Placed | undefined): Part | undefined {
    const line = this.byPart.get(key) ?? [];
    const standing = line[(point === undefined ? line.length : lowerBound(line, point)) - 1];
    return standing ? standing.after[indexOf(standing.touches, key)] : this.begins.get(key);
  }

  private nextOn(key: string, standing: Placed): Placing<Part, Event> | undefined {
    const line = this.byPart.get(key);
    if (!line) return undefined;
    const i = lowerBound(line, standing);
    return line[i] === standing ? line[i + 1] : line[i];
  }

  private place(entry: Entry<Event>): Placing<Part, Event> {
    const replaced = entry.replaces === undefined ? undefined : this.byId.get(entry.replaces);
    const touches = [...new Set(this.rules.touches(entry.event))];
    return {
      entry,
      effectiveOn: entry.effectiveOn,
      place: placeOf(entry, replaced),
      touches,
      said: touches.length,
      after: touches.map(() => undefined),
      changes: touches.map(() => false),
      refusal: undefined,
    };
  }

  private link(standing: Placing<Part, Event>, undos: (() => void)[]): void {
    for (const key of standing.touches) this.linkTo(key, standing, undos);
  }

  private linkTo(key: string, standing: Placing<Part, Event>, undos: (() => void)[]): void {
    let line = this.byPart.get(key);
    if (!line) {
      this.byPart.set(key, (line = []));
      undos.push(() => this.byPart.delete(key));
    }
    const on = line;
    const last = on.at(-1);
    if (!last || compareInFoldOrder(last, standing) < 0) on.push(standing);
    else on.splice(lowerBound(on, standing), 0, standing);
    undos.push(() => on.splice(lowerBound(on, standing), 1));
  }

  private unlink(standing: Placing<Part, Event>, undos: (() => void)[]): void {
    for (const key of standing.touches) this.unlinkFrom(key, standing, undos);
  }

  private unlinkFrom(key: string, standing: Placing<Part, Event>, undos: (() => void)[]): void {
    const line = this.byPart.get(key) as Placing<Part, Event>[];
    const i = lowerBound(line, standing);
    line.splice(i, 1);
    undos.push(() => line.splice(i, 0, standing));
  }
}

function widen(changed: Map<string, ChangedDays>, key: string, day: CivilDate): void {
  const days = changed.get(key);
  if (!days) changed.set(key, { from: day, to: day });
  else {
    if (day < days.from) days.from = day;
    if (day > days.to) days.to = day;
  }
}
