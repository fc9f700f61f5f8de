import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, earliestDate, latestDate, londonDate, type CivilDate } from '#calendar';
import {
  aChangeAfter,
  anyHistory,
  aQuestionAbout,
  believed,
  bruteForce,
  historyDays,
  historyKeys,
  historySeed,
  judgePlainly,
  lastRecording,
  permittedHistory,
  recordedBy,
  refusals,
  smallStructure,
  type History,
  type SmallEvent,
  type SmallPart,
  metOften,
} from '#testing';
import { isStrike, Timeline, type ChangedDays, type Entry, type Logged } from './index.js';

type SmallTimeline = Timeline<SmallPart, SmallEvent>;
type Log = readonly Logged<SmallEvent>[];

const seed = historySeed;
const everyDay = { from: earliestDate, to: latestDate };
const daysToAsk = [...new Set(historyDays.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))].sort();

const logOf = (history: History): Log => history.flatMap(({ logged }) => logged);
const entriesOf = (log: Log) => log.filter((logged): logged is Entry<SmallEvent> => !isStrike(logged));

/** Says what differs; equal values are compared without the cost of saying so. */
function expectSame(found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected)) expect(found).toStrictEqual(expected);
}

function answer(timeline: SmallTimeline, asAt?: CivilDate): ReadonlyMap<string, SmallPart> {
  const state = timeline.asAt(asAt);
  return new Map(
    historyKeys.flatMap((key) => {
      const part = state.get(key);
      return part === undefined ? [] : [[key, part] as const];
    }),
  );
}

/** Everything a timeline can be asked about a log. */
function everyAnswer(timeline: SmallTimeline, log: Log) {
  const ids = entriesOf(log).map(({ id }) => id);
  return {
    onEachDay: daysToAsk.map((day) => answer(timeline, day)),
    afterAll: answer(timeline),
    byDay: historyKeys.map((key) => timeline.valuesByDay(key, everyDay)),
    entries: ids.map((id) => [timeline.entry(id), timeline.isStruck(id), timeline.refusalOf(id)]),
    order: timeline.inFoldOrder(ids),
  };
}

const written = (answers: readonly ReadonlyMap<string, SmallPart>[]) =>
  JSON.stringify(answers.map((parts) => [...parts]));

/** The value of each part at the end of each day on which an entry changed it, worked out from nothing. */
function plainValuesByDay(log: Log): ReadonlyMap<string, readonly (readonly [CivilDate, SmallPart])[]> {
  const parts = new Map<string, SmallPart>();
  const byDay = new Map(historyKeys.map((key) => [key, new Map<CivilDate, SmallPart>()]));
  for (const { effectiveOn, event } of believed(log)) {
    for (const [key, part] of smallStructure.evolve(parts, event)) {
      parts.set(key, part);
      byDay.get(key)?.set(effectiveOn, part);
    }
  }
  return new Map([...byDay].map(([key, values]) => [key, [...values]]));
}

describe('The random histories', () => {
  it(`hold everything that can happen to a record (seed ${seed})`, () => {
    const met = { late: 0, future: 0, tied: 0, struck: 0, together: 0, otherDay: 0, excused: 0, refused: 0 };
    const replacing = { sameDay: 0, chain: 0, sibling: 0, ofOneWithSibling: 0 };
    for (const history of fc.sample(anyHistory, { seed, numRuns: 300 })) {
      const entries = entriesOf(logOf(history));
      const byId = new Map(entries.map((entry) => [entry.id, entry]));
      const sameDay = entries.filter((entry) => {
        const replaced = byId.get(entry.replaces ?? '');
        return replaced?.effectiveOn === entry.effectiveOn;
      });
      const hasSibling = (entry: Entry<SmallEvent>) =>
        sameDay.some((other) => other !== entry && other.replaces === entry.replaces);
      met.refused += refusals(logOf(history)).size;
      met.excused += entries.filter(({ event }) => event.exception).length;
      met.tied += entries.length - new Set(entries.map(({ effectiveOn }) => effectiveOn)).size;
      met.otherDay += entries.filter((entry) => entry.replaces && !sameDay.includes(entry)).length;
      replacing.sameDay += sameDay.length;
      for (const entry of sameDay) {
        const replaced = byId.get(entry.replaces as string) as Entry<SmallEvent>;
        if (hasSibling(entry)) replacing.sibling += 1;
        if (sameDay.includes(replaced)) replacing.chain += 1;
        if (sameDay.includes(replaced) && hasSibling(replaced)) replacing.ofOneWithSibling += 1;
      }
      for (const [index, { recordedAt, logged }] of history.entries()) {
        if (history[index + 1]?.recordedAt === recordedAt) met.together += 1;
        for (const one of logged) {
          if (isStrike(one)) met.struck += one.strikes.length;
          else if (one.effectiveOn < londonDate(recordedAt)) met.late += 1;
          else if (one.effectiveOn > londonDate(recordedAt)) met.future += 1;
        }
      }
    }
    metOften({ ...met, ...replacing }, 50);
  });

  it(`hold strikes, replacements and exceptions where every change was permitted (seed ${seed})`, () => {
    const met = { struck: 0, replaced: 0, excused: 0, refused: 0 };
    for (const history of fc.sample(permittedHistory, { seed, numRuns: 300 })) {
      const log = logOf(history);
      met.refused += refusals(log).size;
      for (const logged of log) {
        if (isStrike(logged)) met.struck += 1;
        else if (logged.replaces) met.replaced += 1;
        if (!isStrike(logged) && logged.event.exception) met.excused += 1;
      }
    }
    expect(met.refused).toBe(0);
    metOften({ struck: met.struck, replaced: met.replaced, excused: met.excused }, 50);
  });
});

