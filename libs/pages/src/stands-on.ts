import { isTaken } from '#programme';
import { standings } from '#read-model';
import type { Held } from './facts.js';
import type { Asking } from './content.js';
import { dated, day } from './words.js';

/** The streams that say where a decision stands: a page that shows it reads them too. */
export const streamsOfStanding = (programme: string): readonly string[] =>
  ['decision', 'authority', 'programme'].map((kind) => `${programme}/${kind}`);

/**
 * Where the decision that a fact follows from stands on the day, in words: what a page shows as decided is no more than
 * that. A fact that names none says so.
 */
export function standsOn({
  where: { programme },
  reader,
  moment,
}: Asking): (held: Held | undefined) => string {
  const standing = standings(reader, programme, moment);
  return (held) => {
    if (held === undefined) return '';
    if (held.decision === undefined) return 'No decision is named';
    const { part } = reader.parts.one(programme, 'decision', held.decision, moment);
    if (!isTaken(part)) return 'Its decision is not on the record by then';
    const { status, inForceFrom, because } = standing(part);
    return status === 'in-force' && inForceFrom !== undefined
      ? `In force from ${dated(inForceFrom)}`
      : `Not in force on ${day(moment.asAt)}: ${because}`;
  };
}
