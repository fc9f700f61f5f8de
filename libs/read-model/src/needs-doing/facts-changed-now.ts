import type { StoredEvent } from '#event-store';
import { factsChangedFor, streamsReadFor, whenRecorded } from '../facts-read.js';
import type { HistoryEntry } from '../log.js';
import type { Moment } from '../moments.js';
import type { Reader } from '../reader.js';
import type { Looking } from './sorts.js';

/** An entry that would be refused on what is known now: the keys of the facts that changed, and the rule in its way. */
export interface WouldBeRefused {
  readonly entry: StoredEvent;
  readonly facts: readonly string[];
  readonly judgedNow: string;
}

/** What an entry came to when it was last judged again: by which streams, and with what known. */
interface Judged {
  readonly streams: readonly string[];
  readonly seq: number;
  readonly found: WouldBeRefused | undefined;
}

/** Of each entry that was judged again, by the reader that it was read with: nothing recorded elsewhere changes it. */
const judged = new WeakMap<Reader, Map<string, Judged>>();

/**
 * The entries in the answer that were judged by facts that are others now, and that would be refused on those. An entry
 * is judged again only where something was recorded since in a stream that it was judged by.
 */
export function* factsChangedNow({ reader, programme, moment }: Looking): Iterable<WouldBeRefused> {
  const remembered = judged.get(reader) ?? new Map<string, Judged>();
  judged.set(reader, remembered);
  const lastIn = lastOfStreams(reader, moment);
  for (const at of reader.log.withFactsRead(programme, moment)) {
    const last = remembered.get(at.entry.id);
    // A judgement stands for whoever knows no less than it was made on.
    const before = last && last.seq <= moment.seq ? last : undefined;
    const streams = last?.streams ?? streamsReadFor(reader, programme, at, moment);
    const since = before?.seq ?? whenRecorded(reader, at, moment).seq;
    const isAsBefore = streams.every((stream) => lastIn(stream) <= since);
    const found = isAsBefore ? before?.found : judgedAgain(reader, programme, at, moment);
    remembered.set(at.entry.id, { streams, seq: moment.seq, found });
    if (found) yield found;
  }
}

function judgedAgain(
  reader: Reader,
  programme: string,
  at: HistoryEntry,
  moment: Moment,
): WouldBeRefused | undefined {
  const { changed, judgedNow } = factsChangedFor(reader, programme, at, moment);
  if (changed.length === 0 || judgedNow === null || judgedNow === 'permitted') return undefined;
  return { entry: at.entry, facts: changed.map(({ key }) => key), judgedNow };
}

/** The last entry of each stream that is known at a moment, asked for once. */
function lastOfStreams(reader: Reader, moment: Moment): (stream: string) => number {
  const known = new Map<string, number>();
  return (stream) => {
    const last = known.get(stream) ?? reader.log.lastIn(stream, moment);
    known.set(stream, last);
    return last;
  };
}
