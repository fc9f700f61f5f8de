import type { Position } from '#event-store';

/**
 * How much of the log up to a position is reached, in whole per cent and never more than is true; 100 only where it is all.
 * Positions of every store begin with digits that grow along the log.
 */
export function percentReached(reached: Position | undefined, wanted: Position | undefined): number {
  if (wanted === undefined || (reached !== undefined && reached >= wanted)) return 100;
  const [of, to] = [placeIn(reached), placeIn(wanted)];
  return to === 0n ? 0 : Math.min(99, Number((of * 100n) / to));
}

const placeIn = (position: Position | undefined): bigint => BigInt(/^\d+/.exec(position ?? '')?.[0] ?? 0);
