import type { Observable } from 'rxjs';
import type { Position } from '#event-store';
import type { EntryTold } from './entry-told.js';

/** Where a stream of events reads, and what wakes it. */
export interface Source {
  /** Emits when there may be something new. It carries nothing: what is new is read. */
  readonly recorded: Observable<unknown>;
  /** What was recorded after a position, in log order, at most so many. */
  readonly after: (position: Position, most: number) => readonly EntryTold[];
}

export interface StreamOptions {
  /** The last position that the listener has read. */
  readonly from: Position;
  /** Ends the stream at once. */
  readonly signal: AbortSignal;
  /** Whether the listener may still be told anything; asked before each thing that is. Left out, they may. */
  readonly mayListen?: () => boolean;
  /** How long it stays silent before it says that it is still there, in milliseconds. */
  readonly heartbeat?: number;
  /** How long it waits for more, once there is something, in milliseconds: entries recorded together are told together. */
  readonly gather?: number;
  /** How many entries are read at a time. */
  readonly page?: number;
}

/** After how many milliseconds a browser tries again. */
const retry = 2_000;

/**
 * A stream of server-sent events: everything recorded after a position, then what is recorded from then on, in log order
 * with no gap and no duplicate. The id of each event is its position. It is pulled: nothing is read for a listener that
 * has not taken what came before, so a slow one costs no memory.
 */
export async function* eventStream(
  { recorded, after }: Source,
  { from, signal, mayListen = () => true, heartbeat = 15_000, gather = 100, page = 200 }: StreamOptions,
): AsyncGenerator<string> {
  let last = from;
  let isNew = true;
  let wake = (): void => undefined;
  const subscription = recorded.subscribe(() => {
    isNew = true;
    wake();
  });
  const end = (): void => wake();
  signal.addEventListener('abort', end);
  /** Resolves after a while, at the next entry where `orWhenNew`, and when the stream ends. */
  const pause = (within: number, orWhenNew: boolean): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        wake = () => undefined;
        resolve();
      };
      const timer = setTimeout(done, within);
      wake = () => {
        if (orWhenNew || signal.aborted) done();
      };
      if (signal.aborted) done();
    });
  try {
    yield `retry: ${retry}\nid: ${last}\nevent: open\ndata: ${JSON.stringify({ position: last })}\n\n`;
    while (!signal.aborted) {
      if (!isNew) {
        await pause(heartbeat, true);
        if (signal.aborted) return;
        if (!isNew) {
          if (!mayListen()) return;
          yield ': still here\n\n';
          continue;
        }
        await pause(gather, false);
      }
      if (!mayListen()) return;
      // Before it is read: what is recorded meanwhile is asked for again.
      isNew = false;
      const entries = after(last, page);
      if (entries.length === page) isNew = true;
      last = entries.at(-1)?.position ?? last;
      if (entries.length > 0) yield entries.map(eventOf).join('');
    }
  } finally {
    signal.removeEventListener('abort', end);
    subscription.unsubscribe();
  }
}

function eventOf(entry: EntryTold): string {
  return `id: ${entry.position}\nevent: entry\ndata: ${JSON.stringify(entry)}\n\n`;
}
