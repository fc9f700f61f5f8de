import { describeInstant, type Instant } from '#calendar';
import type { CopyableStore, HeldEvent } from '#event-store';
import {
  digestOfLog,
  digestOfViews,
  lineOf,
  type LogDigest,
  type SharedId,
  type ViewsDigest,
} from './digests.js';

/** What a copy is doing, for whoever waits. */
export type CopyPart = 'read' | 'copy' | 'check' | 'fold';

export interface CopyOptions {
  /** Where the book comes from, in words: what the target says of itself until the copy has ended. */
  readonly from: string;
  /** Where both books are folded to be compared; `:memory:` for small ones. */
  readonly scratch: string;
  readonly progress?: (part: CopyPart, done: number, of: number) => void;
  /** Ends it after the page at hand. Another run goes on from there. */
  readonly signal?: AbortSignal;
}

export interface CopyReport {
  /** How many events the book holds. */
  readonly events: number;
  /** How many of them were there before this run. */
  readonly before: number;
  /** SHA-256 of everything that is held of them, the same in both stores. */
  readonly log: string;
  /** SHA-256 of the rows that every view reads, the same from both stores. */
  readonly views: string;
  /** Command ids that two servers took at once into several streams: both entries stand, in the copy too. */
  readonly shared: readonly SharedId[];
}

/** The target holds what the book that is copied does not: nothing was changed in it. */
export class TargetNotEmpty extends Error {
  override readonly name = 'TargetNotEmpty';

  constructor(event: HeldEvent) {
    super(
      `The target holds something else already, from ${event.type} in ${event.stream} of ${describeInstant(event.recordedAt as Instant)} on: copy into one that is empty, or that holds the beginning of this book.`,
    );
  }
}

/** The copy was ended by its signal. */
export class CopyStopped extends Error {
  override readonly name = 'CopyStopped';

  constructor(readonly copied: number) {
    super(`The copy was stopped after ${copied} entries: copy again to go on from there`);
  }
}

/** What was copied is not what was to be copied: the target must not be used. */
export class CopyDiffers extends Error {
  override readonly name = 'CopyDiffers';

  constructor(what: 'record' | 'views', from: string, to: string) {
    super(
      `The two books differ in their ${what}: ${from} was copied and ${to} came of it. Do not use the target.`,
    );
  }
}

/**
 * Copies a whole book into another store: every entry with its ids, its instant, its position and its bytes, in the order of
 * the log. The copy is the same book and has its identity. What is in the target already must be the beginning of the same book, and is left as it is. Afterwards both
 * logs are read again, and both are folded.
 *
 * @throws TargetNotEmpty the target holds something else
 * @throws CopyDisturbed somebody recorded something in the target meanwhile
 * @throws CopyDiffers the copy is not the same as the book
 * @throws CopyStopped the signal was aborted
 */
export async function copyBook(
  from: CopyableStore,
  to: CopyableStore,
  { from: said, scratch, signal, progress = () => undefined }: CopyOptions,
): Promise<CopyReport> {
  const asked = { ...(signal && { signal }) };
  let copied = 0;
  const refuseIfStopped = (): void => {
    if (signal?.aborted) throw new CopyStopped(copied);
  };
  // What is recorded in the source from here on is not part of the copy: another run takes it along.
  const source = await digestOfLog(from, {
    ...asked,
    progress: (events) => progress('read', events, events),
  });
  refuseIfStopped();
  const before = await beginningHeld(from, to, source);
  copied = before;
  if (before < source.events) await to.sayCopy(said);
  await to.identify(await from.identity());
  for await (const events of rest(from, before, source.events, signal)) {
    await to.takeOver(events);
    copied += events.length;
    progress('copy', copied, source.events);
    refuseIfStopped();
  }
  refuseIfStopped();
  const target = await digestOfLog(to, {
    ...asked,
    progress: (events) => progress('check', events, source.events),
  });
  refuseIfStopped();
  if (target.digest !== source.digest) throw new CopyDiffers('record', source.digest, target.digest);
  const { digest: views, shared } = await sameViews(from, to, source, scratch, {
    ...asked,
    progress: (events) => progress('fold', events, 2 * source.events),
  });
  refuseIfStopped();
  await to.sayCopy(undefined);
  return { events: source.events, before, log: source.digest, views, shared };
}

/** How many events the target holds, all of them the first of the source. */
async function beginningHeld(from: CopyableStore, to: CopyableStore, { events }: LogDigest): Promise<number> {
  const source = each(from);
  let held = 0;
  for await (const theirs of each(to)) {
    const { value: ours } = await source.next();
    if (held === events || !ours || lineOf(ours) !== lineOf(theirs)) throw new TargetNotEmpty(theirs);
    held += 1;
  }
  await source.return(undefined);
  return held;
}

async function* each(store: CopyableStore): AsyncGenerator<HeldEvent, undefined> {
  for await (const page of store.held()) yield* page;
  return undefined;
}

/** How many events are copied in one go. */
const together = 500;

/** The events of a log from a place on, in pages that end where a command ends. */
async function* rest(
  store: CopyableStore,
  begin: number,
  end: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly HeldEvent[]> {
  let waiting: HeldEvent[] = [];
  let place = 0;
  for await (const page of store.held({ ...(signal && { signal }) })) {
    for (const event of page) {
      place += 1;
      if (place <= begin || place > end) continue;
      const last = waiting.at(-1);
      const begins = last?.stream !== event.stream || last.commandId !== event.commandId;
      if (begins && waiting.length >= together) {
        yield waiting;
        waiting = [];
      }
      waiting.push(event);
    }
    if (place >= end) break;
  }
  if (waiting.length > 0 && !signal?.aborted) yield waiting;
}

async function sameViews(
  from: CopyableStore,
  to: CopyableStore,
  { events }: LogDigest,
  scratch: string,
  options: { readonly signal?: AbortSignal; readonly progress: (events: number) => void },
): Promise<ViewsDigest> {
  const { progress } = options;
  const target = await digestOfViews(to, scratch, options);
  if (options.signal?.aborted) return target;
  // A source that was recorded in meanwhile is folded as far as it was copied.
  const source = await digestOfViews(from, scratch, {
    ...options,
    most: events,
    progress: (folded) => progress(events + folded),
  });
  if (!options.signal?.aborted && source.digest !== target.digest)
    throw new CopyDiffers('views', source.digest, target.digest);
  return target;
}
