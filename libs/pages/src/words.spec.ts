import { describe, expect, it } from '@jest/globals';
import { counted, dated, day, known, marked, recordedAt, recordedOn, sentence } from './words.js';

describe('Words of a page', () => {
  it('say a date no closer than it is known, and mark what was made up', () => {
    expect([day('2014-03-21'), day('soon')]).toEqual(['21 March 2014', 'soon']);
    expect([dated('2014-03-21'), dated('2014-03-21', null), dated('2014-03-21', 'month')]).toEqual([
      '21 March 2014',
      '21 March 2014',
      'March 2014',
    ]);
    expect([dated('2014-03-21', 'year', 'illustrative'), dated(null), dated(undefined)]).toEqual([
      '2014 (illustrative)',
      '',
      '',
    ]);
    expect([marked('Units', 'illustrative'), marked('Units', 'minuted'), marked('Units', null)]).toEqual([
      'Units (illustrative)',
      'Units',
      'Units',
    ]);
  });

  it('say a moment by the clock in London, and a state of knowledge as exactly as it was meant', () => {
    expect(recordedOn('2014-06-30T23:30:12.000Z')).toBe('1 July 2014');
    expect(recordedAt('2014-06-30T23:30:12.000Z')).toBe('1 July 2014, 00:30 BST');
    expect([known('2014-06-30'), known('2014-06-30T23:30:12.000Z')]).toEqual([
      '30 June 2014',
      '1 July 2014, 00:30:12 BST',
    ]);
  });

  it('count one and many, and begin a sentence', () => {
    expect([0, 1, 2, 1_234].map((count) => counted(count, 'entry', 'entries'))).toEqual([
      '0 entries',
      '1 entry',
      '2 entries',
      '1,234 entries',
    ]);
    expect([sentence('the unit'), sentence('')]).toEqual(['The unit', '']);
  });
});
