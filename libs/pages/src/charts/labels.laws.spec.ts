import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, civilDate } from '#calendar';
import type { ClockRun, TermRow } from '#read-model';
import { historySeed as seed, metOften } from '#testing';
import { parse } from 'node-html-parser';
import type { PhaseShown } from '../overview/phases.js';
import { bars } from './bars.js';
import { burnUp } from './burn-up.js';
import { clearDays } from './clear-days.js';
import { gantt } from './gantt.js';
import { lineageFlow } from './lineage-flow.js';
import { milestonesChart } from './milestones.js';
import { ratingsLanes } from './ratings-lanes.js';
import { stations } from './stations.js';
import { stepLine } from './step-line.js';
import { termLines } from './terms.js';
import { twoAxes } from './two-axes.js';
import { unitFlowChart } from './unit-flow.js';

/** Widths of letters in Helvetica, in thousandths, by its own tables: what the drawings work with is no part of this. */
const widths: Record<string, number> = {};
const tell = (letters: string, width: number) => {
  for (const letter of letters) widths[letter] = width;
};
tell("ijl’'", 222);
tell(' fIt.,:;!/|', 278);
tell('r()-[]', 333);
tell('ckJsvxyz', 500);
tell('FTZ', 611);
tell('ABEKPSVXY&', 667);
tell('CDHNRUw', 722);
tell('GOQ', 778);
tell('mM', 833);
tell('W', 944);
tell('…→↑—', 1000);

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function labelsOf(svg: string): { boxes: Box[]; width: number; height: number } {
  const root = parse(svg);
  const [, , width = 0, height = 0] = (root.querySelector('svg')?.getAttribute('viewBox') ?? '')
    .split(' ')
    .map(Number);
  const boxes = root.querySelectorAll('text').map((label): Box => {
    const look = label.getAttribute('class') ?? '';
    const isStrong = look.includes('c-strong');
    const size = /c-quiet|c-small/.test(look) ? 13 : 15;
    const ems = [...label.text].reduce((sum, letter) => sum + (widths[letter] ?? 556), 0) / 1000;
    const wide = ems * size * (isStrong ? 1.1 : 1);
    const x = Number(label.getAttribute('x'));
    const y = Number(label.getAttribute('y'));
    const anchor = label.getAttribute('text-anchor') ?? 'start';
    const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
    return { text: label.text, left, right: left + wide, top: y - 0.72 * size, bottom: y + 0.21 * size };
  });
  return { boxes, width, height };
}

/** Pairs of labels that lie on one another, and labels that are cut off by the edge. */
function wrong(svg: string | undefined): string[] {
  if (svg === undefined) return [];
  expect(svg).not.toMatch(/="[^"]*(NaN|undefined|Infinity)/);
  const { boxes, width, height } = labelsOf(svg);
  const cut = boxes
    .filter(
      ({ left, right, top, bottom }) => left < -1 || right > width + 1 || top < -1 || bottom > height + 1,
    )
    .map(({ text }) => `${text} is cut off`);
  const collide = boxes.flatMap((one, n) =>
    boxes
      .slice(n + 1)
      .filter(
        (other) =>
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      )
      .map((other) => `${one.text} lies on ${other.text}`),
  );
  return [...cut, ...collide];
}

const about = { id: 'drawn', title: 'Drawn', description: 'What is drawn' };

const aName = fc.oneof(
  fc.constantFrom(
    'A',
    'Legal Services',
    'Validated by finance',
    'Identified £1,234.5m (illustrative)',
    'Community Safety, Emergency Planning and Trading Standards of the whole county together',
    'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  ),
  fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnoprstuvwxyz ABCDEFGHMNW'),
    minLength: 1,
    maxLength: 70,
  }),
);
const aValue = fc.oneof(fc.constantFrom(0, 1, 39, 40, 41, 80), fc.nat(100), fc.nat(2_000_000_000));
const anyDay = fc
  .oneof(fc.constantFrom(0, 1, 2, 30, 365), fc.nat(400), fc.nat(6_000))
  .map((days) => addDays(civilDate('2010-01-01'), days));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const several = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { minLength: 1, maxLength: most });

