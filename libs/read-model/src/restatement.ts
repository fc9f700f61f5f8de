import type { StoredEvent } from '#event-store';
import { isEntryStruck, readBack, envelopeOf } from '#programme';
import {
  anything,
  day,
  entry,
  instant,
  listOf,
  objectOf,
  orNull,
  text,
  yesOrNo,
  type RowOf,
} from './columns.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';
import { restatedColumns, restatedTotals } from './totals.js';

const restatingColumns = {
  ...{ id: entry, type: text, stream: text, position: text, commandId: text, recordedAt: instant },
  ...{ actor: text, capacity: text, effectiveOn: day, takenOn: orNull(day), decision: orNull(text) },
  /** The reason it gives; of what was recorded in the place of something struck, the reason of the strike. */
  reason: orNull(text),
  /** On whose authority it strikes, or stands in the place of what was struck. */
  authority: orNull(text),
  /** What it strikes, and the struck entry whose place it takes. */
  ...{ strikes: listOf(entry), replaces: orNull(entry), source: orNull(text) },
};
/** An entry that changed what is known of a date: who recorded it, when, and why. */
export type RestatingEntry = RowOf<typeof restatingColumns>;

const factColumns = {
  ...{ kind: text, id: text, existedBefore: yesOrNo, existsAfter: yesOrNo },
  fields: listOf(objectOf({ field: text, before: anything, after: anything })),
  /** In log order. */
  entries: listOf(objectOf(restatingColumns)),
};
/** A thing of which something else is known now, for the same date. */
export type RestatedFact = RowOf<typeof factColumns>;

export const restatementShown = {
  facts: listOf(objectOf(factColumns)),
  totals: listOf(objectOf(restatedColumns)),
};
export type Restatement = RowOf<typeof restatementShown>;

/**
 * What became of an answer: every fact of its date whose value is another by a later knowledge, with the entries that
 * changed it, and what that does to each published total.
 *
 * @param before the moment of the answer
 * @param after the same date with more of the log known
 */
export function restatement(reader: Reader, programme: string, before: Moment, after: Moment): Restatement {
  const facts = reader.log.changes(programme, before, after).map(({ entries, ...fact }) => ({
    ...fact,
    entries: entries.map((entry) => restating(reader, entry)),
  }));
  return { facts, totals: restatedTotals(reader, programme, before, after) };
}

function restating(reader: Reader, entry: StoredEvent): RestatingEntry {
  const { id, type, stream, position, commandId, recordedAt } = entry;
  const { actor, capacity, effectiveOn, takenOn, decision, source, replaces } = envelopeOf(entry);
  const strike = reader.log.strikeWith(entry);
  const own = readBack(entry);
  return {
    id,
    type,
    stream,
    position,
    commandId,
    recordedAt,
    actor,
    capacity,
    effectiveOn,
    takenOn: takenOn ?? null,
    decision: decision ?? null,
    reason: textOf(entry.data['reason']) ?? textOf(strike?.data['reason']),
    authority: textOf(entry.data['authority']) ?? textOf(strike?.data['authority']),
    strikes: isEntryStruck(own) ? own.entries : [],
    replaces: replaces ?? null,
    source: source ?? null,
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
