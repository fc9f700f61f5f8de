import { isOfTheClient } from '#event-store-esdb';

/**
 * What a rejection that nobody waited for does to the process. One of the EventStoreDB client, which drops such promises
 * when a connection breaks, is logged: every call has its own timer and is made again. Any other is a fault of ours, after
 * which nothing may be believed: it is logged and ends the process, as Node would have it.
 *
 * @param log told of it, whole
 * @param end ends the process with an exit code
 */
export function strayRejections(log: (words: string) => void, end: (code: number) => void) {
  return (rejected: unknown): void => {
    const told = rejected instanceof Error ? (rejected.stack ?? rejected.message) : String(rejected);
    if (isOfTheClient(rejected)) return log(`The EventStoreDB client let go of a call: ${told}`);
    log(`A fault that nobody waited for; Minutebook ends: ${told}`);
    end(1);
  };
}
