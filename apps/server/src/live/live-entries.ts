import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { EventBus, ofType } from '@nestjs/cqrs';
import { filter, type Observable } from 'rxjs';
import { Book } from '#book';
import type { StoredEvent } from '#event-store';
import { EntriesRecorded } from './entries-recorded.js';

/** How many may listen to one server at once: each holds a connection open. */
export const mostListeners = 200;

/**
 * What is recorded, as it is recorded: this server's own projector says so, whichever server recorded it. Who listens is
 * counted here, and is let go when the server ends.
 */
@Injectable()
export class LiveEntries implements OnModuleInit, OnModuleDestroy {
  private readonly listening = new Set<AbortController>();
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
    for (const one of [...this.listening]) one.abort();
  }

  /** Emits whenever something of a programme was recorded and the views show it. */
  recordedIn(programme: string): Observable<EntriesRecorded> {
    return this.bus.pipe(
      ofType(EntriesRecorded),
      filter(({ events }) => events.some(({ stream }) => stream.startsWith(`${programme}/`))),
    );
  }

  /** Takes one more listener in; undefined where there is no room or the server is ending. Aborted when it ends. */
  join(): AbortController | undefined {
    if (this.closing || this.listening.size >= mostListeners) return undefined;
    const one = new AbortController();
    this.listening.add(one);
    one.signal.addEventListener('abort', () => this.listening.delete(one), { once: true });
    return one;
  }
}
