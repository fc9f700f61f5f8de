import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { historySeed as seed } from '#testing';
import {
  earliestInstant,
  epochMs,
  instant,
  instantOf,
  isInstant,
  latestInstant,
  parseInstant,
} from './index.js';

const anEpochMs = fc.integer({ min: epochMs(earliestInstant), max: epochMs(latestInstant) });

describe('An instant', () => {
  it.each([
    ['2014-03-21T14:30:00Z', '2014-03-21T14:30:00.000Z'],
    ['2014-04-15T14:30:00+01:00', '2014-04-15T13:30:00.000Z'],
    ['2014-07-01T00:15:00+01:00', '2014-06-30T23:15:00.000Z'],
    ['2013-12-31T20:00:00.5-05:30', '2014-01-01T01:30:00.500Z'],
    ['2014-03-21T14:30:00-00:00', '2014-03-21T14:30:00.000Z'],
    ['2016-02-29T23:59:59.999Z', '2016-02-29T23:59:59.999Z'],
  ])('written %s is %s', (text, utc) => {
    expect(parseInstant(text)).toBe(utc);
    expect(instant(text)).toBe(utc);
  });

  it('loses what is finer than a millisecond, and is never rounded into the next', () => {
    expect(parseInstant('2014-03-21T23:59:59.999999999Z')).toBe('2014-03-21T23:59:59.999Z');
    expect(parseInstant('1960-03-21T23:59:59.9999Z')).toBe('1960-03-21T23:59:59.999Z');
  });

  it.each([
    ['no zone', '2014-03-21T14:30:00'],
    ['a date alone', '2014-03-21'],
    ['no seconds', '2014-03-21T14:30Z'],
    ['a zone without a colon', '2014-03-21T14:30:00+0100'],
    ['a zone by name', '2014-03-21T14:30:00 GMT'],
    ['a zone of 24 hours', '2014-03-21T14:30:00+24:00'],
    ['a zone of 60 minutes', '2014-03-21T14:30:00+00:60'],
    ['30 February', '2014-02-30T14:30:00Z'],
    ['hour 24', '2014-03-21T24:00:00Z'],
    ['minute 60', '2014-03-21T14:60:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['a fraction without digits', '2014-03-21T14:30:00.Z'],
    ['a space for the T', '2014-03-21 14:30:00Z'],
    ['a space around it', ' 2014-03-21T14:30:00Z'],
    ['a moment before the year 1000 in UTC', '1000-01-01T00:30:00+01:00'],
    ['a moment after the year 2999 in UTC', '2999-12-31T23:30:00-01:00'],
    ['nothing', ''],
  ])('is not read from %s', (_, text) => {
    expect(parseInstant(text)).toBeUndefined();
    expect(() => instant(text)).toThrow(RangeError);
  });

  it('is any moment from the first of the calendar to the last', () => {
    for (const moment of [earliestInstant, latestInstant]) {
      expect(parseInstant(moment)).toBe(moment);
      expect(instantOf(epochMs(moment))).toBe(moment);
    }
    expect(() => instantOf(0.5)).toThrow(
      '0.5 is not an instant: give whole milliseconds since 1970 from -30610224000000 (1000-01-01T00:00:00.000Z) to 32503679999999 (2999-12-31T23:59:59.999Z)',
    );
  });

  it('is refused in words that say how to write it', () => {
    expect(() => instant('2014-03-21T14:30:00')).toThrow(
      new RangeError(
        '"2014-03-21T14:30:00" is not an instant: write a real date, time and zone, like 2014-03-21T14:30:00Z or 2014-04-15T14:30:00+01:00',
      ),
    );
  });

  it('is only what is already in UTC with exactly milliseconds', () => {
    expect(isInstant('2014-03-21T14:30:00.000Z')).toBe(true);
    expect(isInstant('2014-03-21T14:30:00Z')).toBe(false);
    expect(isInstant('2014-03-21T14:30:00.000+00:00')).toBe(false);
    expect(isInstant(1395412200000)).toBe(false);
  });

  it.each([0.5, Number.NaN, epochMs(earliestInstant) - 1, epochMs(latestInstant) + 1])(
    'is not made of %p milliseconds',
    (ms) => {
      expect(() => instantOf(ms)).toThrow(RangeError);
    },
  );

  it(`is the same moment as its milliseconds since 1970 (seed ${seed})`, () => {
    expect(epochMs(instant('2014-03-21T14:30:00Z'))).toBe(1395412200000);
    fc.assert(
      fc.property(anEpochMs, (ms) => {
        const made = instantOf(ms);
        expect(epochMs(made)).toBe(ms);
        expect(parseInstant(made)).toBe(made);
      }),
      { seed },
    );
  });

  it(`compares as text in the order of time (seed ${seed})`, () => {
    fc.assert(
      fc.property(anEpochMs, anEpochMs, (a, b) => {
        expect(instantOf(a) < instantOf(b)).toBe(a < b);
      }),
      { seed },
    );
  });
});
