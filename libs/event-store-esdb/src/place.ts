import { NoSuchPosition, type Position } from '#event-store';

/** Where a record stands in an EventStoreDB log: both numbers, because a checkpoint of the commit alone can skip an event. */
export interface Place {
  readonly commit: bigint;
  readonly prepare: bigint;
}

// 2^64 − 1 has twenty digits, so places compare as text in the order of their numbers.
const digits = 20;

/** The position that names a place: text that sorts as the log does, and that JSON carries whole. */
export function positionOf({ commit, prepare }: Place): Position {
  return `${String(commit).padStart(digits, '0')}-${String(prepare).padStart(digits, '0')}`;
}

/**
 * The place a position names.
 *
 * @throws NoSuchPosition the text is not a position such a log has given out
 */
export function placeOf(position: Position): Place {
  const [, commit, prepare] = /^(\d{20})-(\d{20})$/.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) {
    throw new NoSuchPosition(position);
  }
  return { commit: BigInt(commit), prepare: BigInt(prepare) };
}
