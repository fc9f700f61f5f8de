import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { milestonesChart } from './milestones.js';

const about = { id: 'milestones', title: 'Milestones', description: 'When each is to be reached' };
const first = { title: 'Consulted', planned: '2014-01-01' };
const last = { title: 'Closed', planned: '2014-11-07' };

// Between the first day and the last lie 310 days, and 30 more on either side: a day is a unit.
describe('Milestones on a line of days', () => {
  it('are in outline as planned, pale as forecast and filled where reached, with the word for it behind', () => {
    const let_ = { title: 'Let', planned: '2014-04-11', forecast: '2014-05-01' };
    const moved = { title: 'Moved', planned: '2014-04-11', forecast: '2014-06-30', actual: '2014-07-20' };
    const early = { title: 'Early', planned: '2014-07-20', forecast: '2014-07-20', actual: '2014-06-30' };
    const svg = milestonesChart(about, [first, let_, moved, early, last], '2014-05-01');
    expect(readDrawing(svg)).toEqual({
      title: 'Milestones',
      description: 'When each is to be reached',
      size: '760 by 268',
      drawn: [
        'c-axis from 300,18 to 300,244',
        '2014 at 300,260 c-quiet middle',
        'c-now from 420,14 to 420,244',
        '1 May 2014 at 420,11 c-quiet middle',
        'Consulted at 0,47',
        'c-flow from 300,42 to 300,42',
        'c-open along M300 34 l8 8 l-8 8 l-8 -8 z',
        'planned at 314,47 c-quiet',
        'Let at 0,91',
        'c-flow from 400,86 to 420,86',
        'c-open along M400 78 l8 8 l-8 8 l-8 -8 z',
        'c-part along M420 78 l8 8 l-8 8 l-8 -8 z',
        'forecast at 434,91 c-quiet',
        'Moved at 0,135',
        'c-flow from 400,130 to 500,130',
        'c-open along M400 122 l8 8 l-8 8 l-8 -8 z',
        'c-part along M480 122 l8 8 l-8 8 l-8 -8 z',
        'c-fill along M500 122 l8 8 l-8 8 l-8 -8 z',
        'reached at 514,135 c-quiet',
        'Early at 0,179',
        'c-flow from 500,174 to 480,174',
        'c-open along M500 166 l8 8 l-8 8 l-8 -8 z',
        'c-fill along M480 166 l8 8 l-8 8 l-8 -8 z',
        'reached at 514,179 c-quiet',
        'Closed at 0,223',
        'c-flow from 610,218 to 610,218',
        'c-open along M610 210 l8 8 l-8 8 l-8 -8 z',
        'planned at 624,223 c-quiet',
      ],
    });
  });

  it('say planned where they are forecast for the day that was planned', () => {
    const { drawn } = readDrawing(
      milestonesChart(about, [first, { ...last, forecast: last.planned }], '2016-01-01'),
    );
    expect(drawn.slice(-3)).toEqual([
      'c-flow from 610,86 to 610,86',
      'c-open along M610 78 l8 8 l-8 8 l-8 -8 z',
      'planned at 624,91 c-quiet',
    ]);
  });

  it.each([
    ['2013-12-31', []],
    ['2014-01-01', ['c-now from 300,14 to 300,112', '1 January 2014 at 300,11 c-quiet middle']],
    ['2014-11-07', ['c-now from 610,14 to 610,112', '7 November 2014 at 610,11 c-quiet middle']],
    ['2014-11-08', []],
  ])('are marked with the day asked for where it is among them: %s', (asAt, marks) => {
    const { drawn } = readDrawing(milestonesChart(about, [first, last], asAt));
    expect(drawn.slice(2, -8)).toEqual(marks);
  });
});
