import type { StoredEvent } from '#event-store';
import { isEntryStruck, readBack, envelopeOf } from '#programme';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';
import { restatedTotals, type RestatedTotal } from './totals.js';

/** An entry that changed what is known of a date: who recorded it, when, and why. */
export interface RestatingEntry {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly position: string;
  readonly commandId: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly capacity: string;
  readonly effectiveOn: string;
  readonly takenOn: string | null;
  readonly decision: string | null;
  /** The reason it gives; of what was recorded in the place of something struck, the reason of the strike. */
  readonly reason: string | null;
  /** On whose authority it strikes, or stands in the place of what was struck. */
  readonly authority: string | null;
  /** What it strikes. */
  readonly strikes: readonly string[];
  /** The struck entry whose place it takes. */
  readonly replaces: string | null;
  readonly source: string | null;
}

/** A thing of which something else is known now, for the same date. */
export interface RestatedFact {
  readonly kind: string;
  readonly id: string;
  readonly existedBefore: boolean;
  readonly existsAfter: boolean;
  readonly fields: readonly { readonly field: string; readonly before: unknown; readonly after: unknown }[];
  /** In log order. */
  readonly entries: readonly RestatingEntry[];
}

export interface Restatement {
  readonly facts: readonly RestatedFact[];
  readonly totals: readonly RestatedTotal[];
}

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
