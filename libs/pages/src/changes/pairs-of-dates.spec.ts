import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { PhasePart } from '#programme';
import { beforeQuarter, pairsOfDates } from './pairs-of-dates.js';

const fact = (on: string) => ({ on: civilDate(on), precision: 'day', provenance: 'minuted' }) as const;
const phase: PhasePart = {
  kind: 'phase',
  id: 'phase-1',
  name: 'Phase 1',
  planned: fact('2013-07-18'),
  status: 'closed',
  opened: fact('2013-10-01'),
  closed: fact('2014-05-15'),
  statusLog: [],
};

describe('The dates that are often compared', () => {
  it('begin with the end of the day before the quarter of the financial year', () => {
    expect(
      ['2014-04-01', '2014-06-30', '2014-01-15', '2013-12-31'].map((day) => beforeQuarter(civilDate(day))),
    ).toEqual(['2014-03-31', '2014-03-31', '2013-12-31', '2013-09-30']);
  });

  it('are this quarter, the one before, each phase as far as it had come, and since the council last met', () => {
    expect(pairsOfDates(civilDate('2014-02-10'), [phase], '2013-12-12')).toEqual([
      { text: 'This quarter', from: '2013-12-31', to: '2014-02-10' },
      { text: 'The quarter before', from: '2013-09-30', to: '2013-12-31' },
      { text: 'Phase 1', from: '2013-09-30', to: '2014-02-10' },
      { text: 'Since the council last met', from: '2013-12-12', to: '2014-02-10' },
    ]);
  });

  it('leave out a phase that was not open yet, and a meeting on the day itself', () => {
    expect(pairsOfDates(civilDate('2013-09-01'), [phase], '2013-09-01').map(({ text }) => text)).toEqual([
      'This quarter',
      'The quarter before',
    ]);
  });
});
