import { describe, expect, it } from '@jest/globals';
import { dataAddress, pageAddress, thingAddress } from './addresses-of-pages.js';
import { opensTo } from './opens-to.js';

const where = { programme: 'county hall', asAt: '2014-03-31', knownAt: '2014-04-15' };
const dates = 'asAt=2014-03-31&knownAt=2014-04-15';

describe('The address of a page', () => {
  it('keeps the pair of dates unless another is asked for, and leaves out what is not said', () => {
    expect(pageAddress({ programme: 'county' })).toBe('/programmes/county');
    expect(pageAddress(where, 'reviews')).toBe(`/programmes/county%20hall/reviews?${dates}`);
    expect(pageAddress(where, 'reviews', { asAt: '2015-01-01', knownAt: undefined, stage: '' })).toBe(
      '/programmes/county%20hall/reviews?asAt=2015-01-01',
    );
    expect(dataAddress(where, 'reviews/it', { a: 'b c' })).toBe(
      `/api/programmes/county%20hall/reviews/it?${dates}&a=b+c`,
    );
    expect(dataAddress({ programme: 'county' }, 'savings', { format: 'csv' })).toBe(
      '/api/programmes/county/savings?format=csv&money=pounds',
    );
  });

  it.each([
    ['review', 'reviews'],
    ['unit', 'units'],
    ['decision', 'decisions'],
    ['portfolio', 'portfolios'],
    ['project', 'projects'],
    ['saving', 'savings'],
    ['service', 'services'],
    ['phase', 'phases'],
    ['tranche', 'tranches'],
    ['report', 'reports'],
    ['body', 'authority'],
    ['office', 'authority'],
    ['power', 'authority'],
    ['scale', 'history'],
  ])('of a %s is among its %s', (kind, path) => {
    expect(thingAddress({ programme: 'county' }, kind, 'a/b')).toBe(`/programmes/county/${path}/a/b`);
  });

  it('names the entries behind a figure, a hundred of them at most', () => {
    const county = { programme: 'county' };
    const ids = Array.from({ length: 101 }, (_, n) => `e${n}`);
    expect(opensTo('£1', [], county)).toEqual({ text: '£1' });
    expect(opensTo('£1', ['e1', 'e2'], county, true)).toEqual({
      text: '£1',
      href: '/programmes/county/history?entries=e1%2Ce2',
      tag: 'illustrative',
    });
    expect(opensTo('£1', ids.slice(0, 100), county)).toMatchObject({ text: '£1' });
    expect(opensTo('£1', ids, county)).toEqual({
      text: '£1 (the first 100 of 101 entries)',
      href: `/programmes/county/history?entries=${ids.slice(0, 100).join('%2C')}`,
    });
  });
});
