import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { OutcomeRow } from '#read-model';
import { asAt, asRead, askingOf, nameOf, where } from '../contract/as-read.js';
import { outcomesPage } from './outcomes-page.js';

const owed: OutcomeRow = {
  ...{ review: 'schools', name: 'Schools', phase: 'phase-1', outcome: 'scoping-brief', state: 'no-day' },
  ...{ due: null, duePrecision: null, moved: 0, thereOn: null, therePrecision: null, decision: null },
  ...{ inTime: null, daysOverdue: 0, provenance: null, illustrative: false },
};
const due = { due: civilDate('2013-10-31'), duePrecision: 'month' } as const;
const there = { state: 'there', thereOn: civilDate('2013-11-04'), therePrecision: 'day' } as const;
const rows: readonly OutcomeRow[] = [
  { ...owed, ...due, state: 'overdue', daysOverdue: 5 },
  { ...owed, outcome: 'options' },
  { ...owed, ...due, ...there, review: 'legal', name: 'Legal Services', inTime: 'no', provenance: 'minuted' },
  { ...owed, ...due, review: 'legal', name: 'Legal Services', outcome: 'options', state: 'owed' },
  { ...owed, ...due, ...there, review: 'trade', name: 'Trade', inTime: 'yes', provenance: 'illustrative' },
  { ...owed, ...due, ...there, review: 'trade', name: 'Trade', outcome: 'options', inTime: 'not-known' },
  { ...owed, review: 'waste', name: 'Waste', state: 'withdrawn' },
];
const phases = [{ id: 'phase-1', name: 'Phase 1' }];
const read = async (filters: Readonly<Record<string, string>>, shown = rows) => {
  const asking = askingOf({}, { phase: phases });
  return asRead('things', await outcomesPage.list({ where, asAt, rows: shown, filters, nameOf, asking }));
};

describe('The page of what the reviews owe', () => {
  it('has a review a row, and under each thing owed since when it is there, or by when it is due', async () => {
    const page = await read({});
    const options = 'Options, with who might provide them';
    expect(page.heading).toBe('What the reviews owe');
    expect(page.paragraphs).toContain(
      'Of 7 things owed, 3 are on the record, and 1 is not, though the day has passed.',
    );
    expect(page.tables['What each review owes']).toEqual([
      {
        ...{ Review: 'Legal Services', 'Scoping brief': '4 November 2013 [late]' },
        [options]: 'Due by October 2013',
      },
      { Review: 'Schools', 'Scoping brief': 'Due by October 2013 [overdue]', [options]: 'Not there' },
      {
        ...{ Review: 'Trade', 'Scoping brief': '4 November 2013 (illustrative)' },
        [options]: '4 November 2013 [not known to be in time]',
      },
      { Review: 'Waste', 'Scoping brief': 'Withdrawn', [options]: '' },
    ]);
    expect(page.links['Schools']).toBe('/programmes/county/reviews/schools');
  });

  it('keeps its filters, and says where nothing is like that', async () => {
    const page = await read({ state: 'overdue', outcome: 'authorisation', phase: 'phase-1' }, []);
    expect(page.fields).toEqual({
      ...{ Phase: 'Phase 1', 'What is owed': 'Authorisation to proceed to a full business case' },
      Standing: 'Overdue',
    });
    expect(page.paragraphs).toContain('Nothing owed is like that.');
  });
});
