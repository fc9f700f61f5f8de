import type { Position } from '#event-store';

/** EventStoreDB gave no answer that could be used, for as long as was waited for one. */
export class EsdbUnavailable extends Error {
  override readonly name: string = 'EsdbUnavailable';

  constructor(what: string, milliseconds: number, hint: string | undefined, cause: unknown) {
    const last = cause instanceof Error ? cause.message : String(cause);
    super(
      `EventStoreDB did not ${what} within ${milliseconds / 1000} s (${last}).` +
        (what === 'append'
          ? ' Whether it was recorded is not known: send the command again under the same id.'
          : ' Look whether it runs and can be reached, then try again.') +
        (hint === undefined ? '' : ` ${hint}`),
      { cause },
    );
  }
}

/** The log could not be read as far as something that is known to stand in it, in the time there was. */
export class LogBehind extends EsdbUnavailable {
  override readonly name: string = 'LogBehind';

  constructor(
    readonly wanted: Position,
    readonly reached: Position | undefined,
    milliseconds: number,
    cause: unknown,
  ) {
    super(
      `show its log up to ${wanted}, only up to ${reached ?? 'its beginning'},`,
      milliseconds,
      undefined,
      cause,
    );
  }
}

/** A call that our own timer ended: the deadline of a call does not cover a server that has gone silent. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(milliseconds: number) {
    super(`no answer in ${milliseconds} ms`);
  }
}

// CANCELLED, DEADLINE_EXCEEDED, ABORTED (how the server says that a commit timed out), INTERNAL, UNAVAILABLE.
const unknownOutcome: readonly unknown[] = [1, 4, 10, 13, 14];

/**
 * Whether a call that failed so may be made again: nothing is known of its outcome, or it was sent to the wrong node.
 * Told by the code and not by the class, which differs with how the connection was lost.
 */
export function mayTryAgain(error: unknown): boolean {
  if (error instanceof NoAnswer) return true;
  const { code, type, message } = error as { code?: unknown; type?: unknown; message?: unknown };
  return (
    unknownOutcome.includes(code) ||
    type === 'not-leader' ||
    type === 'unavailable' ||
    /Server Is Not Ready|Failed to discover/.test(String(message))
  );
}

/**
 * Whether a rejection that nobody waited for comes from the client and its connection, and not from a fault in our code:
 * it lets go of calls that were given up already, and tells of a connection that broke in a promise nobody was handed.
 */
export function isOfTheClient(rejected: unknown): boolean {
  return rejected instanceof Error && !(rejected instanceof EsdbUnavailable) && mayTryAgain(rejected);
}

/** Whether the database says that there is no such stream. */
export function isStreamNotFound(error: unknown): boolean {
  return (error as { type?: unknown }).type === 'stream-not-found';
}

/** Whether the database says that the stream stands elsewhere than was expected. */
export function isWrongRevision(error: unknown): boolean {
  return (error as { type?: unknown }).type === 'wrong-expected-version';
}
