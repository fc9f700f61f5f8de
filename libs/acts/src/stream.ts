import type { Parts, Refusal, Rules } from '#timeline';
import type { AnyAct } from './act.js';
import type { Facts } from './facts.js';
import type { Recorded } from './recorded.js';

/** What a command comes to: the events it adds (none where it changes nothing), or the rule in its way. */
export type Decided<Event> = readonly Event[] | Refusal;

/** Whether a command was refused. */
export function isRefusal(decided: Decided<unknown>): decided is Refusal {
  return 'refused' in decided;
}

/** What the page of commands and events says of an event type. */
export interface EventDefinition {
  /** The version of the shape of its data, from 1. */
  readonly version: number;
  /** One sentence, past tense, in the programme's words. */
  readonly says: string;
  /** Data fields that name a person, so that they can be kept apart and erased. */
  readonly personal: readonly string[];
}

/** What the page of commands and events says of a command. */
export interface CommandDefinition {
  /** One sentence: what the person does by it. */
  readonly does: string;
  /** The types of the events it may add. */
  readonly adds: readonly string[];
  /** The field that names the thing it is about; its stream is that thing's. Absent for a stream with no id. */
  readonly id?: string;
  /**
   * True where it only ends something, so that a month or a year stands for its last day. What ends one thing and starts
   * another has one day, the first. Design section 1.5.
   */
  readonly ends?: true;
}

/** A command as the domain takes it: its kebab-case name, the programme, the dates, its own fields. */
export interface Command extends Recorded {
  readonly type: string;
  readonly programme: string;
}

/** An event as the domain gives it: its type, the dates, its own fields. */
export interface DomainEvent extends Recorded {
  readonly type: string;
}

/** What every part says of itself. */
export interface AnyPart {
  readonly kind: string;
  readonly id: string;
}

/** A stream of one kind: what may be asked of it, what it records and what that means. */
export interface StreamDefinition<Part, C extends Command, E extends DomainEvent> extends Rules<Part, E> {
  /** The second part of the stream's name. */
  readonly kind: string;
  readonly commands: { readonly [Name in C['type']]: CommandDefinition };
  readonly events: { readonly [Type in E['type']]: EventDefinition };
  /**
   * Keys of other streams' parts that `decide` reads for this command: one is enough for a stream of many parts.
   *
   * @param state of its own stream as `decide` gets it, where what is read elsewhere depends on it
   */
  reads(command: C, state?: Parts<Part>): readonly string[];
  /** Why an entry has no meaning in a state, so that no exception gives it one. */
  meaningless(state: Parts<Part>, event: E): Refusal | undefined;
  /**
   * Whether a command that is refused says an entry of its own day again, word for word, so that it comes to nothing: it
   * did happen, though a second time it could not. Design section 1.5.
   *
   * @param recorded the believed entries of the command's day that touch a part
   */
  repeats(state: Parts<Part>, command: C, facts: Facts, recorded: (key: string) => readonly E[]): boolean;
  /** What its acts are headed by where people look for one: "A business unit changed". */
  readonly heading: string;
  /** Every act, the most usual first. */
  readonly acts: readonly AnyAct[];
  /** `state` is as at the command's `effectiveOn`, after all of that day's entries. Pure. */
  decide(state: Parts<Part>, command: C, facts: Facts): Decided<E>;
}

/**
 * The first breach that no exception sets aside. Only an entry that was minuted or reconstructed may carry one: the
 * past was not tidy, but today has no excuse.
 */
export function firstBreach(event: Recorded, breaches: Iterable<Refusal>): Refusal | undefined {
  const { exception, provenance } = event;
  const excused = provenance === 'minuted' || provenance === 'reconstructed' ? exception?.rule : undefined;
  for (const breach of breaches) if (breach.refused !== excused) return breach;
  return undefined;
}