const looks = ['c-dotted', 'c-dashed', 'c-thin', 'c-line'] as const;

/** Every chart there is, with anything that it may be asked to draw. */
const charts: Readonly<Record<string, fc.Arbitrary<string | undefined>>> = {
  'bars.ts': several(
    fc.record({ name: aName, value: aValue, label: aName, from: maybe(fc.nat(1_000)) }),
    8,
  ).map((drawn) =>
    bars(
      about,
      drawn.map(({ from, ...bar }) => ({ ...bar, ...(from !== undefined && { from }) })),
    ),
  ),
  'burn-up.ts': fc
    .tuple(
      several(
        fc.record({
          title: aName,
          values: several(fc.array(aValue, { minLength: 4, maxLength: 4 }), 5),
          target: maybe(aValue),
          lines: fc.integer({ min: 1, max: 4 }),
          of: aName,
        }),
        3,
      ),
      anyDay,
      fc.nat(900),
    )
    .map(([panels, begins, later]) =>
      burnUp(
        about,
        panels.map(({ title, values, target, lines, of }) => ({
          title,
          lines: looks.slice(0, lines).map((look, line) => ({
            look,
            label: `${of} £${(values.at(-1)?.[line] ?? 0).toLocaleString('en-GB')}m`,
            steps: values.map((value, n) => ({ on: addDays(begins, n * 97), value: value[line] ?? 0 })),
          })),
          ...(target !== undefined && {
            target: { value: target, label: `Target £${target}m (illustrative)` },
          }),
        })),
        addDays(begins, later),
      ),
    ),
  'clear-days.ts': fc
    .tuple(fc.integer({ min: 1, max: 90 }), anyDay, fc.constantFrom('earliest decision', 'window over'))
    .map(([days, published, ends]) => {
      const each = Array.from({ length: days + 2 }, (_, n) => ({
        on: addDays(published, n),
        what:
          n === 0
            ? ('published' as const)
            : n > days
              ? ('first-day-after' as const)
              : n % 7 > 4
                ? ('not-counted' as const)
                : ('clear-day' as const),
        clearDay: n > 0 && n <= days && n % 7 <= 4 ? n : null,
        rest: n % 7 > 4 ? 'weekend' : null,
      }));
      const then = addDays(published, days + 1);
      const run = { clock: 'notice', each, published, lastClearDay: addDays(published, days), then, days };
      return clearDays(run as unknown as ClockRun, 'A clock', ends);
    }),
  'gantt.ts': fc
    .tuple(
      several(
        fc.record({
          name: aName,
          status: fc.constantFrom('planned', 'open', 'closed'),
          plannedStart: fc.option(anyDay),
          plannedEnd: fc.option(anyDay),
          openedOn: fc.option(anyDay),
          closedOn: fc.option(anyDay),
        }),
        6,
      ),
      anyDay,
    )
    .map(([phases, asAt]) => gantt(phases as unknown as PhaseShown[], asAt)),
  'lineage-flow.ts': fc.tuple(several(aName, 7), several(aName, 7), aName).map(([before, after, name]) => {
    const kin = (names: readonly string[]) =>
      names.map((one, n) => ({ unit: `u${n}`, name: one, through: 'x', steps: 1 + (n % 3), href: '/u' }));
    return lineageFlow(about, { id: 'x', name }, kin(before), kin(after));
  }),
  'milestones.ts': fc
    .tuple(
      several(
        fc.record({ title: aName, planned: anyDay, forecast: maybe(anyDay), actual: maybe(anyDay) }),
        8,
      ),
      anyDay,
    )
    .map(([all, asAt]) =>
      milestonesChart(
        about,
        all.map(({ title, planned, forecast, actual }) => ({
          title,
          planned,
          ...(forecast !== undefined && { forecast }),
          ...(actual !== undefined && { actual }),
        })),
        asAt,
      ),
    ),
  'ratings-lanes.ts': fc
    .tuple(
      several(
        fc.record({
          name: aName,
          lanes: several(fc.record({ name: aName, days: several(anyDay, 5), label: aName }), 4),
        }),
        3,
      ),
      anyDay,
    )
    .map(([groups, asAt]) =>
      ratingsLanes(
        about,
        groups.map(({ name, lanes }) => ({
          name,
          lanes: lanes.map(({ name: lane, days, label }) => ({
            name: lane,
            ratings: [...new Set(days)].sort().map((on) => ({ on, label, look: 'c-good' as const })),
          })),
        })),
        asAt,
      ),
    ),
  'stations.ts': several(fc.record({ says: aName, on: anyDay, happened: fc.boolean() }), 14).map((steps) =>
    stations('days', 'Days', steps),
  ),
  'step-line.ts': fc
    .tuple(several(fc.record({ on: anyDay, count: aValue }), 9), fc.option(aValue), fc.boolean(), anyDay)
    .map(([steps, target, equal, asAt]) => {
      const inOrder = [...steps].sort((a, b) => (a.on < b.on ? -1 : 1));
      const last = inOrder.at(-1)?.count ?? 0;
      return stepLine(
        'Units',
        inOrder.map((step) => ({ ...step, target: equal ? last : target })),
        asAt,
      );
    }),
  'terms.ts': fc
    .tuple(
      several(fc.record({ ofName: aName, whoName: aName, from: anyDay, days: fc.option(fc.nat(2_000)) }), 8),
      anyDay,
    )
    .map(([terms, asAt]) =>
      termLines(
        'terms',
        'Terms',
        terms.map(({ days, ...term }) => ({
          ...term,
          until: days === null ? null : addDays(term.from, days),
          when: 'now',
        })) as unknown as TermRow[],
        asAt,
      ),
    ),
  'two-axes.ts': fc
    .array(fc.record({ holdsFrom: anyDay, recorded: anyDay, struck: fc.boolean() }), {
      minLength: 3,
      maxLength: 9,
    })
    .map((entries) => twoAxes('Entries', entries)),
  'unit-flow.ts': several(
    fc.record({
      from: fc.nat(9),
      to: fc.nat(9),
      fromName: aName,
      toName: aName,
      ends: maybe(fc.constant('closed')),
    }),
    12,
  ).map((lines) =>
    unitFlowChart(
      about,
      lines.map(({ from, to, fromName, toName, ends }) => ({
        from: `f${from}`,
        to: `t${to}`,
        fromName,
        toName,
        ...(ends !== undefined && { ends }),
      })),
    ),
  ),
};

