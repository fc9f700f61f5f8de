import { setTimeout as sleep } from 'node:timers/promises';
import { isDiskFull, type EventStore, type Position, type StoredEvent } from '#event-store';
import { applyAsFarAsPossible, catchUp, type Projection } from './catch-up.js';
import { ProjectionBehind, ProjectionStopped } from './errors.js';

interface Waiter {
  readonly position: Position;
  resolve(): void;
  reject(reason: ProjectionBehind): void;
}

/** How long a disk that is full is given before it is tried again, in milliseconds. */
const beforeTryingAgain = 1_000;

/**
 * Follows the log from a projection's own checkpoint, for as long as the process lives. The checkpoint is the
 * projection's, saved with its rows: what is applied twice or skipped would be a fault of the store. A disk that is full is
 * waited for. Any other fault stops it
 * for good, and everyone who waits is told: views that fall behind in silence would answer with an old truth.
 */
export class Projector {
  private readonly stopping = new AbortController();
  private readonly waiters = new Set<Waiter>();
  private running: Promise<void> = Promise.resolve();
  /** Why following ended, where it ended by a fault. */
  fault: Error | undefined;
  /** What following waits for to pass by itself: a disk that is full. */
  obstacle: Error | undefined;

  /**
   * @param projection the projection as it is at the moment of asking: a rebuild may put another in its place, at the
   *   same checkpoint or a later one
   * @param applied told of events once they are applied; what it throws stops following, as a fault of its own
   */
  constructor(
    private readonly store: EventStore,
    private readonly projection: () => Projection,
    private readonly applied: (events: readonly StoredEvent[]) => void = () => undefined,
  ) {}

  /**
   * Catches up with the head as it stands, then follows in the background. Started again after a fault, it goes on from
   * the checkpoint.
   *
   * @throws CannotApply an event could not be applied
   */
  async start(progress: (position: Position) => void = () => undefined): Promise<void> {
    await this.running;
    this.fault = undefined;
    const { signal } = this.stopping;
    const caughtUp = catchUp(this.store, this.projection(), {
      signal,
      applied: (events) => {
        this.tell(events);
        progress((events.at(-1) as StoredEvent).position);
      },
    });
    this.running = caughtUp.catch((error: unknown) => this.failed(error));
    await caughtUp;
    if (!signal.aborted) this.running = this.follow().catch((error: unknown) => this.failed(error));
  }

  /**
   * Resolves once everything up to a position is applied.
   *
   * @param within the longest wait, in milliseconds
   * @throws ProjectionBehind it was not reached in time
   * @throws ProjectionStopped it will not be reached: at once, and to those who wait already when following ends
   */
  async reached(position: Position, within: number): Promise<void> {
    if (this.isAt(position)) return;
    if (this.fault || this.stopping.signal.aborted) throw this.stoppedBefore(position);
    await new Promise<void>((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiters.delete(waiter);
      };
      const waiter: Waiter = {
        position,
        resolve: () => (done(), resolve()),
        reject: (reason) => (done(), reject(reason)),
      };
      const timer = setTimeout(() => {
        waiter.reject(this.behind(position));
      }, within);
      this.waiters.add(waiter);
    });
  }

  /** Ends following, tells everyone who waits, and resolves once nothing is applied any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.tellStopped();
    await this.running;
  }

  private behind(position: Position): ProjectionBehind {
    const { obstacle: cause } = this;
    const reached = this.projection().checkpoint();
    return cause
      ? new ProjectionBehind(position, reached, cause.message, { cause })
      : new ProjectionBehind(position, reached);
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        return await this.followOn();
      } catch (error) {
        if (!isDiskFull(error)) throw error;
        this.obstacle = error as Error;
        await sleep(beforeTryingAgain, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async followOn(): Promise<void> {
    const after = this.projection().checkpoint();
    const { signal } = this.stopping;
    for await (const page of this.store.subscribe({ ...(after !== undefined && { after }), signal })) {
      const { known, unknown } = dividedAt(this.projection().checkpoint(), page);
      if (known.length > 0) this.tell(known);
      if (unknown.length > 0) applyAsFarAsPossible(this.projection(), unknown, (events) => this.tell(events));
    }
    if (!signal.aborted) throw new Error('The log can no longer be followed: its store was closed');
  }

  private tell(events: readonly StoredEvent[]): void {
    this.obstacle = undefined;
    for (const waiter of [...this.waiters]) if (this.isAt(waiter.position)) waiter.resolve();
    this.applied(events);
  }

  private failed(error: unknown): void {
    this.fault = error instanceof Error ? error : new Error(String(error));
    this.tellStopped();
  }

  private tellStopped(): void {
    for (const waiter of [...this.waiters]) waiter.reject(this.stoppedBefore(waiter.position));
  }

  private stoppedBefore(position: Position): ProjectionStopped {
    return new ProjectionStopped(position, this.projection().checkpoint(), this.fault);
  }

  private isAt(position: Position): boolean {
    const checkpoint = this.projection().checkpoint();
    return checkpoint !== undefined && checkpoint >= position;
  }
}

/** The events of a page that a projection holds, and those that it does not. */
function dividedAt(checkpoint: Position | undefined, page: readonly StoredEvent[]) {
  const first = page.findIndex(({ position }) => checkpoint === undefined || position > checkpoint);
  const from = first === -1 ? page.length : first;
  return { known: page.slice(0, from), unknown: page.slice(from) };
}
