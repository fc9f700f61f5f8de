import { setTimeout as sleep } from 'node:timers/promises';
import type { NoteWritten, Note } from '#event-store';

/** How a lease is kept, in milliseconds. */
export interface LeaseTimes {
  /** How often the holder says that it is there, and those who stand by look. */
  readonly renewEvery: number;
  /** How long nothing may be heard of a holder before another takes its place. */
  readonly takeOverAfter: number;
  /** The time since some moment, of a clock that nobody sets. */
  readonly now: () => number;
}

/** Four renewals are missed before another takes over. */
const usualTimes: LeaseTimes = {
  renewEvery: 15_000,
  takeOverAfter: 60_000,
  now: () => performance.now(),
};

/** What the note of a lease says. Stored, and read by other servers and later versions. */
interface Said {
  /** Who holds the lease, or null where it was given up. */
  readonly holder: string | null;
  /** What the holder leaves to whoever comes after it. */
  readonly left: unknown;
}

/** A lease that this process holds, until it is lost or given up. */
export interface Term {
  /** What the holder before left. */
  readonly found: unknown;
  /** Aborts once another process holds the lease. */
  readonly lost: AbortSignal;
  /** Makes sure that nobody else can have taken over. False where that cannot be said: then this holder is none any more. */
  confirm(): Promise<boolean>;
  /** Ends it, so that another can begin at once. */
  giveUp(): Promise<void>;
}

/**
 * A work that one process does among many. Who does it stands in a note that they share; the number of the note is the
 * fence: each renewal is written at the number that the holder wrote last, so one that was taken over finds out. No
 * clock is compared with another: who stands by sees by its own that the note has not changed for too long.
 */
export class Lease {
  private seen: { readonly number: number | undefined; readonly since: number } | undefined;

  /** @param holder a name that no other process has, nor this one had before it was started again */
  constructor(
    private readonly note: Note,
    private readonly holder: string,
    private readonly times: LeaseTimes = usualTimes,
  ) {}

  /**
   * Stands by until nobody else holds the lease, and takes it.
   *
   * @param left what this holder leaves to the next, asked at every renewal
   * @param found told of what the holder of the moment leaves, each time this process looks
   * @returns undefined where `stopping` aborted before
   */
  async take(
    stopping: AbortSignal,
    left: () => unknown,
    found: (left: unknown) => void = () => undefined,
  ): Promise<Term | undefined> {
    while (!stopping.aborted) {
      try {
        const note = await this.note.read();
        const said = saidIn(note);
        found(said.left);
        if (this.isFree(note, said)) {
          const began = this.times.now();
          const text = JSON.stringify({ holder: this.holder, left: said.left } satisfies Said);
          const number = await this.note.write(text, note?.number);
          if (number !== undefined)
            return new Held(this.note, this.holder, this.times, number, began, said.left, left);
        }
      } catch {
        // The database cannot be asked: nobody can do the work meanwhile, and it is asked again.
      }
      await rest(this.times.renewEvery / 3, stopping);
    }
    return undefined;
  }

  private isFree(note: NoteWritten | undefined, { holder }: Said): boolean {
    const now = this.times.now();
    if (this.seen?.number !== note?.number || !this.seen) this.seen = { number: note?.number, since: now };
    return holder === null || holder === this.holder || now - this.seen.since >= this.times.takeOverAfter;
  }
}

class Held implements Term {
  private readonly losing = new AbortController();
  private readonly ending = new AbortController();
  private readonly renewing: Promise<void>;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly note: Note,
    private readonly holder: string,
    private readonly times: LeaseTimes,
    private number: number,
    /** When the last write that succeeded began: since then nobody can have waited for longer. */
    private written: number,
    readonly found: unknown,
    private readonly left: () => unknown,
  ) {
    this.renewing = this.renewForEver();
  }

  get lost(): AbortSignal {
    return this.losing.signal;
  }

  async confirm(): Promise<boolean> {
    // Half of the time in which nobody else takes over: the rest is for the work that was asked to be sure.
    if (this.age() >= this.times.takeOverAfter / 2) await this.write(this.holder);
    return !this.lost.aborted && this.age() < this.times.takeOverAfter / 2;
  }

  async giveUp(): Promise<void> {
    this.ending.abort();
    await this.renewing;
    await this.write(null);
  }

  private age(): number {
    return this.times.now() - this.written;
  }

  private async renewForEver(): Promise<void> {
    for (;;) {
      await rest(this.times.renewEvery, this.ending.signal);
      if (this.ending.signal.aborted || this.lost.aborted) return;
      await this.write(this.holder);
    }
  }

  /** One write after another: two at once would take each other for somebody else's. */
  private write(holder: string | null): Promise<void> {
    this.writing = this.writing.then(async () => {
      if (this.lost.aborted) return;
      const began = this.times.now();
      try {
        const number =
          (await this.tried(holder)) ?? ((await this.isStillOurs()) && (await this.tried(holder)));
        if (typeof number !== 'number') return this.losing.abort();
        this.number = number;
        this.written = began;
      } catch {
        // Whether it was written is not known. Time tells: it is tried again, or another takes over.
      }
    });
    return this.writing;
  }

  private tried(holder: string | null): Promise<number | undefined> {
    return this.note.write(JSON.stringify({ holder, left: this.left() } satisfies Said), this.number);
  }

  /** A write whose answer was lost moved the note on all the same. */
  private async isStillOurs(): Promise<boolean> {
    const note = await this.note.read();
    if (saidIn(note).holder !== this.holder) return false;
    this.number = note?.number ?? this.number;
    return true;
  }
}

function saidIn(note: NoteWritten | undefined): Said {
  if (!note) return { holder: null, left: undefined };
  return JSON.parse(note.text) as Said;
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
}
