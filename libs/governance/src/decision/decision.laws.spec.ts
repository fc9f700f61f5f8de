import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noFacts } from '#acts';
import { addDays, civilDate, isWorkingDay, type CivilDate } from '#calendar';
import { judge } from '#recording';
import { believed, historySeed as seed, metOften } from '#testing';
import { isStrike, Timeline, type Logged } from '#timeline';
import { asked, contactCentre, grounds, kent, notice, record, text } from './contact-centre.story.js';
import {
  callInOutcomes,
  decisionStream,
  inForceOn,
  isTaken,
  noticeChecklist,
  recordChecklist,
  recordOwed,
  settingsIn,
  standingOf,
  type DecisionCommand,
  type DecisionEvent,
  type DecisionPart,
} from './index.js';

const inKent = settingsIn(kent);
const reason = 'It cannot wait';
const office = 'Chair of Scrutiny';
const days = Array.from({ length: 30 }, (_, n) => addDays(civilDate('2019-02-01'), n * 4));

/** Commands that lead a decision on, each with the day around which it is said. */
const sayings = [
  ['2019-02-04', { type: 'give-key-decision-notice', ...notice }],
  ['2019-02-28', { type: 'give-general-exception-notice', chairNotified: office, reason }],
  ['2019-03-05', { type: 'agree-special-urgency', agreedBy: 'scrutiny-chair', office, reason }],
  ['2019-03-08', { type: 'record-decision', key: true, ...record, ...text }],
  ['2019-03-08', { type: 'record-decision', subjectToCallIn: true, ...record, ...text }],
  ['2019-03-12', { type: 'publish-decision' }],
  ['2019-03-12', { type: 'publish-decision' }],
  ['2019-03-14', { type: 'waive-call-in', agreedBy: office, reason }],
  ['2019-03-17', { type: 'call-in-decision', ...grounds }],
  ['2019-03-17', { type: 'call-in-decision', ...grounds }],
  ...callInOutcomes.map((outcome) => ['2019-04-01', { type: 'record-call-in-outcome', outcome }] as const),
  ['2019-04-15', { type: 'confirm-decision' }],
  [
    '2019-04-15',
    { type: 'amend-decision', text: 'That it be extended by a year', reasons: 'As scrutiny asked' },
  ],
  ['2019-04-03', { type: 'withdraw-decision', reason }],
  ['2019-05-13', { type: 'rescind-decision', reason }],
  ['2019-05-13', { type: 'supersede-decision', reason, supersededBy: 'new-contact-centre' }],
] as const;

interface Step {
  readonly command: DecisionCommand;
  readonly strike: number | undefined;
}

const mostlyNot = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

const aStep: fc.Arbitrary<Step> = fc
  .record({
    saying: fc.constantFrom(...sayings),
    jitter: fc.integer({ min: -5, max: 5 }),
    provenance: fc.constantFrom('observed', 'minuted'),
    exception: mostlyNot(fc.constantFrom('notice-not-given', 'notice-too-short', 'decision-not-published')),
    strike: mostlyNot(fc.nat(9)),
  })
  .map(({ saying: [around, said], jitter, provenance, exception, strike }) => {
    const on = addDays(civilDate(around), jitter);
    const command = asked(on, {
      ...said,
      provenance,
      ...(said.type === 'record-decision' && { takenOn: on }),
      ...(exception && { exception: { rule: exception, reason: 'not in the source' } }),
    });
    return { command, strike };
  });

/** Plays steps one after another, each judged on what came before, and gives the log they come to. */
function play(steps: readonly Step[]): Logged<DecisionEvent>[] {
  const log: Logged<DecisionEvent>[] = [];
  const timeline = new Timeline<DecisionPart, DecisionEvent>(decisionStream);
  for (const { command, strike } of steps) {
    const standing = believed(log);
    const struck = strike === undefined ? undefined : standing[strike % Math.max(1, standing.length)];
    const judged = judge(
      decisionStream,
      timeline,
      struck ? { asked: [], strike: [struck.id] } : { asked: [{ command }] },
      { firstRevision: log.length, idOf: (n) => `entry-${log.length + n}` },
      () => kent,
    );
    if (judged.outcome !== 'permitted') continue;
    if (struck) log.push({ revision: log.length, strikes: [struck.id] });
    log.push(...judged.entries);
  }
  return log;
}

/** Steps for the most part in the order of their days, as they happen, and one in four out of it. */
const aLog = fc
  .array(fc.tuple(aStep, fc.integer({ min: 0, max: 3 })), { minLength: 12, maxLength: 24 })
  .map((drawn) => {
    const inTurn = drawn.filter(([, turn]) => turn > 0).map(([step]) => step);
    const late = drawn.filter(([, turn]) => turn === 0).map(([step]) => step);
    inTurn.sort((a, b) => (a.command.effectiveOn < b.command.effectiveOn ? -1 : 1));
    return play([...inTurn, ...late]);
  });

