import { canonicalText } from './canonical-text.js';
import type { CopyableStore, HeldEvent } from './copying.js';
import type { Position, StreamName } from './event-store.js';

/** Something about a record that is not as it must be, and of which entry, as far as that is known. */
export interface RecordFault {
  /** What is wrong, with everything that names the entry. */
  readonly words: string;
  readonly position?: Position | undefined;
  readonly stream?: StreamName | undefined;
  readonly id?: string | undefined;
}

/** The record is not whole, or an entry of it cannot be read: names the first. */
export class RecordDamaged extends Error {
  override readonly name = 'RecordDamaged';

  constructor(readonly fault: RecordFault) {
    super(
      `The record is not whole: ${fault.words}. Stop Minutebook, run minutebook doctor to see all that is wrong, and put the whole record back: docs/operations.md says how`,
    );
  }
}

/** A fault of one entry, which is named. */
export function faultOf(
  { position, stream, id }: Pick<HeldEvent, 'position' | 'stream' | 'id'>,
  what: string,
): RecordFault {
  return { position, stream, id, words: `entry ${id} of ${stream} at ${position} ${what}` };
}

/** How a record is read through. */
export interface ReadingThrough {
  /** Whether each text is held to be the one way to write what it says (RFC 8785), too. */
  readonly thoroughly?: boolean;
  readonly signal?: AbortSignal;
  /** Told how many entries were read. */
  readonly progress?: (entries: number) => void;
}

/**
 * Reads a whole record and tells what is wrong with its entries, in the order of the log: a text that cannot be read, an
 * entry out of its order in its stream, an instant that goes back, a command that is not there.
 */
export async function* entryFaults(
  store: CopyableStore,
  { thoroughly = false, signal, progress = () => undefined }: ReadingThrough = {},
): AsyncGenerator<RecordFault> {
  const revisions = new Map<StreamName, number>();
  let before: HeldEvent | undefined;
  let read = 0;
  for await (const page of store.held({ ...(signal && { signal }) })) {
    for (const event of page) {
      for (const what of wrongWith(event, before, revisions.get(event.stream) ?? -1, thoroughly))
        yield faultOf(event, what);
      revisions.set(event.stream, event.revision);
      before = event;
    }
    progress((read += page.length));
  }
}

function* wrongWith(
  event: HeldEvent,
  before: HeldEvent | undefined,
  last: number,
  thoroughly: boolean,
): Generator<string> {
  const { revision, position, recordedAt } = event;
  if (revision !== last + 1) yield `is number ${revision} of its stream, where number ${last + 1} must come`;
  if (before && position <= before.position) yield `does not come after ${before.position}`;
  if (before && recordedAt < before.recordedAt)
    yield `was recorded at ${recordedAt}, before the entry that it follows (${before.recordedAt})`;
  if (event.fingerprint === '')
    yield `was recorded by command ${event.commandId}, which is not on the record`;
  for (const part of ['envelope', 'data'] as const) {
    const problem = problemOfText(event[part], thoroughly);
    if (problem !== undefined) yield `has ${part === 'data' ? 'data' : 'an envelope'} that ${problem}`;
  }
}

function problemOfText(text: string, thoroughly: boolean): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return 'is no object';
    if (text.includes('\uFFFD') && thoroughly) return 'holds a character that is none';
    return thoroughly && canonicalText(value) !== text ? 'is not written as it is recorded' : undefined;
  } catch (error) {
    return `cannot be read (${error instanceof Error ? error.message : String(error)})`;
  }
}
