import { describe, expect, it } from '@jest/globals';
import { filterForm } from './filter-form.js';

const fields = [
  { name: 'stage', label: 'Stage', options: ['option-chosen', { value: 'own', text: 'Of their own' }] },
  { name: 'maker', label: 'Taken by', options: [], any: 'Anybody' },
  { name: 'search', label: 'Words in it' },
];

describe('A form of filters', () => {
  it('asks the same page again for the same dates, holds what was given, and leads to the page without it', () => {
    const where = { programme: 'county', asAt: '2014-03-31', knownAt: '2014-04-15' };
    const any = { value: '', text: 'Any' };
    expect(filterForm(where, 'reviews', fields, { stage: 'option-chosen', search: 'law' })).toEqual({
      action: '/programmes/county/reviews',
      kept: [
        { name: 'asAt', value: '2014-03-31' },
        { name: 'knownAt', value: '2014-04-15' },
      ],
      fields: [
        {
          ...{ name: 'stage', label: 'Stage', value: 'option-chosen' },
          options: [
            any,
            { value: 'option-chosen', text: 'Option chosen' },
            { value: 'own', text: 'Of their own' },
          ],
        },
        { name: 'maker', label: 'Taken by', value: '', options: [{ value: '', text: 'Anybody' }] },
        { name: 'search', label: 'Words in it', value: 'law' },
      ],
      clear: '/programmes/county/reviews?asAt=2014-03-31&knownAt=2014-04-15',
    });
  });

  it('keeps no date that the address does not say, and has nothing to clear where nothing was given', () => {
    expect(filterForm({ programme: 'county' }, 'reviews', [], {})).toEqual({
      action: '/programmes/county/reviews',
      kept: [],
      fields: [],
    });
    expect(filterForm({ programme: 'county', asAt: '2014-03-31' }, 'reviews', [], {}).kept).toEqual([
      { name: 'asAt', value: '2014-03-31' },
    ]);
  });
});
