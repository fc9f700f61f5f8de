import { recordedOf, type Recorded } from './recorded.js';
import type { DomainEvent } from './stream.js';

/** What an entry carries beside its event: who recorded it, following what, in whose place, on what it knew. */
export interface Circumstances {
  /** An opaque person id. */
  readonly actor: string;
  /** The capacity in which they acted. */
  readonly capacity: string;
  readonly correlationId: string;
  /** The id of the event that caused it, where one did. */
  readonly causationId?: string;
  /** The id of the struck entry whose place it takes. */
  readonly replaces?: string;
  /** The rule about who may record what that was waived for it, by a setting that gives the reason. */
  readonly waived?: Waived;
  /** The log position up to which facts of other streams were read for it. */
  readonly basedOn?: string;
}

/** A rule that did not hold for an entry, and why not. */
export interface Waived {
  readonly rule: string;
  readonly reason: string;
}

/** An entry's envelope as it is stored: the dates and the circumstances. Stored for ever. */
export type Envelope = Recorded & Circumstances;

/** The part of a stored event that the domain writes: whatever store holds it. */
export interface Written {
  readonly type: string;
  readonly version: number;
  /** An `Envelope`. */
  readonly envelope: object;
  readonly data: object;
}

/** An event and its circumstances as they are stored: the event's own fields under `data`. */
export function written(event: DomainEvent, version: number, circumstances: Circumstances): Written {
  const { type, ...fields } = event;
  const recorded = recordedOf(event);
  const own = Object.entries(fields).filter(([name]) => !(name in recorded));
  return { type, version, envelope: { ...recorded, ...circumstances }, data: Object.fromEntries(own) };
}

/**
 * The envelope of a stored event. A store keeps JSON and does not interpret it: that it is what `written` made is said
 * here alone.
 */
export function envelopeOf(stored: { readonly envelope: object }): Envelope {
  return stored.envelope as Envelope;
}

/** The event that was written, as `evolve` and `permits` take it, in the shape of the version it was written in. */
export function asWritten(stored: { type: string; envelope: object; data: object }): DomainEvent {
  return { type: stored.type, ...stored.data, ...recordedOf(envelopeOf(stored)) };
}

/** A strike as the log holds it: it folds nothing, it removes from the moment it is recorded. */
export interface EntryStruck extends DomainEvent {
  readonly type: 'EntryStruck';
  /** Ids of the entries struck, all of the stream it stands in. */
  readonly entries: readonly string[];
  readonly reason: string;
  /** On whose authority: a role, a body, a decision. */
  readonly authority: string;
}

/** The type of the one event that every stream may hold and no stream folds. */
export const entryStruck = 'EntryStruck';

export function isEntryStruck(event: DomainEvent): event is EntryStruck {
  return event.type === entryStruck;
}
