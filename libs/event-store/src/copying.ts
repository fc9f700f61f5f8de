import type { Position, StreamName } from './event-store.js';
import type { RecordStore } from './record.js';
import type { StorableEvent } from './storable-append.js';

/** An event exactly as a store holds it, with the command that recorded it: what a copy carries, byte for byte. */
export interface HeldEvent extends StorableEvent {
  readonly stream: StreamName;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: string;
  readonly commandId: string;
  readonly fingerprint: string;
}

/**
 * What a store offers to a copy of a whole book, beside the port. Nothing else may use it: it is the one way by which an
 * event is written with an instant and a position that the store has not given it.
 */
export interface CopyableStore extends RecordStore {
  /** Pages of what it holds, in the order of the log, up to the head as it stands when reading reaches it. */
  held(options?: { readonly signal?: AbortSignal }): AsyncIterable<readonly HeldEvent[]>;
  /**
   * Takes over what another store holds, at the end of the log and in its order. Every event keeps its instant and its
   * position; what is recorded afterwards gets later ones. All the events of a command are handed over together.
   *
   * @throws CopyDisturbed somebody else recorded something in this store meanwhile
   */
  takeOver(events: readonly HeldEvent[]): Promise<void>;
  /** Where a copy into this store comes from that was begun and has not ended, or undefined. */
  copyUnderWay(): Promise<string | undefined>;
  /** Says that a copy was begun, and from where; with undefined, that it has ended. */
  sayCopy(from: string | undefined): Promise<void>;
}

/** Somebody else recorded something in a store that was being copied into. */
export class CopyDisturbed extends Error {
  override readonly name = 'CopyDisturbed';

  constructor(stream: StreamName) {
    super(
      `Somebody recorded something in ${stream} while the book was copied: stop every server of the target, and copy into another one.`,
    );
  }
}

/**
 * The position of what is recorded in a store some of whose events were copied: after the last of them as text, and so
 * after all of them, however the two stores name positions.
 *
 * @param last the position of the last event that was copied, or undefined where none was
 * @param own how the store itself names the place
 */
export function positionAfterCopy(last: Position | undefined, own: Position): Position {
  return last === undefined ? own : `${last}.${own}`;
}

/** How the store itself names a place that stands after what was copied, or undefined where the position is another's. */
export function ownPosition(last: Position | undefined, position: Position): Position | undefined {
  if (last === undefined) return position;
  return position.startsWith(`${last}.`) ? position.slice(last.length + 1) : undefined;
}
