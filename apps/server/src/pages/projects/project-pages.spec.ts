import { describe, expect, it } from '@jest/globals';
import { asAt, asRead, askingOf, held, nameOf, thingAsRead, where } from '../contract/as-read.js';
import { projectPages } from './project-pages.js';

describe('The page of projects', () => {
  it('keeps its filters, and says where none is like that', async () => {
    const asking = askingOf({}, { portfolio: [{ id: 'adults', name: 'Adults' }] });
    const filters = { status: 'open', portfolio: 'adults' };
    const page = asRead(
      'things',
      await projectPages.list({ where, asAt, rows: [], filters, nameOf, asking }),
    );
    expect(page.heading).toBe('Projects');
    expect(page.fields).toEqual({ Status: 'Open', Stage: 'Any', Portfolio: 'Adults' });
    expect(page.paragraphs).toEqual(['No project is like that.']);
  });
});

describe('The page of a project', () => {
  const dated = (on: string, provenance = 'minuted') => ({
    on,
    precision: 'day',
    made: held(on, provenance),
  });
  const part = {
    kind: 'project',
    id: 'homes',
    name: 'Homes',
    summary: 'Fewer, better homes',
    portfolio: 'adults',
    review: 'care',
    stage: 'in-delivery',
    stageSince: held('2014-05-06'),
    status: 'closed',
    memberSince: held('2014-04-03'),
    chartered: held('2014-03-02', 'minuted', 'charter'),
    closed: { ...held('2016-01-02'), outcome: 'stopped', reason: 'The market changed' },
    reopened: { ...held('2015-08-09'), reason: 'A second bid' },
    source: 'Paper 9',
    milestones: [
      {
        id: 'm1',
        title: 'Go live',
        planned: dated('2015-01-02'),
        forecast: { ...dated('2015-03-04', 'illustrative'), reason: 'A late permit' },
        forecasts: 3,
        actual: held('2015-05-06', 'reconstructed'),
      },
      { id: 'm2', title: 'Close down', planned: dated('2016-07-08'), forecasts: 0 },
    ],
    budgets: [{ year: '2014/15', gross: 20_00, net: 10_00, set: held('2014-03-03'), source: 'Book' }],
  };
  const read = async () => {
    const asking = askingOf({ ratings: { ratings: [] }, savings: { savings: [] } });
    const facts = { where, asAt, part, body: {}, entries: [], nameOf, asking };
    return thingAsRead(await projectPages.one(facts));
  };

  it('tells each fact under its name', async () => {
    expect((await read()).facts).toEqual([
      ['Status', 'Closed'],
      ['Stage', 'In delivery, since 6 May 2014'],
      ['Closed', 'Stopped, 2 January 2016 | The market changed'],
      ['Never reached', 'Close down: the project closed without it'],
      ['Opened again', '9 August 2015: A second bid'],
      ['Portfolio', 'The portfolio adults'],
      ['In it since', '3 April 2014'],
      ['From review', 'The review care'],
      ['Summary', 'Fewer, better homes'],
      ['Chartered', '2 March 2014 | The decision charter | Its decision is not on the record by then'],
      ['Source', 'Paper 9'],
    ]);
  });

  it('shows each milestone as planned, as forecast with the reason, and as reached, and its budget', async () => {
    const page = await read();
    expect(page.tables).toEqual({
      'Milestones and their dates': [
        {
          Milestone: 'Go live',
          Planned: '2 January 2015',
          Forecast: '4 March 2015 (illustrative)',
          Why: 'A late permit',
          'Times forecast': '3',
          Reached: '6 May 2015',
        },
        {
          Milestone: 'Close down',
          Planned: '8 July 2016',
          Forecast: '',
          Why: '',
          'Times forecast': '0',
          Reached: '*Never: the project closed 2 January 2016*',
        },
      ],
      Budgets: [
        {
          Year: '2014/15',
          'Price base': 'Not stated',
          Gross: '£20',
          Net: '£10',
          'Not stated': '',
          Set: '3 March 2014',
          Source: 'Book',
        },
      ],
    });
  });
});
