import { dayNumber, latestDate, type CivilDate } from '#calendar';
import { isTaken, type DecisionPart, type TakenDecision } from '#programme';
import type { Moment } from './moments.js';
import type { ReadModel } from './read-model.js';
import { afterDay, dayOfKey, partIn, partsIn, takenOnOf, versionKey } from './tables.js';
import { lastVersion } from './versions-in-sql.js';

/** A decision as the register shows it. */
export interface RegisteredDecision {
  readonly part: TakenDecision;
  /** The day from which it holds, where that is later than the date asked for. */
  readonly holdsFrom: CivilDate | null;
}

/** The register of decisions. */
export class DecisionRegister {
  private readonly statements: ReturnType<typeof prepare>;

  constructor(model: ReadModel) {
    this.statements = prepare(model);
  }

  /**
   * The register of decisions: those taken by then, newest first. One that holds only from a later day is shown as it
   * will be, with that day. With `words`, only those whose record as it is shown holds each of them, or begins a word
   * with it.
   */
  at(programme: string, moment: Moment, words?: string): RegisteredDecision[] {
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
    const rows = this.statements.taken.iterate({ programme, asAt, seq });
    for (const { taken_on, maker } of rows) if (isAsked(maker)) return taken_on;
    return undefined;
  }

  /** The last version of every decision that is known, whatever day it is of, and whether it holds at the moment. */
  private lastOfDecisions(programme: string, { asAt, seq }: Moment) {
    const asked = { programme, kind: 'decision', seq, latest: dayNumber(latestDate) };
    const rows = this.statements.lastVersions.all(asked);
    const day = dayNumber(asAt);
    const parts = partsIn<DecisionPart>(rows.map(({ part }) => part));
    return rows.map(({ thing, key }, at) => ({
      thing: Number(thing),
      isNow: dayOfKey(key) <= day,
      key,
      part: parts[at]!,
    }));
  }

  /** A decision as it was, where it was taken and not only on its way. */
  private takenVersion(thing: number, asAt: CivilDate, moment: Moment) {
    const row = this.statements.keyedVersion.get(
      versionKey(thing, 0),
      afterDay(thing, dayNumber(asAt)),
      moment.seq,
      moment.seq,
    );
    const part = row && partIn<DecisionPart>(row.part);
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
    const rows = this.statements.search.all(query);
    return new Set(rows.map(({ key }) => key));
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function prepare({ database }: ReadModel) {
  return {
    taken: database.prepare<
      [{ readonly programme: string; readonly asAt: CivilDate; readonly seq: number }],
      { readonly taken_on: CivilDate; readonly maker: string }
    >(
      `SELECT ${takenOnOf} AS taken_on, json_extract(stored, '$.data.maker') AS maker FROM entry
       WHERE programme = @programme AND type = 'DecisionRecorded' AND ${takenOnOf} <= @asAt AND seq <= @seq
         AND (struck_seq IS NULL OR struck_seq > @seq) AND coalesce(json_extract(stored, '$.envelope.precision'), 'day') = 'day'
       ORDER BY ${takenOnOf} DESC`,
    ),
    lastVersions: database
      .prepare<
        [
          {
            readonly programme: string;
            readonly kind: string;
            readonly seq: number;
            readonly latest: number;
          },
        ],
        { readonly thing: bigint; readonly key: bigint; readonly part: string }
      >(
        `SELECT thing.number AS thing, version.key, version.part FROM thing JOIN version
           ON version.key = (${lastVersion('thing.number', '0', '@latest', '', 'key')})
         WHERE programme = @programme AND kind = @kind AND first_seq <= @seq`,
      )
      .safeIntegers(),
    keyedVersion: database
      .prepare<[bigint, bigint, number, number], { readonly key: bigint; readonly part: string }>(
        'SELECT key, part FROM version WHERE key >= ? AND key < ? AND known_from <= ? AND known_to > ? ORDER BY key DESC LIMIT 1',
      )
      .safeIntegers(),
    search: database
      .prepare<[string], { readonly key: bigint }>(
        'SELECT rowid AS key FROM decision_text WHERE decision_text MATCH ?',
      )
      .safeIntegers(),
  };
}
