import { setTimeout as sleep } from 'node:timers/promises';
import type { Position } from '#event-store';
import type { Connection } from './connection.js';
import { logRecord, type StreamNames } from './event-record.js';
import type { Log } from './log.js';
import { placeOf } from './place.js';

/** How the log is watched, in milliseconds. */
export interface Watching {
  /** How often the head is asked for beside the subscription, which can fall silent without a word. */
  readonly every: number;
  /** The longest pause before a subscription that ended is made again; each pause is drawn between nothing and it. */
  readonly pause: number;
}

const usualWatching: Watching = { every: 2_000, pause: 1_000 };

/**
 * The one subscription to `$all` of a process: it wakes everyone who follows the log. It is made again for ever where it
 * ends, and dropped where the head moves on without it; nothing is missed meanwhile, because those who are woken
 * read on from where they are.
 */
export class Watch {
  private readonly stopping = new AbortController();
  private running: Promise<unknown> | undefined;
  private subscription = new AbortController();
  /** The position of the last record the subscription told, or of where it began. */
  private heard: Position | undefined;
  /** Why the last subscription ended, where it ended by a fault. */
  fault: unknown;
  /** How many subscriptions were begun: each after the first took the place of one that had ended. */
  begun = 0;

  constructor(
    private readonly connection: Connection,
    private readonly log: Log,
    private readonly names: StreamNames,
    private readonly watching: Watching = usualWatching,
  ) {}

  /** Begins to watch; asking again does no harm. */
  start(): void {
    this.running ??= Promise.all([this.subscribeForEver(), this.lookForEver()]);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    this.subscription.abort();
    await this.running;
  }

  private async subscribeForEver(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.subscription = new AbortController();
      try {
        await this.log.takeInToHead();
        this.begun += 1;
        await this.subscribe(this.subscription.signal);
      } catch (error) {
        this.fault = error;
      }
      this.log.told = false;
      await this.rest(Math.random() * this.watching.pause);
    }
  }

  private subscribe(signal: AbortSignal): Promise<void> {
    this.heard = this.log.takenIn;
    const from = this.heard === undefined ? undefined : placeOf(this.heard);
    return this.connection.follow(from, signal, (recorded) => {
      const record = logRecord(this.names, recorded);
      this.log.takeIn(this.heard, [record]);
      this.heard = record.position;
      this.log.told = true;
    });
  }

  private async lookForEver(): Promise<void> {
    for (let heard = this.heard, newest = this.log.newest; ; heard = this.heard, newest = this.log.newest) {
      await this.rest(this.watching.every);
      if (this.stopping.signal.aborted) return;
      await this.log.takeInToHead().catch((error: unknown) => (this.fault = error));
      // A live subscription is milliseconds behind. What stood in the log a whole round ago, it should have told.
      const silent = this.heard === heard && newest !== undefined && (heard === undefined || heard < newest);
      if (silent) this.subscription.abort();
    }
  }

  private async rest(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
