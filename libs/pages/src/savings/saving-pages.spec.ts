import { describe, expect, it } from '@jest/globals';
import {
  asAt,
  asRead,
  askingOf,
  held,
  nameOf,
  names,
  thingAsRead,
  rowsOfKind,
  where,
} from '../contract/as-read.js';
import { readDrawing } from '#testing';
import type { ThingFacts } from '../things/thing-pages.js';
import { savingPages } from './saving-pages.js';

const rows = rowsOfKind(
  'saving',
  {
    id: 'hours',
    name: 'Shorter hours',
    category: 'cashable',
    recurrence: 'recurring',
    basis: 'net',
    published: null,
    status: 'in-business-case',
    standing: 'active',
    portfolio: 'place',
    identifiedPence: 1_00,
    inBusinessCasePence: 2_00,
    authorisedPence: 3_00,
    forecastPence: 4_00,
    deliveredPence: 5_00,
    validatedPence: 6_00,
    illustrative: true,
  },
  {
    id: 'series',
    name: 'As the council said',
    category: 'non-cashable',
    recurrence: 'one-off',
    basis: 'gross',
    published: 'annual-report',
    status: 'identified',
    standing: 'withdrawn',
    portfolio: null,
    identifiedPence: 7_00,
    inBusinessCasePence: 0,
    authorisedPence: 0,
    forecastPence: 0,
    deliveredPence: 0,
    validatedPence: 0,
    illustrative: false,
  },
);

describe('The page of savings', () => {
  const list = async (filters: Readonly<Record<string, string>>) =>
    asRead(
      'things',
      await savingPages.list({
        where,
        asAt,
        rows,
        filters,
        nameOf,
        asking: askingOf({}, { portfolio: [{ id: 'place', name: 'Place' }] }),
      }),
    );

  it('lists each with what was identified, authorised, delivered and validated, each under its own heading', async () => {
    const page = await list({});
    expect(page.tables).toEqual({
      Savings: [
        {
          Saving: 'As the council said',
          Kind: 'As published: annual report',
          Status: 'Identified [withdrawn]',
          Portfolio: '',
          Identified: '£7',
          Authorised: '',
          Delivered: '',
          Validated: '',
        },
        {
          Saving: 'Shorter hours [illustrative]',
          Kind: 'Cashable, recurring, net',
          Status: 'In business case',
          Portfolio: 'The portfolio place',
          Identified: '£1',
          Authorised: '£3',
          Delivered: '£5',
          Validated: '£6',
        },
      ],
    });
    expect(page.paragraphs[0]).toBe(
      'Amounts are all years together, as the record has them on this day. Cashable savings, non-cashable savings and cost avoidance are never added to one another, and totals as they were published may hold savings that stand here by themselves.',
    );
  });

  it('says of which year its amounts are, and keeps its filters', async () => {
    const page = await list({ year: '2015/16', portfolio: 'place', status: 'in-business-case' });
    expect(page.paragraphs[0]).toMatch(/^Amounts are those of 2015\/16 alone, as the record has them/);
    expect(page.fields).toEqual({
      Category: 'Any',
      Recurrence: 'Any',
      Status: 'In business case',
      Standing: 'Any',
      Portfolio: 'Place',
      'Year, such as 2015/16': '2015/16',
    });
    expect((await list({ year: 'not-stated' })).paragraphs[0]).toMatch(
      /^Amounts are those of no stated year,/,
    );
  });
});

describe('The page of savings, where it leads,', () => {
  const list = async (shown: typeof rows, filters: Readonly<Record<string, string>>) =>
    asRead(
      'things',
      await savingPages.list({ where, asAt, rows: shown, filters, nameOf, asking: askingOf() }),
    );

  it('is to each of them, to its portfolio, to the overview and to the CSV of what is asked for', async () => {
    const { links, figures } = await list(rows, { status: 'identified' });
    expect(links).toMatchObject({
      'Shorter hours': '/programmes/county/savings/hours',
      'The portfolio place': '/programmes/county/portfolios/place',
      'From the target to what finance has validated': '/programmes/county',
      'Clear filters': '/programmes/county/savings',
      'Savings as CSV': '/api/programmes/county/savings?status=identified&format=csv&money=pounds',
    });
    expect(figures).toEqual({ Savings: ['Identified', 'Authorised', 'Delivered', 'Validated'] });
    expect((await list([], {})).paragraphs).toContain('No saving is on the record.');
    expect((await list([], { status: 'identified' })).paragraphs).toContain('No saving is like that.');
  });
});

