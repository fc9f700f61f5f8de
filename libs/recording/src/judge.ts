import {
  isRefusal,
  refuse,
  says,
  the,
  type Command,
  type DomainEvent,
  type Facts,
  type StreamDefinition,
} from '#programme';
import type { Entry, Parts, Refusal, Timeline } from '#timeline';

/** A command within a change, and the struck entry it replaces: to be named where several are struck. */
export interface CommandOfChange<C extends Command> {
  readonly command: C;
  readonly replaces?: string;
}

/** What is asked of one stream in one append. */
export interface ChangeAsked<C extends Command> {
  readonly asked: readonly CommandOfChange<C>[];
  /** Ids of entries to strike. The strike itself takes the first revision of the append. */
  readonly strike?: readonly string[];
}

/** What the judge needs to know of where the change would be recorded. */
export interface Slot {
  /** The revision of the append's first event. */
  readonly firstRevision: number;
  /** The id of the append's nth event. */
  idOf(index: number): string;
}

export type Judgement<E> =
  | { readonly outcome: 'nothing' }
  | {
      readonly outcome: 'permitted';
      /** The new entries, in the order of their revisions; the strike, if any, comes before them. */
      readonly entries: readonly Entry<E>[];
      /** Takes the change back out of the timeline. */
      undo(): void;
    }
  | {
      readonly outcome: 'refused';
      readonly refusal: Refusal;
      /** Which of the commands asked was refused, where it was one of them. */
      readonly index?: number;
      /** The entry already on the record that stands in the way, where there is one. */
      readonly conflict?: Entry<E>;
    };

/**
 * Judges one change to one stream by the sequence it ends in, with all that is known now. Each command is decided, in the
 * order sent, with the struck entries left out and the earlier commands of the change in place: one that replaces an
 * entry of its own day just before the place of that entry, any other after the whole of its day. Then every entry it
 * could disturb is asked again. A change that is permitted stays in the timeline until it is undone. Pure. Design
 * sections 1.3 and 1.5.
 *
 * @param factsFor what a command reads of other streams, where it stands
 */
export function judge<Part, C extends Command, E extends DomainEvent>(
  stream: StreamDefinition<Part, C, E>,
  timeline: Timeline<Part, E>,
  change: ChangeAsked<C>,
  slot: Slot,
  factsFor: (command: C, state: Parts<Part>) => Facts,
): Judgement<E> {
  const strike = change.strike ?? [];
  const offset = strike.length > 0 ? 1 : 0;
  const entries: Entry<E>[] = [];
  const askedBy: number[] = [];
  const trial: (() => void)[] = [];
  try {
    if (strike.length > 0) trial.push(timeline.try({ add: [], strike }));
    for (const [index, asked] of change.asked.entries()) {
      const { command } = asked;
      const place = placeTaken(asked, strike);
      if ('refused' in place) return { outcome: 'refused', refusal: place, index };
      const revision = slot.firstRevision + offset + entries.length;
      const state = timeline.before({ effectiveOn: command.effectiveOn, revision, ...place });
      const facts = factsFor(command, state);
      const decided = stream.decide(state, command, facts);
      if (isRefusal(decided)) {
        const recorded = (key: string) =>
          timeline.entriesOn(command.effectiveOn, key).map(({ event }) => event);
        if (stream.repeats(state, command, facts, recorded)) continue;
        return { outcome: 'refused', refusal: decided, index };
      }
      for (const event of decided) {
        const n = offset + entries.length;
        const entry: Entry<E> = {
          id: slot.idOf(n),
          revision: slot.firstRevision + n,
          effectiveOn: event.effectiveOn,
          ...place,
          event,
        };
        entries.push(entry);
        askedBy.push(index);
        trial.push(timeline.try({ add: [entry] }));
      }
    }
  } finally {
    for (const undo of trial.reverse()) undo();
  }
  if (entries.length === 0 && strike.length === 0) return { outcome: 'nothing' };
  const judged = timeline.judge({ add: entries, strike });
  if (judged.permitted) return { outcome: 'permitted', entries, undo: () => judged.undo() };
  if (!judged.own) return { outcome: 'refused', refusal: judged.refusal, conflict: judged.entry };
  const index = askedBy[entries.indexOf(judged.entry)];
  return { outcome: 'refused', refusal: judged.refusal, ...(index !== undefined && { index }) };
}

/** The struck entry that a command replaces: the one it names, or the only one there is. */
function placeTaken(
  { command, replaces }: CommandOfChange<Command>,
  strike: readonly string[],
): { readonly replaces?: string } | Refusal {
  const [only, ...more] = new Set(strike);
  if (replaces === undefined) {
    if (more.length === 0) return only === undefined ? {} : { replaces: only };
    return {
      refused: 'replaces-needed',
      because: `${strike.length} entries are struck: say with replaces which of them ${command.type} takes the place of, for each command of the replacement`,
    };
  }
  if (strike.includes(replaces)) return { replaces };
  return refuse(
    'replaces-not-struck',
    says`${command.type} is to replace entry ${the.entry(replaces)}, which this strikes not: name one of the entries that are struck`,
  );
}
