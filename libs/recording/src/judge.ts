import { isRefusal, type Command, type DomainEvent, type Facts, type StreamDefinition } from '#programme';
import type { Entry, Refusal, Timeline } from '#timeline';

/** A command within a change, and the struck entry it replaces where the person named one. */
export interface Asked<C extends Command> {
  readonly command: C;
  readonly replaces?: string;
}

/** What is asked of one stream in one append. */
export interface ChangeAsked<C extends Command> {
  readonly asked: readonly Asked<C>[];
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
 * Judges one change to one stream by the sequence it ends in, with all that is known now: each command is decided
 * against the state as at its own date with the struck entries left out and the earlier commands of the change in
 * place; then every entry it could disturb is asked again. A change that is permitted stays in the timeline until it
 * is undone. Pure. Design section 1.3.
 */
export function judge<Part, C extends Command, E extends DomainEvent>(
  stream: StreamDefinition<Part, C, E>,
  timeline: Timeline<Part, E>,
  change: ChangeAsked<C>,
  slot: Slot,
  factsFor: (command: C) => Facts,
): Judgement<E> {
  const strike = change.strike ?? [];
  const offset = strike.length > 0 ? 1 : 0;
  const named = new Set(change.asked.map(({ replaces }) => replaces));
  const places = new StruckPlaces(timeline.inFoldOrder(strike), named);
  const entries: Entry<E>[] = [];
  const askedBy: number[] = [];
  const trial: (() => void)[] = [];
  try {
    if (strike.length > 0) trial.push(timeline.try({ add: [], strike }));
    for (const [index, { command, replaces }] of change.asked.entries()) {
      const decided = stream.decide(timeline.asAt(command.effectiveOn), command, factsFor(command));
      if (isRefusal(decided)) return { outcome: 'refused', refusal: decided, index };
      for (const event of decided) {
        const n = offset + entries.length;
        const place = replaces ?? places.next(event.effectiveOn);
        const entry: Entry<E> = {
          id: slot.idOf(n),
          revision: slot.firstRevision + n,
          effectiveOn: event.effectiveOn,
          ...(place !== undefined && { replaces: place }),
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

/**
 * Deals out the places of struck entries to the replacements that name none: on each day in turn, first those that
 * nobody named, and the last place again where there are more replacements than struck entries.
 */
class StruckPlaces {
  private readonly byDay = new Map<string, { free: string[]; last: string }>();

  constructor(struckInFoldOrder: readonly Entry<unknown>[], named: ReadonlySet<string | undefined>) {
    for (const { id, effectiveOn } of struckInFoldOrder) {
      const day = this.byDay.get(effectiveOn) ?? { free: [], last: id };
      this.byDay.set(effectiveOn, day);
      if (!named.has(id)) day.free.push(id);
      day.last = day.free.at(-1) ?? id;
    }
  }

  next(effectiveOn: string): string | undefined {
    const day = this.byDay.get(effectiveOn);
    return day?.free.shift() ?? day?.last;
  }
}
