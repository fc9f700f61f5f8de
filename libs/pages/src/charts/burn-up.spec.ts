import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { burnUp, type BurnUpLine } from './burn-up.js';

const about = { id: 'burn-up', title: 'Savings over time', description: 'What each measure came to' };
const authorised: BurnUpLine = {
  label: 'Authorised £5m',
  look: 'c-dashed',
  steps: [{ on: '2014-01-01', value: 50 }],
};
const validated: BurnUpLine = {
  label: 'Validated £10m',
  look: 'c-line',
  steps: [
    { on: '2014-01-01', value: 25 },
    { on: '2014-04-11', value: 100 },
  ],
};

// 462 days lie between the first and the day asked for, on as many units; the highest figure of a panel is 104 high.
describe('Savings over time, a panel for each kind', () => {
  it('are steps under one line of days, each with its label and its look behind it, and the target where there is one', () => {
    const svg = burnUp(
      about,
      [
        { title: 'Cashable', lines: [authorised, validated], target: { value: 200, label: 'Target £20m' } },
        { title: 'Non-cashable', lines: [authorised] },
      ],
      '2015-04-08',
    );
    expect(readDrawing(svg)).toEqual({
      title: 'Savings over time',
      description: 'What each measure came to',
      size: '760 by 352',
      drawn: [
        'Cashable at 0,18 c-strong',
        'c-axis from 18,30 to 18,140',
        '2014 at 18,156 c-quiet middle',
        'c-axis from 383,30 to 383,140',
        '2015 at 383,156 c-quiet middle',
        'c-axis from 18,140 to 480,140',
        'c-target from 18,36 to 480,36',
        'c-dashed along M18 140 V114 H480',
        'c-line along M18 140 V127 H118 V88 H480',
        'c-dashed from 488,114 to 514,114',
        'Authorised £5m at 520,119',
        'c-line from 488,88 to 514,88',
        'Validated £10m at 520,93',
        'c-target from 488,36 to 514,36',
        'Target £20m at 520,41',
        'Non-cashable at 0,194 c-strong',
        'c-axis from 18,206 to 18,316',
        '2014 at 18,332 c-quiet middle',
        'c-axis from 383,206 to 383,316',
        '2015 at 383,332 c-quiet middle',
        'c-axis from 18,316 to 480,316',
        'c-dashed along M18 316 V212 H480',
        'c-dashed from 488,212 to 514,212',
        'Authorised £5m at 520,217',
      ],
    });
  });

  it('end a year after the last change at the latest, and no sooner than that change', () => {
    const path = (asAt: string) =>
      readDrawing(burnUp(about, [{ title: 'Cashable', lines: [validated] }], asAt)).drawn.find((one) =>
        one.startsWith('c-line along'),
      );
    // 100 days of 465, and of 100.
    expect(path('2018-01-01')).toBe('c-line along M18 140 V114 H117.4 V36 H480');
    expect(path('2014-02-01')).toBe('c-line along M18 140 V114 H480 V36 H480');
  });

  it('give way to a long label, which is cut where there is no room for it', () => {
    const long = { ...authorised, label: 'A'.repeat(60) };
    const { drawn } = readDrawing(burnUp(about, [{ title: 'Cashable', lines: [long] }], '2015-04-08'));
    expect(drawn).toContain('c-dashed along M18 140 V36 H300');
    // 418 units for capitals of 12 and an ellipsis of 15.3.
    expect(drawn.at(-1)).toBe(`${'A'.repeat(33)}… at 340,41`);
  });

  it('keep their labels apart where all of them are low beside the target', () => {
    const one = (label: string, on: string) => ({
      label,
      look: 'c-thin' as const,
      steps: [{ on, value: 1 }],
    });
    const panel = {
      title: 'Net',
      lines: [one('A', '2014-01-01'), one('B', '2013-01-01')],
      target: { value: 10_400, label: 'T' },
    };
    const { drawn } = readDrawing(burnUp(about, [panel], '2015-01-01'));
    // The second begins a year before the first, of two.
    expect(drawn).toEqual(
      expect.arrayContaining(['c-thin along M249 140 V140 H480', 'c-thin along M18 140 V140 H480']),
    );
    // The floor is at 140: a label is 18 high, and the last goes no lower.
    expect(drawn.slice(-6)).toEqual([
      ...['c-thin from 488,122 to 514,122', 'A at 520,127'],
      ...['c-thin from 488,140 to 514,140', 'B at 520,145'],
      ...['c-target from 488,36 to 514,36', 'T at 520,41'],
    ]);
  });
});
