import type { StoredEvent } from '#event-store';
import { entryStruck, lookUpKinds, parseStreamName, readBack, streamOfKind } from '#programme';
import type { Reader } from '#read-model';

/** What is told of an entry to whoever listens: that it is there and what it is about, and no word of it. */
export interface EntryTold {
  readonly position: string;
  readonly recordedAt: string;
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  /** The things it is about, such as `review/legal-services`; those of the entries that it strikes, for a strike. */
  readonly things: readonly string[];
}

/** An entry as it is told. */
export function entryTold(reader: Reader, entry: StoredEvent): EntryTold {
  const { position, recordedAt, id, type, stream } = entry;
  const struck = (entry.data as { readonly entries?: readonly string[] }).entries ?? [];
  const about = type === entryStruck ? struck.flatMap((one) => reader.log.entry(one) ?? []) : [entry];
  const things = [...new Set(about.flatMap(thingsOf))].sort();
  return { position, recordedAt, id, type, stream, things };
}

/** What only rules look things up in has names for ids, and no view shows it. */
function thingsOf(entry: StoredEvent): string[] {
  const definition = streamOfKind(parseStreamName(entry.stream)?.kind ?? '');
  const keys = definition?.touches(readBack(entry)) ?? [];
  return keys.filter((key) => !lookUpKinds.has(key.slice(0, key.indexOf('/'))));
}
