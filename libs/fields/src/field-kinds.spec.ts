import { describe, expect, it } from '@jest/globals';
import {
  commandId,
  date,
  either,
  type FieldKind,
  financialYear,
  id,
  listOf,
  longestList,
  longestName,
  longestText,
  name,
  objectOf,
  oneOf,
  pence,
  plannedDate,
  plannedEnd,
  required,
  text,
  wholeNumber,
  yesOrNo,
} from './index.js';

interface Row {
  readonly kind: FieldKind;
  /** What will do, and how the domain takes it. */
  readonly good: readonly (readonly [sent: unknown, read: unknown])[];
  readonly bad: readonly unknown[];
}

const exception = objectOf({
  rule: required(id, 'The code of the rule.'),
  reason: required(text, 'Why it is set aside.'),
});
const asSent = (...values: unknown[]) => values.map((value) => [value, value] as const);
const loneSurrogate = 'Legal \ud83d';
const clef = '\u{1d11e}';

const rows: Readonly<Record<string, Row>> = {
  'A name': {
    kind: name,
    good: [
      ...asSent(
        'Legal Services',
        'two  spaces\u00a0inside',
        '«Ŵelsh» 中文 😀',
        '👩\u200d💻',
        'n'.repeat(longestName),
        clef.repeat(longestName),
      ),
      [' padded ', 'padded'],
      ['\u00a0Legal\u00a0', 'Legal'],
      ['\u200b\ufeffLegal \u200d', 'Legal'],
      ['Legal\r\n', 'Legal'],
      ['\t11\u2003', '11'],
    ],
    bad: [
      '',
      ' \t',
      '\u200b',
      'two\nlines',
      'a\u0000b',
      'a\u2028b',
      loneSurrogate,
      'n'.repeat(longestName + 1),
      clef.repeat(longestName + 1),
      3,
      true,
      null,
      {},
      ['Legal'],
    ],
  },
  'A text': {
    kind: text,
    good: [
      ...asSent('One.\r\n\tTwo.', 't'.repeat(longestText), '0'),
      ['\n One.\n\nTwo. \u00a0\n', 'One.\n\nTwo.'],
    ],
    bad: ['', ' \n ', 'a\u0000b', 'bell\u0007', loneSurrogate, 't'.repeat(longestText + 1), 3, null, {}, []],
  },
  'An id': {
    kind: id,
    good: asSent('legal-services', '1', '5b1f0d3c-90a4-5d5e-8b1e-1f2f3c4d5e6f', 'a'.repeat(64)),
    bad: [
      '',
      '-a',
      'Legal',
      'legal services',
      'legal_services',
      'légal',
      'a/b',
      'a\n',
      'a'.repeat(65),
      1,
      null,
      ['a'],
    ],
  },
  'A command id': {
    kind: commandId,
    good: asSent('Kent:0012', 'b0f9', '~!'),
    bad: ['', 'a b', 'é', 'a\n', 'c'.repeat(201), 12, null],
  },
  'One of a few words': {
    kind: oneOf(['gross', 'net']),
    good: asSent('gross', 'net'),
    bad: ['Gross', '', 'toString', 0, null, ['gross'], {}],
  },
  'A sum of pence': {
    kind: pence,
    good: [...asSent(0, 933_520_000, Number.MAX_SAFE_INTEGER), [-0, 0]],
    bad: [-1, 0.5, Number.MAX_SAFE_INTEGER + 1, 1e300, NaN, Infinity, '933520000', '£1', null, [1], {}],
  },
  'A whole number from 1 to 7': {
    kind: wholeNumber(1, 7),
    good: asSent(1, 7),
    bad: [0, 8, 1.5, '3', null],
  },
  'Yes or no': { kind: yesOrNo, good: asSent(true, false), bad: ['true', 'yes', 0, 1, null] },
  'A date': {
    kind: date,
    good: asSent('2014-03-21', '2014-03', '2014', '2016-02-29', '1000', '2999-12-31'),
    bad: [
      '2014-02-29',
      '2014-13',
      '2014-3-1',
      '14-03-21',
      '21/03/2014',
      '0999',
      '3000',
      '2014-03-21T00:00:00Z',
      '2014-03-21 ',
      '',
      2014,
      null,
      {},
    ],
  },
  'A planned date': {
    kind: plannedDate,
    good: [
      ['2014-03-21', { on: '2014-03-21', precision: 'day' }],
      ['2014-02', { on: '2014-02-01', precision: 'month' }],
      ['2014', { on: '2014-01-01', precision: 'year' }],
    ],
    bad: ['2014-02-29', 'March 2014', 2014, null, { on: '2014-03-21', precision: 'day' }],
  },
  'A planned end': {
    kind: plannedEnd,
    good: [
      ['2014-03-21', { on: '2014-03-21', precision: 'day' }],
      ['2016-02', { on: '2016-02-29', precision: 'month' }],
      ['2014', { on: '2014-12-31', precision: 'year' }],
    ],
    bad: ['2014-02-29', 'Q4 2014', 2014, null],
  },
  'A financial year': {
    kind: financialYear,
    good: [
      ['2015/16', '2015/16'],
      ['2015-16', '2015/16'],
      ['2015/2016', '2015/16'],
      ['1999-00', '1999/00'],
    ],
    bad: ['2015/17', '2015', '15/16', '2015/16 ', '2015–16', 2015, null, ['2015/16']],
  },
  'A list of different ids': {
    kind: listOf(id, { distinct: true }),
    good: asSent(['a'], ['a', 'b']),
    bad: [[], 'a', {}, null, Array.from({ length: longestList + 1 }, (_, index) => `a${index}`)],
  },
  'A list of two or more': {
    kind: listOf(name, { least: 2 }),
    good: asSent(['a', 'a']),
    bad: [[], ['a']],
  },
  'An object': {
    kind: exception,
    good: asSent({ rule: 'stage-out-of-order', reason: 'Not in the source' }),
    bad: ['stage-out-of-order', [], null, 1],
  },
  'A word or a value': {
    kind: either('open', exception),
    good: asSent('open', { rule: 'stage-out-of-order', reason: 'Not in the source' }),
    bad: ['closed', [], null, true],
  },
};

