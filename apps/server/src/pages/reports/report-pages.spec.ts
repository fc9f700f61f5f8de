import { describe, expect, it } from '@jest/globals';
import type { Row } from '#read-model';
import { asAt, asRead, askingOf, nameOf, where } from '../contract/as-read.js';
import { reportPages } from './report-pages.js';

const rows: readonly Row[] = [
  {
    id: 'r1',
    title: 'Position at the year end',
    view: 'unit-count',
    asAt: '2014-03-31',
    issuedOn: '2014-05-01',
    issuedTo: 'Cabinet',
  },
  { id: 'r2', title: 'Savings', view: 'savings', asAt: '2015-03-31', issuedOn: '2015-06-02', issuedTo: null },
];

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
  });
});
