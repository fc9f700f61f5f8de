import type { DecisionPart } from '#programme';
import type { Moment, Reader } from '#read-model';
import { notOnRecord } from './view.js';

/**
 * A decision at a moment; undefined where its first entry holds only from a later day.
 *
 * @throws Problem 404 nothing was recorded of it by then
 */
export function decisionOnRecord(
  reader: Reader,
  programme: string,
  id: string,
  moment: Moment,
): DecisionPart | undefined {
  const { known, part } = reader.parts.one(programme, 'decision', id, moment);
  if (!known) throw notOnRecord(`No decision ${id}`, programme, 'the list of decisions');
  return part;
}
