/** EventStoreDB gave no answer that could be used, for as long as was waited for one. */
export class EsdbUnavailable extends Error {
  override readonly name = 'EsdbUnavailable';

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

/** Whether the database says that there is no such stream. */
export function isStreamNotFound(error: unknown): boolean {
  return (error as { type?: unknown }).type === 'stream-not-found';
}

/** Whether the database says that the stream stands elsewhere than was expected. */
export function isWrongRevision(error: unknown): boolean {
  return (error as { type?: unknown }).type === 'wrong-expected-version';
}
