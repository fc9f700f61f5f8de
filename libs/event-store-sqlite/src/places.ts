import type Database from 'better-sqlite3';
import { ownPosition, placeOf, positionAfterCopy, positionAt, type Position } from '#event-store';
import { copiedFormat, tableOfCopied } from './schema.js';

interface Copied {
  readonly place: number;
  readonly position: Position;
}

const ofThisKind = /^\d{16}$/;

/**
 * What a book calls its places. An event that was copied from a store which names positions otherwise keeps the position it
 * had there, in a table of its own; a book without such events has no such table.
 */
export class Places {
  /** The last event that was copied under a position of another kind. */
  private last: Copied | undefined;
  private lookUp: ReturnType<typeof prepare> | undefined;

  constructor(private readonly database: Database.Database) {
    this.begin();
  }

  positionAt(place: number): Position {
    if (!this.last || !this.lookUp) return positionAt(place);
    if (place > this.last.place) return positionAfterCopy(this.last.position, positionAt(place));
    return this.lookUp.position.get(place) ?? positionAt(place);
  }

  /**
   * The place a position names, or 0 for the start of the log.
   *
   * @throws NoSuchPosition the text is not a position this log has given out
   */
  placeOf(position: Position | undefined): number {
    if (position === undefined || !this.last || !this.lookUp) return placeOf(position);
    const copied = this.lookUp.place.get(position);
    return copied ?? placeOf(ownPosition(this.last.position, position) ?? position);
  }

  /**
   * The place of an event that is copied, the next one of the log: remembered, where its position is of another kind. Whoever
   * calls provides the transaction.
   */
  placeForCopied(position: Position, next: number): number {
    if (!this.last && ofThisKind.test(position)) return placeOf(position);
    if (!this.lookUp) {
      this.database.exec(tableOfCopied);
      this.database.pragma(`user_version = ${copiedFormat}`);
      this.database.prepare("UPDATE property SET value = ? WHERE name = 'format'").run(String(copiedFormat));
      this.lookUp = prepare(this.database);
    }
    this.lookUp.keep.run(next, position);
    this.last = { place: next, position };
    return next;
  }

  /** Reads anew what the table says: at first, and after a transaction that was undone. */
  begin(): void {
    const isThere =
      this.database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'copied'").get() !== undefined;
    this.lookUp = isThere ? prepare(this.database) : undefined;
    this.last = this.lookUp?.last.get();
  }
}

function prepare(database: Database.Database) {
  return {
    last: database.prepare<[], Copied>('SELECT place, position FROM copied ORDER BY place DESC LIMIT 1'),
    position: database.prepare<[number], Position>('SELECT position FROM copied WHERE place = ?').pluck(),
    place: database.prepare<[Position], number>('SELECT place FROM copied WHERE position = ?').pluck(),
    keep: database.prepare<[number, Position]>('INSERT INTO copied (place, position) VALUES (?, ?)'),
  };
}
