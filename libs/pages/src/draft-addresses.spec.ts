import { describe, expect, it } from '@jest/globals';
import { atField, draftAddress } from './draft-addresses.js';

const page = draftAddress({ programme: 'county', id: 'd1' }, 'what');

describe('The place of a field on a page of a draft', () => {
  it('is the page and the field', () => {
    expect(atField(page, 'into.1.unit')).toBe('/programmes/county/record/drafts/d1/what#into.1.unit');
  });

  it.each([
    ['a text that no field is called', '“into”'],
    ['nothing', ''],
    ['what is longer than any name', 'a'.repeat(201)],
    ['twenty thousand quotes', '"'.repeat(20_000)],
  ])('is the page alone for %s', (_, sent) => {
    expect(atField(page, sent)).toBe(page);
  });
});
