import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { bars } from './bars.js';

const about = { id: 'bars', title: 'Savings', description: 'From the target on' };

describe('Bars under one another', () => {
  it('have their names before them, and their figures behind, however short they are', () => {
    const svg = bars(about, [
      { name: 'Target', value: 200, label: '£200' },
      { name: 'Reached', value: 50, label: '£50', look: 'c-part' },
      { name: 'Missing', value: 150, from: 50, label: '£150', look: 'c-planned' },
      { name: 'Little', value: 0.1, label: '10p' },
      { name: 'Nothing', value: 0, label: 'None' },
    ]);
    expect(readDrawing(svg)).toEqual({
      title: 'Savings',
      description: 'From the target on',
      size: '760 by 180',
      drawn: [
        'c-axis from 190,2 to 190,176',
        ...['Target at 180,24 end', 'c-fill 360 by 22 at 190,9', '£200 at 558,25 c-strong'],
        ...['Reached at 180,58 end', 'c-part 90 by 22 at 190,43', '£50 at 288,59 c-strong'],
        ...['Missing at 180,92 end', 'c-planned 270 by 22 at 280,77', '£150 at 558,93 c-strong'],
        ...['Little at 180,126 end', 'c-fill 2 by 22 at 190,111', '10p at 198.2,127 c-strong'],
        ...['Nothing at 180,160 end', 'c-fill 0 by 22 at 190,145', 'None at 198,161 c-strong'],
      ],
    });
  });

  it('give way to long figures, and begin where they are told to', () => {
    const figure = 'A'.repeat(20);
    // Twenty bold capitals are 268.8 wide, with 14 beside them: 227.2 are left of 510 from the edge at 250.
    expect(readDrawing(bars(about, [{ name: 'Long', value: 1, label: figure }], 250)).drawn).toEqual([
      'c-axis from 250,2 to 250,40',
      'Long at 240,24 end',
      'c-fill 227.2 by 22 at 250,9',
      `${figure} at 485.2,25 c-strong`,
    ]);
    // Never less than 40 for the bar, whose figure is cut then.
    const { drawn } = readDrawing(bars(about, [{ name: 'Long', value: 1, label: figure.repeat(3) }]));
    expect(drawn[2]).toBe('c-fill 40 by 22 at 190,9');
    expect(drawn[3]).toMatch(/^A+… at 238,25 c-strong$/);
  });
});
