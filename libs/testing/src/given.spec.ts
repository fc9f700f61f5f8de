import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { portfolioStream, type PortfolioCommand, type PortfolioEvent } from '#programme';
import { given } from './given.js';

const on = (day: string) => ({ effectiveOn: civilDate(day), provenance: 'minuted' }) as const;
const opened: PortfolioEvent = {
  type: 'PortfolioOpened',
  ...on('2013-09-19'),
  portfolio: 'adults',
  name: 'Adults',
};
const renamed: PortfolioEvent = {
  type: 'PortfolioRenamed',
  ...on('2014-04-01'),
  portfolio: 'adults',
  name: 'Adults Transformation',
};
const rename = (day: string, name: string) =>
  ({
    type: 'rename-portfolio',
    programme: 'county',
    portfolio: 'adults',
    ...on(day),
    name,
  }) as PortfolioCommand;

describe('What is given', () => {
  it('must have been possible: an entry that could not have been recorded fails the test that gives it', () => {
    expect(() => given(portfolioStream, [renamed])).toThrow(
      'Given entry 0 (PortfolioRenamed) could not have been recorded',
    );
    expect(() => given(portfolioStream, [opened, opened])).toThrow('Given entry 1 (PortfolioOpened)');
  });

  it('is folded in the order of the days, in whatever order it was recorded', () => {
    const late: PortfolioEvent = { ...renamed, ...on('2013-12-01'), name: 'Social Care' };
    const portfolio = given(portfolioStream, [opened, renamed, late]);
    const nameOn = (day: string) =>
      (portfolio.asAt(civilDate(day)).get('portfolio/adults') as { name?: string } | undefined)?.name;
    expect(['2013-09-18', '2013-09-19', '2013-12-01', '2014-04-01'].map(nameOn)).toEqual([
      undefined,
      'Adults',
      'Social Care',
      'Adults Transformation',
    ]);
  });
});

describe('What comes of it', () => {
  const portfolio = () => given(portfolioStream, [opened]);
  const event: PortfolioEvent = { ...renamed, name: 'Care' };

  it('is every event, whole and in order: one more, one less or one otherwise fails', () => {
    const accepted = () => portfolio().when(rename('2014-04-01', 'Care'));
    accepted().thenRecords([event]);
    for (const wrong of [[], [event, event], [{ ...event, name: 'Adults' }], [opened]]) {
      expect(() => accepted().thenRecords(wrong)).toThrow('expect');
    }
    expect(() => accepted().thenNothing()).toThrow('expect');
    expect(() => accepted().thenRefused('portfolio-unknown')).toThrow('expect');
  });

  it('is nothing only where nothing was to be recorded', () => {
    const repeated = () => portfolio().when(rename('2014-04-01', 'Adults'));
    repeated().thenNothing();
    expect(() => repeated().thenRecords([])).toThrow('expect');
    expect(() => repeated().thenRefused('portfolio-unknown')).toThrow('expect');
  });

  it('is refused by the rule named, and by the entry named', () => {
    const early = () => portfolio().when(rename('2013-01-01', 'Care'));
    expect(() => early().thenNothing()).toThrow('expect');
    expect(() => early().thenRefused('another-rule')).toThrow('expect');
    const struck = () => given(portfolioStream, [opened, renamed]).striking([0]);
    expect(() => struck().thenRefused('portfolio-unknown')).toThrow('expect');
    expect(() => struck().thenRefused('another-rule', { entry: 1 })).toThrow('expect');
  });

  it('is, after a strike, judged on what is left', () => {
    const after = given(portfolioStream, [opened, renamed]).striking([1]).thenRecords([]);
    expect(after.asAt().get('portfolio/adults')).toMatchObject({ name: 'Adults' });
  });
});
