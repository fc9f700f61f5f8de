import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { type DatesSent, settleDates } from './recorded-dates.js';

const today = civilDate('2026-11-23');
const starting = (dates: DatesSent) => settleDates(dates, { ends: false, today });
const ending = (dates: DatesSent) => settleDates(dates, { ends: true, today });

describe('The dates of an entry', () => {
  it('are today where none was sent', () => {
    expect(starting({})).toEqual({ effectiveOn: '2026-11-23' });
    expect(starting({ precision: 'day' })).toEqual({ effectiveOn: '2026-11-23' });
  });

  it('hold from the day the decision was taken where nothing else is said', () => {
    expect(starting({ takenOn: '2014-05-15' })).toEqual({ effectiveOn: '2014-05-15', takenOn: '2014-05-15' });
  });

  it('hold from the day that was sent, before or after the decision, past or future', () => {
    expect(starting({ effectiveOn: '2027-04-01', takenOn: '2026-11-23' })).toEqual({
      effectiveOn: '2027-04-01',
      takenOn: '2026-11-23',
    });
    expect(starting({ effectiveOn: '2013-04-01', takenOn: '2013-09-19' })).toEqual({
      effectiveOn: '2013-04-01',
      takenOn: '2013-09-19',
    });
    expect(starting({ effectiveOn: '2040' })).toEqual({ effectiveOn: '2040-01-01', precision: 'year' });
  });

  it('keep a month or a year as its first day', () => {
    expect(starting({ takenOn: '2014-03' })).toEqual({
      effectiveOn: '2014-03-01',
      takenOn: '2014-03-01',
      precision: 'month',
    });
    expect(starting({ effectiveOn: '2014' })).toEqual({ effectiveOn: '2014-01-01', precision: 'year' });
  });

  it('hold from the last day of a month or a year where the command ends something; it was still taken on the first', () => {
    expect(ending({ takenOn: '2016-02' })).toEqual({
      effectiveOn: '2016-02-29',
      takenOn: '2016-02-01',
      precision: 'month',
    });
    expect(ending({ effectiveOn: '2014' })).toEqual({ effectiveOn: '2014-12-31', precision: 'year' });
    expect(ending({ effectiveOn: '2014-03-21' })).toEqual({ effectiveOn: '2014-03-21' });
  });

  it('are normalised where a whole day is sent with a precision', () => {
    expect(starting({ effectiveOn: '2014-03-21', takenOn: '2014-02-13', precision: 'month' })).toEqual({
      effectiveOn: '2014-03-01',
      takenOn: '2014-02-01',
      precision: 'month',
    });
    expect(ending({ effectiveOn: '2014-03-21', takenOn: '2014-02-13', precision: 'month' })).toEqual({
      effectiveOn: '2014-03-31',
      takenOn: '2014-02-01',
      precision: 'month',
    });
    expect(ending({ effectiveOn: '2014-03-21', precision: 'year' })).toEqual({
      effectiveOn: '2014-12-31',
      precision: 'year',
    });
  });

  it('are as exact as the least exact of them, and the other keeps its day', () => {
    expect(starting({ effectiveOn: '2014-04', takenOn: '2014-03-27' })).toEqual({
      effectiveOn: '2014-04-01',
      takenOn: '2014-03-27',
      precision: 'month',
    });
    expect(starting({ effectiveOn: '2014-04', takenOn: '2013' })).toEqual({
      effectiveOn: '2014-04-01',
      takenOn: '2013-01-01',
      precision: 'year',
    });
  });

  it('cannot be said to be more exact than they are written', () => {
    expect(starting({ effectiveOn: '2014-03', precision: 'day' })).toEqual({
      problems: [
        {
          field: 'precision',
          problem:
            'precision is more exact than effectiveOn: leave it out, or write effectiveOn more exactly',
        },
      ],
    });
    expect(starting({ takenOn: '2014', precision: 'month' })).toEqual({
      problems: [
        {
          field: 'precision',
          problem: 'precision is more exact than takenOn: leave it out, or write takenOn more exactly',
        },
      ],
    });
    expect(starting({ effectiveOn: '2014-04-01', takenOn: '2014', precision: 'month' })).toMatchObject({
      problems: [{ field: 'precision' }],
    });
  });

  it('cannot be known by their month where none was sent', () => {
    expect(starting({ precision: 'month' })).toEqual({
      problems: [
        {
          field: 'precision',
          problem: 'precision says how exactly a date is known: send effectiveOn or takenOn with it',
        },
      ],
    });
  });

  it('cannot say that the decision was taken after today', () => {
    const afterToday = {
      problems: [
        { field: 'takenOn', problem: 'the decision cannot have been taken after today, 23 November 2026' },
      ],
    };
    expect(starting({ takenOn: '2026-11-24' })).toEqual(afterToday);
    expect(starting({ takenOn: '2026-12', effectiveOn: '2026-11-23' })).toEqual(afterToday);
    expect(starting({ takenOn: '2027' })).toEqual(afterToday);
  });

  it('may say that it was taken this month or this year, which began already', () => {
    expect(starting({ takenOn: '2026-11' })).toMatchObject({ takenOn: '2026-11-01', precision: 'month' });
    expect(ending({ takenOn: '2026' })).toEqual({
      effectiveOn: '2026-12-31',
      takenOn: '2026-01-01',
      precision: 'year',
    });
    expect(starting({ takenOn: '2026-11-30', precision: 'month' })).toMatchObject({ takenOn: '2026-11-01' });
  });
});
