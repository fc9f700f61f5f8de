import type { ExpectedRevision, Position, StreamName } from './event-store.js';

/** The stream is not as the append expected it; `actual` is its last revision, or undefined where there is no stream. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';

  constructor(
    readonly stream: StreamName,
    readonly expected: ExpectedRevision,
    readonly actual: number | undefined,
  ) {
    const found = actual === undefined ? 'does not exist' : `is at revision ${actual}`;
    super(
      `The stream ${stream} ${found}, where ${inWords(expected)} was expected: ` +
        'read it again, decide again, and append at the revision you decided on.',
    );
  }
}

function inWords(expected: ExpectedRevision): string {
  if (expected === 'none') return 'no stream';
  if (expected === 'exists') return 'an existing stream';
  if (expected === 'any') return 'any stream';
  return `revision ${expected}`;
}

/** The command id is already taken in this stream by a command that said something else. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused';

  constructor(
    readonly stream: StreamName,
    readonly commandId: string,
  ) {
    super(
      `The command id ${commandId} was used before in the stream ${stream}, for another command: ` +
        'send this one under a new id, or the first one unchanged to get its result again.',
    );
  }
}

/** Why an append cannot be stored, whatever the stream looks like. */
export type NotStorableCode =
  'event-too-large' | 'append-too-large' | 'append-empty' | 'not-canonical' | 'event-id-taken';

/** The append cannot be stored as it was handed in, and nothing of it was. */
export class NotStorable extends Error {
  override readonly name = 'NotStorable';

  constructor(
    readonly code: NotStorableCode,
    readonly reason: string,
  ) {
    super(reason);
  }

  /** An event with this id is in the log already, under another command. */
  static idTaken(id: string): NotStorable {
    return new NotStorable(
      'event-id-taken',
      `The event id ${id} is in the log already: make ids from the programme, the stream, the command id and the index.`,
    );
  }
}

/** The book is held open already: one process at a time writes it. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';

  constructor(
    readonly file: string,
    heldBy: 'this process' | 'another process' = 'another process',
  ) {
    super(
      heldBy === 'this process'
        ? `This process has the book ${file} open already: use that store, or close it first.`
        : `Another Minutebook process has the book ${file} open: use --url http://127.0.0.1:3000 to speak to it, or stop it first.`,
    );
  }
}

/** The store was closed before the call. */
export class StoreClosed extends Error {
  override readonly name = 'StoreClosed';

  constructor() {
    super('The event store is closed: open it again to read it or append to it.');
  }
}

/** A position that this log has not given out: it is not written as one, or it lies beyond the end. */
export class NoSuchPosition extends RangeError {
  override readonly name = 'NoSuchPosition';

  /** @param end the last position of the log, where the one asked for lies beyond it; null where the log is empty */
  constructor(
    readonly position: Position,
    readonly end?: Position | null,
  ) {
    super(
      end === undefined
        ? `${position} is not a position in this log: use one that it gave you, unchanged.`
        : `${position} is beyond the end of this log, ${end ?? 'which is empty'}: it is of another book, or the record was put back since.`,
    );
  }
}

/** There is no room on the disk: nothing of what was to be written was. What failed by it can be tried again. */
export class DiskFull extends Error {
  override readonly name = 'DiskFull';

  constructor(options?: ErrorOptions) {
    super(
      'The disk is full, and nothing was recorded: make room on it, then send it again. Minutebook goes on by itself',
      options,
    );
  }
}

/** Whether something failed because a disk is full, itself or what caused it. By code and not by class: drivers differ. */
export function isDiskFull(error: unknown): boolean {
  for (let each = error; each instanceof Object; each = (each as { cause?: unknown }).cause) {
    const code = String((each as { code?: unknown }).code);
    if (each instanceof DiskFull || ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code)) return true;
  }
  return false;
}
