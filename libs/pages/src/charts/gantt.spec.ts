import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import type { PhaseShown } from '../overview/phases.js';
import { gantt } from './gantt.js';

const phase = (name: string, status: string, more: Readonly<Record<string, string>>) =>
  ({
    ...{ id: name, name, status, plannedStart: null, plannedEnd: null, openedOn: null, closedOn: null },
    ...more,
  }) as unknown as PhaseShown;

// 585 days lie between the first and the last, 45 more behind that: a day is a unit.
describe('Phases on a line of days', () => {
  it('are in broken outline as planned and filled from opening to closing; what is open goes on to the day asked for', () => {
    const svg = gantt(
      [
        phase('Phase 1', 'closed', {
          ...{ plannedStart: '2014-01-01', plannedEnd: '2014-04-11', plannedEndPrecision: 'month' },
          ...{ openedOn: '2014-01-11', closedOn: '2014-05-01', closedProvenance: 'illustrative' },
        }),
        phase('Phase 2', 'open', { openedOn: '2014-05-01', plannedEnd: '2015-08-09' }),
        phase('Phase 3', 'planned', { plannedEnd: '2015-08-09', plannedEndPrecision: 'year' }),
        phase('Phase 4', 'planned', { plannedEnd: '2014-03-12' }),
      ],
      '2014-11-17',
    );
    expect(readDrawing(svg)).toEqual({
      title: 'Phases on a line of days',
      description:
        'Phase 1: closed, opened 11 January 2014, closed 1 May 2014 (illustrative), planned from 1 January 2014 to April 2014. ' +
        'Phase 2: open, opened 1 May 2014, planned to 9 August 2015. Phase 3: planned, planned to 2015. ' +
        'Phase 4: planned, planned to 12 March 2014',
      size: '760 by 278',
      drawn: [
        'c-axis from 110,18 to 110,254',
        '2014 at 110,270 c-quiet middle',
        'c-axis from 475,18 to 475,254',
        '2015 at 475,270 c-quiet middle',
        'Phase 1 at 0,41 c-strong',
        'Closed at 0,58 c-quiet',
        'c-planned 100 by 34 at 110,26',
        'c-fill 110 by 16 at 120,35',
        'Phase 2 at 0,97 c-strong',
        'Open at 0,114 c-quiet',
        'c-planned 465 by 34 at 230,82',
        'c-fill 200 by 16 at 230,91',
        'c-fill along M430 88 l14 11 l-14 11 z',
        'Phase 3 at 0,153 c-strong',
        'Planned at 0,170 c-quiet',
        'c-planned 4 by 34 at 691,138',
        'planned to end 2015 at 683,160 c-quiet end',
        'Phase 4 at 0,209 c-strong',
        'Planned at 0,226 c-quiet',
        'c-planned 4 by 34 at 176,194',
        'planned to end 12 March 2014 at 188,216 c-quiet start',
        'c-now from 430,14 to 430,254',
        '17 November 2014 at 430,11 c-quiet middle',
      ],
    });
  });

  it('end with the day asked for, written before its line near the edge, and without it where it is long after', () => {
    const open = [phase('Phase 1', 'open', { openedOn: '2014-01-01' })];
    // 200 days on, of 245.
    expect(readDrawing(gantt(open, '2014-07-20')).drawn.slice(2)).toEqual([
      'Phase 1 at 0,41 c-strong',
      'Open at 0,58 c-quiet',
      'c-fill 514.3 by 16 at 110,35',
      'c-fill along M624 32 l14 11 l-14 11 z',
      'c-now from 624.3,14 to 624.3,86',
      '20 July 2014 at 624.3,11 c-quiet middle',
    ]);
    const closed = [phase('Phase 1', 'closed', { openedOn: '2013-01-01', closedOn: '2014-01-01' })];
    expect(readDrawing(gantt(closed, '2014-07-20')).drawn.at(-1)).toBe(
      '20 July 2014 at 693.5,11 c-quiet end',
    );
    expect(readDrawing(gantt(open, '2014-07-21')).drawn.slice(2)).toEqual([
      'Phase 1 at 0,41 c-strong',
      'Open at 0,58 c-quiet',
      'c-fill 3 by 16 at 110,35',
      'c-fill along M110 32 l14 11 l-14 11 z',
    ]);
  });

  it('have their names cut before the line', () => {
    const long = phase('A phase of many years', 'planned', {
      plannedStart: '2014-01-01',
      plannedEnd: '2014-03-01',
    });
    // 102 units in bold: a capital of 13.4, a narrow letter of 6.7, the others of 10.8, an ellipsis of 17.1.
    expect(readDrawing(gantt([long], '2019-01-01')).drawn[2]).toBe('A phase… at 0,41 c-strong');
  });

  it('are not marked with a day before all of them, and not drawn where none has a date', () => {
    const planned = [phase('Phase 1', 'planned', { plannedStart: '2014-01-01', plannedEnd: '2014-03-01' })];
    expect(readDrawing(gantt(planned, '2013-12-31')).drawn.at(-1)).toMatch(/^c-planned /);
    expect(readDrawing(gantt(planned, '2014-01-01')).drawn.at(-2)).toBe('c-now from 110,14 to 110,86');
    expect(gantt([phase('Phase 1', 'planned', {})], '2014-01-01')).toBeUndefined();
  });
});
