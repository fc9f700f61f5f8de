import type { StoredEvent } from '#event-store';

/**
 * Entries that are on the record and that the views show. It goes on the event bus for whoever wants to look again, and
 * is kept by nobody: what was recorded is read from the views.
 */
export class EntriesRecorded {
  constructor(readonly events: readonly StoredEvent[]) {}
}
