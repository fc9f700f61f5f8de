import { dayNumber, latestDate, type CivilDate } from '#calendar';
import type { AnyPart } from '#programme';
import type { ChangedDays } from '#timeline';
import { searchWords } from './search-words.js';
import { afterDay, dayOfKey, partIn, stillBelieved, versionKey } from './tables.js';
import type { prepare } from './writing-in-sql.js';

/** A part as the last day on which it changed left it. */
interface Latest {
  readonly day: number;
  readonly part: AnyPart;
}

/** How many numbers of things are remembered. */
const mostRemembered = 200_000;
/** How many parts are remembered as they were left. */
const mostLatest = 50_000;

/** Days on which a part is another by an entry, the number of that entry, and the day on which it was recorded. */
interface Changed {
  readonly seq: number;
  readonly today: number;
  readonly days: ChangedDays;
}

/** What a part is from each of some days on. */
type DayByDay = readonly (readonly [day: CivilDate, part: AnyPart])[];

/** What every part is from each day on, by all that is known: the rows, and what is remembered of them. */
export class BelievedParts {
  private readonly numbers = new Map<string, number>();
  private readonly latest = new Map<number, Latest>();

  constructor(private readonly statements: ReturnType<typeof prepare>) {}

  /**
   * The number of a thing; it is given one where the entry at hand is the first about it.
   *
   * @param stream the stream of the entry
   * @param seq the number of the entry in the log
   */
  numberOf(programme: string, key: string, stream: string, seq: number): number {
    const found = this.find(programme, key);
    if (found !== undefined) return found;
    const [kind, id] = kindAndId(key);
    return Number(this.statements.insertThing.run(programme, kind, id, stream, seq).lastInsertRowid);
  }

  /** A part as it stands at the end of a day, or undefined where nothing is believed of it by then. */
  on(programme: string, key: string, day: number): AnyPart | undefined {
    const thing = this.find(programme, key);
    if (thing === undefined) return undefined;
    const latest = this.latest.get(thing);
    if (latest && latest.day <= day) return latest.part;
    const part = this.statements.believedBy.get(versionKey(thing, 0), afterDay(thing, day), stillBelieved);
    return part === undefined ? undefined : partIn(part);
  }

  /** Closes the versions of a part on the changed days that are no longer believed, and opens those that now are. */
  rewrite(thing: number, { seq, today, days }: Changed, values: DayByDay): void {
    const from = dayNumber(days.from);
    const to = dayNumber(days.to);
    const believed = new Map(
      this.statements.believedOn
        .all(versionKey(thing, from), afterDay(thing, to), stillBelieved)
        .map((row) => [dayOfKey(row.key), row] as const),
    );
    for (const [day, part] of values) {
      const number = dayNumber(day);
      const text = JSON.stringify(part);
      const row = believed.get(number);
      believed.delete(number);
      if (row?.part === text) continue;
      if (row) this.statements.closeVersion.run(seq, row.key);
      const last = this.statements.lastVersion.get(versionKey(thing, number), afterDay(thing, number));
      const version = last === undefined ? versionKey(thing, number) : last + 1n;
      this.statements.openVersion.run(version, seq, stillBelieved, number > today ? 1 : 0, text);
      if (part.kind === 'decision') this.statements.indexText.run(version, searchWords(part));
    }
    for (const row of believed.values()) this.statements.closeVersion.run(seq, row.key);
    this.remember(thing, days, values.at(-1));
  }

  /** Forgets what is remembered: the rows are read again when needed. */
  forget(): void {
    this.numbers.clear();
    this.latest.clear();
  }

  /** What a part is from its last day on, where a change that reaches so far has just said it. */
  private remember(thing: number, days: ChangedDays, last: DayByDay[number] | undefined): void {
    this.latest.delete(thing);
    if (!last || days.to !== latestDate) return;
    if (this.latest.size >= mostLatest) this.latest.clear();
    this.latest.set(thing, { day: dayNumber(last[0]), part: last[1] });
  }

  private find(programme: string, key: string): number | undefined {
    const name = `${programme}/${key}`;
    const remembered = this.numbers.get(name);
    if (remembered !== undefined) return remembered;
    const [kind, id] = kindAndId(key);
    const found = this.statements.findThing.get(programme, kind, id);
    if (found === undefined) return undefined;
    if (this.numbers.size >= mostRemembered) this.numbers.clear();
    this.numbers.set(name, found);
    return found;
  }
}

function kindAndId(key: string): readonly [kind: string, id: string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}
