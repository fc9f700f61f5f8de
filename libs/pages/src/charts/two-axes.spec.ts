import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { twoAxes } from './two-axes.js';

const entry = (holdsFrom: string, recorded: string, struck = false) => ({ holdsFrom, recorded, struck });

// Between the first day and the last lie 640 days: on 640 units across, on 240 upwards.
describe('Entries on both axes of time', () => {
  it('stand to the right by the day from which they hold, upwards by that on which they were recorded; a cross was struck', () => {
    const svg = twoAxes('Its history', [
      entry('2014-01-01', '2014-01-01'),
      entry('2015-05-16', '2014-12-31', true),
      entry('2014-12-31', '2015-10-03'),
      entry('2014-01-11', '2015-10-03'),
    ]);
    expect(readDrawing(svg)).toEqual({
      title: 'Its history',
      description: '4 entries: 2 recorded after the day from which they hold, 1 ahead of it, 1 struck',
      size: '760 by 328',
      drawn: [
        'c-axis from 90,34 to 90,284',
        '2014 at 90,300 c-quiet middle',
        'c-axis from 455,34 to 455,284',
        '2015 at 455,300 c-quiet middle',
        '2015 at 80,141.1 c-quiet end',
        'c-axis from 90,34 to 90,284',
        'c-axis from 90,284 to 730,284',
        'c-target from 90,274 to 730,34',
        'Holds from → at 90,320 c-quiet',
        'Recorded ↑ at 0,14 c-quiet',
        'c-fill round 90,274 by 5',
        'c-struck along M585 132.5 l10 10 M595 132.5 l-10 10',
        'c-fill round 454,34 by 5',
        'c-fill round 100,34 by 5',
      ],
    });
  });

  it('have a year in three written beside them where there are very many', () => {
    const svg = twoAxes('Its history', [
      entry('1990-01-01', '1990-01-01'),
      entry('2015-05-16', '2014-12-31'),
      entry('2014-12-31', '2015-10-03'),
    ]);
    const years = readDrawing(svg).drawn.filter((one) => one.endsWith('c-quiet end'));
    expect(years.map((one) => one.slice(0, 4))).toEqual(
      '1991 1994 1997 2000 2003 2006 2009 2012 2015'.split(' '),
    );
  });

  it('have every year written beside them where there are twelve', () => {
    const svg = twoAxes('Its history', [
      entry('2003-06-01', '2003-06-01'),
      entry('2004-06-01', '2004-06-01'),
      entry('2015-06-01', '2015-06-01'),
    ]);
    const years = readDrawing(svg).drawn.filter((one) => one.endsWith('c-quiet end'));
    expect(years.map((one) => Number(one.slice(0, 4)))).toEqual([
      2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015,
    ]);
  });

  it('are not drawn where there are fewer than three', () => {
    expect(twoAxes('Its history', [])).toBeUndefined();
    expect(
      twoAxes('Its history', [entry('2014-01-01', '2014-01-01'), entry('2015-05-16', '2015-05-16')]),
    ).toBeUndefined();
  });
});
