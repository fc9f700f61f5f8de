import { afterAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '#calendar';
import type { AnyPart } from '#programme';
import { readDrawing, SmallBook } from '#testing';
import {
  asAt,
  asRead,
  askingOf,
  nameOf,
  names,
  thingAsRead,
  rowsOfKind,
  where,
} from '../contract/as-read.js';
import { reportPages } from './report-pages.js';

const rows = rowsOfKind(
  'report',
  {
    id: 'r1',
    title: 'Position at the year end',
    view: 'unit-count',
    asAt: '2014-03-31',
    issuedOn: '2014-05-01',
    issuedTo: 'Cabinet',
  },
  { id: 'r2', title: 'Savings', view: 'savings', asAt: '2015-03-31', issuedOn: '2015-06-02', issuedTo: null },
);

describe('The page of reports that were issued', () => {
  it('tells of each what it shows, of which day, and when it was issued to whom', async () => {
    const facts = { where, asAt, rows, filters: { view: 'savings' }, nameOf, asking: askingOf() };
    const page = asRead('things', await reportPages.list(facts));
    expect(page.heading).toBe('Reports that were issued');
    expect(page.tables).toEqual({
      Reports: [
        {
          Report: 'Position at the year end',
          'What it shows': 'Unit count',
          'As at': '31 March 2014',
          'Issued on': '1 May 2014',
          'Issued to': 'Cabinet',
        },
        {
          Report: 'Savings',
          'What it shows': 'Savings',
          'As at': '31 March 2015',
          'Issued on': '2 June 2015',
          'Issued to': '',
        },
      ],
    });
    expect(page.fields).toEqual({ 'What it shows': 'savings' });
    expect(page.links).toMatchObject({
      'Position at the year end': '/programmes/county/reports/r1',
      'Clear filters': '/programmes/county/reports',
      'Reports as CSV': '/api/programmes/county/reports?view=savings&format=csv&money=pounds',
    });
    expect(page.paragraphs[0]).toBe(
      'Each can be shown again byte for byte, and says what became of its figures since it was issued.',
    );
  });

  it('says where none was issued, and where none is like that', async () => {
    const none = async (filters: Readonly<Record<string, string>>) => {
      const facts = { where, asAt, rows: [], filters, nameOf, asking: askingOf() };
      return asRead('things', await reportPages.list(facts)).paragraphs[1];
    };
    expect(await none({})).toBe('No report has been issued.');
    expect(await none({ view: 'savings' })).toBe('No report is like that.');
  });
});

describe('The page of a report that was issued', () => {
  const book = new SmallBook();
  afterAll(() => book.close());

  async function one(report: string, knownAt?: Instant) {
    const { reader, moment } = await book.as(asAt, knownAt);
    const { part } = reader.parts.one('county', 'report', report, moment);
    const facts = { where, asAt, id: report, part: part as AnyPart, names, nameOf };
    return reportPages.one({ ...facts, asking: { ...askingOf(), reader, moment } } as never);
  }
  const read = async (report: string, knownAt?: Instant) => thingAsRead(await one(report, knownAt));

  it('tells what pins it, and every fact and total of its date that is known otherwise since, with when and why', async () => {
    const unit = (id: string, name: string) => ({ type: 'register-unit', unit: id, name });
    await book.say('2013-09-19', { type: 'start-programme', name: 'Facing the Challenge' });
    await book.say('2013-09-19', unit('books', 'Libraries'));
    await book.say('2013-09-19', unit('files', 'Archives'));
    const review = await book.say('2013-10-01', { type: 'propose-review', review: 'roads', name: 'Roads' });
    book.wait(132);
    const issued = {
      ...{ type: 'issue-report', view: 'unit-count', format: 'csv', asAt: '2014-03-31' },
      position: '0000000000000004',
      hash: 'a'.repeat(64),
      rendering: 3,
    };
    await book.say('2014-05-01', {
      ...{ ...issued, report: 'r1', title: 'Units at the year end' },
      ...{ issuedTo: 'Cabinet', source: 'Cabinet papers, item 7' },
    });
    const known = await book.say('2014-05-01', {
      ...{ ...issued, report: 'r2', title: 'Files at the year end', view: 'units', thing: 'files' },
      ...{ knownAt: '2014-04-30', provenance: 'illustrative' },
    });
    book.wait(32);
    await book.say('2014-01-06', unit('arts', 'Arts'));
    await book.say('2014-03-31', { type: 'rename-unit', unit: 'books', name: 'Books' });
    await book.say('2014-04-01', { type: 'rename-unit', unit: 'files', name: 'Records' });
    await book.say('2014-02-13', { type: 'set-unit-posts', unit: 'files', posts: 40 });
    await book.say('2014-02-13', {
      ...{ type: 'set-savings-target', pence: 23_900_000_000, fromYear: '2015/16', toYear: '2017/18' },
      basis: 'not-stated',
    });
    book.wait(1);
    const struck = await book.strike('review/roads', review.id, '2014-06-03', 'It was never proposed');
    const page = await read('r1');
    expect(page.heading).toBe('Units at the year end');
    expect(page.facts).toEqual([
      ['What it shows', 'Unit count'],
      ['As at', '31 March 2014'],
      ['As known', 'when it was issued'],
      ['Issued', '1 May 2014'],
      ['Issued to', 'Cabinet'],
      ['Up to position', '0000000000000004'],
      ['SHA-256 of its bytes', 'a'.repeat(64)],
      ['Source', 'Cabinet papers, item 7'],
    ]);
    // The same are the reviews deferred and the reviews withdrawn, none of either.
    expect(page.paragraphs[0]).toBe('5 totals are otherwise than when it was issued; 2 are the same.');
    const total = (name: string, issuedAs: string, now: string, effect: string) => ({
      ...{ Total: name, 'As issued': issuedAs, 'As known now': now, Effect: effect },
    });
    expect(page.tables['Totals known otherwise']).toEqual([
      total('Posts of units', 'Not there', '40', '+40'),
      total('Reviews', '1', '0', '-1'),
      total('Reviews by stage: proposed', '1', 'Not there', '-1'),
      total('Savings target', 'Not there', '£239,000,000', '+£239,000,000'),
      total('Units', '2', '3', '+1'),
    ]);
    const fact = (...[which, what, issuedAs, now, on, why = '']: string[]) => ({
      ...{ Which: which, What: what, 'As issued': issuedAs, 'As known now': now },
      ...{ 'Recorded on': on, Why: why },
    });
    expect(page.tables['What is known otherwise since']).toEqual([
      fact(
        'The programme: The programme county',
        'Savings target',
        'Nothing',
        'Pence: £239,000,000, from year: 2015/16, to year: 2017/18, basis: Not stated, set 13 February 2014',
        '2 June 2014',
      ),
      fact('Reviews: The review roads', 'No longer believed', '', '', '3 June 2014', 'It was never proposed'),
      fact('Business units: The unit arts', 'On record only since', '', '', '2 June 2014'),
      fact('Business units: The unit books', 'Name', 'Libraries', 'Books', '2 June 2014'),
      fact(
        'Business units: The unit files',
        'Posts',
        'Nothing',
        '40, stated 13 February 2014',
        '2 June 2014',
      ),
    ]);
    const data = '/api/programmes/county/reports/r1';
    expect(page.links).toMatchObject({
      'The report as it was issued, CSV': `${data}/content`,
      'What is known otherwise since as CSV': `${data}/restatement?format=csv&money=pounds`,
      'Business units: The unit books': '/programmes/county/units/books',
      '3 June 2014': `/programmes/county/history?entries=${struck[0]}`,
    });

    expect(page.subheadings).toContain('What became of its totals since');
    expect(page.figures['Totals known otherwise']).toEqual(['As issued', 'As known now', 'Effect']);

    // Counts are drawn, as issued and as known now under it; money has no scale in common with them.
    const [first] = (await one('r1')).shown;
    const { description, drawn } = readDrawing(first && 'chart' in first ? first.chart.svg : undefined);
    expect(description).toBe(
      'Posts of units: Not there, now 40. Reviews: 1, now 0. Reviews by stage: proposed: 1, now Not there. Units: 2, now 3',
    );
    expect(
      drawn.filter((one) => one.includes(' at ') && !one.startsWith('c-')).map((one) => one.split(' at ')[0]),
    ).toEqual([
      ...['Posts of units', 'Not there as issued', '', '40 as known now'],
      ...['Reviews', '1 as issued', '', '0 as known now'],
      ...['Reviews by stage: proposed', '1 as issued', '', 'Not there as known now'],
      ...['Units', '2 as issued', '', '3 as known now'],
    ]);
    expect(
      drawn
        .filter((one) => one.startsWith('c-') && !one.startsWith('c-axis'))
        .map((one) => one.split(' ')[0]),
    ).toEqual([
      ...['c-planned', 'c-fill', 'c-planned', 'c-fill', 'c-planned', 'c-fill', 'c-planned', 'c-fill'],
    ]);

    const asItWas = await read('r2', known.recordedAt);
    expect(asItWas.facts).toEqual([
      ['What it shows', 'Units: The unit files'],
      ['As at', '31 March 2014'],
      ['As known', 'on 30 April 2014'],
      ['Issued', '1 May 2014 (illustrative)'],
      ['Up to position', '0000000000000004'],
      ['SHA-256 of its bytes', 'a'.repeat(64)],
    ]);
    expect(asItWas.tables).toEqual({});
    expect(asItWas.paragraphs.slice(0, 3)).toEqual([
      '0 totals are otherwise than when it was issued; 5 are the same.',
      'Every total is what it was.',
      'Nothing of its date is known otherwise since.',
    ]);
  });
});
