import { describe, expect, it } from '@jest/globals';
import { dayNumber, type CivilDate } from '#calendar';
import { bars } from './bars.js';
import { burnUp } from './burn-up.js';
import { milestonesChart } from './milestones.js';
import { ratingsLanes } from './ratings-lanes.js';
import { unitFlowChart } from './unit-flow.js';

const about = { id: 'drawn', title: 'Drawn', description: 'What is drawn' };

/** The elements of a kind in a drawing, each with its attributes. */
function elements(svg: string | undefined, name: string): Readonly<Record<string, string>>[] {
  return [...(svg ?? '').matchAll(new RegExp(`<${name}((?: [\\w-]+="[^"]*")*)>`, 'g'))].map(
    ([, attributes = '']) =>
      Object.fromEntries(
        [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]),
      ),
  );
}
const texts = (svg: string | undefined) =>
  [...(svg ?? '').matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const numbers = (path = '') => [...path.matchAll(/-?\d+(\.\d+)?/g)].map(([one]) => Number(one));

describe('Every chart', () => {
  it('has a title and a description that name it, and is drawn only where there is something to draw', () => {
    const drawn = [
      bars(about, [{ name: 'a', value: 1, label: '1' }]),
      burnUp(
        about,
        [{ title: 'a', lines: [{ label: 'a', look: 'c-line', steps: [{ on: '2014-01-01', value: 1 }] }] }],
        '2014-02-01',
      ),
      ratingsLanes(
        about,
        [{ name: 'a', lanes: [{ name: 'a', ratings: [{ on: '2014-01-01', label: 'Red', look: 'c-bad' }] }] }],
        '2014-02-01',
      ),
      unitFlowChart(about, [{ from: 'a', fromName: 'A', to: 'b', toName: 'B' }]),
      milestonesChart(about, [{ title: 'a', planned: '2014-01-01' }], '2014-02-01'),
    ];
    for (const svg of drawn) {
      expect(svg).toContain('role="img" aria-labelledby="drawn-title" aria-describedby="drawn-description"');
      expect(svg).toContain(
        '<title id="drawn-title">Drawn</title><desc id="drawn-description">What is drawn</desc>',
      );
      expect(svg).not.toMatch(/ style=|<style|NaN|undefined/);
    }
    expect([
      bars(about, []),
      burnUp(about, [], '2014-01-01'),
      ratingsLanes(about, [], '2014-01-01'),
      unitFlowChart(about, []),
      milestonesChart(about, [], '2014-01-01'),
    ]).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });
});

describe('A bar', () => {
  it('is as wide as its figure, and hangs where another ends', () => {
    const svg = bars(about, [
      { name: 'Target', value: 200, label: '200' },
      { name: 'Reached', value: 50, label: '50' },
      { name: 'Missing', value: 150, from: 50, label: '150' },
    ]);
    const [target, reached, missing] = elements(svg, 'rect').map(({ x, width }) => [
      Number(x),
      Number(width),
    ]);
    const whole = target?.[1] ?? 0;
    expect(reached?.[1]).toBeCloseTo(whole / 4, 0);
    expect(missing?.[1]).toBeCloseTo((whole * 3) / 4, 0);
    expect(missing?.[0]).toBeCloseTo((reached?.[0] ?? 0) + (reached?.[1] ?? 0), 0);
  });
});

describe('Savings over time', () => {
  const lines = [
    { label: 'Authorised £50m', look: 'c-dashed' as const, steps: [{ on: '2014-01-01', value: 50 }] },
    {
      label: 'Validated £100m',
      look: 'c-line' as const,
      steps: [
        { on: '2014-01-01', value: 0 },
        { on: '2014-07-02', value: 100 },
      ],
    },
  ];
  const svg = burnUp(
    about,
    [{ title: 'Net', lines, target: { value: 200, label: 'Target £200m' } }],
    '2015-01-01',
  );
  const [, validated] = elements(svg, 'path').map(({ d }) => numbers(d));

  it('step up on their days to their figures, halfway to a target of twice as much', () => {
    const target = Number(elements(svg, 'line').find((one) => one['class'] === 'c-target')?.['y1']);
    const [startX = 0, floor = 0, , acrossX = 0, top = 0, end = 0] = validated ?? [];
    expect((floor - top) / (floor - target)).toBeCloseTo(0.5, 2);
    const days = (from: string, to: string) => dayNumber(to as CivilDate) - dayNumber(from as CivilDate);
    const share = days('2014-01-01', '2014-07-02') / days('2014-01-01', '2015-01-01');
    expect((acrossX - startX) / (end - startX)).toBeCloseTo(share, 2);
  });

  it('are told apart by how they are drawn and by words, which never lie on one another', () => {
    expect(texts(svg)).toEqual(
      expect.arrayContaining(['Authorised £50m', 'Validated £100m', 'Target £200m']),
    );
    const low = burnUp(
      about,
      [
        {
          title: 'Net',
          lines: lines.map((one) => ({ ...one, steps: [{ on: '2014-01-01', value: 1 }] })),
          target: { value: 9000, label: 'T' },
        },
      ],
      '2015-01-01',
    );
    const ends = elements(low, 'text')
      .filter(({ x }) => Number(x) > 500)
      .map(({ y }) => Number(y))
      .sort((a, b) => a - b);
    expect(ends).toHaveLength(3);
    expect(Math.min(...ends.slice(1).map((y, n) => y - (ends[n] ?? 0)))).toBeGreaterThanOrEqual(18);
  });
});

describe('Ratings over time', () => {
  it('last until the next one, and end with their project', () => {
    const svg = ratingsLanes(
      about,
      [
        {
          name: 'Adults',
          lanes: [
            {
              name: 'Homes',
              until: '2014-10-01',
              ratings: [
                { on: '2014-01-01', label: 'Amber', look: 'c-middle' },
                { on: '2014-07-01', label: 'Green', look: 'c-good' },
              ],
            },
            { name: 'Carers', ratings: [{ on: '2014-01-01', label: 'Red', look: 'c-bad' }] },
          ],
        },
      ],
      '2014-12-31',
    );
    const [amber, green, red] = elements(svg, 'rect').map(
      ({ x, width }) => [Number(x), Number(width)] as const,
    );
    expect(green?.[0]).toBeCloseTo((amber?.[0] ?? 0) + (amber?.[1] ?? 0), 0);
    expect((green?.[0] ?? 0) + (green?.[1] ?? 0)).toBeLessThan((red?.[0] ?? 0) + (red?.[1] ?? 0));
    expect(texts(svg)).toEqual(expect.arrayContaining(['Adults', 'Homes', 'Amber', 'Green', 'Red']));
  });
});

describe('Milestones', () => {
  it('lie in the order of their days, a slip to the right of the plan', () => {
    const svg = milestonesChart(
      about,
      [{ title: 'Go live', planned: '2017-01-01', forecast: '2017-04-01', actual: '2017-06-01' }],
      '2018-01-01',
    );
    const at = elements(svg, 'path').map(({ d, class: look }) => [look, numbers(d)[0] ?? 0] as const);
    expect(at.map(([look]) => look)).toEqual(['c-open', 'c-part', 'c-fill']);
    expect(at.map(([, x]) => x)).toEqual([...at.map(([, x]) => x)].sort((a, b) => a - b));
    expect(texts(svg)).toContain('reached');
  });
});

describe('The flow of units', () => {
  it('has a line for each step, each unit once, and says how many came together', () => {
    const svg = unitFlowChart(about, [
      { from: 'a', fromName: 'Archives', to: 'l', toName: 'Libraries' },
      { from: 'b', fromName: 'Registration', to: 'l', toName: 'Libraries' },
      { from: 'c', fromName: 'Depots', to: 'c', toName: 'Depots', ends: 'closed' },
    ]);
    expect(elements(svg, 'path')).toHaveLength(3);
    expect(texts(svg).sort()).toEqual([
      'Archives',
      'Depots',
      'Depots, closed',
      'Libraries (2)',
      'Registration',
    ]);
  });
});
