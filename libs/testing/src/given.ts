import { expect } from '@jest/globals';
import { noFacts, type Command, type DomainEvent, type Facts, type StreamDefinition } from '#programme';
import { judge, type Judgement } from '#recording';
import { Timeline, type Parts, type Refusal } from '#timeline';

/** What is on the record before a command comes, in the order it was recorded. */
export function given<Part, C extends Command, E extends DomainEvent>(
  stream: StreamDefinition<Part, C, E>,
  recorded: readonly E[],
): Given<Part, C, E> {
  return new Given(stream, recorded);
}

/** The id of the nth entry given, from 0. */
export const entryId = (index: number): string => `entry-${index}`;

class Given<Part, C extends Command, E extends DomainEvent> {
  private readonly timeline: Timeline<Part, E>;

  constructor(
    private readonly stream: StreamDefinition<Part, C, E>,
    private readonly recorded: readonly E[],
  ) {
    this.timeline = Timeline.of(
      stream,
      recorded.map((event, revision) => ({
        id: entryId(revision),
        revision,
        effectiveOn: event.effectiveOn,
        event,
      })),
    );
    for (const [index, event] of recorded.entries()) {
      const refusal = this.timeline.refusalOf(entryId(index));
      if (refusal)
        throw new Error(
          `Given entry ${index} (${event.type}) could not have been recorded: ${refusal.because}`,
        );
    }
  }

  /** The state at the end of a day, or after every entry. */
  asAt(day?: Parameters<Timeline<Part, E>['asAt']>[0]): Parts<Part> {
    return this.timeline.asAt(day);
  }

  /** A command, with the facts it reads from elsewhere. */
  when(command: C, facts: Facts = noFacts): Then<Part, E> {
    return this.judged([command], [], facts);
  }

  /**
   * A strike of the given entries, by index, and the commands that replace them: the nth command the nth entry, and the
   * last of them where there are more commands.
   */
  striking(
    indexes: readonly number[],
    replacement: readonly C[] = [],
    facts: Facts = noFacts,
  ): Then<Part, E> {
    return this.judged(replacement, indexes.map(entryId), facts);
  }

  private judged(commands: readonly C[], strike: readonly string[], facts: Facts): Then<Part, E> {
    const judgement = judge(
      this.stream,
      this.timeline,
      {
        asked: commands.map((command, n) => {
          const replaces = strike[Math.min(n, strike.length - 1)];
          return { command, ...(replaces !== undefined && { replaces }) };
        }),
        strike,
      },
      { firstRevision: this.recorded.length, idOf: (index) => entryId(this.recorded.length + index) },
      () => facts,
    );
    return new Then(judgement, this.timeline);
  }
}

class Then<Part, E extends DomainEvent> {
  constructor(
    private readonly judgement: Judgement<E>,
    private readonly timeline: Timeline<Part, E>,
  ) {}

  /** Exactly these events, whole and in order. Returns the state after them, to look at on any day. */
  thenRecords(events: readonly E[]): Timeline<Part, E> {
    expect(this.judgement).toMatchObject({ outcome: 'permitted' });
    if (this.judgement.outcome === 'permitted') {
      expect(this.judgement.entries.map(({ event }) => event)).toEqual(events);
    }
    return this.timeline;
  }

  /** Accepted, and nothing to record. */
  thenNothing(): void {
    expect(this.judgement).toEqual({ outcome: 'nothing' });
  }

  /** Refused by this rule; with `entry`, because of that given entry, which the refusal names. Returns the refusal. */
  thenRefused(refused: string, conflict?: { entry: number }): Refusal {
    expect(this.judgement).toMatchObject({ outcome: 'refused', refusal: { refused } });
    if (this.judgement.outcome !== 'refused') throw new Error(`It was not refused: ${refused}`);
    expect(this.judgement.refusal.because.length).toBeGreaterThan(20);
    expect(this.judgement.conflict?.id).toBe(conflict && entryId(conflict.entry));
    return this.judgement.refusal;
  }
}
