import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { noFacts } from '#acts';
import { judge } from '#recording';
import { historySeed as seed, metOften } from '#testing';
import { Timeline } from '#timeline';
import { reportStream, type ReportPart } from './index.js';
import { asked, happened, rendered, units } from './quarterly-report.story.js';

const key = 'report/cabinet-2014-05';
const aDay = fc.constantFrom('2014-05-02', '2014-05-03', '2014-06-02');
const aTitle = fc.constantFrom('Business units', 'Units');
const aHash = fc.constantFrom('0'.repeat(64), 'f'.repeat(64));
const said = fc.record({ day: aDay, title: aTitle, hash: aHash, isRendered: fc.boolean() });

describe('Whatever is asked of a report, through the judge', () => {
  it(`it is issued once and never without a hash, and what pins it never changes (seed ${seed})`, () => {
    let issued = 0;
    for (const steps of fc.sample(fc.array(said, { minLength: 12, maxLength: 12 }), { seed, numRuns: 200 })) {
      const timeline = new Timeline(reportStream);
      const pins: unknown[] = [];
      for (const { day, title, hash, isRendered } of steps) {
        const command = asked(day, {
          ...units,
          title,
          ...(isRendered && { ...rendered, hash }),
        });
        const slot = { firstRevision: pins.length, idOf: (index: number) => `entry-${pins.length + index}` };
        const judgement = judge(reportStream, timeline, { asked: [{ command }] }, slot, () => noFacts);
        if (judgement.outcome !== 'permitted') continue;
        expect(isRendered).toBe(true);
        pins.push(hash);
      }
      expect(pins.length).toBeLessThan(2);
      if (pins.length === 0) continue;
      expect((timeline.asAt().get(key) as ReportPart).hash).toBe(pins[0]);
      issued += 1;
    }
    metOften({ issued }, 150);
  });
});

describe('Any events of a report, in any order', () => {
  it(`fold without a throw, and one that has no meaning is never permitted and changes nothing (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 6 }), (events) => {
        const parts = new Map<string, ReportPart>();
        for (const { day, title, hash } of events) {
          const event = happened(day, { ...units, ...rendered, title, hash });
          const refusal = reportStream.meaningless(parts, event);
          if (refusal) expect(reportStream.permits(parts, event)).toEqual(refusal);
          const changes = reportStream.evolve(parts, event);
          expect(changes.map(([name]) => name)).toEqual(refusal ? [] : [key]);
          for (const [name, part] of changes) {
            parts.set(name, part);
            expect(JSON.parse(JSON.stringify(part))).toStrictEqual(part);
          }
        }
      }),
      { seed, numRuns: 200 },
    );
  });
});
