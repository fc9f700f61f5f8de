import { describe, expect, it } from '@jest/globals';
import { asAt, asRead, askingOf, nameOf, rowsOfKind, where } from '../contract/as-read.js';
import { reviewPages } from './reviews-page.js';

const row = {
  id: 'libraries',
  name: 'Libraries',
  stage: 'option-chosen',
  stageSince: '2014-05-15',
  standing: 'active',
  preferredOptionTitle: 'A trust',
  illustrative: false,
};
const rows = rowsOfKind('review', row, {
  ...row,
  id: 'legal',
  name: 'Legal Services',
  stage: 'proposed',
  stageSince: '2013-10-07',
  standing: 'deferred',
  preferredOptionTitle: null,
  illustrative: true,
});
const read = async (filters: Readonly<Record<string, string>>, shown = rows) =>
  asRead('things', await reviewPages.list({ where, asAt, rows: shown, filters, nameOf, asking: askingOf() }));

describe('The page of reviews', () => {
  it('tells how far each has come, since when, and with which option', async () => {
    const page = await read({});
    expect(page.heading).toBe('Reviews');
    expect(page.tables).toEqual({
      Reviews: [
        {
          Review: 'Legal Services',
          Stage: 'Proposed [deferred]',
          Since: '7 October 2013 (illustrative)',
          'Preferred option': '',
        },
        { Review: 'Libraries', Stage: 'Option chosen', Since: '15 May 2014', 'Preferred option': 'A trust' },
      ],
    });
    expect(page.links).toEqual({
      Libraries: '/programmes/county/reviews/libraries',
      'Legal Services': '/programmes/county/reviews/legal',
      'Reviews as CSV': '/api/programmes/county/reviews?format=csv&money=pounds',
      'What the reviews owe': '/programmes/county/outcomes',
      'The services under review': '/programmes/county/services',
      'The phases': '/programmes/county/phases',
      'The tranches': '/programmes/county/tranches',
    });
    expect((await read({}, [])).paragraphs[0]).toBe('No review is on the record.');
  });

  it('keeps its filters, and says where none is like that', async () => {
    const page = await read({ stage: 'option-chosen', standing: 'not-withdrawn' }, []);
    expect(page.fields).toEqual({ Stage: 'Option chosen', Standing: 'Not withdrawn' });
    expect(page.paragraphs).toContain('No review is like that.');
  });
});
