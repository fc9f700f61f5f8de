import type { EventStore, Position, StoredEvent } from '#event-store';

/** Something kept up to date from the log: it applies a page and its checkpoint in one transaction. */
export interface Projection {
  /** The position of the last event applied, or undefined before the first. */
  checkpoint(): Position | undefined;
  /** Applies events that follow the checkpoint, in log order, all or none. */
  apply(events: readonly StoredEvent[]): void;
}

/** A wait for a position that was not reached in time; says how far the projection is. */
export class ProjectionBehind extends Error {
  override readonly name = 'ProjectionBehind';

  constructor(
    readonly wanted: Position,
    readonly reached: Position | undefined,
  ) {
    super(`The views have reached ${reached ?? 'nothing yet'}, not ${wanted}: ask again in a moment`);
  }
}

interface Waiter {
  readonly position: Position;
  resolve(): void;
}

/**
 * Follows the log from a projection's own checkpoint, for as long as the process lives. The checkpoint is the
 * projection's, saved with its rows: what is applied twice or skipped would be a fault of the store.
 */
export class Projector {
  private readonly stopping = new AbortController();
  private readonly waiters = new Set<Waiter>();
  private following: Promise<void> | undefined;
  /** Why following ended, where it ended by a fault. */
  fault: Error | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly projection: () => Projection,
    private readonly applied: (events: readonly StoredEvent[]) => void = () => undefined,
  ) {}

  /** Catches up with the head as it stands, then follows in the background. */
  async start(progress: (position: Position) => void = () => undefined): Promise<void> {
    const after = this.projection().checkpoint();
    for await (const page of this.store.readAll({ ...(after !== undefined && { after }) })) {
      this.take(page);
      progress((page.at(-1) as StoredEvent).position);
    }
    this.following = this.follow().catch((error: unknown) => {
      this.fault = error instanceof Error ? error : new Error(String(error));
    });
  }

  /**
   * Resolves once everything up to a position is applied.
   *
   * @throws ProjectionBehind it was not reached in time, in milliseconds
   */
  async reached(position: Position, within: number): Promise<void> {
    if (this.isAt(position)) return;
    let waiter: Waiter | undefined;
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        waiter = { position, resolve };
        this.waiters.add(waiter);
        timer = setTimeout(() => {
          reject(new ProjectionBehind(position, this.projection().checkpoint()));
        }, within);
      });
    } finally {
      clearTimeout(timer);
      if (waiter) this.waiters.delete(waiter);
    }
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.following;
  }

  private async follow(): Promise<void> {
    const after = this.projection().checkpoint();
    const { signal } = this.stopping;
    for await (const page of this.store.subscribe({ ...(after !== undefined && { after }), signal }))
      this.take(page);
  }

  private take(page: readonly StoredEvent[]): void {
    this.projection().apply(page);
    for (const waiter of this.waiters) if (this.isAt(waiter.position)) waiter.resolve();
    this.applied(page);
  }

  private isAt(position: Position): boolean {
    const checkpoint = this.projection().checkpoint();
    return checkpoint !== undefined && checkpoint >= position;
  }
}
