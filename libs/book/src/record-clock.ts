import type { StoredEvent } from '#event-store';

/** By how much two clocks may differ before that is told, in milliseconds. */
const tolerance = 5_000;

/**
 * Whether the last entry of a record was recorded later than a clock says that it is now, in words: then this clock went
 * back, or the entry was dated by one that was far ahead. Everything recorded meanwhile is given the same instant.
 *
 * @param now RFC 3339 UTC
 * @returns undefined where the clock and the record agree
 */
export function clockWords(
  { id, stream, position, recordedAt }: Pick<StoredEvent, 'id' | 'stream' | 'position' | 'recordedAt'>,
  now: string,
): string | undefined {
  const ahead = Date.parse(recordedAt) - Date.parse(now);
  if (ahead <= tolerance) return undefined;
  return (
    `The record ends with an instant ${inWords(ahead)} ahead of this computer’s clock: entry ${id} of ${stream} at ${position} was ` +
    `recorded at ${recordedAt}, and it is ${now} here. The clock went back, or that entry was dated by a clock that was ahead: set the clock; until ` +
    `${recordedAt} whatever is recorded is given that instant`
  );
}

function inWords(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  if (seconds < 120) return `${seconds} s`;
  return seconds < 172_800 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 86_400)} days`;
}

/** A clock that is watched: whether it went back since it was first looked at, in words. */
export class WatchedClock {
  private latest = '';
  /** The latest since it last stepped back. */
  private sinceStep = '';

  /** @param now RFC 3339 UTC, as are those before it */
  constructor(now: string) {
    this.wentBack(now);
  }

  /** By how much it is behind what it said before; undefined once it has caught up. */
  wentBack(now: string): string | undefined {
    if (now > this.latest) this.latest = now;
    if (now > this.sinceStep) this.sinceStep = now;
    return backInWords(this.latest, now);
  }

  /** By how much it stepped back, told once for each step; undefined where it did not. */
  steppedBack(now: string): string | undefined {
    this.wentBack(now);
    const words = backInWords(this.sinceStep, now);
    if (words !== undefined) this.sinceStep = now;
    return words;
  }
}

function backInWords(from: string, now: string): string | undefined {
  const back = Date.parse(from) - Date.parse(now);
  if (back <= tolerance) return undefined;
  return `This computer’s clock went back by ${inWords(back)}, from ${from} to ${now}: set it right`;
}
