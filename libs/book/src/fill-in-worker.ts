import { Worker } from 'node:worker_threads';
import type { EventStore, StoredEvent } from '#event-store';
import type { Viewed } from './viewed.js';

/** What the worker is handed: entries in log order, or that there are no more. */
export type ForTheWorker = { readonly events: readonly StoredEvent[] } | { readonly end: true };

/** What the worker says: how many entries it has applied so far, or that the file is whole and on the disk. */
export type FromTheWorker = { readonly applied: number } | { readonly done: true };

/** How many entries may be on their way to the worker: enough that it never waits, and no more to remember. */
const mostOnTheWay = 30_000;

/** Fills an empty read model's file from the log, as far as it goes. */
export type Filler = (
  store: EventStore,
  file: string,
  hooks: {
    readonly applied: (entries: number) => void;
    readonly signal: AbortSignal;
    /** What the file holds. */
    readonly of?: Viewed;
  },
) => Promise<void>;

/** What a worker is told to fill. */
export interface Filled {
  readonly file: string;
  readonly of: Viewed;
}

/** Where the program runs from its sources, as specs do, no worker is built. */
export const isBuilt = import.meta.url.endsWith('.js');

/**
 * Fills the file in a thread of its own. This process reads the log and hands it over: nobody else may open the file of a
 * book, and one connection to EventStoreDB is enough.
 *
 * @throws Error the worker ended before it was done; what it left is worth nothing
 */
export const fillInWorker: Filler = async (store, file, { applied, signal, of = {} }) => {
  if (signal.aborted) return;
  const worker = new Worker(new URL('./fill-worker.js', import.meta.url), {
    workerData: { file, of } satisfies Filled,
  });
  const filling = new Filling(worker, applied);
  const abort = (): void => void worker.terminate();
  signal.addEventListener('abort', abort);
  try {
    await filling.handOver(store, signal);
  } catch (error) {
    // Whoever asked it to end knows why it did.
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', abort);
    await worker.terminate();
  }
};

/** One file being filled: what is on its way to the worker, and what has been applied. */
class Filling {
  private sent = 0;
  private done = 0;
  private wake: () => void = () => undefined;
  private readonly whole: Promise<void>;

  constructor(
    private readonly worker: Worker,
    private readonly applied: (entries: number) => void,
  ) {
    this.whole = new Promise((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', (code) =>
        reject(new Error(`The rebuild ended by itself, with ${code}: rebuild again`)),
      );
      worker.on('message', (said: FromTheWorker) => {
        if ('done' in said) resolve();
        else this.heard(said.applied);
      });
    });
    // Whoever hands over is told; before that nobody listens yet.
    this.whole.catch(() => undefined);
  }

  async handOver(store: EventStore, signal: AbortSignal): Promise<void> {
    for await (const events of store.readAll({ signal })) {
      this.tell({ events });
      this.sent += events.length;
      while (this.sent - this.done > mostOnTheWay)
        await Promise.race([new Promise<void>((resolve) => (this.wake = resolve)), this.whole]);
    }
    if (signal.aborted) return;
    this.tell({ end: true });
    await this.whole;
  }

  private tell(message: ForTheWorker): void {
    this.worker.postMessage(message);
  }

  private heard(done: number): void {
    const more = done - this.done;
    this.done = done;
    this.applied(more);
    this.wake();
  }
}
