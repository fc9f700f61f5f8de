import { NoSuchPosition } from './errors.js';
import type { Position } from './event-store.js';

// 2^53 − 1 has sixteen digits, so every place a log can reach compares as text in the order of its number.
const digits = 16;

/** The position of the event at a place (from 1) in a log that numbers its events. */
export function positionAt(place: number): Position {
  return String(place).padStart(digits, '0');
}

/**
 * The place (from 1) a position names, or 0 for the start of the log, which is no position.
 *
 * @throws NoSuchPosition the text is not a position such a log has given out
 */
export function placeOf(position: Position | undefined): number {
  if (position === undefined) return 0;
  const place = /^\d{16}$/.test(position) ? Number(position) : 0;
  if (place === 0) throw new NoSuchPosition(position);
  return place;
}
