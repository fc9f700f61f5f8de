import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { commandNames } from '#intake';
import { fieldsOf } from './entry-reading.js';
import { columnFor } from './meeting-columns.js';
import { readMeeting, template, type MeetingContext } from './meeting-reading.js';
import { columnLetter, pastedRows } from './pasted-rows.js';
import type { Lookup } from './typed.js';

/** On 27 March 2014 the unit was called Legal Services; from 1 April 2014 on it is called Law and Democracy. */
const context: MeetingContext = {
  programme: 'kent',
  today: civilDate('2014-05-15'),
  on: (day): Lookup => ({
    idNamed: (of, name) =>
      of === 'unit' && name === (day < '2014-04-01' ? 'Legal Services' : 'Law and Democracy')
        ? 'legal'
        : undefined,
    isThere: () => false,
  }),
};
const pasted = (...rows: string[]) => ({ 'when-day': '27 March 2014', lines: rows.join('\n') });
const problemsOf = (...rows: string[]) =>
  readMeeting(pasted(...rows), context).problems.map(({ problem }) => problem);
const bodiesOf = (...rows: string[]) => {
  const { items, problems } = readMeeting(pasted(...rows), context);
  expect(problems).toEqual([]);
  return items.map(({ body }) => {
    const { takenOn: _takenOn, provenance: _provenance, ...own } = body;
    return own;
  });
};

describe('Rows pasted from a spreadsheet', () => {
  it('are apart by tabs or by commas, with quotes where a cell needs them, and counted as the sheet counts them', () => {
    expect(pastedRows('a\tb, c\r\n"x\ny"\t"say ""no"""\n\n\tz').rows).toEqual([
      { row: 1, cells: ['a', 'b, c'] },
      { row: 2, cells: ['x\ny', 'say "no"'] },
      { row: 4, cells: ['', 'z'] },
    ]);
    expect(pastedRows('a,b\n"1,5",').rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1,5', ''] },
    ]);
  });

  it('are refused where a quote is never closed, or something follows one', () => {
    expect(pastedRows('a\tb\n"open\tz').problems).toEqual([
      { row: 2, problem: 'a double quote is opened and never closed' },
    ]);
    const followed = [{ row: 2, problem: 'something follows a closing double quote' }];
    expect(pastedRows('a\tb\n"x"y\tz').problems).toEqual(followed);
    expect(pastedRows('a\tb\n"x", y\tz')).toEqual({
      rows: [
        { row: 1, cells: ['a', 'b'] },
        { row: 2, cells: ['x', 'z'] },
      ],
      problems: followed,
    });
  });

  it('have columns that are called as a spreadsheet calls them', () => {
    expect([0, 1, 25, 26, 27, 52, 701, 702].map(columnLetter)).toEqual('A B Z AA AB BA ZZ AAA'.split(' '));
  });
});