describe.each(Object.entries(rows))('%s', (_, { kind, good, bad }) => {
  it('is read as the domain takes it', () => {
    for (const [sent, read] of good) {
      expect([sent, kind.problem(sent)]).toEqual([sent, undefined]);
      expect(kind.within?.(sent, 'field') ?? []).toEqual([]);
      expect(kind.read(sent)).toEqual(read);
    }
  });

  it('is refused in words that say how to write it', () => {
    expect(bad.length).toBeGreaterThan(0);
    for (const value of bad) {
      expect([value, kind.problem(value)]).toEqual([
        value,
        expect.stringMatching(/^(must|is too long:|has) .{10}/),
      ]);
    }
  });

  it('is described in a few words and in JSON Schema', () => {
    expect(kind.shape).toMatch(/^\S.{1,120}$/);
    expect(Object.keys(kind.schema).length).toBeGreaterThan(0);
  });
});

describe('A list', () => {
  it('is wrong at the place of the value that is wrong', () => {
    expect(listOf(id, { distinct: true }).within?.(['a', 'B', 'a'], 'units')).toEqual([
      {
        field: 'units.1',
        problem:
          'each in the list must be an id of at most 64 lower-case letters, digits and hyphens, such as legal-services',
      },
      { field: 'units.2', problem: 'is in the list already: name it once' },
    ]);
  });

  it('has nothing in it twice that differs by a space at its ends alone', () => {
    expect(listOf(name, { distinct: true }).within?.(['Ashford', 'Ashford '], 'divisions')).toEqual([
      { field: 'divisions.1', problem: 'is in the list already: name it once' },
    ]);
  });
});
