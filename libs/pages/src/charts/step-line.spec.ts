import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { stepLine } from './step-line.js';

const step = (on: string, count: number, target: number | null) => ({ on, count, target });

// Between the first day and the day asked for lie 610 days, on 610 units; the highest count is 10, on 230 units.
describe('A count over time', () => {
  it('steps on its days to its counts, each written over its step, with what it is now and its target behind', () => {
    const steps = [step('2014-01-01', 10, null), step('2014-04-11', 5, null), step('2015-01-01', 8, 4)];
    expect(readDrawing(stepLine('Units', steps, '2015-09-03'))).toEqual({
      title: 'Units',
      description: '10 from 1 January 2014, 5 from 11 April 2014, 8 from 1 January 2015. The target is 4',
      size: '760 by 300',
      drawn: [
        'c-axis from 30,24 to 30,264',
        '2014 at 30,280 c-quiet middle',
        'c-axis from 395,24 to 395,264',
        '2015 at 395,280 c-quiet middle',
        'c-axis from 30,264 to 640,264',
        'c-target from 30,172 to 640,172',
        'Target 4 at 648,177',
        'c-line along M30 34 H130 V149 H395 V80 H640',
        '10 at 32,26 c-strong c-over',
        '5 at 132,141 c-strong c-over',
        '8 at 397,72 c-strong c-over',
        '8 units at 648,85 c-strong',
      ],
    });
  });

  it('writes a count apart from the target that it has reached, and no count where there is no room for it', () => {
    const steps = [step('2014-01-01', 10, 8), step('2014-01-11', 9, 8), step('2015-08-29', 8, 8)];
    expect(readDrawing(stepLine('Units', steps, '2015-09-03')).drawn.slice(5)).toEqual([
      'c-target from 30,80 to 640,80',
      'Target 8 at 648,105',
      'c-line along M30 34 H40 V57 H635 V80 H640',
      '10 at 32,26 c-strong c-over',
      '8 units at 648,85 c-strong',
    ]);
  });

  it('reaches to the target where that is higher than every count', () => {
    const { drawn } = readDrawing(stepLine('Units', [step('2014-01-01', 5, 10)], '2015-09-03'));
    expect(drawn).toContain('c-target from 30,34 to 640,34');
    expect(drawn).toContain('c-line along M30 149 H640');
  });

  it('ends a year after the last change at the latest, and on its day where a later one is known already', () => {
    const quiet = [step('2014-01-01', 10, null), step('2014-09-03', 9, null)];
    expect(readDrawing(stepLine('Units', quiet, '2019-09-03'))).toMatchObject({
      description: '10 from 1 January 2014, 9 from 3 September 2014. No target is set',
      drawn: expect.arrayContaining(['c-line along M30 34 H275 V57 H640', '9 units at 648,62 c-strong']),
    });
    const ahead = [step('2014-01-01', 10, null), step('2015-09-03', 5, null)];
    const { drawn } = readDrawing(stepLine('Units', ahead, '2015-01-01'));
    expect(drawn.slice(-3)).toEqual([
      'c-line along M30 34 H640 V149 H640',
      '10 at 32,26 c-strong c-over',
      '5 units at 648,154 c-strong',
    ]);
  });

  it('leaves room behind it for what is written there', () => {
    const { drawn } = readDrawing(stepLine('Units', [step('2014-01-01', 1_000_000, null)], '2015-09-03'));
    // Seven figures, a space and a word in bold are 131.7 units wide, and 12 stay free at the edge.
    expect(drawn.at(-1)).toBe('1000000 units at 624.3,39 c-strong');
  });

  it('is not drawn where nothing is counted', () => {
    expect(stepLine('Units', [], '2015-09-03')).toBeUndefined();
  });
});
