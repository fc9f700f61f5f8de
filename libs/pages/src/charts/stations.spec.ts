import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { readDrawing } from '#testing';
import { stations } from './stations.js';

const step = (says: string, on: string, happened = true) => ({ says, on: civilDate(on), happened });

describe('Days on a line', () => {
  it('stand in their order, open where they are only counted to, with what they are and the days between them', () => {
    const svg = stations('days', 'The days of it', [
      step('Taken', '2014-03-11'),
      step('Notice published', '2014-03-01'),
      step('Published', '2014-03-11', false),
      step('In force', '2014-03-12', false),
    ]);
    expect(readDrawing(svg)).toEqual({
      title: 'The days of it',
      description:
        'Sat 1 Mar 2014: Notice published. Tue 11 Mar 2014: Taken, Published. Wed 12 Mar 2014: In force',
      size: '760 by 133',
      drawn: [
        'c-axis from 70,58 to 690,58',
        'c-fill round 70,58 by 8',
        'c-fill round 380,58 by 8',
        'c-open round 690,58 by 8',
        'Sat 1 Mar 2014 at 60,21 c-quiet c-over start',
        'Notice published at 60,38 c-strong c-over start',
        'Tue 11 Mar 2014 at 380,86 c-quiet c-over middle',
        'Taken at 380,103 c-strong c-over middle',
        'Published at 380,120 c-strong c-over middle',
        'Wed 12 Mar 2014 at 700,21 c-quiet c-over end',
        'In force at 700,38 c-strong c-over end',
        '10 days at 225,52 c-quiet middle',
        '1 day at 535,52 c-quiet middle',
      ],
    });
  });

  it('have their words further away, with a line to them, where those would lie on others', () => {
    const { size, drawn } = readDrawing(
      stations(
        'days',
        'Days',
        Array.from({ length: 9 }, (_, n) => step('A decision that has been called in', `2014-03-1${n}`)),
      ),
    );
    expect(size).toBe('760 by 382');
    expect(drawn.filter((one) => one.startsWith('c-faint'))).toEqual([
      'c-faint from 225,210 to 225,156',
      'c-faint from 302.5,210 to 302.5,260',
      'c-faint from 380,210 to 380,118',
      'c-faint from 457.5,210 to 457.5,298',
      'c-faint from 535,210 to 535,80',
      'c-faint from 612.5,210 to 612.5,336',
      'c-faint from 690,210 to 690,42',
    ]);
    expect(drawn.filter((one) => / 201\d at /.test(one)).map((one) => one.replace(/.* at /, ''))).toEqual([
      '60,173 c-quiet c-over start',
      '137.5,238 c-quiet c-over start',
      '225,135 c-quiet c-over middle',
      '302.5,276 c-quiet c-over middle',
      '380,97 c-quiet c-over middle',
      '457.5,314 c-quiet c-over middle',
      '535,59 c-quiet c-over middle',
      '622.5,352 c-quiet c-over end',
      '700,21 c-quiet c-over end',
    ]);
  });

  it('stand beyond the furthest of those that they would lie on, and not beyond those that they do not', () => {
    const long = 'A decision that has been called in';
    const { drawn } = readDrawing(
      stations(
        'days',
        'Days',
        Array.from({ length: 9 }, (_, n) => step(n === 2 || n === 6 ? long : 'It', `2014-03-1${n}`)),
      ),
    );
    // Two lines are 34 high, with 4 between: the third day lies over the first, the seventh over the third and the fifth.
    expect(drawn.filter((one) => one.startsWith('c-faint'))).toEqual([
      'c-faint from 225,134 to 225,80',
      // Below the line the dates alone, 162 wide, lie on one another where they are 155 apart.
      'c-faint from 302.5,134 to 302.5,184',
      'c-faint from 535,134 to 535,42',
      'c-faint from 612.5,134 to 612.5,184',
    ]);
  });

  it('cut words that are too long, and say only the number of days where there is no room for the word', () => {
    const long = 'T'.repeat(60);
    const { drawn } = readDrawing(
      stations('days', 'Days', [step(long, '2014-03-11'), step(long, '2014-03-12')]),
    );
    // 320 units: 22 capitals of 13.44 and an ellipsis of 17.1.
    expect(drawn[4]).toBe(`${'T'.repeat(22)}… at 60,38 c-strong c-over start`);
    const days = Array.from({ length: 11 }, (_, n) => step('It', `${2014 + n}-03-01`));
    const between = readDrawing(stations('days', 'Days', days)).drawn.slice(-10);
    expect(between.map((one) => one.replace(/,.*/, ''))).toEqual([
      '365 at 101',
      '366 at 163',
      ...['365 at 225', '365 at 287', '365 at 349'],
      '366 at 411',
      ...['365 at 473', '365 at 535', '365 at 597'],
      '366 at 659',
    ]);
  });

  it('say no number of days where there is no room for it', () => {
    const days = Array.from({ length: 31 }, (_, n) =>
      step('It', `2014-03-${String(n + 1).padStart(2, '0')}`),
    );
    const { drawn } = readDrawing(stations('days', 'Days', days));
    expect(drawn.at(-1)).toMatch(/^It at 700,/);
  });

  it('are not drawn where there is one alone', () => {
    expect(
      stations('days', 'Days', [step('Taken', '2014-03-11'), step('Published', '2014-03-11')]),
    ).toBeUndefined();
  });
});
