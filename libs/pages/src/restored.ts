import type { RestoredRecord } from '#book';
import { recordedAt } from './words.js';

/**
 * What every page says once an older record was put back and accepted: entries that were acknowledged are missing. Of
 * several the last is told, and that there were more; `/health` has them all.
 */
export function restoredInWords(restored: readonly RestoredRecord[]): { readonly restored?: string } {
  const last = restored.at(-1);
  if (!last) return {};
  const to = last.restoredTo === null ? 'empty' : `up to position ${last.restoredTo}`;
  const before = restored.length === 1 ? '' : ` It is the last of ${restored.length} times.`;
  return {
    restored: `An older record, ${to}, was put back and accepted on ${recordedAt(last.recordedAt)}: what had been recorded after it, at least up to position ${last.lastKnown.position}, is not here. Reason given: ${last.reason.replace(/\.$/, '')}.${before}`,
  };
}
