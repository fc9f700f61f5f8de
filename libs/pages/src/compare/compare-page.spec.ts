import { describe, expect, it } from '@jest/globals';
import type { AnyPart } from '#programme';
import { asAt, asRead, names, where } from '../contract/as-read.js';
import { comparePage, compareThingPage, type ChangeShown } from './compare-page.js';

const states = { where, asAt, knownFrom: '2015-12-31', knownTo: '2026-06-30T23:30:12.000Z', names };
const from = { kinds: ['review', 'unit'], kind: undefined, things: [], quick: [] };
const entries = [{ id: 'e1' }, { id: 'e2' }] as unknown as ChangeShown['entries'];
const change = (id: string, more: Partial<ChangeShown>): ChangeShown => ({
  kind: 'review',
  id,
  existedBefore: true,
  existsAfter: true,
  fields: [],
  entries: [],
  ...more,
});

describe('The page of who knew what', () => {
  it('lists what was known otherwise, and how', () => {
    const page = asRead(
      'compare',
      comparePage(
        states,
        [
          change('a', { fields: [{ field: 'stage' }, { field: 'takenOn' }], entries }),
          change('b', { existedBefore: false }),
          change('c', { existsAfter: false }),
        ],
        from,
      ),
    );
    expect(page.paragraphs[0]).toBe(
      '1 April 2016, as it was known on 31 December 2015 and on 1 July 2026, 00:30:12 BST: 3 things were known otherwise.',
    );
    const line = (what: string, how: string, behind: string) => ({
      What: what,
      Kind: 'Review',
      How: how,
      'Entries behind it': behind,
    });
    expect(page.tables).toEqual({
      'What was known otherwise': [
        line('The review a', 'Otherwise: stage, taken on', '2 entries'),
        line('The review b', 'Not known on the first date', '0 entries'),
        line('The review c', 'No longer believed on the second', '0 entries'),
      ],
    });
    expect(page.fields).toMatchObject({
      'Known on': '31 December 2015',
      'And known on': '1 July 2026, 00:30:12 BST',
    });
  });

  it('sets one thing side by side, as it was known first on the left, and marks what differs', () => {
    const part = (more: object) =>
      ({ kind: 'review', id: 'a', name: 'Libraries', ...more }) as unknown as AnyPart;
    const page = asRead(
      'compare',
      compareThingPage(
        states,
        { kind: 'review', id: 'a' },
        part({ stage: 'proposed' }),
        part({ stage: 'implementing', source: 'Minutes' }),
        [],
        from,
      ),
    );
    const [first, second] = [
      'As known on 31 December 2015',
      'As known on 1 July 2026, 00:30:12 BST',
    ] as const;
    expect(page.paragraphs[0]).toBe(
      'As at 1 April 2016. 2 lines differ between what was known on 31 December 2015 and on 1 July 2026, 00:30:12 BST. What differs is marked.',
    );
    expect(page.tables['What differs']).toEqual([
      { What: 'Stage', [first]: '*Proposed*', [second]: '*Implementing*' },
      { What: 'Source', [first]: '*Nothing*', [second]: '*Minutes*' },
    ]);
    expect(page.tables['What is the same']).toContainEqual({
      What: 'Name',
      [first]: 'Libraries',
      [second]: 'Libraries',
    });
  });

  it('leads from each thing to what was known of it, and to the entries behind it', () => {
    const page = asRead('compare', comparePage(states, [change('a', { entries })], from));
    const dates = 'knownFrom=2015-12-31&knownTo=2026-06-30T23%3A30%3A12.000Z';
    expect(page.links).toMatchObject({
      'The review a': `/programmes/county/compare?${dates}&thing=review%2Fa`,
      '2 entries': '/programmes/county/history?entries=e1%2Ce2',
    });
    expect(page.paragraphs[0]).toMatch(/: 1 thing was known otherwise\.$/);
    expect(page.fields).toEqual({
      'Known on': '31 December 2015',
      'And known on': '1 July 2026, 00:30:12 BST',
      'Kind of thing': 'Everything',
    });
    expect(asRead('compare', comparePage(states, [], from)).paragraphs).toContain(
      'Both dates knew the same of this day.',
    );
  });

  it('offers the things of the kind that was chosen, and those pairs of dates that are asked for often', () => {
    const chosen = {
      ...from,
      kind: 'review',
      things: [{ id: 'a', name: 'Libraries' }],
      quick: [{ about: 'Libraries', links: [{ text: 'before and since', href: '/compare?x' }] }] as never,
    };
    const every = asRead('compare', comparePage(states, [], chosen));
    expect([every.fields['Kind of thing'], every.fields['Which review']]).toEqual(['Review', 'Every review']);
    expect(every.items).toEqual(['Libraries: before and since (Libraries)']);
    expect(every.links['Clear filters']).toBeUndefined();
    const one = asRead(
      'compare',
      compareThingPage(states, { kind: 'review', id: 'a' }, undefined, undefined, [], chosen),
    );
    expect([one.fields['Kind of thing'], one.fields['Which review']]).toEqual(['Review', 'Libraries']);
  });

  it('says of one thing where it was not there, where nothing differs, and where its own page is', () => {
    const read = (before?: object, after?: object, id = 'a') =>
      asRead(
        'compare',
        compareThingPage(states, { kind: 'review', id }, before as AnyPart, after as AnyPart, [], from),
      );
    const absent = read();
    expect(absent.heading).toBe('Who knew what: The review a');
    expect(absent.paragraphs.slice(0, 2)).toEqual([
      'As at 1 April 2016. It was not there on this day, as far as either date knew.',
      'It was not there on this day, as far as either date knew.',
    ]);
    expect(absent.links).toMatchObject({
      'The review a': '/programmes/county/reviews/a',
      'Everything that was known differently':
        '/programmes/county/compare?knownFrom=2015-12-31&knownTo=2026-06-30T23%3A30%3A12.000Z',
    });
    const part = { kind: 'review', id: 'a', name: 'Libraries' };
    const same = read(part, part);
    expect(same.paragraphs[0]).toMatch(/^As at 1 April 2016\. 0 lines differ between /);
    expect(same.paragraphs).toContain('Both dates knew the same of it.');
    expect(same.openings).toEqual(['What is the same on both dates']);
    expect(read(part).paragraphs[0]).toMatch(/^As at 1 April 2016\. 1 line differs between /);
  });
});