describe('A meeting', () => {
  it('is its decision and a command a row, all of the day it met', () => {
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
    expect(readMeeting(typed, context)).toEqual({
      items: [
        {
          row: undefined,
          command: 'record-decision',
          body: { ...common, decision, title: 'Smaller corporate services', maker: 'County Council' },
        },
        { row: 2, command: 'close-unit', body: { ...common, decision, unit: 'legal', reason: 'It moves' } },
        {
          row: 4,
          command: 'merge-units',
          body: { ...common, decision, units: ['hr', 'finance'], successor: 'support', name: 'Support' },
        },
      ],
      problems: [],
    });
  });

  it('says of each row that cannot be read which it is and why', () => {
    expect(
      problemsOf(
        'A unit closed\tlegal',
        'What happened\tUnit\tPosts',
        'Fly away\tlegal\t3',
        'A unit closed\tlegal\t3',
        'The posts of a unit were counted\tlegal\tmany',
        'A unit closed\t\t',
        '\tlegal\t3',
      ),
    ).toEqual([
      'Row 1, column A: the headings come first: a row that begins with “What happened”',
      'Row 3, column A: nothing is called “Fly away”: use the words of the page Record',
      'Row 4, column C: “A unit closed” has no “Posts”: clear the cell',
      'Row 5, column C (Posts): Posts must be a whole number, such as 12',
      'Row 6: Choose unit',
      'Row 7, column A: say what happened, in the words of the page Record',
    ]);
  });

  it('names a wrong heading once, and not in every row below it', () => {
    expect(
      problemsOf(
        'What happened\tReason\tUntt\treason',
        'A unit closed\tmerged\tlegal\t',
        'A unit closed\tmerged\thr\t',
        'A unit closed\tmerged\tfinance\t',
      ),
    ).toEqual([
      'Row 1, column C: “Untt” is no heading for “A unit closed”: use Unit; Reason; Holds from; Source',
      'Row 1, column D: “reason” is the same as the heading of column B: leave one of them',
    ]);
  });

  it('leaves no cell out: one beyond the headings, or that another contradicts, is named', () => {
    expect(
      problemsOf(
        'What happened\tunits\tunits.0\tsuccessor\tname\t',
        'merge-units\thr; finance\tlegal\tsupport\tSupport',
        'merge-units\thr; finance\t\tsupport\tSupport\t\tmore',
      ),
    ).toEqual([
      'Row 2, column C (units.0): another column of this row says otherwise: fill in one of them',
      'Row 3, column G: “more” stands under no heading',
    ]);
  });

  it('says which day is none, and reads days as spreadsheets write them', () => {
    const head = 'What happened\tunit\tHolds from';
    expect(
      problemsOf(
        head,
        'A unit closed\tlegal\t31 February 2014',
        'A unit closed\tlegal\t3/31/2014',
        'A unit closed\tlegal\t12/03/14',
      ),
    ).toEqual([
      'Row 2, column C (Holds from): Holds from: 31 February 2014 is no date: February 2014 has 28 days',
      'Row 3, column C (Holds from): Holds from: 3/31/2014 is no date: write the day first, then the month, such as 31 March 2014',
      'Row 4, column C (Holds from): Holds from: 12/03/14 could be more days than one: write the month as a word or the year in full, such as 12 March 2014',
    ]);
    const unit = 'legal';
    expect(
      bodiesOf(
        head,
        'A unit closed\tlegal\t12-Mar-14',
        'A unit closed\tlegal\t12/03/2014',
        'A unit closed\tlegal\tMar-14',
      ),
    ).toEqual([
      { unit, effectiveOn: '2014-03-12' },
      { unit, effectiveOn: '2014-03-12' },
      { unit, effectiveOn: '2014-03' },
    ]);
  });

  it('takes names as they were on the day that a row is about, and no earlier or later', () => {
    const head = 'What happened\tunit\teffectiveOn';
    expect(
      bodiesOf(head, 'A unit closed\tLegal Services\t', 'A unit closed\tLaw and Democracy\t1 May 2014'),
    ).toEqual([{ unit: 'legal' }, { unit: 'legal', effectiveOn: '2014-05-01' }]);
    expect(
      problemsOf(head, 'A unit closed\tLaw and Democracy\t', 'A unit closed\tLegal Services\t1 May 2014'),
    ).toEqual([
      'Row 2, column B (unit): Unit: nothing on the record is called “Law and Democracy”; choose one from the list',
      'Row 3, column B (unit): Unit: nothing on the record is called “Legal Services”; choose one from the list',
    ]);
  });

  it('needs its day, something to record, and one decision only', () => {
    const asked = (typed: Record<string, string>) =>
      readMeeting(typed, context).problems.map(({ field }) => field);
    expect(asked({ 'when-day': 'soon' })).toEqual(['when-day']);
    expect(asked({ 'when-day': '16 May 2014', title: 'T', maker: 'Cabinet' })).toEqual(['when-day']);
    expect(asked({ 'when-day': '27 March 2014' })).toEqual(['lines']);
    expect(asked({ 'when-day': '27/3/2014', title: 'T', maker: 'Cabinet', decision: 'd' })).toEqual([
      'decision',
    ]);
    expect(asked({ 'when-day': '27/3/2014', title: 'T', maker: 'Cabinet', colour: 'red' })).toEqual([
      'colour',
    ]);
    const unknown = readMeeting(
      { ...pasted('What happened\tunit', 'A unit closed\tlegal'), decision: 'What we said' },
      context,
    );
    expect(unknown.problems).toEqual([
      { field: 'decision', problem: 'No decision on the record is called “What we said”' },
    ]);
  });

  it('has headings to copy for every sort of row, with the sign of pounds where it is money', () => {
    expect(template('close-unit')).toBe('What happened\tUnit\tReason\tHolds from\tSource');
    expect(template('set-unit-budget')).toBe(
      'What happened\tYear\tGross budget (£)\tNet budget (£)\tBudget, gross or net not stated (£)\tPrice base\tUnit\tHolds from\tSource',
    );
  });

  it('takes each heading that it offers for the field that is called so on its form', () => {
    const offered = commandNames.filter((name) => name !== 'strike-entry');
    for (const command of offered) {
      const fields = fieldsOf(command);
      const [, ...heads] = template(command).split('\t');
      const called = (at: string) => fields.find(({ name }) => name === at)?.label;
      const columns = heads.map((head) => columnFor(fields, head));
      expect([command, columns.map((column) => column && 'at' in column && called(column.at))]).toEqual([
        command,
        heads.map((head) => head.replace(/ \(£\)$/, '')),
      ]);
    }
    expect(offered.length).toBeGreaterThan(80);
  });
});

