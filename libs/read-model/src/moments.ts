import { dayNumber, endOfDayInLondon, latestDate, londonDate, type CivilDate, type Instant } from '#calendar';
import type { ReadModel } from './read-model.js';

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

/** Where an entry stands in the log, and when it was recorded. */
interface Stands {
  readonly position: string;
  readonly recorded_at: Instant;
}

/** Resolves what a question means by its dates, and what there is to ask about. */
export class Moments {
  private readonly statements: ReturnType<typeof prepare>;

  constructor(model: ReadModel) {
    this.statements = prepare(model);
  }

  /** The moment a question means: `knownAt` as a date is the end of that day in London. */
  at(asAt: CivilDate, knownAt?: Instant | CivilDate): Moment {
    const row =
      knownAt === undefined
        ? this.statements.head.get()
        : this.statements.headAt.get({
            until: knownAt.length === 10 ? endOfDayInLondon(knownAt as CivilDate) : knownAt,
          });
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

  /** The nearest day before or after `asAt` from which an entry believed at the moment holds; undefined where there is none. */
  changeDay(programme: string, side: 'before' | 'after', { asAt, seq }: Moment): CivilDate | undefined {
    const statement = side === 'before' ? this.statements.changeBefore : this.statements.changeAfter;
    return statement.get({ programme, asAt, seq }) ?? undefined;
  }

  /** Whether anything of the programme was recorded by then. */
  knows(programme: string, moment: Moment): boolean {
    const first = this.statements.firstOf.get(programme, programme);
    return first !== undefined && first <= moment.seq;
  }

  /** The programmes of which anything was recorded by then, the first recorded first. */
  programmes(moment: Moment): string[] {
    return this.statements.programmes.all(moment.seq);
  }

  /** Where and when an entry was recorded, by its number in the log. */
  standsAt(seq: number): Stands | undefined {
    return this.statements.standsAt.get({ seq });
  }
}

/** The nearest day of change of a programme, in SQL: one seek for each of its streams. */
const nearestDay = (nearest: 'max' | 'min', which: string, order: 'DESC' | 'ASC') =>
  `SELECT ${nearest}((SELECT effective_on FROM entry WHERE entry.stream = of.stream AND effective_on ${which} AND seq <= @seq
       AND (struck_seq IS NULL OR struck_seq > @seq) AND type <> 'EntryStruck' ORDER BY effective_on ${order} LIMIT 1))
     FROM (SELECT DISTINCT stream FROM thing WHERE programme = @programme) AS of`;

function prepare({ database }: ReadModel) {
  return {
    head: database.prepare<[], Head>('SELECT seq, position FROM checkpoint'),
    // An entry that is held back has its place in the log all the same: what is known counts it.
    headAt: database.prepare<[{ readonly until: string }], Head>(
      `SELECT * FROM (SELECT seq, position, recorded_at FROM entry WHERE recorded_at <= @until ORDER BY recorded_at DESC, seq DESC LIMIT 1)
       UNION ALL
       SELECT * FROM (SELECT seq, position, recorded_at FROM held WHERE recorded_at <= @until ORDER BY seq DESC LIMIT 1)
       ORDER BY seq DESC LIMIT 1`,
    ),
    firstOf: database
      .prepare<[string, string], number>(
        `SELECT first_seq FROM thing WHERE programme = ? AND kind = 'programme' AND id = ?`,
      )
      .pluck(),
    changeBefore: database.prepare<[Between], CivilDate | null>(nearestDay('max', '< @asAt', 'DESC')).pluck(),
    changeAfter: database.prepare<[Between], CivilDate | null>(nearestDay('min', '> @asAt', 'ASC')).pluck(),
    programmes: database
      .prepare<[number], string>(
        `SELECT id FROM thing WHERE kind = 'programme' AND first_seq <= ? ORDER BY first_seq`,
      )
      .pluck(),
    standsAt: database.prepare<[{ readonly seq: number }], Stands>(
      `SELECT position, recorded_at FROM entry WHERE seq = @seq
       UNION ALL SELECT position, recorded_at FROM held WHERE seq = @seq`,
    ),
  };
}

interface Head {
  readonly seq: number;
  readonly position: string;
  readonly recorded_at?: Instant;
}

interface Between {
  readonly programme: string;
  readonly asAt: CivilDate;
  readonly seq: number;
}
