import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noFacts } from '#acts';
import { addDays } from '#calendar';
import { judge } from '#recording';
import { aCommandOf, believed, historySeed as seed, randomDays, metOften } from '#testing';
import { isStrike, Timeline, type Logged } from '#timeline';
import {
  authorityStream,
  covers,
  holdersOf,
  makerOn,
  mayDecide,
  type AuthorityCommand,
  type AuthorityEvent,
  type AuthorityPart,
  type OfficePart,
  type PowerPart,
} from './index.js';
import { idIn } from './parts.js';

const days = randomDays.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]);
const makers = ['county-council', 'cabinet', 'advisory-group', 'leader', 'monitoring-officer'];
const aStep = fc.oneof(
  { weight: 9, arbitrary: aCommandOf('authority') as fc.Arbitrary<AuthorityCommand> },
  { weight: 1, arbitrary: fc.nat({ max: 60 }) },
);

/** What the judge permits of some random steps: a command, or the number of an entry to strike. */
function recordedBy(steps: readonly (AuthorityCommand | number)[]) {
  const timeline = new Timeline(authorityStream);
  const log: Logged<AuthorityEvent>[] = [];
  for (const step of steps) {
    const struck = typeof step === 'number' ? log[step] : undefined;
    const strike = struck && !isStrike(struck) && !timeline.isStruck(struck.id) ? [struck.id] : [];
    const change = { asked: typeof step === 'number' ? [] : [{ command: step }], strike };
    const slot = { firstRevision: log.length, idOf: (index: number) => `entry-${log.length + index}` };
    const judgement = judge(authorityStream, timeline, change, slot, () => noFacts);
    if (judgement.outcome !== 'permitted') continue;
    const entries = [...judgement.entries];
    if (strike.length > 0) log.push({ revision: log.length, strikes: strike });
    log.push(...entries);
  }
  return { timeline, log };
}

const books = fc
  .sample(fc.array(aStep, { minLength: 120, maxLength: 120, size: 'max' }), { seed, numRuns: 200 })
  .map(recordedBy);

describe('Whatever is asked of the authority of a council, through the judge', () => {
  it(`every believed entry was permitted where it stands (seed ${seed})`, () => {
    let asked = 0;
    for (const { log } of books) {
      const parts = new Map<string, AuthorityPart>();
      for (const { event } of believed(log)) {
        expect([event, authorityStream.permits(parts, event)]).toEqual([event, undefined]);
        for (const [key, part] of authorityStream.evolve(parts, event)) parts.set(key, part);
        asked += 1;
      }
    }
    metOften({ asked }, 1_000);
  });

  it(`an office has one holder at a time, and no name is that of two (seed ${seed})`, () => {
    let held = 0;
    for (const { timeline } of books) {
      for (const day of days) {
        const state = timeline.asAt(day);
        const office = state.get('office/leader') as OfficePart | undefined;
        const holders = office?.holders.filter((one) => covers(one, day)) ?? [];
        expect(holders.length).toBeLessThanOrEqual(1);
        held += holders.length;
        const facts = { get: (key: string, on = day) => timeline.asAt(on).get(key) };
        const names = makers.flatMap((id) => {
          const maker = makerOn(facts, id, day);
          // An id that is not on record on the day may be the name of another.
          return maker?.id === id ? [(maker.kind === 'body' ? maker.name : maker.title).toLowerCase()] : [];
        });
        expect(new Set(names).size).toBe(names.length);
        for (const name of names) expect(makerOn(facts, name, day)).toBeDefined();
      }
    }
    metOften({ held }, 200);
  });

  it(`no advisory body holds a power, and whoever may decide is on record and holds one that day (seed ${seed})`, () => {
    const met = { may: 0, 'unknown-maker': 0, 'advisory-body': 0, 'office-vacant': 0, 'power-not-held': 0 };
    for (const { timeline } of books) {
      const facts = { get: (key: string, on = randomDays[0]) => timeline.asAt(on).get(key) };
      for (const day of days) {
        const state = timeline.asAt(day);
        const power = state.get('power/found-company') as PowerPart | undefined;
        const holders = holdersOf(power, day).map(({ by }) => by);
        expect(holders.filter((by) => idIn(state, by)?.advisory)).toEqual([]);
        for (const maker of makers) {
          const refusal = mayDecide(facts, maker, 'found-company', day);
          const found = makerOn(facts, maker, day);
          if (!refusal) expect(holders).toContain(found?.id);
          if (!refusal) expect(idIn(state, found?.id ?? '')?.gone).toBeUndefined();
          met[(refusal?.refused ?? 'may') as keyof typeof met] += 1;
        }
      }
    }
    metOften(met, 50);
  });
});

describe('Any events about bodies, offices and powers, in any order', () => {
  it(`fold without a throw, and one that has no meaning is never permitted and changes nothing (seed ${seed})`, () => {
    for (const { log } of books) {
      const events = log.flatMap((logged) => (isStrike(logged) ? [] : [logged.event]));
      for (const shuffled of fc.sample(fc.shuffledSubarray(events), { seed, numRuns: 3 })) {
        const parts = new Map<string, AuthorityPart>();
        for (const event of shuffled) {
          const refusal = authorityStream.meaningless(parts, event);
          if (refusal) expect(authorityStream.permits(parts, event)).toEqual(refusal);
          const changes = authorityStream.evolve(parts, event);
          expect([event.type, changes.length > 0]).toEqual([event.type, refusal === undefined]);
          for (const [key, part] of changes) {
            parts.set(key, part);
            expect(JSON.parse(JSON.stringify(part))).toStrictEqual(part);
          }
        }
      }
    }
  });
});
