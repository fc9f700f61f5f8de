import { createHash, type Hash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { canonicalText, type CopyableStore, type EventStore, type HeldEvent } from '#event-store';
import { ReadModel } from '#read-model';

/** The bytes that a digest of a log is made of, for one event: everything a store holds of it. */
export function lineOf(event: HeldEvent): string {
  const { id, type, version, stream, revision, position, recordedAt, commandId, fingerprint } = event;
  const known = [position, stream, revision, id, type, version, recordedAt, commandId, fingerprint];
  return `${JSON.stringify(known)}\n${event.envelope}\n${event.data}\n`;
}

/** A log as far as it goes: how many events, and SHA-256 of all that is held of them, in hexadecimal. */
export interface LogDigest {
  readonly events: number;
  readonly digest: string;
}

/** Reads a log, byte for byte. */
export async function digestOfLog(
  store: CopyableStore,
  { most = Infinity, signal, progress = () => undefined }: Reading = {},
): Promise<LogDigest> {
  const hash = createHash('sha256');
  let events = 0;
  for await (const page of store.held({ ...(signal && { signal }) })) {
    for (const event of page.slice(0, most - events)) hash.update(lineOf(event));
    events = Math.min(most, events + page.length);
    progress(events);
    if (events === most) break;
  }
  return { events, digest: hash.digest('hex') };
}

/** How far a log is read. */
export interface Reading {
  /** How many events of it; all of them where left out. */
  readonly most?: number;
  readonly signal?: AbortSignal;
  readonly progress?: (events: number) => void;
}

/** What the views are filled with, in the order of their keys: whatever any of them answers is read from these rows. */
const rowsOfViews = [
  'SELECT seq, changes_from, struck_seq, stored FROM entry ORDER BY seq',
  'SELECT number, programme, kind, id, stream, first_seq FROM thing ORDER BY number',
  'SELECT thing, seq, about FROM touch ORDER BY thing, seq',
  'SELECT key, known_from, known_to, ahead, part FROM version ORDER BY key',
];

/** A command id that stands in several streams of a programme: two servers took it at once, and both entries stand. */
export interface SharedId {
  readonly programme: string;
  readonly id: string;
  readonly streams: readonly string[];
}

/** What a fold of a log comes to. */
export interface ViewsDigest {
  readonly digest: string;
  /** The first of the command ids that stand in several streams. */
  readonly shared: readonly SharedId[];
}

/** How many command ids in several streams are named. */
const mostShared = 1_000;

/**
 * Folds a log as a rebuild does, and takes the digest of the rows that every view reads: two books with the same one give
 * the same answers as at any date and as known on any date.
 *
 * @param file where the rows stand meanwhile, gone afterwards; `:memory:` for a small book
 */
export async function digestOfViews(
  store: EventStore,
  file: string,
  { most = Infinity, signal, progress = () => undefined }: Reading = {},
): Promise<ViewsDigest> {
  rmSync(file, { force: true });
  const model = ReadModel.open(file, { filling: true });
  try {
    let folded = 0;
    for await (const page of store.readAll({ ...(signal && { signal }) })) {
      model.apply(page.slice(0, most - folded));
      folded = Math.min(most, folded + page.length);
      progress(folded);
      if (folded === most) break;
    }
    const hash = createHash('sha256');
    for (const rows of rowsOfViews) addRows(hash, model, rows);
    return { digest: hash.digest('hex'), shared: sharedIds(model) };
  } finally {
    model.close();
    rmSync(file, { force: true });
  }
}

function sharedIds(model: ReadModel): SharedId[] {
  const rows = model.database
    .prepare<[], { programme: string; id: string; streams: string }>(
      `SELECT programme, command_id AS id, json_group_array(DISTINCT stream) AS streams
         FROM entry GROUP BY programme, command_id
         HAVING count(DISTINCT stream) > 1
         ORDER BY programme, command_id LIMIT ${mostShared}`,
    )
    .all();
  return rows.map(({ streams, ...row }) => ({ ...row, streams: (JSON.parse(streams) as string[]).sort() }));
}

function addRows(hash: Hash, model: ReadModel, sql: string): void {
  for (const row of model.database.prepare<[], unknown[]>(sql).safeIntegers().raw().iterate())
    hash.update(`${row.map(asText).join('\t')}\n`);
}

/** An event stands there as JSON, whose members come in another order from another store. */
function asText(value: unknown): string {
  if (typeof value === 'string' && value.startsWith('{')) return canonicalText(JSON.parse(value));
  return String(value);
}
