import { entryFaults, RecordDamaged, type CopyableStore } from '#event-store';

/** How far a record has been read through, entry by entry. */
export type RecordChecked =
  | { readonly read: 'not yet' }
  | { readonly read: 'under way'; readonly entries: number }
  | { readonly read: 'whole'; readonly entries: number };

/**
 * Reads the record through in the background, from its first entry to its last: what a start is too short for. The first
 * entry that is not as it must be is told, and ends it.
 */
export class RecordCheck {
  private readonly stopping = new AbortController();
  private entries = 0;
  private state: RecordChecked['read'] = 'not yet';
  /** The first entry that is not as it must be. */
  fault: RecordDamaged | undefined;

  constructor(private readonly store: CopyableStore) {}

  get checked(): RecordChecked {
    return this.state === 'not yet' ? { read: this.state } : { read: this.state, entries: this.entries };
  }

  /** @returns the fault that was found, or undefined where the record is whole, or the reading was stopped */
  async run(): Promise<RecordDamaged | undefined> {
    const { signal } = this.stopping;
    this.state = 'under way';
    const progress = (entries: number): void => void (this.entries = entries);
    try {
      for await (const fault of entryFaults(this.store, { signal, progress }))
        return (this.fault = new RecordDamaged(fault));
    } catch (error) {
      if (error instanceof RecordDamaged) return (this.fault = error);
      // The book was closed, or its database gives no answer: what is said of it then stays true.
      return undefined;
    }
    if (!signal.aborted) this.state = 'whole';
    return undefined;
  }

  stop(): void {
    this.stopping.abort();
  }
}
