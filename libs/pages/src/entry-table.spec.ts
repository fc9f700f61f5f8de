import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '#event-store';
import { names as all, where } from './contract/as-read.js';
import { aboutEntry, entryTable } from './entry-table.js';
import type { Names } from './names.js';

const names: Names = { of: (kinds, id) => (id === 'gone' ? undefined : all.of(kinds, id)) };
const entry = (stream: string, data: object = {}) =>
  ({
    ...{ id: 'e1', type: 'UnitClosed', stream, data, recordedAt: '2014-06-30T23:30:00.000Z' },
    envelope: { effectiveOn: '2014-05-15' },
  }) as unknown as StoredEvent;

describe('What an entry is about', () => {
  it.each([
    ['county/structure', { unit: 'legal' }, 'Unit: The unit legal', '/programmes/county/units/legal'],
    ['county/structure', { successor: 'law' }, 'Unit: The unit law', '/programmes/county/units/law'],
    ['county/structure', { units: ['a', 'b'] }, 'Structure', '/programmes/county/units'],
    ['county/authority', {}, 'Authority', '/programmes/county/authority'],
    ['county/programme', {}, 'Programme', '/programmes/county'],
    [
      'county/service/legal',
      { unit: 'law' },
      'Service: The service legal',
      '/programmes/county/services/legal',
    ],
    ['county/scale/rag', {}, 'Scale: The scale rag', '/programmes/county/history/rag'],
    ['county/review/gone', {}, 'A review that is not on the record', '/programmes/county/reviews/gone'],
  ])('%s %j', (stream, data, text, href) => {
    expect(aboutEntry(entry(stream, data), where, names)).toEqual({ text, href });
  });

  it('stands in a table beside the day in London on which it was recorded and the day from which it holds', () => {
    const { head, rows } = entryTable('Later entries', [entry('county/review/it')], where, names);
    expect(head).toEqual(['Recorded on', 'Entry', 'About', 'Holds from']);
    expect(rows).toEqual([
      [
        '1 July 2014',
        'Unit closed',
        { text: 'Review: The review it', href: '/programmes/county/reviews/it' },
        '15 May 2014',
      ],
    ]);
  });
});
