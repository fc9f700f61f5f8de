/**
 * Wakes the subscriptions of a store when something was appended. It carries no events, so a slow reader costs no
 * memory: each reads on from its own last position.
 */
export class Arrivals {
  private readonly waiting = new Set<() => void>();

  /** Wakes everyone who waits now. */
  announce(): void {
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves at the next announcement or when `signal` aborts, and holds nothing of the waiter afterwards. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      if (signal.aborted) return resolve();
      this.waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
