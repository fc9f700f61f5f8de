import type { ExpectedRevision } from './event-store.js';

/** Whether a stream at revision `actual` (undefined where there is no stream) is as an append expects it. */
export function isAsExpected(expected: ExpectedRevision, actual: number | undefined): boolean {
  if (expected === 'any') return true;
  if (expected === 'none') return actual === undefined;
  if (expected === 'exists') return actual !== undefined;
  return expected === actual;
}
