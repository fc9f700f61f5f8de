import type { Position, StreamName } from '#event-store';

/** A stream that is set aside: one of its entries could not be applied, so that one and all after it are held back. */
export interface QuarantinedStream {
  readonly stream: StreamName;
  /** The first entry held back. */
  readonly entry: { readonly id: string; readonly type: string };
  /** The position of that entry, and when it was recorded: what the views show of the stream ends before it. */
  readonly position: Position;
  readonly recordedAt: string;
  /** Why it could not be applied, the last time it was tried. */
  readonly error: string;
  /** When the stream was set aside, by the computer's clock. */
  readonly since: string;
  /** How many entries are held back. */
  readonly waiting: number;
}

/** Views that would show less than those in place, and were not put there. */
export class WouldQuarantine extends Error {
  override readonly name = 'WouldQuarantine';

  constructor(readonly quarantined: readonly QuarantinedStream[]) {
    const each = quarantined.map(({ stream, error }) => `${stream} (${error})`).join('; ');
    super(`The views stay as they were: rebuilt, they would hold back what they show now of ${each}`);
  }
}
