import type { Position } from '#event-store';

interface Waiter {
  readonly position: Position;
  readonly wake: () => void;
}

/** Those who wait until the log was taken in up to a position; each is woken at its own, not at every arrival. */
export class AwaitedPositions {
  private readonly waiting = new Set<Waiter>();

  /** Resolves once the position was taken in, or as soon as `other` settles, whose fault it passes on. */
  async orUntil(position: Position, other: Promise<unknown>): Promise<void> {
    let waiter: Waiter | undefined;
    const told = new Promise<void>((wake) => this.waiting.add((waiter = { position, wake })));
    try {
      await Promise.race([told, other]);
    } finally {
      if (waiter) this.waiting.delete(waiter);
    }
  }

  /** Wakes whoever waits for something up to here. */
  takenIn(upTo: Position): void {
    for (const { position, wake } of this.waiting) if (position <= upTo) wake();
  }
}
