import type { QueryBus } from '@nestjs/cqrs';
import { describeInstant, type Instant } from '#calendar';
import { heldBack, type Book, type HeldBack } from '#book';
import { Problem } from '#problem';
import type { Answered } from '#views';
import type { ViewQuery } from './view-query.js';

/** The header of every answer that may say less than is on the record: names the streams. */
export const heldBackHeader = 'minutebook-quarantined';

/**
 * What a view answers. Where it is asked about one thing and entries of its own stream are held back, it is not told as if
 * there were none: not to whoever knows of such an entry, and not where the thing is not found.
 *
 * @param id of the one thing, or undefined for a list, which carries a mark
 * @throws Problem 503 what was asked for is held back
 */
export async function answerOf(
  queries: QueryBus,
  book: Book,
  query: ViewQuery,
  id?: string,
): Promise<Answered> {
  if (id === undefined) return queries.execute(query);
  const { programme, question } = query;
  const ofIt = (streams: readonly string[]) =>
    heldBack(book, programme, streams).filter(({ stream }) => isOf(stream, id));
  try {
    const view = await queries.execute(query);
    const asked = ofIt(view.streams).filter(({ position }) => position <= (question.minPosition ?? ''));
    if (asked.length > 0) throw cannotBeShown(asked);
    return view;
  } catch (error) {
    const held = error instanceof Problem && error.getStatus() === 404 ? ofIt([]) : [];
    throw held.length > 0 ? cannotBeShown(held) : error;
  }
}

/** 503: entries that the answer would need are held back. */
export function cannotBeShown(held: readonly HeldBack[]): Problem {
  const each = held
    .map(({ stream, recordedAt }) => `${stream} recorded from ${describeInstant(recordedAt as Instant)} on`)
    .join('; ');
  return new Problem(
    503,
    'stream-quarantined',
    'Entries cannot be shown',
    `On the record and not in the views: entries of ${each}. An operator upgrades Minutebook or mends it, then requeues them`,
    { quarantined: held },
  );
}

/** Whether a stream can be that of a thing: its own, or one that holds many things. */
function isOf(stream: string, id: string): boolean {
  const [, , ofThing] = stream.split('/');
  return ofThing === undefined || ofThing === id;
}
