import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { asked, closed, happened, opened, opening } from './adults-portfolio.story.js';
import { portfolioStream, type PortfolioEvent } from './index.js';

const key = 'portfolio/adults';
const minuted = (on: string) => ({ on, precision: 'day', provenance: 'minuted' });
const portfolioAfter = (entries: readonly PortfolioEvent[], day?: string) =>
  given(portfolioStream, entries)
    .asAt(day === undefined ? undefined : civilDate(day))
    .get(key);

describe('A change portfolio', () => {
  it('is nothing before the day it was opened, and open with its name and sponsor from then on', () => {
    expect(portfolioAfter(opened, '2013-09-18')).toBeUndefined();
    expect(portfolioAfter(opened, '2013-09-19')).toEqual({
      kind: 'portfolio',
      id: 'adults',
      name: 'Adults Transformation',
      sponsor: 'Corporate Director, Social Care',
      sponsorLog: [{ sponsor: 'Corporate Director, Social Care', ...minuted('2013-09-19') }],
      status: 'open',
      opened: minuted('2013-09-19'),
      statusLog: [{ how: 'opened', ...minuted('2013-09-19') }],
    });
  });

  it('keeps its source and its decision, and needs no sponsor', () => {
    const said = { name: '0-25', decision: 'council-2013-09-19', source: 'Minutes' };
    const after = given(portfolioStream, [])
      .when(asked('2013-09-19', { type: 'open-portfolio', ...said }))
      .thenRecords([happened('2013-09-19', { type: 'PortfolioOpened', ...said })]);
    expect(after.asAt().get(key)).toEqual({
      kind: 'portfolio',
      id: 'adults',
      name: '0-25',
      sponsorLog: [],
      status: 'open',
      opened: { ...minuted('2013-09-19'), decision: 'council-2013-09-19' },
      statusLog: [{ how: 'opened', ...minuted('2013-09-19'), decision: 'council-2013-09-19' }],
      source: 'Minutes',
    });
  });

  it('has on any day the name and the sponsor it had on that day', () => {
    const entries = [
      ...opened,
      happened('2014-04-01', { type: 'PortfolioRenamed', name: 'Adults and Health' }),
      happened('2015-07-01', { type: 'PortfolioSponsorNamed', sponsor: 'Leader' }),
    ];
    const on = (day: string) => {
      const { name, sponsor } = portfolioAfter(entries, day) ?? {};
      return { name, sponsor };
    };
    const sponsor = 'Corporate Director, Social Care';
    expect(on('2014-03-31')).toEqual({ name: 'Adults Transformation', sponsor });
    expect(on('2014-04-01')).toEqual({ name: 'Adults and Health', sponsor });
    expect(on('2015-07-01')).toEqual({ name: 'Adults and Health', sponsor: 'Leader' });
  });

  it('keeps every sponsor it had, and since when; one who is named again is no new one', () => {
    const named = (day: string, sponsor: string, more: object = {}) =>
      happened(day, { type: 'PortfolioSponsorNamed', sponsor, ...more });
    const entries = [
      ...opened,
      named('2014-04-01', 'Corporate Director, Social Care'),
      named('2015-07-01', 'Leader', { decision: 'leader-2015' }),
      named('2016-01-01', 'Corporate Director, Social Care'),
    ];
    const first = { sponsor: 'Corporate Director, Social Care', ...minuted('2013-09-19') };
    const second = { sponsor: 'Leader', ...minuted('2015-07-01'), decision: 'leader-2015' };
    expect(portfolioAfter(entries, '2015-06-30')?.sponsorLog).toEqual([first]);
    expect(portfolioAfter(entries)?.sponsorLog).toEqual([
      first,
      second,
      { sponsor: 'Corporate Director, Social Care', ...minuted('2016-01-01') },
    ]);
    const bare = happened('2013-09-19', { type: 'PortfolioOpened', name: 'Adults' });
    expect(portfolioAfter([bare, named('2014-04-01', 'Leader')])?.sponsorLog).toEqual([
      { sponsor: 'Leader', ...minuted('2014-04-01') },
    ]);
    given(portfolioStream, opened)
      .when(
        asked('2014-04-01', { type: 'name-portfolio-sponsor', sponsor: 'Corporate Director, Social Care' }),
      )
      .thenNothing();
  });

  it('says when and why it was closed, and no longer once it is reopened', () => {
    const reopened = happened('2016-06-01', { type: 'PortfolioReopened', reason: 'A project follows' });
    const log = [
      { how: 'opened', ...minuted('2013-09-19') },
      { how: 'closed', ...minuted('2016-03-31'), reason: 'Its projects are closed' },
      { how: 'reopened', ...minuted('2016-06-01'), reason: 'A project follows' },
    ];
    expect(portfolioAfter(closed, '2016-03-30')).toEqual(portfolioAfter(opened));
    expect(portfolioAfter(closed)).toEqual({
      ...portfolioAfter(opened),
      status: 'closed',
      closed: { ...minuted('2016-03-31'), reason: 'Its projects are closed' },
      statusLog: log.slice(0, 2),
    });
    expect(portfolioAfter([...closed, reopened])).toEqual({
      ...portfolioAfter(opened),
      reopened: { ...minuted('2016-06-01'), reason: 'A project follows' },
      statusLog: log,
    });
  });

  it('may be closed without a reason, and closed again after it was reopened', () => {
    const reopened = happened('2016-06-01', { type: 'PortfolioReopened', reason: 'A project follows' });
    const after = given(portfolioStream, [...closed, reopened])
      .when(asked('2017-03-31', { type: 'close-portfolio' }))
      .thenRecords([happened('2017-03-31', { type: 'PortfolioClosed' })]);
    expect(
      after
        .asAt()
        .get(key)
        ?.statusLog.map(({ how, on, reason }) => [how, on, reason]),
    ).toEqual([
      ['opened', '2013-09-19', undefined],
      ['closed', '2016-03-31', 'Its projects are closed'],
      ['reopened', '2016-06-01', 'A project follows'],
      ['closed', '2017-03-31', undefined],
    ]);
  });

  it('is not opened again by another decision: the opening is struck to correct it', () => {
    given(portfolioStream, opened)
      .when({ ...opening.command, decision: 'cabinet-2013-10-14' })
      .thenRefused('portfolio-already-opened');
  });

  it('reads nothing elsewhere: which projects are in it is a fact of each project', () => {
    expect(portfolioStream.reads(opening.command)).toEqual([]);
    expect(portfolioStream.touches(opening.event)).toEqual([key]);
  });

  it('is written with its members in one order, whatever happened first', () => {
    const sponsored = happened('2014-04-01', { type: 'PortfolioSponsorNamed', sponsor: 'Leader' });
    const renamed = happened('2014-04-01', { type: 'PortfolioRenamed', name: 'Adults and Health' });
    const bare = happened('2013-09-19', { type: 'PortfolioOpened', name: 'Adults' });
    expect(JSON.stringify(portfolioAfter([bare, renamed, sponsored]))).toBe(
      JSON.stringify(portfolioAfter([bare, sponsored, renamed])),
    );
  });
});
