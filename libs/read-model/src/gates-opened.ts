import type { StoredEvent } from '#event-store';
import { readBack, reviewStream, type ReviewPart } from '#programme';

/**
 * The decision that opened each gate of a review, by the id of the entry that passed it: as the authorisation before it
 * says by now, which may name another than it did when the gate was passed.
 *
 * @param entries of one review, in fold order and without those that are struck
 */
export function gatesOpened(entries: readonly StoredEvent[]): ReadonlyMap<string, string> {
  const opened = new Map<string, string>();
  const parts = new Map<string, ReviewPart>();
  for (const entry of entries) {
    const event = readBack(entry) as Parameters<typeof reviewStream.evolve>[1];
    for (const [key, part] of reviewStream.evolve(parts, event)) {
      const log = part.stageLog;
      const reached = log.length > (parts.get(key)?.stageLog.length ?? 0) ? log.at(-1) : undefined;
      if (reached?.authorisation !== undefined) opened.set(entry.id, reached.authorisation);
      parts.set(key, part);
    }
  }
  return opened;
}
