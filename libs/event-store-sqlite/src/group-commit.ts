import type Database from 'better-sqlite3';

// Bounds how long one transaction keeps the event loop, and how long the first in it waits for the last.
const mostInOneCommit = 512;

interface Waiting {
  /** Does the work and returns how its caller is told the outcome. */
  readonly attempt: () => () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets everything that is asked for in one turn of the event loop share one transaction, and so one write to the disk.
 * Nobody is told an outcome before it is durable.
 */
export class GroupCommit {
  private readonly waiting: Waiting[] = [];
  private readonly together: Database.Transaction<(batch: readonly Waiting[]) => readonly (() => void)[]>;
  // Inside another transaction this is a savepoint.
  private readonly apart: Database.Transaction<(work: () => unknown) => unknown>;
  private scheduled = false;

  /**
   * @param database the only connection that writes
   * @param committed called after each commit, before those who asked are told
   */
  constructor(
    private readonly database: Database.Database,
    private readonly committed: () => void,
  ) {
    this.together = database.transaction((batch) => batch.map(({ attempt }) => attempt()));
    this.apart = database.transaction((work) => work());
  }

  /**
   * Does `work` in the next shared transaction, in the order asked. What `work` throws undoes its own writes alone and
   * rejects; a failure of the transaction rejects all who shared it, and nothing of it is kept.
   */
  run<Result>(work: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ reject, attempt: () => this.attempt(work, resolve, reject) });
      this.schedule();
    });
  }

  /** Commits everything that waits before it returns. */
  flush(): void {
    while (this.waiting.length > 0) this.commit();
  }

  private attempt<Result>(
    work: () => Result,
    resolve: (result: Result) => void,
    reject: (error: unknown) => void,
  ): () => void {
    try {
      const result = this.apart(work) as Result;
      return () => resolve(result);
    } catch (error) {
      // A full disk can end the whole transaction and not only the savepoint.
      if (!this.database.inTransaction) throw error;
      return () => reject(error);
    }
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.commit();
      if (this.waiting.length > 0) this.schedule();
    });
  }

  private commit(): void {
    const batch = this.waiting.splice(0, mostInOneCommit);
    if (batch.length === 0) return;
    let tell: readonly (() => void)[];
    try {
      tell = this.together.immediate(batch);
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return;
    }
    this.committed();
    for (const outcome of tell) outcome();
  }
}
