import { ownPosition, positionAfterCopy, type Position, type StoredEvent } from '#event-store';
import type { EventRecord } from './event-record.js';
import { placeOf } from './place.js';

/** Of how many copied events one is remembered, to find others by. */
const stretch = 500;

/** Where to read on in the database, and which of the events that come then were before the position that was asked for. */
export interface PlaceAfter {
  readonly after: Position | undefined;
  readonly isKnown: (event: Pick<StoredEvent, 'position'>) => boolean;
}

/**
 * What a book calls the places of the database: an event that was copied from another store keeps the position it had
 * there, and what was recorded since gets later ones.
 */
export class CopiedPositions {
  private readonly landmarks: { readonly position: Position; readonly place: Position }[] = [];
  private count = 0;
  /** The position of the last event that was copied. */
  private last: Position | undefined;

  /** Takes in every event of the log, in its order. */
  takeIn({ copied, position }: EventRecord): void {
    if (copied === undefined) return;
    if (this.count++ % stretch === 0) this.landmarks.push({ position: copied, place: position });
    this.last = copied;
  }

  positionOf({ copied, position }: EventRecord): Position {
    return copied ?? positionAfterCopy(this.last, position);
  }

  /**
   * Where to read on after a position of the book.
   *
   * @throws NoSuchPosition it is not a position of this log
   */
  placeAfter(position: Position | undefined): PlaceAfter {
    const isKnown = () => false;
    if (position === undefined) return { after: undefined, isKnown };
    const own = ownPosition(this.last, position);
    // What is not the database's own name of a place is a copied event's, and stands before the last of them or is it.
    if (own === undefined && position <= (this.last ?? '')) {
      const landmark = this.landmarks.findLast((each) => each.position <= position);
      return { after: landmark?.place, isKnown: (event) => event.position <= position };
    }
    placeOf(own ?? position);
    return { after: own, isKnown };
  }
}
