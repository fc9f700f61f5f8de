import type { CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import { readBack, type Command, type DomainEvent } from '#programme';
import type { Moment, Reader } from '#read-model';

/** An entry that something may follow from, and what is known on its day. */
export interface Cause {
  readonly programme: string;
  readonly entry: StoredEvent;
  readonly event: DomainEvent;
  readonly effectiveOn: CivilDate;
  readonly reader: Reader;
  /** The end of the entry's own day, with all that is known now. */
  readonly moment: Moment;
}

/**
 * What follows from an entry: commands, at most one a stream, none where nothing is left to do; or why it cannot be done
 * yet.
 */
export type Following = readonly Command[] | { readonly waiting: string };

/** A rule by which one recorded fact leads to another. It decides nothing: the streams it addresses do. */
export interface FollowUp {
  /** Part of the ids of the commands it issues: stored for ever. */
  readonly name: string;
  /**
   * Whether its commands go to several streams: then the id of each names its stream, as an id belongs to one command in the
   * programme. Where it is one stream the id stands as it was always made.
   */
  readonly toSeveralStreams?: true;
  /** The types of the entries it follows. */
  readonly follows: readonly string[];
  /** Pure but for what it reads. Asked again about the same entry it may say less, never something else. */
  from(cause: Cause): Following;
}

/** What a follow-up takes over from its cause: the day, the decision, how it is known, and which entry it follows. */
export function followingFrom({ programme, entry, event }: Cause) {
  const { effectiveOn, precision, decision, provenance } = event;
  return {
    programme,
    effectiveOn,
    ...(precision !== undefined && { precision }),
    ...(decision !== undefined && { decision }),
    provenance,
    source: `Follows from ${entry.type} in ${entry.stream}, entry ${entry.id}`,
  };
}

/** The event of a stored entry, as a follow-up reads it. */
export function eventOf(entry: StoredEvent): DomainEvent {
  return readBack(entry);
}
