import { dayNumber, type CivilDate } from '#calendar';
import { lookUpKinds, type AnyPart, type PartOfKind } from '#programme';
import type { Moment } from './moments.js';
import type { ReadModel } from './read-model.js';
import { dayOfKey, partIn, partsIn, versionKey } from './tables.js';
import { aheadOf, boundsOf, listOf, upTo, type Bounds } from './versions-in-sql.js';

/** A thing's number never changes, nor the first entry about it. */
interface Thing {
  readonly number: number;
  readonly first_seq: number;
}

/** How many things are remembered by their names. */
const mostThings = 100_000;

type Kind = keyof PartOfKind;

/** What things are at a moment: one by one, and every one of a kind. */
export class Parts {
  private readonly statements: ReturnType<typeof prepare>;
  private readonly things = new Map<string, Thing>();

  constructor(model: ReadModel) {
    this.statements = prepare(model);
  }

  /** Whether any entry of a thing was recorded by then, and what it was; `part` is undefined where it does not exist yet. */
  one<K extends Kind>(
    programme: string,
    kind: K,
    id: string,
    moment: Moment,
  ): { readonly known: boolean; readonly part: PartOfKind[K] | undefined };
  one(
    programme: string,
    kind: string,
    id: string,
    moment: Moment,
  ): { readonly known: boolean; readonly part: AnyPart | undefined };
  one(
    programme: string,
    kind: string,
    id: string,
    moment: Moment,
  ): { readonly known: boolean; readonly part: AnyPart | undefined } {
    const thing = this.thing(programme, kind, id);
    if (!thing || thing.first_seq > moment.seq) return { known: false, part: undefined };
    const text = this.partOf(thing.number, moment);
    return { known: true, part: text === undefined ? undefined : partIn(text) };
  }

  /**
   * A thing as at any day, with what is known at a moment. Its history is read once, for whoever asks of the same few
   * things on thousands of days; each answer is that of `one`.
   */
  throughTime<K extends Kind>(
    programme: string,
    kind: K,
    id: string,
    moment: Moment,
  ): (on: CivilDate) => PartOfKind[K] | undefined;
  throughTime(
    programme: string,
    kind: string,
    id: string,
    moment: Moment,
  ): (on: CivilDate) => AnyPart | undefined;
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
    });
    const versions = rows.map(({ key, part }) => ({ day: dayOfKey(key), part }));
    const read = new Map<string, AnyPart>();
    return (on) => {
      const day = dayNumber(on);
      const text = versions.findLast((version) => version.day <= day)?.part;
      if (text === undefined) return undefined;
      const part = read.get(text) ?? partIn(text);
      read.set(text, part);
      return part;
    };
  }

  /** Every thing of a kind that exists at the moment, by id. */
  list<K extends Kind>(programme: string, kind: K, moment: Moment): PartOfKind[K][];
  list(programme: string, kind: string, moment: Moment): AnyPart[];
  list(programme: string, kind: string, moment: Moment): AnyPart[] {
    const { listed, listedAhead } = this.statements;
    const asked = { programme, kind, ...boundsOf(moment) };
    const texts = (asked.day < asked.asAt ? listedAhead : listed).all(asked);
    return partsIn(texts.filter((text) => text !== null));
  }

  /** The kinds of thing an id names among what was recorded by then. */
  kindsOf(programme: string, id: string, moment: Moment): string[] {
    return this.statements.kinds.all(programme, id, moment.seq).filter((kind) => !lookUpKinds.has(kind));
  }

  /** Every thing of which anything was recorded up to a number in the log, by kind and id. */
  everyThing(programme: string, seq: number): readonly { readonly kind: string; readonly id: string }[] {
    return this.statements.allThings.all(programme, seq).filter(({ kind }) => !lookUpKinds.has(kind));
  }

  private thing(programme: string, kind: string, id: string): Thing | undefined {
    const name = `${programme}/${kind}/${id}`;
    const remembered = this.things.get(name);
    if (remembered) return remembered;
    const found = this.statements.thing.get(programme, kind, id);
    if (found) {
      if (this.things.size >= mostThings) this.things.clear();
      this.things.set(name, found);
    }
    return found;
  }

  private partOf(number: number, moment: Moment): string | undefined {
    const { version, versionAhead } = this.statements;
    const asked = { number, ...boundsOf(moment) };
    const ahead = asked.day < asked.asAt ? versionAhead.get(asked) : undefined;
    return ahead ?? version.get(asked);
  }
}

function prepare({ database }: ReadModel) {
  return {
    thing: database.prepare<[string, string, string], Thing>(
      'SELECT number, first_seq FROM thing WHERE programme = ? AND kind = ? AND id = ?',
    ),
    allThings: database.prepare<[string, number], { readonly kind: string; readonly id: string }>(
      'SELECT kind, id FROM thing WHERE programme = ? AND first_seq <= ? ORDER BY kind, id',
    ),
    kinds: database
      .prepare<[string, string, number], string>(
        'SELECT kind FROM thing WHERE programme = ? AND id = ? AND first_seq <= ? ORDER BY kind',
      )
      .pluck(),
    version: database.prepare<[Bounds & { readonly number: number }], string>(upTo('@number')).pluck(),
    versionAhead: database
      .prepare<[Bounds & { readonly number: number }], string>(aheadOf('@number'))
      .pluck(),
    listed: database.prepare<[OfKind], string | null>(listOf(`(${upTo('thing.number')})`)).pluck(),
    listedAhead: database
      .prepare<[OfKind], string | null>(
        listOf(`coalesce((${aheadOf('thing.number')}), (${upTo('thing.number')}))`),
      )
      .pluck(),
    knownVersions: database
      .prepare<
        [{ readonly from: bigint; readonly to: bigint; readonly seq: number }],
        { readonly key: bigint; readonly part: string }
      >(
        'SELECT key, part FROM version WHERE key >= @from AND key < @to AND known_from <= @seq AND known_to > @seq ORDER BY key',
      )
      .safeIntegers(),
  };
}

type OfKind = Bounds & { readonly programme: string; readonly kind: string };
