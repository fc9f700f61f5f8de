import { asWritten, type Data, type DomainEvent, readAsNow } from '#acts';
import { actOfEntry } from './streams.js';

/**
 * The event that was written, as `evolve` and `permits` take it: one of an earlier version is read as the present version
 * says it. What is stored stays as it is.
 */
export function readBack(stored: {
  readonly type: string;
  readonly version?: number;
  readonly envelope: object;
  readonly data: object;
}): DomainEvent {
  const act = actOfEntry(stored.type);
  if (!act) return asWritten(stored);
  const data = readAsNow(act, stored.version ?? act.version, stored.data as Data);
  return asWritten({ ...stored, data });
}
