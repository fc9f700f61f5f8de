import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { landing } from './landing.js';
import { answersFor, datesAnswered } from './when-answers.js';

const today = civilDate('2026-11-23');
const answered = (typed: Record<string, string>, command = 'close-unit') =>
  datesAnswered(command, typed, today);

describe('When it actually happened', () => {
  it.each([
    [{ when: 'today', decided: 'no' }, { effectiveOn: '2026-11-23' }],
    [{ when: 'yesterday', decided: 'yes' }, { takenOn: '2026-11-22' }],
    [{ when: 'today', decided: 'no', 'when-said': '2026-11-20' }, { effectiveOn: '2026-11-20' }],
    [{ when: 'day', 'when-day': '27/3/2014', decided: 'yes' }, { takenOn: '2014-03-27' }],
    [{ when: 'part', 'when-part': 'March 2014', decided: 'no' }, { effectiveOn: '2014-03' }],
    [{ when: 'day', 'when-day': '1 April 2027', decided: 'no' }, { effectiveOn: '2027-04-01' }],
    [
      { when: 'today', decided: 'yes', holds: '1 April 2027' },
      { takenOn: '2026-11-23', effectiveOn: '2027-04-01' },
    ],
  ])('%j is %j', (typed, dates) => {
    expect(answered(typed as unknown as Record<string, string>)).toEqual({ dates, problems: [] });
  });

  it('of a decision that is recorded is the day it was taken, without being asked', () => {
    expect(answered({ when: 'today' }, 'record-decision')).toEqual({
      dates: { takenOn: '2026-11-23' },
      problems: [],
    });
  });

  it.each([
    [{ decided: 'no' }, 'when'],
    [{ when: 'today' }, 'decided'],
    [{ when: 'day', 'when-day': 'soon', decided: 'no' }, 'when-day'],
    [{ when: 'part', 'when-part': '27 March 2014', decided: 'no' }, 'when-part'],
    [{ when: 'day', 'when-day': '1 April 2027', decided: 'yes' }, 'when-day'],
    [{ when: 'today', decided: 'no', holds: 'soon' }, 'holds'],
  ])('%j is asked again at %s', (typed, field) => {
    expect(answered(typed as unknown as Record<string, string>).problems.map((one) => one.field)).toEqual([
      field,
    ]);
  });

  it.each([
    { takenOn: '2014-03-27' },
    { effectiveOn: '2014-03' },
    { takenOn: '2014-03', effectiveOn: '2014-04-01' },
  ])('comes back from %j as it would be answered', (dates) => {
    expect(answered({ ...answersFor(dates) })).toEqual({ dates, problems: [] });
  });
});

describe('Where an entry lands', () => {
  const facts = { today, about: 'Legal Services', entriesAfter: 3, reports: 1 };

  it('is said plainly of the past, with what comes after it', () => {
    const said = landing({ ...facts, effectiveOn: civilDate('2014-03-27') });
    expect(said?.heading).toBe('This lands in the past');
    expect(said?.text).toContain('before 3 entries about Legal Services that are on the record already');
    expect(said?.text).toContain('27 March 2014');
    expect(said?.text).toContain('1 report');
  });

  it('is said of the future', () => {
    expect(landing({ ...facts, effectiveOn: civilDate('2027-04-01') })?.text).toContain(
      'It will hold from 1 April 2027',
    );
  });

  it('is nothing to be warned of today', () => {
    expect(landing({ ...facts, effectiveOn: today })).toBeUndefined();
  });
});
