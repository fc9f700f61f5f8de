/** A rule that stands in the way of an entry: a stable code, and words that say what to do next. */
export interface Refusal {
  /** Kebab-case and stable: it becomes the `type` of a problem and the `rule` of an exception. */
  readonly refused: string;
  /** In words that name things by their ids. */
  readonly because: string;
  /** The same words with the things apart, where they name any: whoever shows them to people says their names. */
  readonly says?: Saying;
}

/** A thing that words name, by its kind and id; a part of another thing by the id of that as well. */
export interface ThingSaid {
  readonly kind: string;
  readonly id: string;
  readonly of?: string;
}

/** Words with the things that they name between them. */
export type Saying = readonly (string | ThingSaid)[];

/** The state of a stream at a point of its fold, part by part. A key is `{kind}/{id}`, such as `unit/legal-services`. */
export interface Parts<Part> {
  get(key: string): Part | undefined;
}

/** What an event makes of the parts it touches: each part whole, as it stands after the event. */
export type Changes<Part> = readonly (readonly [key: string, part: Part])[];

/**
 * The meaning of a stream, as pure functions: no clock, no random, no store. The same three serve commands, read
 * models, as-at queries and tests.
 */
export interface Rules<Part, Event> {
  /** Total: an event that makes no sense in this state changes nothing. Reads and changes only parts it touches. */
  evolve(state: Parts<Part>, event: Event): Changes<Part>;
  /** Nothing, or why the event cannot happen in this state. Reads only parts the event touches. */
  permits(state: Parts<Part>, event: Event): Refusal | undefined;
  /**
   * The keys of every part that `evolve` or `permits` may read or change for this event, as its fields and premises say:
   * what it gives up as well as what it takes.
   */
  touches(event: Event): readonly string[];
  /**
   * Keys that an event touches besides, as the parts it touches say where it stands: the code that a closed unit gives up
   * is worked out there, and kept in no event. Reads only parts among `touches`. None where left out.
   */
  alsoTouches?(state: Parts<Part>, event: Event): readonly string[];
}
