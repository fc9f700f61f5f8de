import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '#calendar';
import {
  noFacts,
  structureStream,
  type SavingPart,
  type StructureCommand,
  type StructureEvent,
  type UnitPart,
} from '#programme';
import { judge } from '#recording';
import { aCommandOf, historySeed as seed, randomDays, metOften } from '#testing';
import { isStrike, Timeline, type Logged } from '#timeline';
import type { Reader } from './reader.js';
import type { Moment } from './moments.js';
import { amountsByUnit } from './savings-by-unit.js';
import type { SavingAmount } from './savings.js';

/** A structure as a reader answers of it as at the day of a moment. */
class Structure {
  readonly timeline = new Timeline(structureStream);
  private readonly log: Logged<StructureEvent>[] = [];

  /** Records a command, or strikes an entry by its number, where the rules let it. Says whether they did. */
  ask(step: StructureCommand | number): boolean {
    const struck = typeof step === 'number' ? this.log[step] : undefined;
    const strike = struck && !isStrike(struck) && !this.timeline.isStruck(struck.id) ? [struck.id] : [];
    const asked = typeof step === 'number' ? [] : [{ command: step }];
    const idOf = (index: number) => `entry-${this.log.length + index}`;
    const slot = { firstRevision: this.log.length, idOf };
    const judgement = judge(structureStream, this.timeline, { asked, strike }, slot, () => noFacts);
    if (judgement.outcome !== 'permitted') return false;
    if (strike.length > 0) this.log.push({ revision: this.log.length, strikes: strike });
    this.log.push(...judgement.entries);
    return true;
  }

  unit(id: string, on: CivilDate): UnitPart | undefined {
    return this.timeline.asAt(on).get(`unit/${id}`) as UnitPart | undefined;
  }

  /** What each unit has of amounts of savings, as at a day. */
  amounts(savings: readonly (readonly [unit: string, since: CivilDate, pence: number])[], on: CivilDate) {
    const reader = {
      parts: {
        one: (_programme: string, _kind: string, id: string) => ({ known: true, part: this.unit(id, on) }),
      } as unknown as Reader['parts'],
    };
    const spread = amountsByUnit(reader, 'county', { asAt: on } as Moment);
    const found = new Map<string | null, number>();
    for (const [unit, since, pence] of savings) {
      const saving = { unit, identified: { stated: { on: since } } } as unknown as SavingPart;
      for (const part of spread({ saving, pence } as SavingAmount)) {
        expect(part.amount.pence).toBeGreaterThanOrEqual(0);
        found.set(part.unit, (found.get(part.unit) ?? 0) + part.amount.pence);
      }
    }
    return found;
  }
}

const said = (day: string, fields: Record<string, unknown>): StructureCommand =>
  ({
    programme: 'county',
    effectiveOn: civilDate(day),
    provenance: 'minuted',
    ...fields,
  }) as unknown as StructureCommand;
const register = (unit: string) =>
  said('2013-09-19', { type: 'register-unit', unit, name: unit, opening: true });

describe('The savings of 1,000 random structures, with late, struck and tied entries', () => {
  const aStep = fc.oneof(
    { weight: 8, arbitrary: aCommandOf('structure').map((command) => command as StructureCommand) },
    { weight: 1, arbitrary: fc.nat({ max: 20 }) },
  );

  it(`add up to the last penny at every date, and stand at no unit that was merged or split away (seed ${seed})`, () => {
    let away = 0;
    const scripts = fc.sample(fc.array(aStep, { minLength: 25, maxLength: 25, size: 'max' }), {
      seed,
      numRuns: 1_000,
    });
    for (const steps of scripts) {
      const structure = new Structure();
      for (const unit of ['adult-care', 'libraries', 'legal', 'highways']) structure.ask(register(unit));
      for (const step of steps) structure.ask(step);
      const savings = ['adult-care', 'libraries', 'legal', 'highways'].flatMap((unit, n) =>
        randomDays
          .filter((day) => structure.unit(unit, day)?.status === 'open')
          .slice(0, 2)
          .map((day) => [unit, day, 1_000_003 + n] as const),
      );
      for (const day of randomDays.flatMap((one) => [addDays(one, -1), one])) {
        const identified = savings.filter(([, since]) => since <= day);
        const amounts = structure.amounts(identified, day);
        expect([...amounts.values()].reduce((sum, pence) => sum + pence, 0)).toBe(
          identified.reduce((sum, [, , pence]) => sum + pence, 0),
        );
        for (const unit of amounts.keys()) {
          const status = unit === null ? undefined : structure.unit(unit, day)?.status;
          expect([unit, status === 'merged' || status === 'split']).toEqual([unit, false]);
        }
        away += identified.filter(([unit]) => !amounts.has(unit)).length;
      }
    }
    metOften({ away }, 500);
  });
});
