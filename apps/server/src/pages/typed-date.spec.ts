import { describe, expect, it } from '@jest/globals';
import { readTypedDate, readTypedPartDate } from './typed-date.js';

describe('A date as a person types it', () => {
  it.each(['31 March 2014', '31 mar 2014', '31/3/2014', '31.03.2014', ' 2014-03-31 '])(
    '%s is a day',
    (typed) => {
      expect(readTypedDate(typed)).toBe('2014-03-31');
    },
  );

  it('may be an instant with its zone, where a state of knowledge is meant', () => {
    expect(readTypedDate('2014-04-15T12:00:00Z')).toBe('2014-04-15T12:00:00.000Z');
  });

  it.each(['31 February 2014', '31 m 2014', '3/31/2014', 'soon', '', '2014-04-15T12:00:00'])(
    '%s is none',
    (typed) => {
      expect(readTypedDate(typed)).toBeUndefined();
    },
  );
});

describe('A date of which perhaps no more than the month is known', () => {
  it.each([
    ['27 March 2014', '2014-03-27'],
    ['27/3/2014', '2014-03-27'],
    ['March 2014', '2014-03'],
    ['mar 2014', '2014-03'],
    ['3/2014', '2014-03'],
    ['2014-03', '2014-03'],
    [' 2014 ', '2014'],
  ])('%s is %s', (typed, read) => {
    expect(readTypedPartDate(typed)).toBe(read);
  });

  it.each(['', 'soon', '13/2014', 'Smarch 2014', '31 February 2014', '2014-04-15T12:00:00Z'])(
    '%s is none',
    (typed) => {
      expect(readTypedPartDate(typed)).toBeUndefined();
    },
  );
});