describe('No label of a drawing lies on another, and none is cut off,', () => {
  it.each(Object.entries(charts))(`whatever %s is asked to draw (seed ${seed})`, (_, drawing) => {
    let drawn = 0;
    fc.assert(
      fc.property(drawing, (svg) => {
        if (svg !== undefined) drawn += 1;
        expect(wrong(svg)).toEqual([]);
      }),
      { seed, numRuns: 150 },
    );
    metOften({ drawn }, 101);
  });

  it.each([
    [40, 40],
    [41, 40],
    [39, 40],
    [80, 40],
    [0, 0],
    [1, 0],
    [0, 40],
    [1_000_000, 999_999],
  ])('a count of %d beside a target of %d', (count, target) => {
    const steps = [
      { on: '2013-09-19', count: 80, target },
      { on: '2014-04-01', count: 65, target },
      { on: '2015-04-01', count, target },
    ];
    for (const asAt of ['2015-04-01', '2015-12-31', '2020-01-01']) {
      const svg = stepLine('Units', steps, asAt);
      expect(wrong(svg)).toEqual([]);
      expect(svg).toContain(`>${count} units<`);
      expect(svg).toContain(`>Target ${target}<`);
    }
  });

  it('and labels that do, or are cut, would be seen', () => {
    const drawn = (texts: string) => `<svg viewBox="0 0 100 50">${texts}</svg>`;
    expect(wrong(drawn('<text x="10" y="20">40</text><text x="20" y="22">Target</text>'))).toEqual([
      '40 lies on Target',
    ]);
    expect(wrong(drawn('<text x="80" y="20">Target</text>'))).toEqual(['Target is cut off']);
    expect(wrong(drawn('<text x="10" y="20">40</text><text x="10" y="40">40</text>'))).toEqual([]);
  });
});
