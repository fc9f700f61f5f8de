import type { CivilDate, Instant } from '#calendar';
import type { QuarantinedStream } from '#projector';
import { overview, overviewReads, type Moment } from '#read-model';
import type { Book } from './book.js';

/** What stands beside an answer, outside its tag, and may grow while the answer stands. */
export interface BesideTheAnswer {
  /** Entries recorded after `knownAt` that change the answer. */
  readonly laterEntries: number;
  /** Where `knownAt` is left out: entries in the answer that were recorded after the end of `asAt`. */
  readonly recordedAfterwards?: number;
  /** Streams that the answer reads and of which entries cannot be shown: it may say less than is on the record. */
  readonly quarantined?: readonly HeldBack[];
  /** That it is a demonstration, in words. */
  readonly demonstration?: string;
}

/** What an answer does not show of a stream: the entries from a position on. Why is for operators. */
export type HeldBack = Pick<QuarantinedStream, 'stream' | 'position' | 'recordedAt' | 'waiting'>;

/**
 * What is held back of the streams that an answer reads.
 *
 * @param streams names of streams, or their beginnings; all of the programme where empty
 */
export function heldBack(
  { quarantined }: Pick<Book, 'quarantined'>,
  programme: string,
  streams: readonly string[],
): readonly HeldBack[] {
  const read = streams.length > 0 ? streams : [programme];
  return quarantined
    .filter(({ stream }) => read.some((name) => stream === name || stream.startsWith(`${name}/`)))
    .map(({ stream, position, recordedAt, waiting }) => ({ stream, position, recordedAt, waiting }));
}

/** What a view shows, with the dates it was asked for and the position it was answered at. */
export function told<Body extends object>(body: Body, { asAt, knownAt, position }: Moment) {
  return { ...body, asAt, knownAt: knownAt ?? null, position };
}

/** @param streams names of the streams that the answer reads, or their beginnings; all of them where empty */
export function besideTheAnswer(
  book: Pick<Book, 'reader' | 'demonstration' | 'quarantined'>,
  programme: string,
  streams: readonly string[],
  moment: Moment,
): BesideTheAnswer {
  const { reader, demonstration } = book;
  const quarantined = heldBack(book, programme, streams);
  return {
    laterEntries: reader.log.countLaterEntries(programme, streams, moment),
    ...(moment.knownAt === undefined && {
      recordedAfterwards: reader.log.countRecordedAfterwards(programme, streams, moment),
    }),
    ...(quarantined.length > 0 && { quarantined }),
    ...(demonstration !== undefined && {
      demonstration: 'This is a demonstration: its recording instants are illustrative.',
    }),
  };
}

export type OverviewAnswer = NonNullable<ReturnType<typeof overviewAnswer>>;

/** The overview of a programme as every door answers it, or undefined where nothing of it was recorded by then. */
export function overviewAnswer(
  book: Pick<Book, 'reader' | 'demonstration' | 'quarantined'>,
  programme: string,
  asAt: CivilDate,
  knownAt?: CivilDate | Instant,
) {
  const { reader } = book;
  const moment = reader.moments.at(asAt, knownAt);
  if (!reader.moments.knows(programme, moment)) return undefined;
  const streams = overviewReads.map((kind) => `${programme}/${kind}`);
  const meta = besideTheAnswer(book, programme, streams, moment);
  return { ...told(overview(reader, programme, moment), moment), meta };
}
