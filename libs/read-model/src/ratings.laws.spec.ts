import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CivilDate } from '#calendar';
import { MemoryEventStore, type StoredEvent } from '#event-store';
import { mappedPoint, type Command, type ProjectEvent, type ProjectPart, type ScalePart } from '#programme';
import {
  aStep,
  foldPlainly,
  HandedClock,
  historySeed as seed,
  play,
  randomDays,
  randomProgramme,
  recordedEntries,
  metOften,
} from '#testing';
import { ratings, Reader, ReadModel } from './index.js';

const pointsOf = (...ids: string[]) => ids.map((id, at) => ({ id, label: id, order: at + 1 }));

/** Steps of which two in three rate one project, well or not, or change the scale it is rated on. */
const aStepThatRates = fc
  .record({
    step: aStep,
    kind: fc.nat({ max: 29 }),
    effectiveOn: fc.constantFrom(...randomDays),
    version: fc.constantFrom(1, 1, 1, 2, 3),
    point: fc.constantFrom('high', 'medium', 'low'),
  })
  .map(({ step, kind, effectiveOn, version, point }) => {
    if (kind < 10) return step;
    const dates = { programme: randomProgramme, effectiveOn, provenance: 'observed' };
    const points = pointsOf('high', 'low');
    const mapping = pointsOf('high', 'medium', 'low').map(({ id }) => ({ fromPoint: id, toPoint: 'low' }));
    const said =
      kind === 10
        ? { type: 'change-rating-scale', scale: 'confidence', version, points, mapping }
        : {
            type: 'rate-project',
            project: 'legal-company',
            measure: 'delivery-confidence',
            scale: 'confidence',
            version,
            point,
            assessor: 'Head of Internal Audit',
            independence: 'independent',
            basis: 'Gate review',
          };
    return { ...step, command: { ...dates, ...said } as unknown as Command };
  });

describe('The ratings of a random book', () => {
  it(`are those believed of each project, in fold order, the last of each measure the one it keeps (seed ${seed})`, async () => {
    const met = { asGiven: 0, mapped: 0, unmapped: 0 };
    const scripts = fc.sample(fc.array(aStepThatRates, { minLength: 120, maxLength: 120, size: 'max' }), {
      seed,
      numRuns: 20,
    });
    for (const script of scripts) {
      const clock = new HandedClock();
      const store = new MemoryEventStore({ clock: clock.read });
      await play(store, clock, script);
      const log: StoredEvent[] = [];
      for await (const page of store.readAll()) log.push(...page);
      const model = ReadModel.open(':memory:');
      model.apply(log);
      const reader = new Reader(model);
      for (const asAt of [...randomDays, '2030-01-01' as CivilDate]) {
        const parts = foldPlainly(log, { asAt, known: log.length });
        const found = ratings(reader, randomProgramme, reader.moments.at(asAt));
        for (const [stream, entries] of recordedEntries(log, log.length)) {
          const project = parts.get(stream.replace(`${randomProgramme}/`, '')) as ProjectPart | undefined;
          if (project?.kind !== 'project') continue;
          const rows = found.filter((row) => row.project === project.id);
          const given = entries.flatMap(({ id, effectiveOn, event }) =>
            event.type === 'ProjectRated' && effectiveOn <= asAt
              ? [{ id, event: event as ProjectEvent }]
              : [],
          );
          for (const measure of ['rag', 'delivery-confidence']) {
            expect(rows.filter((row) => row.measure === measure).map(({ id }) => id)).toEqual(
              given.flatMap(({ id, event }) =>
                event.type === 'ProjectRated' && event.measure === measure ? [id] : [],
              ),
            );
          }
          expect(rows.filter(({ last }) => last).map(({ point }) => point)).toEqual(
            project.ratings.map(({ point }) => point),
          );
          for (const { portfolio, scale, version, point, mappedPoint: to } of rows) {
            const held = parts.get(`scale/${scale}`) as ScalePart | undefined;
            expect(portfolio).toBe(project.portfolio);
            expect(to).toBe((held && mappedPoint(held, version, point)?.id) ?? null);
            met[to === null ? 'unmapped' : to === point ? 'asGiven' : 'mapped'] += 1;
          }
        }
        expect(new Set(found.map(({ project }) => `project/${project}`)).size).toBe(
          [...parts.values()].filter(
            (part) => part.kind === 'project' && (part as ProjectPart).ratings.length > 0,
          ).length,
        );
      }
      model.close();
    }
    metOften({ asGiven: met.asGiven, mapped: met.mapped }, { asGiven: 100, mapped: 20 });
  });
});
