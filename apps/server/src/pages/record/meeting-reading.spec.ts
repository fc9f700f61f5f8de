import { describe, expect, it } from '@jest/globals';
import { readMeeting, template } from './meeting-reading.js';
import { pastedRows } from './pasted-rows.js';
import { nothingOnRecord, type Lookup } from './typed.js';

const lookup: Lookup = {
  idNamed: (of, name) => (of === 'unit' && name === 'Legal Services' ? 'legal' : undefined),
  isThere: () => false,
};
const pasted = (...lines: string[]) => ({ 'when-day': '27 March 2014', lines: lines.join('\n') });

describe('Rows pasted from a spreadsheet', () => {
  it('are apart by tabs or by commas, with quotes where a cell needs them', () => {
    expect(pastedRows('a\tb, c\r\n"x\ny"\t"say ""no"""\n\n\tz').rows).toEqual([
      { line: 1, cells: ['a', 'b, c'] },
      { line: 2, cells: ['x\ny', 'say "no"'] },
      { line: 5, cells: ['', 'z'] },
    ]);
    expect(pastedRows('a,b\n"1,5",').rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1,5', ''] },
    ]);
  });

  it('are refused where a quote is never closed, or something follows one', () => {
    expect(pastedRows('a\tb\n"open\tz').problems).toEqual([
      { line: 2, problem: 'a double quote is opened and never closed' },
    ]);
    expect(pastedRows('a\tb\n"x"y\tz').problems).toEqual([
      { line: 2, problem: 'something follows a closing double quote' },
    ]);
  });
});

describe('A meeting', () => {
  it('is its decision and a command a line, all of the day it met', () => {
    const typed = {
      ...pasted(
        'What happened\tUnit\tReason',
        'A unit closed\tLegal Services\tIt moves',
        'What happened\tunits\tsuccessor\tname',
        'merge-units\thr; finance\tsupport\tSupport',
      ),
      title: 'Smaller corporate services',
      maker: 'County Council',
      source: 'Minute 12',
    };
    const common = { takenOn: '2014-03-27', provenance: 'minuted', source: 'Minute 12' };
    const decision = 'smaller-corporate-services';
    expect(readMeeting(typed, lookup)).toEqual({
      items: [
        {
          line: undefined,
          command: 'record-decision',
          body: { ...common, decision, title: 'Smaller corporate services', maker: 'County Council' },
        },
        { line: 2, command: 'close-unit', body: { ...common, decision, unit: 'legal', reason: 'It moves' } },
        {
          line: 4,
          command: 'merge-units',
          body: { ...common, decision, units: ['hr', 'finance'], successor: 'support', name: 'Support' },
        },
      ],
      problems: [],
    });
  });

  it('says of each line that cannot be read which it is and why', () => {
    const { problems } = readMeeting(
      pasted(
        'A unit closed\tlegal',
        'What happened\tUnit\tPosts',
        'Fly away\tlegal\t3',
        'A unit closed\tlegal\t3',
        'The posts of a unit were counted\tlegal\tmany',
        'A unit closed\t\t',
      ),
      nothingOnRecord,
    );
    expect(problems.map(({ problem }) => problem)).toEqual([
      'Line 1: the headings come first: a line that begins with “What happened”',
      'Line 3: nothing is called “Fly away”: use the words of the page Record',
      'Line 4: “Posts” is no heading for “A unit closed”',
      'Line 5: Posts must be a whole number, such as 12',
      'Line 6: Choose unit',
    ]);
  });

  it('needs its day, something to record, and one decision only', () => {
    const asked = (typed: Record<string, string>) =>
      readMeeting(typed, lookup).problems.map(({ field }) => field);
    expect(asked({ 'when-day': 'soon' })).toEqual(['when-day']);
    expect(asked({ 'when-day': '27 March 2014' })).toEqual(['lines']);
    expect(asked({ 'when-day': '27/3/2014', title: 'T', maker: 'Cabinet', decision: 'd' })).toEqual([
      'decision',
    ]);
  });

  it('has headings to copy for every sort of line', () => {
    expect(template('close-unit')).toBe('What happened\tunit\treason\teffectiveOn\tsource');
  });
});