/** The fold of an order of entries, with no timeline. */
function folded(events: readonly DecisionEvent[]): DecisionPart | undefined {
  const parts = new Map<string, DecisionPart>();
  for (const event of events)
    for (const [key, part] of decisionStream.evolve(parts, event)) parts.set(key, part);
  return parts.get(contactCentre);
}

describe('Whatever is asked of a decision', () => {
  it(`it is never in force before its notice, its window and its call-in are over (seed ${seed})`, () => {
    let inForce = 0;
    fc.assert(
      fc.property(aLog, (log) => {
        const events = believed(log).map(({ event }) => event);
        const until = (day: CivilDate) => events.filter(({ effectiveOn }) => effectiveOn <= day);
        for (const day of [...days, addDays(days.at(-1) as CivilDate, 30)]) {
          const before = until(day);
          const decision = folded(before);
          if (!decision) continue;
          const { status, inForceFrom } = standingOf(decision, day, inKent);
          expect(status === 'in-force').toBe(inForceOn(decision, day, inKent) === undefined);
          if (status !== 'in-force') continue;
          inForce += 1;
          expect(inForceFrom !== undefined && inForceFrom <= day).toBe(true);
          const types = before.map(({ type }) => type);
          expect(types).toContain('DecisionRecorded');
          for (const fell of ['DecisionWithdrawn', 'DecisionRescinded', 'DecisionSuperseded'] as const)
            expect(types).not.toContain(fell);
          if (types.includes('DecisionCalledIn')) {
            expect(
              types.some((type) =>
                ['CallInConcluded', 'DecisionConfirmed', 'DecisionAmended'].includes(type),
              ),
            ).toBe(true);
          } else if (!types.includes('CallInWaived')) {
            const publication = before.find(({ type }) => type === 'DecisionPublished');
            expect(publication && workingDaysWithin(publication.effectiveOn, day) >= 5).toBe(true);
          }
        }
      }),
      { seed, numRuns: 150 },
    );
    metOften({ inForce }, 100);
  });

  it(`a key decision is recorded only once its notice had run, unless its entry says why not (seed ${seed})`, () => {
    let key = 0;
    fc.assert(
      fc.property(aLog, (log) => {
        for (const [n, entry] of log.entries()) {
          if (isStrike(entry)) continue;
          const { event } = entry;
          if (event.type !== 'DecisionRecorded' || event.key !== true || event.exception) continue;
          key += 1;
          const known = believed(log.slice(0, n)).map((one) => one.event);
          const run = (type: DecisionEvent['type'], clearDays: number, count: typeof workingDaysWithin) =>
            known.some((one) => one.type === type && count(one.effectiveOn, event.effectiveOn) >= clearDays);
          const urgent = known.some(
            ({ type, effectiveOn }) => type === 'SpecialUrgencyAgreed' && effectiveOn <= event.effectiveOn,
          );
          const noticed =
            run('KeyDecisionNoticeGiven', 28, daysWithin) ||
            run('GeneralExceptionNoticeGiven', 5, workingDaysWithin);
          expect(urgent || noticed).toBe(true);
        }
      }),
      { seed, numRuns: 150 },
    );
    metOften({ key }, 20);
  });

  it('goes every step of the way, under one fixed seed', () => {
    const logs = fc.sample(aLog, { seed: 20130918, numRuns: 300 });
    const met = new Set(logs.flatMap((log) => believed(log)).map(({ event }) => event.type));
    const neverAsked = ['DecisionRecordCompleted', 'KeyDecisionNoticeReissued'];
    expect(Object.keys(decisionStream.events).filter((type) => !met.has(type as never))).toEqual(neverAsked);
  });

  it(`every entry that is believed was permitted where it stands (seed ${seed})`, () => {
    fc.assert(
      fc.property(aLog, (log) => {
        const parts = new Map<string, DecisionPart>();
        for (const { event } of believed(log)) {
          expect([event.type, decisionStream.permits(parts, event)]).toEqual([event.type, undefined]);
          for (const [at, part] of decisionStream.evolve(parts, event)) parts.set(at, part);
        }
      }),
      { seed, numRuns: 150 },
    );
  });

  it(`the fold of its entries in any order throws nothing, and neither does anything worked out from it (seed ${seed})`, () => {
    const shuffled = aLog.chain((log) =>
      fc.shuffledSubarray(
        log.flatMap((one) => (isStrike(one) ? [] : [one.event])),
        { minLength: 0 },
      ),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...days), (events, day) => {
        const decision = folded(events);
        if (!decision) return;
        expect(JSON.parse(JSON.stringify(decision))).toStrictEqual(decision);
        expect(standingOf(decision, day, inKent).because.length).toBeGreaterThan(5);
        expect(noticeChecklist(decision)).toHaveLength(8);
        const owed = isTaken(decision) ? recordOwed(decision, noFacts) : undefined;
        expect(owed ? recordChecklist(decision, owed) : []).toHaveLength(owed ? 5 : 0);
      }),
      { seed, numRuns: 300 },
    );
  });
});

/** Whole days between two, neither counted, stepped one by one. */
function daysWithin(from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) count += 1;
  return count;
}

function workingDaysWithin(from: CivilDate, to: CivilDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}