describe('What a cell says of a decision', () => {
  const head = (more: string) => `What happened\tdecision\ttitle\tmaker\t${more}`;
  const row = (more: string) => `record-decision\td-1\tHighways\tCabinet\t${more}`;
  const body = (more: object) => [{ decision: 'd-1', title: 'Highways', maker: 'Cabinet', ...more }];
  const said = (heading: string, cell: string) => bodiesOf(head(heading), row(cell));
  const refused = (heading: string, cell: string) => problemsOf(head(heading), row(cell));

  it('is taken in whatever case it is written', () => {
    expect(said('alternatives', 'None considered')).toEqual(body({ alternatives: 'none considered' }));
    expect(said('Conflicts', 'NONE DECLARED')).toEqual(body({ conflicts: 'none declared' }));
    expect(said('access', 'Open')).toEqual(body({ access: 'open' }));
    expect(said('divisionsAffected', 'All')).toEqual(body({ divisionsAffected: 'all' }));
    expect(said('Divisions affected', '12')).toEqual(body({ divisionsAffected: 12 }));
    expect(said('divisionsAffected', 'Ashford Central; Dover Town')).toEqual(
      body({ divisionsAffected: ['Ashford Central', 'Dover Town'] }),
    );
  });

  it('is told in columns of its own where it has parts', () => {
    expect(said('access.exempt\taccess.publicInterest', '3\tA tender is under way')).toEqual(
      body({ access: { exempt: 3, publicInterest: 'A tender is under way' } }),
    );
    expect(
      said(
        'alternatives.0.option\talternatives.0.reason\tconflicts.0.declaredBy\tconflicts.0.nature',
        'Keep it\tToo dear\tCabinet Member for Finance\tA shareholding',
      ),
    ).toEqual(
      body({
        alternatives: [{ option: 'Keep it', reason: 'Too dear' }],
        conflicts: [{ declaredBy: 'Cabinet Member for Finance', nature: 'A shareholding' }],
      }),
    );
  });

  it('is refused where it cannot be taken, and never left out', () => {
    expect(refused('access', 'Exempt, paragraph 3')).toEqual([
      'Row 2, column E (access): it must be “open” or columns of its own, headed access.exempt and access.publicInterest; “Exempt, paragraph 3” is neither',
    ]);
    expect(refused('alternatives', 'Keep it: too dear')).toEqual([
      'Row 2, column E (alternatives): it must be “none considered” or columns of its own, headed alternatives.0.option and alternatives.0.reason; “Keep it: too dear” is neither',
    ]);
    expect(refused('conflicts', 'n/a')).toEqual([
      'Row 2, column E (conflicts): it must be “none declared” or columns of its own, headed conflicts.0.declaredBy and conflicts.0.nature and conflicts.0.dispensation; “n/a” is neither',
    ]);
    expect(refused('divisionsAffected', 'most of them')).toEqual([
      'Row 2, column E (divisionsAffected): it must be “all”, a number or names with semicolons between; “most of them” is neither',
    ]);
    expect(refused('access\taccess.exempt\taccess.publicInterest', 'open\t3\tA tender')).toEqual([
      'Row 2, column F (access.exempt): another column of this row says otherwise: fill in one of them',
      'Row 2, column G (access.publicInterest): another column of this row says otherwise: fill in one of them',
    ]);
    expect(refused('access.exempt\taccess.secret', '3\tyes')).toEqual([
      'Row 1, column F: “access.secret” is no heading for “A decision was taken”: use What it is about; Taken by; Power; Reference; Text of the decision; Reasons; Key decision; Why it is a key decision, or is not; Expenditure (£); Savings (£); Subject to call-in; Why it is, or is not, subject to call-in; Urgency reason; Papers; Meeting; Holds from; Source',
    ]);
    expect(refused('key', 'perhaps')).toEqual(['Row 2, column E (key): Key decision must be yes or no']);
  });
});

