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

/** A clock that is watched: whether it went back since it was last looked at, in words. */
export class WatchedClock {
  private latest = '';

  wentBack(now: string): string | undefined {
    if (now > this.latest) this.latest = now;
    const back = Date.parse(this.latest) - Date.parse(now);
    return back > tolerance
      ? `This computer’s clock went back by ${inWords(back)}, from ${this.latest} to ${now}: set it right`
      : undefined;
  }
}
