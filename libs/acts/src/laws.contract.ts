import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '#recording';
import { believed, historySeed as seed, metOften } from '#testing';
import { isStrike, Timeline, type Logged, type Parts } from '#timeline';
import { isRefusal, type Command, type DomainEvent, type StreamDefinition } from './stream.js';
import { noFacts, type Facts } from './facts.js';
import type { AnyPart } from './stream.js';

/** What the laws of a stream are tried on. */
export interface LawsOf<Part, C extends Command, E extends DomainEvent> {
  /** Any command about one thing, or a few things of one stream, sensible or not. */
  readonly commands: fc.Arbitrary<C>;
  /** Any event of the stream, whether or not it could be recorded. */
  readonly events: fc.Arbitrary<E>;
  /** What is recorded first, so that chance has something to work on. */
  readonly beginning: readonly E[];
  readonly facts?: Facts;
  /** What holds after every entry that is believed. */
  holds(state: Parts<Part>, event: E): void;
}

/** What every stream must do whatever is asked of it: permitted, repeated, total, written in one order. */
export function lawsOf<Part extends AnyPart, C extends Command, E extends DomainEvent>(
  stream: StreamDefinition<Part, C, E>,
  laws: LawsOf<Part, C, E>,
): void {
  const { commands, events, beginning, facts = noFacts } = laws;
  const histories = fc
    .sample(stepsOf(commands), { seed, numRuns: 200 })
    .map((steps) => recordedBy(stream, steps, beginning, facts));

  it(`every believed entry was permitted where it stands, and every kind of event is met (seed ${seed})`, () => {
    const met = new Map<string, number>();
    for (const log of histories) {
      const parts = new Map<string, Part>();
      for (const { event } of believed(log)) {
        expect([event, stream.permits(parts, event)]).toEqual([event, undefined]);
        for (const [key, part] of stream.evolve(parts, event)) parts.set(key, part);
        laws.holds(parts, event);
        met.set(event.type, (met.get(event.type) ?? 0) + 1);
      }
    }
    metOften(Object.fromEntries(Object.keys(stream.events).map((type) => [type, met.get(type) ?? 0])), 1);
  });

  it(`what was just recorded changes nothing when it is said again (seed ${seed})`, () => {
    let repeated = 0;
    for (const script of fc.sample(fc.array(commands, { minLength: 40, maxLength: 40, size: 'max' }), {
      seed,
      numRuns: 100,
    })) {
      const parts = new Map<string, Part>();
      const recorded: E[] = [];
      const record = (event: E) => {
        recorded.push(event);
        for (const [key, part] of stream.evolve(parts, event)) parts.set(key, part);
      };
      beginning.forEach(record);
      for (const command of script) {
        const decided = stream.decide(parts, command, facts);
        if (isRefusal(decided) || decided.length === 0) continue;
        decided.forEach(record);
        const again = stream.decide(parts, command, facts);
        // Whoever says what it changes from, and says it again, says what is so no longer.
        const saysFrom = Object.keys(command).some((field) => /^from[A-Z]/.test(field));
        if (saysFrom && isRefusal(again) && again.refused === 'premise-changed') continue;
        const ofTheDay = (key: string) =>
          recorded.filter(
            (event) => event.effectiveOn === command.effectiveOn && stream.touches(event).includes(key),
          );
        // What could not happen a second time comes to nothing where its very entry is on the record.
        const isRepeated = isRefusal(again) && stream.repeats(parts, command, facts, ofTheDay);
        expect([command, isRepeated ? [] : again]).toEqual([command, []]);
        repeated += 1;
      }
    }
    metOften({ repeated }, 300);
  });

  describe('Any events, in any order,', () => {
    const anyOrder = fc.array(events, { maxLength: 40, size: 'max' });

    it(`fold without a throw, and one that has no meaning is never permitted and changes nothing (seed ${seed})`, () => {
      const met = { meaning: 0, none: 0 };
      for (const script of fc.sample(anyOrder, { seed, numRuns: 200 })) {
        const parts = new Map<string, Part>();
        for (const event of [...beginning, ...script]) {
          const refusal = stream.meaningless(parts, event);
          if (refusal) expect(stream.permits(parts, event)).toEqual(refusal);
          const changes = stream.evolve(parts, event);
          expect([event, changes.length > 0]).toEqual([event, refusal === undefined]);
          const touched = [...stream.touches(event), ...(stream.alsoTouches?.(parts, event) ?? [])];
          for (const [key, part] of changes) {
            expect(touched).toContain(key);
            expect(key).toBe(`${part.kind}/${part.id}`);
            parts.set(key, part);
          }
          met[refusal ? 'none' : 'meaning'] += 1;
        }
      }
      metOften(met, 500);
    });

    it(`come to parts that are their own JSON text, whose members keep one order (seed ${seed})`, () => {
      const before = new Set<string>();
      for (const script of fc.sample(anyOrder, { seed, numRuns: 60 })) {
        const parts = new Map<string, Part>();
        for (const event of [...beginning, ...script]) {
          for (const [key, part] of stream.evolve(parts, event)) {
            parts.set(key, part);
            expect(JSON.parse(JSON.stringify(part))).toStrictEqual(part);
            for (const pair of pairsIn(part.kind, part)) before.add(pair);
          }
        }
      }
      const bothWays = [...before].filter((pair) => before.has(pair.split(' ').reverse().join(' ')));
      metOften({ 'members in order': before.size }, 20);
      expect(bothWays).toEqual([]);
    });
  });
}

/** Steps asked of a stream: commands, and now and then a strike of the nth entry. */
const stepsOf = <C>(commands: fc.Arbitrary<C>): fc.Arbitrary<(C | number)[]> =>
  fc.array(fc.oneof({ weight: 8, arbitrary: commands }, { weight: 1, arbitrary: fc.nat({ max: 30 }) }), {
    minLength: 40,
    maxLength: 40,
    size: 'max',
  });

function recordedBy<Part, C extends Command, E extends DomainEvent>(
  stream: StreamDefinition<Part, C, E>,
  steps: readonly (C | number)[],
  beginning: readonly E[],
  facts: Facts,
): readonly Logged<E>[] {
  const log: Logged<E>[] = beginning.map((event, revision) => ({
    id: `entry-${revision}`,
    revision,
    effectiveOn: event.effectiveOn,
    event,
  }));
  const timeline = Timeline.of(stream, log);
  for (const step of steps) {
    const struck = typeof step === 'number' ? log[step] : undefined;
    const strike = struck && !isStrike(struck) && !timeline.isStruck(struck.id) ? [struck.id] : [];
    if (typeof step === 'number' && strike.length === 0) continue;
    const first = log.length;
    const change = { asked: typeof step === 'number' ? [] : [{ command: step }], strike };
    const slot = { firstRevision: first, idOf: (index: number) => `entry-${first + index}` };
    const judgement = judge(stream, timeline, change, slot, () => facts);
    if (judgement.outcome !== 'permitted') continue;
    if (strike.length > 0) log.push({ revision: first, strikes: strike });
    log.push(...judgement.entries);
  }
  return log;
}

/** Which member comes before which, as "a.b a.c", in an object and all that is in it. */
function* pairsIn(path: string, value: unknown): Iterable<string> {
  if (Array.isArray(value)) {
    for (const one of value) yield* pairsIn(path, one);
  } else if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value);
    for (const [at, [name, inside]] of members.entries()) {
      for (const [later] of members.slice(at + 1)) yield `${path}.${name} ${path}.${later}`;
      yield* pairsIn(`${path}.${name}`, inside);
    }
  }
}
