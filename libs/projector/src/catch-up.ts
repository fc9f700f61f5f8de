import type { EventStore, Position, StoredEvent } from '#event-store';
import { CannotApply } from './errors.js';

/** Something kept up to date from the log: it applies events and its checkpoint in one transaction. */
export interface Projection {
  /** The position of the last event applied, or undefined before the first. */
  checkpoint(): Position | undefined;
  /** Applies events that follow the checkpoint, in log order, all or none. */
  apply(events: readonly StoredEvent[]): void;
}

/**
 * How many events a projection that is behind applies in one transaction: the pages of a file that many events change
 * are then written once and not forty times.
 */
const mostInABatch = 20_000;

/**
 * Applies a projection's log up to the head as it stands, many events to a transaction.
 *
 * @param options.applied told of each batch once it is applied
 * @param options.batch how many events to apply in one transaction: others have the event loop only in between
 * @param options.signal ends it early and quietly, between batches
 * @throws CannotApply an event could not be applied; everything before it is
 */
export async function catchUp(
  store: EventStore,
  projection: Projection,
  options: {
    readonly applied?: (events: readonly StoredEvent[]) => void;
    readonly batch?: number;
    readonly signal?: AbortSignal;
  } = {},
): Promise<void> {
  const { applied = () => undefined, batch = mostInABatch, signal } = options;
  const after = projection.checkpoint();
  let waiting: StoredEvent[] = [];
  const applyWaiting = (): void => {
    const events = waiting;
    waiting = [];
    if (events.length > 0 && !signal?.aborted) applyAsFarAsPossible(projection, events, applied);
  };
  for await (const page of store.readAll({
    ...(after !== undefined && { after }),
    ...(signal && { signal }),
  })) {
    waiting.push(...page);
    if (waiting.length >= batch) applyWaiting();
  }
  applyWaiting();
}

/**
 * Applies events in one transaction, or where one of them cannot be, those before it.
 *
 * @throws CannotApply names the first that cannot
 */
export function applyAsFarAsPossible(
  projection: Projection,
  events: readonly StoredEvent[],
  applied: (events: readonly StoredEvent[]) => void = () => undefined,
): void {
  try {
    projection.apply(events);
  } catch (cause) {
    const [first] = events;
    if (first === undefined) return;
    if (events.length === 1) throw new CannotApply(first, cause);
    const half = events.length >> 1;
    applyAsFarAsPossible(projection, events.slice(0, half), applied);
    applyAsFarAsPossible(projection, events.slice(half), applied);
    return;
  }
  // Outside of the try: a listener that throws has not kept the events from being applied.
  applied(events);
}