describe('The page of a saving', () => {
  const plan = (pence: number, on: string, more: object = {}) => ({
    profile: [
      { year: '2014/15', pence },
      { year: '2015/16', pence: pence * 2 },
    ],
    stated: held(on, 'minuted', `decided-${pence}`),
    ...more,
  });
  const saving = {
    kind: 'saving',
    id: 'hours',
    name: 'Shorter hours',
    category: 'cashable',
    means: 'income-generation',
    recurrence: 'recurring',
    basis: 'net',
    priceBase: '2014/15 prices',
    status: 'validated',
    standing: 'active',
    standingLog: [
      { standing: 'withdrawn', ...held('2014-08-01'), reason: 'No money for it' },
      { standing: 'active', ...held('2014-09-01', 'minuted', 'again'), reason: 'There is' },
    ],
    reprofileLog: [],
    standingSince: held('2014-01-01'),
    owner: 'Head of Libraries',
    ownerLog: [
      { owner: 'Leader', ...held('2014-01-01') },
      { owner: 'Head of Libraries', ...held('2015-03-01', 'minuted', 'owners') },
    ],
    portfolio: 'place',
    portfolioLog: [
      { portfolio: 'adults', ...held('2014-01-01') },
      { portfolio: 'place', ...held('2014-03-01') },
    ],
    review: 'libraries',
    project: 'trust',
    source: 'Budget book, page 4',
    identified: plan(1_00, '2014-01-01'),
    inBusinessCase: plan(2_00, '2014-02-02'),
    authorised: plan(3_00, '2014-03-03', { reason: 'As the Cabinet agreed' }),
    forecast: plan(4_00, '2014-04-04', { fullYearPence: 77_00 }),
    delivered: [{ year: '2014/15', pence: 5_00, reported: held('2015-05-05', 'illustrative') }],
    validated: [{ year: '2014/15', pence: 6_00, confirmed: held('2015-06-06') }],
  };
  const entry = (id: string, type: string, data: object = {}) => ({
    id,
    type,
    stream: 'county/saving/hours',
    recordedAt: '2015-09-09T09:00:00.000Z',
    effectiveOn: '2015-07-07',
    precision: 'day',
    provenance: 'illustrative',
    data,
  });
  const entries = [
    entry('e1', 'SavingIdentified'),
    entry('e5', 'SavingDelivered'),
    entry('e7', 'SavingReprofiled', {
      plan: 'forecast',
      fromProfile: [{ year: '2014/15', pence: 9_00 }],
      toProfile: [{ year: 'not-stated', pence: 10_00 }],
      reason: 'The contract slipped',
    }),
    {
      ...entry('e8', 'SavingReprofiled', { plan: 'forecast', reason: 'Struck' }),
      struckBy: { recordedAt: '2015-10-10T00:00:00.000Z' },
    },
  ];
  const read = async (more: object = {}, shown: readonly object[] = entries) => {
    const part = { ...saving, ...more };
    const facts = { where, asAt, part, body: {}, entries: shown, nameOf, names, asking: askingOf() };
    return thingAsRead(await savingPages.one(facts as unknown as ThingFacts<'saving'>));
  };

  it('tells each fact under its name', async () => {
    expect((await read()).facts).toEqual([
      ['Kind', 'Cashable, recurring, net'],
      ['Means', 'Income generation'],
      ['Status', 'Validated'],
      ['Owner', 'Head of Libraries'],
      ['Portfolio', 'The portfolio place'],
      ['Review', 'The review libraries'],
      ['Project', 'The project trust'],
      ['Price base', '2014/15 prices'],
      ['A full year of it', '£77'],
      ['Source', 'Budget book, page 4'],
    ]);
  });

  it('shows its path: each measure with its own amount, day, decision and reason', async () => {
    const { tables } = await read();
    const step = (measure: string, amount: string, since: string, decision: string, why = '') => ({
      Measure: measure,
      Amount: amount,
      Since: since,
      Decision: decision,
      'Where it stands': decision === '' ? '' : 'Its decision is not on the record by then',
      Why: why,
    });
    expect(tables['Its amounts']).toEqual([
      step('Identified', '£3', '1 January 2014', 'The decision decided-100'),
      step('In a business case', '£6', '2 February 2014', 'The decision decided-200'),
      step('Authorised', '£9', '3 March 2014', 'The decision decided-300', 'As the Cabinet agreed'),
      step('Forecast', '£12', '4 April 2014', 'The decision decided-400'),
      step('Delivered', '£5 [illustrative]', '5 May 2015', ''),
      step('Validated by finance', '£6', '6 June 2015', ''),
    ]);
  });

  it('shows every owner it had and every portfolio it was in, each with its days', async () => {
    const { tables } = await read();
    const line = (head: string, ...said: readonly string[]) =>
      Object.fromEntries(
        [head, 'From', 'Until', 'Days', 'Decision', 'Why'].map((name, n) => [name, said[n]]),
      );
    expect(tables['Its owners']).toEqual([
      // A year to January 2015, then 31 and 28.
      line('Owner', 'Leader', '1 January 2014', '1 March 2015', '424', '', ''),
      // A year of 366 days to March 2016, and 31.
      line('Owner', 'Head of Libraries', '1 March 2015', '', '397 days so far', 'The decision owners', ''),
    ]);
    expect(tables['The portfolios it was in']).toEqual([
      line('Portfolio', 'The portfolio adults', '1 January 2014', '1 March 2014', '59', '', ''),
      // A year to March 2015, 366 days to March 2016, and 31.
      line('Portfolio', 'The portfolio place', '1 March 2014', '', '762 days so far', '', ''),
    ]);
  });

  it('says of neither who it was or where it was where that is what its facts say', async () => {
    const { ownerLog, portfolioLog } = saving;
    const { tables } = await read({
      ownerLog: ownerLog.slice(1),
      portfolioLog: portfolioLog.slice(1),
    });
    expect(Object.keys(tables).filter((name) => /owners|portfolios/.test(name))).toEqual([]);
  });

  it('shows every amount that was stated anew, until when it was believed, and none that stands as it was', async () => {
    const stated = (id: string, type: string, effectiveOn: string, data: object, more: object = {}) => ({
      ...entry(id, type, data),
      effectiveOn,
      provenance: 'minuted',
      ...more,
    });
    const { tables, links } = await read({}, [
      stated('e1', 'SavingIdentified', '2014-01-01', { profile: [{ year: '2014/15', pence: 1_00 }] }),
      stated('e3', 'SavingForecast', '2015-03-01', {
        profile: [
          { year: '2014/15', pence: 2_00 },
          { year: '2015/16', pence: 1_50 },
        ],
        reason: 'It begins in June',
      }),
      stated(
        'e2',
        'SavingForecast',
        '2014-03-01',
        { profile: [{ year: '2014/15', pence: 4_00 }] },
        { decision: 'first' },
      ),
      stated('e4', 'SavingDelivered', '2015-05-01', { year: '2014/15', pence: 1_00 }),
      stated('e5', 'SavingDelivered', '2015-06-01', { year: '2015/16', pence: 9_00 }),
      stated('e6', 'SavingDelivered', '2015-07-01', { year: '2014/15', pence: 1_20 }),
      stated('e7', 'SavingDelivered', '2099-07-01', { year: '2015/16', pence: 7_00 }),
    ]);
    const restated = Object.entries(tables).filter(([name]) => name.includes('each time it was stated'));
    expect(restated.map(([name, lines]) => [name, lines.map((line) => Object.values(line))])).toEqual([
      [
        'Forecast, each time it was stated',
        [
          ['£4', '1 March 2014', '1 March 2015', '365', 'The decision first', ''],
          // A year of 366 days to March 2016, and 31.
          [
            '£3.50 (2014/15: £2, 2015/16: £1.50)',
            ...['1 March 2015', '', '397 days so far', '', 'It begins in June'],
          ],
        ],
      ],
      [
        'Delivered in 2014/15, each time it was stated',
        [
          ['£1', '1 May 2015', '1 July 2015', '61', '', ''],
          // 31 days of July, 31, 30, 31, 30, 31, 31, 29 and 31.
          ['£1.20', '1 July 2015', '', '275 days so far', '', ''],
        ],
      ],
    ]);
    expect(links['£1.20']).toBe('/programmes/county/history?entries=e6');
  });

  it('opens each amount to the entries that state it and to no other', async () => {
    const { links } = await read();
    const behind = (...ids: string[]) => `/programmes/county/history?entries=${ids.join('%2C')}`;
    expect(links).toMatchObject({ '£3': behind('e1'), '£12': behind('e7'), '£5': behind('e5') });
    expect(links).not.toHaveProperty('£6');
  });

  it('shows its amounts year by year, and each time they were moved with the reason', async () => {
    const { tables } = await read();
    expect(tables['Its amounts year by year']).toEqual([
      {
        Year: '2014/15',
        Identified: '£1',
        'In a business case': '£2',
        Authorised: '£3',
        Forecast: '£4',
        Delivered: '£5',
        'Validated by finance': '£6',
      },
      {
        Year: '2015/16',
        Identified: '£2',
        'In a business case': '£4',
        Authorised: '£6',
        Forecast: '£8',
        Delivered: '',
        'Validated by finance': '',
      },
    ]);
    expect(tables['Moved from year to year']).toEqual([
      {
        On: '7 July 2015 [illustrative]',
        'Which amounts': 'Forecast',
        From: '2014/15: £9',
        To: 'year not stated: £10',
        Why: 'The contract slipped',
      },
    ]);
    expect(tables['Withdrawn, released and reinstated']).toEqual([
      {
        ...{ What: 'Withdrawn', From: '1 August 2014', Until: '1 September 2014', Days: '31' },
        ...{ Decision: '', Why: 'No money for it' },
      },
      {
        // A year to September 2015, then 30, 31, 30, 31, 31, 29 and 31.
        ...{ What: 'Reinstated', From: '1 September 2014', Until: '', Days: '578 days so far' },
        ...{ Decision: 'The decision again', Why: 'There is' },
      },
    ]);
    expect(Object.keys(tables)).toEqual([
      'Its amounts',
      'Its amounts year by year',
      'Moved from year to year',
      'Its owners',
      'The portfolios it was in',
      'Withdrawn, released and reinstated',
    ]);
  });

  it('has no table of its standing, its owners or its portfolios where none of them ever changed', async () => {
    const one = [{ owner: 'Leader', ...held('2014-01-01') }];
    const { tables, subheadings } = await read({
      standingLog: [],
      ownerLog: one,
      portfolioLog: [{ portfolio: 'place', ...held('2014-01-01') }],
    });
    expect(Object.keys(tables)).toEqual([
      'Its amounts',
      'Its amounts year by year',
      'Moved from year to year',
    ]);
    // A table of nothing would be a heading with a sentence.
    expect(subheadings.filter((one) => /owners|portfolios|Withdrawn/.test(one))).toEqual([]);
  });

  it('leads to what it names, to the CSV of its path, and draws how far its measures have come', async () => {
    const page = await read();
    expect(page.links).toMatchObject({
      'The portfolio place': '/programmes/county/portfolios/place',
      'The review libraries': '/programmes/county/reviews/libraries',
      'The project trust': '/programmes/county/projects/trust',
      'The decision decided-300': '/programmes/county/decisions/decided-300',
      'Its amounts as CSV': '/api/programmes/county/history/hours?kind=saving&format=csv&money=pounds',
    });
    expect(page.figures).toMatchObject({
      'Its amounts': ['Amount'],
      'Its amounts year by year': [
        ...[
          'Identified',
          'In a business case',
          'Authorised',
          'Forecast',
          'Delivered',
          'Validated by finance',
        ],
      ],
      'Moved from year to year': [],
      'Its owners': ['Days'],
    });
    expect(page.paragraphs[0]).toBe(
      'No amount overwrites another. How far they are apart is what is in dispute, and is shown.',
    );
    const facts = { where, asAt, part: saving, body: {}, entries, nameOf, names, asking: askingOf() };
    const [first] = (await savingPages.one(facts as unknown as ThingFacts<'saving'>)).shown;
    const { title, description, drawn } = readDrawing(
      first && 'chart' in first ? first.chart.svg : undefined,
    );
    expect([title, description]).toEqual([
      'From identified to validated',
      'Identified: £3, 1 January 2014. In a business case: £6, 2 February 2014. Authorised: £9, 3 March 2014. ' +
        'Forecast: £12, 4 April 2014. Delivered: £5, 5 May 2015 (illustrative). Validated by finance: £6, 6 June 2015',
    ]);
    expect(drawn.filter((one) => one.startsWith('c-fill'))).toHaveLength(6);
    expect(drawn.filter((one) => one.startsWith('£5'))[0]).toMatch(/^£5 \(illustrative\) at /);
  });

  it('says that its amounts count no more where it was withdrawn, and why', async () => {
    const more = {
      standing: 'withdrawn',
      standingSince: held('2015-08-01'),
      standingReason: 'No money for it',
    };
    const part = { ...saving, ...more, means: 'not-stated' };
    const facts = { where, asAt, part, body: {}, entries, nameOf, names, asking: askingOf() };
    const content = await savingPages.one(facts as unknown as ThingFacts<'saving'>);
    const [first] = content.shown;
    const { drawn } = readDrawing(first && 'chart' in first ? first.chart.svg : undefined);
    expect(drawn.filter((one) => one.startsWith('c-planned'))).toHaveLength(4);
    expect(drawn.find((one) => one.startsWith('£3'))).toMatch(/^£3, counts no more at /);
    expect(Object.fromEntries(thingAsRead(content).facts)).toMatchObject({
      Standing: 'Withdrawn, 1 August 2015 | No money for it',
      Means: 'Not stated',
    });
  });

  it('says where its amounts were never moved', async () => {
    expect((await read({}, [])).paragraphs).toContain('Its amounts were never moved from year to year.');
  });
});
