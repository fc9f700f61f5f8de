import { ownCaseRule, saidBy } from '#programme';
import { inNames, type NamesInPlay, type Reader } from '#read-model';
import type { RecordingOutcome } from '#recording';
import { Problem } from '#problem';

/** What stands in the way of recording something. */
export type NotRecorded = Exclude<RecordingOutcome, { outcome: 'recorded' | 'nothing' }> & {
  /** What it names as the commands before it call it, where those were only played. */
  readonly inPlay?: NamesInPlay;
};

/**
 * The problem that an outcome comes to for whoever sent the command: in words that name things as people know them on the
 * day it is about, with their ids beside.
 */
export function problemOfOutcome(outcome: NotRecorded, reader: Reader): Problem {
  switch (outcome.outcome) {
    case 'refused': {
      const { refusal, conflict, index, stream, effectiveOn } = outcome;
      const words = saidBy(refusal);
      const [programme = ''] = stream.split('/');
      const detail = inNames(reader, programme, reader.moments.at(effectiveOn), outcome.inPlay)(words);
      const names = words.filter((word) => typeof word !== 'string');
      // Of who asks, not of what is asked.
      if (refusal.refused === ownCaseRule) {
        return new Problem(403, ownCaseRule, 'This business case is your own', detail, { stream });
      }
      return new Problem(
        conflict ? 409 : 422,
        refusal.refused,
        conflict ? 'It contradicts a later entry' : 'It cannot be recorded',
        detail,
        {
          stream,
          ...(names.length > 0 && { names }),
          ...(conflict && { conflict }),
          ...(index !== undefined && { index }),
        },
      );
    }
    case 'stale':
      return new Problem(
        412,
        'stale-revision',
        'Someone recorded something meanwhile',
        `${outcome.stream} is at revision ${outcome.revision}: look at what was added, then send the command with that revision`,
        { stream: outcome.stream, revision: outcome.revision },
      );
    case 'command-id-reused':
      return keyReused({ stream: outcome.stream });
    case 'unknown-programme':
      return new Problem(
        404,
        'unknown-programme',
        'There is no such programme',
        `Nothing is recorded of ${outcome.programme}: start-programme comes first`,
      );
  }
}

/** 422: the key stands for something else already. */
export function keyReused(extension: Record<string, unknown> = {}): Problem {
  return new Problem(
    422,
    'idempotency-key-reused',
    'The Idempotency-Key was used for another command',
    'Send this command under a new key, or the first one unchanged to get its result again',
    extension,
  );
}

/** 404: no command has the name. */
export function unknownCommand(name: string): Problem {
  return new Problem(
    404,
    'unknown-command',
    'There is no such command',
    `No command is called ${name}: see docs/commands-and-events.md`,
  );
}

/** 409: a book that is a demonstration takes in its own programme only. */
export function demonstrationOnly(demonstration: string, programme: string): Problem {
  return new Problem(
    409,
    'demonstration-only',
    'This book is a demonstration',
    `It holds the programme ${demonstration} and no other: start Minutebook on a folder of its own for ${programme}`,
  );
}
