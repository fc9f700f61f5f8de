import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { ratingsLanes } from './ratings-lanes.js';

const about = { id: 'ratings', title: 'Ratings', description: 'How each project was rated' };

// 480 days lie between the first and the day asked for, on as many units.
describe('Ratings of projects on lanes', () => {
  it('last until the next or the end of their project, in words where there is room', () => {
    const svg = ratingsLanes(
      about,
      [
        {
          name: 'Adults',
          lanes: [
            {
              name: 'Homes',
              until: '2014-10-28',
              ratings: [
                { on: '2014-01-01', label: 'Amber', look: 'c-middle' },
                { on: '2014-04-11', label: 'Green', look: 'c-good' },
                { on: '2014-05-11', label: 'Amber', look: 'c-middle' },
                { on: '2014-05-14', label: 'Red', look: 'c-bad' },
              ],
            },
            { name: 'Carers', ratings: [{ on: '2014-10-28', label: 'Red', look: 'c-bad' }] },
          ],
        },
        {
          name: 'Place',
          lanes: [{ name: 'Roads', ratings: [{ on: '2014-10-28', label: 'D', look: 'c-open' }] }],
        },
      ],
      '2015-04-26',
    );
    expect(readDrawing(svg)).toEqual({
      title: 'Ratings',
      description: 'How each project was rated',
      size: '760 by 184',
      drawn: [
        'c-axis from 262,8 to 262,160',
        '2014 at 262,176 c-quiet middle',
        'c-axis from 627,8 to 627,160',
        '2015 at 627,176 c-quiet middle',
        'Adults at 0,24 c-strong',
        'Homes at 0,53 c-quiet',
        ...['c-middle 100 by 24 at 262,36', 'Amber at 267,53 c-small'],
        // The word is 43.7 units wide, its first letter 10.4.
        ...['c-good 30 by 24 at 362,36', 'G at 367,53 c-small'],
        'c-middle 4 by 24 at 392,36',
        ...['c-bad 167 by 24 at 395,36', 'Red at 400,53 c-small'],
        'c-faint from 262,63 to 742,63',
        'Carers at 0,83 c-quiet',
        ...['c-bad 180 by 24 at 562,66', 'Red at 567,83 c-small'],
        'c-faint from 262,93 to 742,93',
        'Place at 0,116 c-strong',
        'Roads at 0,145 c-quiet',
        ...['c-open 180 by 24 at 562,128', 'D at 567,145 c-small'],
        'c-faint from 262,155 to 742,155',
      ],
    });
  });

  it('end 200 days after the last of them at the latest, and 30 after it where the day asked for is no later', () => {
    const rated = (on: string, label: string) => ({ on, label, look: 'c-good' as const });
    const bars = (asAt: string, until?: string) =>
      readDrawing(
        ratingsLanes(
          about,
          [
            {
              name: 'Adults',
              lanes: [
                { name: 'Carers', ratings: [rated('2014-02-10', 'B')] },
                { name: 'Homes', ratings: [rated('2014-01-01', 'A')], ...(until !== undefined && { until }) },
              ],
            },
          ],
          asAt,
        ),
      ).drawn.filter((one) => one.startsWith('c-good'));
    // 240 days: two units each.
    expect(bars('2019-01-01')).toEqual(['c-good 400 by 24 at 342,36', 'c-good 480 by 24 at 262,66']);
    expect(bars('2019-01-01', '2014-03-02')[1]).toBe('c-good 120 by 24 at 262,66');
    expect(bars('2019-01-01', '2018-12-31')[1]).toBe('c-good 480 by 24 at 262,66');
    // 70 days: 40 of them are 274.3 units.
    expect(bars('2014-02-10')).toEqual(['c-good 205.7 by 24 at 536.3,36', 'c-good 480 by 24 at 262,66']);
  });
});
