import type { CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import type { Command, DomainEvent } from '#programme';
import type { Refusal } from '#timeline';
import type { CommandOfChange } from './judge.js';

/** Who asks, and under which id. */
export interface Sender {
  readonly actor: string;
  readonly capacity: string;
  /** Belongs to the programme: the same id and fingerprint again gets the first result, with another it is refused. */
  readonly commandId: string;
  /** A hash of the command as it was sent. */
  readonly fingerprint: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** The revision the sender saw; a stream that has moved on is then not judged again. */
  readonly ifRevision?: number;
}

/** A strike of entries of one stream, with the commands that replace them. */
export interface StrikeAsked {
  readonly programme: string;
  readonly stream: string;
  readonly entries: readonly string[];
  readonly reason: string;
  readonly authority: string;
  readonly recorded: Omit<DomainEvent, 'type'>;
  readonly replacement: readonly CommandOfChange<Command>[];
}

/** An entry already on the record, as a refusal names it. */
export interface NamedEntry {
  readonly id: string;
  readonly type: string;
  readonly effectiveOn: string;
  readonly decision?: string;
}

export type RecordingOutcome =
  | {
      readonly outcome: 'recorded';
      readonly stream: string;
      readonly revision: number;
      readonly position: string;
      readonly events: readonly StoredEvent[];
      readonly repeated: boolean;
    }
  | {
      readonly outcome: 'nothing';
      readonly stream: string;
      readonly revision: number;
      readonly position?: string;
    }
  | {
      readonly outcome: 'refused';
      readonly stream: string;
      /** The day that what was refused is about. */
      readonly effectiveOn: CivilDate;
      readonly refusal: Refusal;
      readonly index?: number;
      readonly conflict?: NamedEntry;
    }
  | { readonly outcome: 'stale'; readonly stream: string; readonly revision: number }
  | { readonly outcome: 'command-id-reused'; readonly stream: string }
  | { readonly outcome: 'unknown-programme'; readonly programme: string };