describe('An amount that is pasted', () => {
  const budget = (heading: string, cell: string) =>
    [`What happened\tunit\tyear\t${heading}`, `set-unit-budget\tlegal\t2014/15\t${cell}`] as const;
  const read = (heading: string, cell: string) => bodiesOf(...budget(heading, cell))[0]?.['gross'];
  const refused = (heading: string, cell: string) => problemsOf(...budget(heading, cell));

  it('is pounds under a heading that says so, and where the amount says so itself', () => {
    expect(read('Gross budget (£)', '9335200')).toBe(933_520_000);
    expect(read('gross (£)', '0.5')).toBe(50);
    expect(read('Gross budget', '£0.50')).toBe(50);
    expect(read('gross', '£1.2m')).toBe(120_000_000);
    expect(read('gross', '9,335,200')).toBe(933_520_000);
  });

  it('is never taken for a hundred times as much: where it may be pence, somebody has to say', () => {
    expect(refused('gross', '933520000')).toEqual([
      'Row 2, column D (gross): 933520000 may be pounds or pence: put (£) behind the heading, or write £ before the amount',
    ]);
    expect(
      problemsOf(
        'What happened\tpence\tfromYear\ttoYear\tbasis',
        'set-savings-target\t23900000000\t2014/15\t2016/17\tnet',
      ),
    ).toEqual([
      'Row 1, column B: amounts are pasted in pounds: call it “Target (£)”, and write them in pounds',
    ]);
    const years = 'What happened\tyears.0.year\tyears.0';
    expect(problemsOf(`${years}.pence`, 'split-savings-target\t2014/15\t100')).toEqual([
      'Row 1, column C: amounts are pasted in pounds: call it “years.0.Amount (£)”, and write them in pounds',
    ]);
    expect(bodiesOf(`${years}.Amount (£)`, 'split-savings-target\t2014/15\t100')).toEqual([
      { years: [{ year: '2014/15', pence: 10_000 }] },
    ]);
  });

  it('of a setting says that it is pounds, because programs know the setting in pence', () => {
    const setting = (cell: string, name = 'Key decision threshold') => [
      'What happened\tsetting\tvalue',
      `set-council-setting\t${name}\t${cell}`,
    ];
    expect(bodiesOf(...setting('£1m', 'key-decision-threshold-pence'))).toEqual(bodiesOf(...setting('£1m')));
    expect(problemsOf(...setting('£1m', 'threshold'))[0]).toMatch(/ must be one of key decision threshold, /);
    expect(bodiesOf(...setting('£1m'))[0]?.['value']).toBe(100_000_000);
    expect(problemsOf(...setting('1000000'))).toEqual([
      'Row 2, column C (value): Value must say that it is in pounds, such as £1,234.50',
    ]);
    expect(problemsOf(...setting('working'))).toEqual([
      'Row 2, column C (value): Value must be an amount in pounds, such as £1,234.50',
    ]);
  });

  it.each([
    ['-5', 'Gross budget must be £0 or more: -5 is below nothing'],
    ['-£1,000', 'Gross budget must be £0 or more: -£1,000 is below nothing'],
    ['(1,000)', 'Gross budget must be £0 or more: (1,000) is below nothing'],
    ['£1.234', 'Gross budget must be in whole pennies, such as £1,234.50'],
    ['1 000', 'Gross budget must be an amount in pounds, such as £1,234.50'],
    ['50p', 'Gross budget must be an amount in pounds, such as £1,234.50'],
    ['€5', 'Gross budget must be an amount in pounds, such as £1,234.50'],
  ])('of %s is refused', (cell, words) => {
    expect(refused('Gross budget (£)', cell)).toEqual([`Row 2, column D (Gross budget (£)): ${words}`]);
  });
});
