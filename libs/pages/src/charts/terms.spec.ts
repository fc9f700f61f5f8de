import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { TermRow } from '#read-model';
import { readDrawing } from '#testing';
import { termLines } from './terms.js';

const term = (ofName: string, more: object) =>
  ({
    ...{ what: 'office', ofName, whoName: 'person-4', precision: 'day', until: null, untilPrecision: null },
    ...more,
  }) as unknown as TermRow;
const leader = term('Leader', { from: '2014-01-01', when: 'now' });

// 366 days to the last of them and 120 behind it, on 486 units.
describe('Terms on a line of days', () => {
  it('are filled while they run, light where over, in outline where to come, with an arrow where no end is known', () => {
    const past = { from: '2014-01-31', until: '2014-04-10', untilPrecision: 'month', when: 'past' };
    const ahead = { from: '2014-12-01', precision: 'month', until: '2015-01-02', untilPrecision: 'day' };
    const rows = [leader, term('Chair', past), term('Whip', { ...ahead, when: 'to-come' })];
    expect(readDrawing(termLines('terms', 'Terms', rows, civilDate('2014-06-01')))).toEqual({
      title: 'Terms',
      description:
        'Leader: person-4, from 1 January 2014, no end on record. Chair: person-4, from 31 January 2014, to April 2014. ' +
        'Whip: person-4, from December 2014, to 2 January 2015',
      size: '760 by 174',
      drawn: [
        'c-axis from 250,18 to 250,150',
        '2014 at 250,166 c-quiet middle',
        'c-axis from 615,18 to 615,150',
        '2015 at 615,166 c-quiet middle',
        'Leader at 0,34 c-strong',
        'person-4 at 0,51 c-quiet',
        'c-fill 366 by 16 at 250,29',
        'c-fill along M616 28 l12 9 l-12 9 z',
        'Chair at 0,74 c-strong',
        'person-4 at 0,91 c-quiet',
        'c-part 70 by 16 at 280,69',
        'Whip at 0,114 c-strong',
        'person-4 at 0,131 c-quiet',
        'c-planned 33 by 16 at 584,109',
        'c-now from 401,14 to 401,150',
        '1 June 2014 at 401,11 c-quiet middle',
      ],
    });
  });

  it('reach back and on to the day asked for, which is written before its line near the edge', () => {
    // 31 days before, 120 behind: a term of no length is 3 units wide.
    const { drawn } = readDrawing(termLines('terms', 'Terms', [leader], civilDate('2013-12-01')));
    expect(drawn.slice(4)).toEqual([
      'c-fill 3 by 16 at 349.8,29',
      'c-fill along M350 28 l12 9 l-12 9 z',
      'c-now from 250,14 to 250,70',
      '1 December 2013 at 250,11 c-quiet middle',
    ]);
    // 1,096 days of 1,216.
    expect(readDrawing(termLines('terms', 'Terms', [leader], civilDate('2017-01-01'))).drawn.at(-1)).toBe(
      '1 January 2017 at 688,11 c-quiet end',
    );
    expect(termLines('terms', 'Terms', [], civilDate('2014-06-01'))).toBeUndefined();
  });
});
