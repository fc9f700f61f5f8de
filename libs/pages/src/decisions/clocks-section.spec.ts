import { describe, expect, it } from '@jest/globals';
import type { DecisionPart, Standing } from '#programme';
import type { ClockRun } from '#read-model';
import { readDrawing } from '#testing';
import { held, where } from '../contract/as-read.js';
import { clocksSection } from './clocks-section.js';

const run = {
  clock: 'call-in',
  published: '2014-04-30',
  days: 1,
  basis: 'working',
  lastClearDay: '2014-05-02',
  then: '2014-05-06',
  because: 'five clear working days from publication',
  each: [
    { on: '2014-04-30', what: 'published', clearDay: null, rest: null },
    { on: '2014-05-01', what: 'not-counted', clearDay: null, rest: 'May Day' },
    { on: '2014-05-02', what: 'clear-day', clearDay: 1, rest: null },
    { on: '2014-05-06', what: 'first-day-after', clearDay: null, rest: null },
  ],
} as unknown as ClockRun;
const notice = {
  ...run,
  clock: 'notice',
  basis: 'calendar',
  then: '2014-04-02',
  because: 'it is key',
} as ClockRun;
const decision = {
  kind: 'decision',
  id: 'cabinet-7',
  stage: 'taken',
  takenOn: '2014-04-10',
  precision: 'day',
  notice: { given: held('2014-03-03') },
  generalException: { given: held('2014-03-04') },
  specialUrgency: { agreed: held('2014-03-05') },
  published: held('2014-04-30'),
  callInWaived: { waived: held('2014-05-01') },
  callIn: {
    calledIn: held('2014-05-02'),
    outcomes: [{ outcome: 'referred-back', concluded: held('2014-05-12') }],
  },
  reconsidered: { how: 'confirmed', reconsidered: held('2014-05-13') },
  withdrawn: { withdrawn: held('2014-06-01') },
  rescinded: { rescinded: held('2014-06-02') },
  superseded: { superseded: { ...held('2014-06-01'), precision: 'month' } },
} as unknown as DecisionPart;
const standing = { because: 'the window is open', inForceFrom: '2014-05-06' } as unknown as Standing;

describe('The clocks of a decision', () => {
  const section = clocksSection(where, decision, standing, [notice, run]);

  it('have every day of it on a line, those that are only counted to among them', () => {
    expect(section.because).toBe('The window is open.');
    expect(section.line?.title).toBe('The days of this decision');
    expect(readDrawing(section.line?.svg).description.split('. ')).toEqual([
      'Mon 3 Mar 2014: Notice published',
      'Tue 4 Mar 2014: General exception',
      'Wed 5 Mar 2014: Urgency agreed',
      'Wed 2 Apr 2014: Earliest decision',
      'Thu 10 Apr 2014: Taken',
      'Wed 30 Apr 2014: Published',
      'Thu 1 May 2014: Call-in waived',
      'Fri 2 May 2014: Called in',
      'Mon 5 May 2014: Last day to call in',
      'Tue 6 May 2014: In force',
      'Mon 12 May 2014: Referred back',
      'Tue 13 May 2014: Confirmed',
      'Sun 1 Jun 2014: Withdrawn',
      'Mon 2 Jun 2014: Rescinded',
      'Mon 30 Jun 2014: Superseded',
    ]);
    const dots = readDrawing(section.line?.svg).drawn.filter((one) => one.includes(' round '));
    expect(dots.map((one) => (one.startsWith('c-fill') ? 'happened' : 'counted'))).toEqual([
      ...['happened', 'happened', 'happened', 'counted', 'happened', 'happened', 'happened', 'happened'],
      ...['counted', 'counted', 'happened', 'happened', 'happened', 'happened', 'counted'],
    ]);
  });

  it('say each which days it counts and why, and what comes on the day after', () => {
    expect(section.clocks.map(({ title, because }) => [title, because])).toEqual([
      ['Notice of a key decision', 'It is key. Every day counts, weekends and bank holidays too.'],
      [
        'Call-in',
        'Five clear working days from publication. Weekends and bank holidays, in grey, do not count.',
      ],
    ]);
    expect(section.clocks.map(({ svg }) => [readDrawing(svg).title, readDrawing(svg).drawn.at(-2)])).toEqual([
      ['Notice of a key decision, day by day', expect.stringMatching(/^earliest decision Wed 2 Apr 2014 /)],
      ['Call-in, day by day', expect.stringMatching(/^window over Tue 6 May 2014 /)],
    ]);
  });

  it('stand day by day in a table', () => {
    const exception = { ...run, clock: 'general-exception' } as ClockRun;
    const { table } = clocksSection(where, decision, standing, [run, exception]);
    expect(table).toEqual({
      caption: 'Clear days, day by day',
      head: ['Day', 'Clock', 'What it is', 'Clear day'],
      rows: [
        ['30 April 2014', 'Call-in', 'Published', ''],
        ['1 May 2014', 'Call-in', 'Not counted: May Day', ''],
        ['2 May 2014', 'Call-in', 'Clear day', 1],
        ['6 May 2014', 'Call-in', 'Window over', ''],
        ['30 April 2014', 'General exception', 'Published', ''],
        ['1 May 2014', 'General exception', 'Not counted: May Day', ''],
        ['2 May 2014', 'General exception', 'Clear day', 1],
        ['6 May 2014', 'General exception', 'Earliest decision', ''],
      ],
      empty: 'No clock of clear days runs for this decision.',
      csv: '/api/programmes/county/decisions/cabinet-7/clocks?format=csv&money=pounds',
      numeric: [3],
    });
  });

  it('are none where nothing is known but that it was taken', () => {
    const bare = { kind: 'decision', id: 'c', stage: 'taken', takenOn: '2014-04-10', precision: 'day' };
    const none = clocksSection(where, bare as unknown as DecisionPart, undefined, []);
    expect([none.because, none.line, none.clocks, none.table.rows]).toEqual([undefined, undefined, [], []]);
  });
});
