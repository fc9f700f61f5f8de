import { parentPort, workerData } from 'node:worker_threads';
import type { StoredEvent } from '#event-store';
import { ReadModel } from '#read-model';
import type { Filled, ForTheWorker, FromTheWorker } from './fill-in-worker.js';

// The thread in which a rebuild fills its file. What throws here ends it, and whoever asked for the rebuild is told.

/** How many entries go into one transaction: each page of the file is then written once and not forty times. */
const entriesInATransaction = 10_000;

const port = parentPort;
if (!port) throw new Error('This fills a read model for a rebuild: run minutebook rebuild');
const { file, of } = workerData as Filled;
const model = ReadModel.open(file, { filling: true, ...of });
let waiting: StoredEvent[] = [];
const say = (message: FromTheWorker): void => port.postMessage(message);

const applyWaiting = (): void => {
  model.apply(waiting);
  waiting = [];
  say({ applied: model.entries });
};

port.on('message', (message: ForTheWorker) => {
  if ('end' in message) {
    applyWaiting();
    model.close();
    say({ done: true });
    port.close();
    return;
  }
  waiting.push(...message.events);
  if (waiting.length >= entriesInATransaction) applyWaiting();
});
