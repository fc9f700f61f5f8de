import { Query } from '@nestjs/cqrs';
import { heldBack, type Book } from '#book';
import type { StoredEvent } from '#event-store';
import type { Moment, Reader, Row } from '#read-model';
import { Problem } from '../problem.js';
import { cannotBeShown } from './held-back.js';
import type { Question } from './query.js';

/** What a view answers: what it shows, which streams it read, and its lines where it is a list. */
export interface View {
  readonly moment: Moment;
  readonly body: Readonly<Record<string, unknown>>;
  /** Names of the streams that the answer reads, or the beginnings of their names. Empty where it reads them all. */
  readonly streams: readonly string[];
  /** A list as lines: for a spreadsheet. */
  readonly list?: { readonly name: string; readonly rows: readonly Row[] };
  /** The answer as a page of HTML, where it is asked for to be read and printed and not as data. */
  readonly page?: string;
}

/** A question to one view of one programme. */
export abstract class ViewQuery extends Query<View> {
  constructor(
    readonly programme: string,
    readonly question: Question,
  ) {
    super();
  }
}

/**
 * The reader and the moment that a question means, once the views show what the asker was told.
 *
 * @throws Problem 404 nothing was recorded of the programme by then
 * @throws Problem 503 what was recorded of it is held back
 * @throws ProjectionBehind the views did not reach the position in time
 */
export async function atTheMoment(
  book: Book,
  { programme, question }: ViewQuery,
): Promise<{ reader: Reader; moment: Moment }> {
  await book.upTo(question.minPosition);
  const { reader } = book;
  const moment = momentOf(reader, question);
  if (reader.knows(programme, moment)) return { reader, moment };
  const held = heldBack(book, programme, [`${programme}/programme`]);
  if (held.length > 0) throw cannotBeShown(held);
  throw new Problem(
    404,
    'unknown-programme',
    'There is no such programme',
    `Nothing was recorded of ${programme} by then: check its id, or start it with start-programme`,
  );
}

/** The moment that a question means by a date and a state of knowledge, its own where they are left out. */
export function momentOf(
  reader: Reader,
  question: Question,
  { asAt = question.asAt, knownAt = question.knownAt }: Partial<Pick<Question, 'asAt' | 'knownAt'>> = {},
): Moment {
  const moment = reader.moment(asAt, knownAt);
  return question.pinnedTo === undefined ? moment : reader.upTo(moment, question.pinnedTo);
}

/** 404 for a thing of which nothing was recorded by then. */
export function notOnRecord(what: string, programme: string, whereToLook: string): Problem {
  return new Problem(
    404,
    'unknown-thing',
    'It is not on the record',
    `${what} was recorded by then in ${programme}: see ${whereToLook}`,
  );
}

/** An entry as a view shows it. */
export function entryRow(entry: StoredEvent) {
  const { id, type, stream, revision, position, recordedAt, commandId, envelope, data } = entry;
  return { id, type, stream, revision, position, recordedAt, commandId, ...envelope, data };
}

/** An entry as another one points to it. */
export function entryNamed({ id, type, stream, recordedAt, envelope }: StoredEvent) {
  return { id, type, stream, effectiveOn: envelope['effectiveOn'] as string, recordedAt };
}