describe('The timeline, held against the plain fold', () => {
  it(`answers 100,000 random questions about random histories as it does (seed ${seed})`, () => {
    let asked = 0;
    const historyAndQuestions = anyHistory.chain((history) =>
      fc.tuple(
        fc.constant(history),
        fc.array(aQuestionAbout(history), { minLength: 70, maxLength: 70, size: 'max' }),
      ),
    );
    fc.assert(
      fc.property(historyAndQuestions, ([history, questions]) => {
        const timeline: SmallTimeline = new Timeline(smallStructure);
        let appended = 0;
        for (const question of questions.toSorted((a, b) => (a.knownAt < b.knownAt ? -1 : 1))) {
          for (; (history[appended]?.recordedAt ?? '9') <= question.knownAt; appended++) {
            for (const logged of history[appended]?.logged ?? []) timeline.accept(logged);
          }
          expectSame(answer(timeline, question.asAt), bruteForce(history, question));
          asked += 1;
        }
      }),
      { seed, numRuns: 1_500 },
    );
    metOften({ asked }, 100_000);
  });

  it(`gives a part the same values day by day, in intervals without a hole or an overlap (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.constantFrom(...daysToAsk),
        fc.constantFrom(...daysToAsk),
        (history, a, b) => {
          const log = logOf(history);
          const timeline = Timeline.of(smallStructure, log);
          const days: ChangedDays = a < b ? { from: a, to: b } : { from: b, to: a };
          for (const [key, expected] of plainValuesByDay(log)) {
            const values = timeline.valuesByDay(key, everyDay);
            expectSame(values, expected);
            expectSame(
              timeline.valuesByDay(key, days),
              expected.filter(([day]) => day >= days.from && day <= days.to),
            );
            const starts = [earliestDate, ...values.map(([day]) => day)];
            const ends = [...starts.slice(1), latestDate];
            for (const day of daysToAsk) {
              const holding = starts.flatMap((start, i) =>
                day >= start && day < (ends[i] as CivilDate) ? [i] : [],
              );
              expectSame(
                [holding.length, timeline.asAt(day).get(key)],
                [1, values[(holding[0] as number) - 1]?.[1]],
              );
            }
          }
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  it(`says of each entry what it says: permitted where it stands, or why not (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const timeline: SmallTimeline = new Timeline(smallStructure);
        const log: Logged<SmallEvent>[] = [];
        for (const { logged } of history) {
          for (const one of logged) timeline.accept(one);
          log.push(...logged);
          const refused = refusals(log);
          for (const { id } of entriesOf(log)) expectSame(timeline.refusalOf(id), refused.get(id));
          expectSame(timeline.inFoldOrder(believed(log).map(({ id }) => id)), believed(log));
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  it(`judges any change of any history as it does, and is itself again after an undo (seed ${seed})`, () => {
    const judged = { permitted: 0, ownRefused: 0, otherRefused: 0 };
    const historyAndChange = anyHistory.chain((history) =>
      fc.tuple(fc.constant(history), aChangeAfter(history)),
    );
    fc.assert(
      fc.property(historyAndChange, ([history, change]) => {
        const log = logOf(history);
        const timeline = Timeline.of(smallStructure, log);
        const before = everyAnswer(timeline, log);
        const inTheWay = judgePlainly(log, change);
        const judgement = timeline.judge(change);
        if (judgement.permitted) {
          judged.permitted += 1;
          expectSame(inTheWay, undefined);
          const strike = change.strike ? [{ revision: log.length, strikes: change.strike }] : [];
          const after = [...log, ...strike, ...change.add];
          expectSame(everyAnswer(timeline, after), everyAnswer(Timeline.of(smallStructure, after), after));
          judgement.undo();
        } else {
          judged[judgement.own ? 'ownRefused' : 'otherRefused'] += 1;
          const { refusal, entry, own } = judgement;
          expectSame({ refusal, entry, own }, inTheWay);
        }
        expectSame(everyAnswer(timeline, log), before);
        expectSame(timeline, Timeline.of(smallStructure, log));

        const undo = timeline.try(change);
        undo();
        expectSame(timeline, Timeline.of(smallStructure, log));
      }),
      { seed, numRuns: 2_000 },
    );
    metOften(judged, 25);
  });

  it(`names every day on which a part has another value or another entry gives it (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const timeline: SmallTimeline = new Timeline(smallStructure);
        let before = everyAnswer(timeline, []);
        for (const logged of logOf(history)) {
          const changed = timeline.accept(logged);
          const after = everyAnswer(timeline, []);
          for (const [k, key] of historyKeys.entries()) {
            const days = changed.get(key);
            const outside = (values: readonly (readonly [CivilDate, SmallPart])[] = []) =>
              values.filter(([day]) => !days || day < days.from || day > days.to);
            expectSame(outside(after.byDay[k]), outside(before.byDay[k]));
            for (const [d, day] of daysToAsk.entries()) {
              if (isDeepStrictEqual(before.onEachDay[d]?.get(key), after.onEachDay[d]?.get(key))) continue;
              expectSame(days && day >= days.from && day <= days.to, true);
            }
          }
          before = after;
        }
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('The laws of a record', () => {
  it(`recording anything later never changes an answer at an earlier instant (seed ${seed})`, () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const timeline: SmallTimeline = new Timeline(smallStructure);
        const given = history.map(({ logged, recordedAt }) => {
          for (const one of logged) timeline.accept(one);
          const answers = daysToAsk.map((day) => answer(timeline, day));
          return { recordedAt, answers, asWritten: written(answers) };
        });
        for (const [index, { recordedAt, answers, asWritten }] of given.entries()) {
          expectSame(written(answers), asWritten);
          if (given[index + 1]?.recordedAt === recordedAt) continue;
          const known = Timeline.of(smallStructure, recordedBy(history, recordedAt));
          expectSame(written(daysToAsk.map((day) => answer(known, day))), asWritten);
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  it(`every prefix of every order that can be asked for was permitted (seed ${seed})`, () => {
    fc.assert(
      fc.property(permittedHistory, (history) => {
        const timeline: SmallTimeline = new Timeline(smallStructure);
        const log: Logged<SmallEvent>[] = [];
        for (const { logged } of history) {
          const strike = logged.flatMap((one) => (isStrike(one) ? one.strikes : []));
          expectSame(timeline.judge({ add: entriesOf(logged), strike }).permitted, true);
          log.push(...logged);
          for (const { id } of entriesOf(log)) expectSame(timeline.refusalOf(id), undefined);
        }
        for (const { recordedAt } of history) {
          expectSame(refusals(recordedBy(history, recordedAt)), new Map());
        }
        const asAtLast = bruteForce(history, { asAt: latestDate, knownAt: lastRecording(history) });
        expectSame(answer(timeline), asAtLast);
      }),
      { seed, numRuns: 500 },
    );
  });

  it(`entries of different days may be recorded in any order: the answers are the same (seed ${seed})`, () => {
    const historyAndOrder = anyHistory.chain((history) => {
      const standing = believed(logOf(history));
      const { length } = standing;
      return fc.tuple(
        fc.constant(history),
        fc.shuffledSubarray([...standing], { minLength: length, maxLength: length }),
      );
    });
    fc.assert(
      fc.property(historyAndOrder, ([history, shuffled]) => {
        const standing = believed(logOf(history));
        const waiting = new Map<CivilDate, Entry<SmallEvent>[]>();
        for (const entry of standing) {
          waiting.set(entry.effectiveOn, [...(waiting.get(entry.effectiveOn) ?? []), entry]);
        }
        const reordered = shuffled.map(({ effectiveOn }, revision) => {
          const { id, event } = waiting.get(effectiveOn)?.shift() as Entry<SmallEvent>;
          return { id, revision, effectiveOn, event };
        });
        const asRecorded = Timeline.of(smallStructure, logOf(history));
        const otherwise = Timeline.of(smallStructure, reordered);
        for (const day of daysToAsk) expectSame(answer(otherwise, day), answer(asRecorded, day));
        for (const { id } of standing) expectSame(otherwise.refusalOf(id), asRecorded.refusalOf(id));
      }),
      { seed, numRuns: 500 },
    );
  });
});
