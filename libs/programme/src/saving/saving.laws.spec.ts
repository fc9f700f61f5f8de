import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '#recording';
import { aCommandOf, believed, historySeed as seed, randomDays, metOften } from '#testing';
import { isStrike, Timeline, type Logged } from '#timeline';
import { planNames, savingStream, type SavingCommand, type SavingEvent, type SavingPart } from './index.js';
import { asked, elsewhere, outline, year } from './library-saving.story.js';

const saving = 'library-hours';
const key = `saving/${saving}`;
const rules = ['validated-above-delivered', 'total-changed', 'saving-ended', 'owner-or-portfolio-missing'];
const ending = ['withdraw-saving', 'release-saving'];
const exception = fc.option(
  fc.constantFrom(...rules).map((rule) => ({ rule, reason: 'Not in the source' })),
  { nil: undefined, freq: 2 },
);

/** Amounts of one year, all the same, so that one may be moved to another year. */
const aMove = fc
  .constantFrom('2013/14', '2015/16', '2017/18')
  .map((in_) => [{ year: year(in_), pence: 60_000_000 }]);
const aDay = fc.constantFrom(...randomDays);
const aCommand: fc.Arbitrary<SavingCommand> = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: aCommandOf('saving') },
      {
        weight: 1,
        arbitrary: fc
          .tuple(aDay, aMove)
          .map(([day, profile]) => asked(day, { type: 'forecast-saving', profile })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(aDay, fc.constantFrom('record-delivered-saving' as const, 'validate-saving' as const))
          .map(([day, type]) =>
            asked(day, { type, year: year('2015/16'), pence: 60_000_000, by: 'Finance' }),
          ),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(aDay, aMove, fc.constantFrom(...planNames))
          .map(([day, profile, plan]) =>
            asked(day, { type: 'reprofile-saving', plan, profile, reason: 'It slips' }),
          ),
      },
    ),
    exception,
  )
  .filter(([{ type }, excused]) => excused !== undefined || !ending.includes(type))
  .map(
    ([said, excused]) =>
      ({ ...said, saving, ...(excused && { exception: excused }) }) as unknown as SavingCommand,
  );

/** The log of one saving, after steps that are commands, or numbers of entries to strike. */
function logAfter(steps: readonly (SavingCommand | number)[]): Logged<SavingEvent>[] {
  const timeline = new Timeline(savingStream);
  const log: Logged<SavingEvent>[] = [];
  for (const step of [begun, ...steps]) {
    const struck = typeof step === 'number' ? log[step] : undefined;
    const strike = struck && !isStrike(struck) && !timeline.isStruck(struck.id) ? [struck.id] : [];
    const change = { asked: typeof step === 'number' ? [] : [{ command: step }], strike };
    const slot = { firstRevision: log.length, idOf: (index: number) => `entry-${log.length + index}` };
    const judgement = judge(savingStream, timeline, change, slot, () => elsewhere);
    if (judgement.outcome !== 'permitted') continue;
    const entries = [...judgement.entries];
    if (strike.length > 0) log.push({ revision: log.length, strikes: strike });
    log.push(...entries);
  }
  return log;
}

const begun = asked('2013-07-18', {
  type: 'identify-saving',
  ...outline,
  profile: [{ year: year('2015/16'), pence: 60_000_000 }],
});
const aStep = fc.oneof({ weight: 8, arbitrary: aCommand }, { weight: 1, arbitrary: fc.nat({ max: 20 }) });
const logs = fc
  .sample(fc.array(aStep, { minLength: 60, maxLength: 60, size: 'max' }), { seed, numRuns: 200 })
  .map(logAfter);

describe('Whatever is asked of a saving, through the judge', () => {
  it(`every believed entry was permitted where it stands, and finance confirms no more than was delivered (seed ${seed})`, () => {
    let confirmed = 0;
    for (const log of logs) {
      const parts = new Map<string, SavingPart>();
      let excused = false;
      for (const { event } of believed(log)) {
        expect([event, savingStream.permits(parts, event)]).toEqual([event, undefined]);
        excused ||= event.exception?.rule === 'validated-above-delivered';
        for (const [name, part] of savingStream.evolve(parts, event)) parts.set(name, part);
        const { delivered, validated } = parts.get(key) as SavingPart;
        if (excused) continue;
        for (const { year, pence } of validated) {
          expect(pence).toBeLessThanOrEqual(delivered.find((one) => one.year === year)?.pence ?? 0);
          if (pence > 0) confirmed += 1;
        }
      }
    }
    metOften({ confirmed }, 50);
  });

  it(`re-profiling moves amounts and loses none, and each plan is kept beside the others (seed ${seed})`, () => {
    let reprofiled = 0;
    for (const log of logs) {
      const parts = new Map<string, SavingPart>();
      for (const { event } of believed(log)) {
        const before = parts.get(key);
        for (const [name, part] of savingStream.evolve(parts, event)) parts.set(name, part);
        const after = parts.get(key);
        if (event.type !== 'SavingReprofiled' || event.exception) continue;
        const sums = (part: SavingPart | undefined) =>
          [part?.identified, part?.inBusinessCase, part?.authorised, part?.forecast].map((plan) =>
            plan?.profile.reduce((sum, { pence }) => sum + pence, 0),
          );
        expect(sums(after)).toEqual(sums(before));
        reprofiled += 1;
      }
    }
    metOften({ reprofiled }, 20);
  });
});

describe('Any events of a saving, in any order', () => {
  it(`fold without a throw, and one that has no meaning is never permitted and changes nothing (seed ${seed})`, () => {
    const events = logs.flatMap((log) => log.flatMap((one) => (isStrike(one) ? [] : [one.event])));
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(Object.keys(savingStream.events)));
    let meaningless = 0;
    for (const shuffled of fc.sample(fc.shuffledSubarray(events, { minLength: 100 }), {
      seed,
      numRuns: 30,
    })) {
      const parts = new Map<string, SavingPart>();
      for (const event of shuffled) {
        const refusal = savingStream.meaningless(parts, event);
        if (refusal) expect(savingStream.permits(parts, event)).toEqual(refusal);
        const changes = savingStream.evolve(parts, event);
        expect(changes.map(([name]) => name)).toEqual(refusal ? [] : [key]);
        if (refusal) meaningless += 1;
        for (const [name, part] of changes) parts.set(name, part);
      }
      const part = parts.get(key);
      expect(JSON.parse(JSON.stringify(part ?? null))).toStrictEqual(part ?? null);
    }
    metOften({ meaningless }, 100);
  });
});
