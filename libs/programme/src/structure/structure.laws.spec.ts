import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noFacts } from '#acts';
import { judge } from '#recording';
import { aCommandOf, believed, historySeed as seed, metOften } from '#testing';
import { isStrike, Timeline, type Logged } from '#timeline';
import { structureStream, type StructureCommand, type StructureEvent, type StructurePart } from './index.js';
import { asked } from './support-units.story.js';

const rules = ['unit-not-open', 'unit-not-registered', 'premise-changed', 'code-taken', 'share-needed'];
const exception = fc.option(
  fc.record({ rule: fc.constantFrom(...rules), reason: fc.constant('not in the source') }),
  { nil: undefined, freq: 3 },
);
const someCodes = fc.uniqueArray(
  fc.record({
    unit: fc.constantFrom('adult-care', 'libraries', 'legal', 'highways'),
    code: fc.constantFrom('A1', 'B2', 'C3'),
  }),
  { selector: ({ unit }) => unit, minLength: 1, maxLength: 3 },
);
/** Any command of a structure; one in twelve gives several units their codes at once. */
const aCommand = fc
  .tuple(
    aCommandOf('structure'),
    fc.oneof({ weight: 11, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: someCodes }),
  )
  .map(([command, units]): StructureCommand => {
    const { programme, effectiveOn, provenance } = command;
    return units === undefined
      ? (command as StructureCommand)
      : { type: 'recode-units', programme, effectiveOn, provenance, units };
  });
const anExcusedCommand = fc
  .tuple(aCommand, exception)
  .map(([command, excuse]) => (excuse ? { ...command, exception: excuse } : command));

const eventSaying = ({ programme: _programme, type, ...said }: StructureCommand): StructureEvent =>
  ({ from: null, ...said, type: structureStream.commands[type].adds[0] }) as never;

/** What the judge lets onto the record of so many commands and strikes. */
function recorded(steps: readonly (StructureCommand | number)[]): Logged<StructureEvent>[] {
  const timeline = new Timeline(structureStream);
  const log: Logged<StructureEvent>[] = [];
  for (const step of steps) {
    const struck = typeof step === 'number' ? log[step] : undefined;
    const strike = struck && !isStrike(struck) && !timeline.isStruck(struck.id) ? [struck.id] : [];
    const change = { asked: typeof step === 'number' ? [] : [{ command: step }], strike };
    const slot = { firstRevision: log.length, idOf: (index: number) => `entry-${log.length + index}` };
    const judgement = judge(structureStream, timeline, change, slot, () => noFacts);
    if (judgement.outcome !== 'permitted') continue;
    const entries = [...judgement.entries];
    if (strike.length > 0) log.push({ revision: log.length, strikes: strike });
    log.push(...entries);
  }
  return log;
}

const opening = ['adult-care', 'libraries', 'legal', 'highways'].map((unit, n) =>
  asked('2013-07-18', {
    type: 'register-unit',
    unit,
    name: unit,
    code: ['A1', 'B2'][n] ?? unit,
    opening: true,
  }),
);

const scriptsOf = (command: fc.Arbitrary<StructureCommand>) =>
  fc
    .sample(
      fc.array(fc.oneof({ weight: 8, arbitrary: command }, { weight: 1, arbitrary: fc.nat({ max: 20 }) }), {
        minLength: 60,
        maxLength: 60,
        size: 'max',
      }),
      { seed, numRuns: 200 },
    )
    .map((steps) => [...opening, ...steps]);

const unitsOf = (parts: ReadonlyMap<string, StructurePart>) =>
  [...parts.values()].filter((part) => part.kind === 'unit');

describe('Whatever is asked of a structure, through the judge', () => {
  it(`every believed entry was permitted where it stands, and a unit that ended is not open again (seed ${seed})`, () => {
    let endings = 0;
    for (const steps of scriptsOf(anExcusedCommand)) {
      const parts = new Map<string, StructurePart>();
      const ended = new Map<string, unknown>();
      for (const { event } of believed(recorded(steps))) {
        expect([event, structureStream.permits(parts, event)]).toEqual([event, undefined]);
        for (const [key, part] of structureStream.evolve(parts, event)) parts.set(key, part);
        for (const unit of unitsOf(parts)) {
          expect([unit.id, unit.status === 'open']).toEqual([unit.id, unit.ended === undefined]);
          if (ended.has(unit.id)) expect(unit.ended).toEqual(ended.get(unit.id));
          else if (unit.ended) ended.set(unit.id, unit.ended);
        }
      }
      endings += ended.size;
    }
    metOften({ endings }, 150);
  });

  it(`a code is one open unit's, where no exception was made (seed ${seed})`, () => {
    let takenAgain = 0;
    for (const steps of scriptsOf(aCommand)) {
      const parts = new Map<string, StructurePart>();
      for (const { event } of believed(recorded(steps))) {
        for (const [key, part] of structureStream.evolve(parts, event)) parts.set(key, part);
        const open = unitsOf(parts).filter(({ status, code }) => status === 'open' && code !== undefined);
        expect(new Set(open.map(({ code }) => code)).size).toBe(open.length);
        for (const { id, code } of open) {
          expect(parts.get(`code/${code ?? ''}`)).toEqual({ kind: 'code', id: code, heldBy: [id] });
          if (unitsOf(parts).some((unit) => unit.ended && unit.code === code)) takenAgain += 1;
        }
        const held = open.map(({ code }) => `code/${code ?? ''}`);
        for (const [key, part] of parts) {
          if (part.kind === 'code' && !held.includes(key)) expect([key, part.heldBy]).toEqual([key, []]);
        }
      }
    }
    metOften({ takenAgain }, 8);
  });
});

describe('Any events of a structure, in any order', () => {
  it(`fold without a throw, and one that has no meaning is never permitted and changes nothing (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(anExcusedCommand, { maxLength: 40, size: 'max' }), (commands) => {
        const parts = new Map<string, StructurePart>();
        for (const event of commands.map(eventSaying)) {
          const refusal = structureStream.meaningless(parts, event);
          if (refusal) expect(structureStream.permits(parts, event)).toEqual(refusal);
          const changes = structureStream.evolve(parts, event);
          const touched = [
            ...structureStream.touches(event),
            ...(structureStream.alsoTouches?.(parts, event) ?? []),
          ];
          expect(changes.length > 0).toBe(refusal === undefined);
          for (const [key, part] of changes) {
            parts.set(key, part);
            expect(touched).toContain(key);
            expect(key).toBe(`${part.kind}/${part.id}`);
            expect(JSON.parse(JSON.stringify(part))).toStrictEqual(part);
          }
        }
      }),
      { seed, numRuns: 200 },
    );
  });
});
