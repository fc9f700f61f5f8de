import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { EventBus, ofType } from '@nestjs/cqrs';
import { filter, type Observable } from 'rxjs';
import { Book } from '#book';
import type { StoredEvent } from '#event-store';
import { EntriesRecorded } from './entries-recorded.js';

/** How many may listen to one server at once, in all and for one person: each holds a connection open. */
const mostListeners = { inAll: 1_000, ofOne: 20 } as const;

/**
 * What is recorded, as it is recorded: this server's own projector says so, whichever server recorded it. Who listens is
 * counted here, and is let go when the server ends.
 */
@Injectable()
export class LiveEntries implements OnModuleInit, OnModuleDestroy {
  private readonly listening = new Map<AbortController, string>();
  private closing = false;
  private readonly publish = (events: readonly StoredEvent[]): void => {
    // Before anybody has listened there is nobody to tell.
    if (this.listening.size > 0) void this.bus.publish(new EntriesRecorded(events));
  };

  constructor(
    private readonly book: Book,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.book.recorded.on('recorded', this.publish);
  }

  onModuleDestroy(): void {
    this.closing = true;
    this.book.recorded.off('recorded', this.publish);
    for (const one of [...this.listening.keys()]) one.abort();
  }

  /** Emits whenever something of a programme was recorded and the views show it. */
  recordedIn(programme: string): Observable<EntriesRecorded> {
    return this.bus.pipe(
      ofType(EntriesRecorded),
      filter(({ events }) => events.some(({ stream }) => stream.startsWith(`${programme}/`))),
    );
  }

  /**
   * Takes one more listener in. Aborted when the server ends.
   *
   * @param who the person who listens, or the address of somebody who has not said who they are
   * @returns undefined where there is no room, for them or in all, or the server is ending
   */
  join(who: string): AbortController | undefined {
    const theirs = [...this.listening.values()].filter((other) => other === who).length;
    if (this.closing || theirs >= mostListeners.ofOne || this.listening.size >= mostListeners.inAll)
      return undefined;
    const one = new AbortController();
    this.listening.set(one, who);
    one.signal.addEventListener('abort', () => this.listening.delete(one), { once: true });
    return one;
  }
}
