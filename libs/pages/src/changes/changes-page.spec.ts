import { describe, expect, it } from '@jest/globals';
import { readDrawing } from '#testing';
import { asRead, names, where } from '../contract/as-read.js';
import type { ChangeShown } from './change-shown.js';
import { changesPage } from './changes-page.js';

const entries = [{ id: 'e1' }, { id: 'e2' }] as unknown as ChangeShown['entries'];
const change = (kind: string, id: string, more: Partial<ChangeShown> = {}): ChangeShown => ({
  kind,
  id,
  existedBefore: true,
  existsAfter: true,
  fields: [],
  entries: [],
  ...more,
});
const changes = [
  change('review', 'libraries', {
    fields: [
      { field: 'stage', before: 'proposed', after: 'option-chosen' },
      { field: 'source', before: 'Paper 1', after: 'Paper 2' },
    ],
    entries,
  }),
  change('review', 'legal', {
    existedBefore: false,
    fields: [{ field: 'name', before: null, after: 'Legal' }],
  }),
  change('project', 'old', {
    existsAfter: false,
    fields: [{ field: 'name', before: 'Old homes', after: null }],
  }),
];
const counts = [
  { kind: 'review', before: 11, changed: 2, made: 1, ended: 3, moved: 4, after: 9 },
  { kind: 'project', before: 21, changed: 1, made: 5, ended: 6, moved: 7, after: 20 },
];
const read = (
  kind?: string,
  given: { changes: ChangeShown[]; counts: typeof counts } = { changes, counts },
) =>
  asRead(
    'changes',
    changesPage({
      where,
      from: '2014-03-31',
      to: '2014-04-01',
      kind,
      ...given,
      choices: [{ text: 'This quarter', from: '2013-12-31', to: '2014-03-31' }],
      names,
    }),
  );

describe('The page of what changed', () => {
  it('counts the things of each kind that changed, are new, ended and moved, and how many were open and are', () => {
    const page = read();
    expect(page.heading).toBe('What changed');
    expect(page.paragraphs[0]).toBe(
      'Between the end of 31 March 2014 and the end of 1 April 2014: 3 things changed.',
    );
    const line = (kind: string, ...counted: string[]) =>
      Object.fromEntries(
        ['Kind', 'Changed', 'New', 'Ended', 'Moved', 'Open on 31 March 2014', 'Open on 1 April 2014'].map(
          (head, n) => [head, [kind, ...counted][n]],
        ),
      );
    expect(page.tables['Things that changed, by kind']).toEqual([
      line('Reviews', '2', '1', '3', '4', '11', '9'),
      line('Projects', '1', '5', '6', '7', '21', '20'),
    ]);
    expect(page.links['This quarter']).toBe('/programmes/county/changes?from=2013-12-31&to=2014-03-31');
  });

  it('says openly what became of each kind: how many were open and are, how many moved, and nothing of other changes', () => {
    const kinds = ['decision', 'service', 'portfolio', 'project', 'unit', 'saving'];
    const of = (kind: string, before: number, made: number, ended: number, moved: number, after: number) => ({
      ...{ kind, changed: 50, made, ended, moved, before, after },
    });
    const page = read(undefined, {
      changes: kinds.map((kind) => change(kind, 'one')),
      counts: [
        of('unit', 80, 8, 23, 19, 65),
        of('saving', 6, 0, 0, 0, 6),
        of('project', 20, 1, 1, 0, 20),
        of('portfolio', 4, 0, 0, 2, 4),
        of('decision', 40, 3, 0, 0, 43),
        of('service', 2, 0, 0, 0, 3),
      ],
    });
    expect(page.items).toEqual([
      'This quarter',
      'Decisions: 40 became 43 (3 new)',
      'Services: 2 became 3',
      'Portfolios: 2 moved',
      'Projects: still 20 (1 new, 1 ended)',
      'Business units: 80 became 65 (8 new, 23 ended); 19 moved',
    ]);
    expect(read('project').items).toEqual([
      'This quarter',
      'Projects: 21 became 20 (5 new, 6 ended); 7 moved',
    ]);
  });

  it('tells each change in words, what was under what was and what is under what is', () => {
    const { tables } = read();
    const line = (which: string, what: string, before: string, after: string, by: string) => ({
      Which: which,
      What: what,
      'On 31 March 2014': before,
      'On 1 April 2014': after,
      By: by,
    });
    expect(tables['Reviews']).toEqual([
      line('The review libraries', 'Stage', 'Proposed', 'Option chosen', '2 entries'),
      line('Legal', 'New', 'Not there', 'There', ''),
    ]);
    expect(tables['Projects']).toEqual([line('Old homes', 'No longer there', 'There', 'Not there', '')]);
  });

  it('counts one kind alone where it is asked for', () => {
    const page = read('project');
    expect(page.paragraphs[0]).toMatch(/: 1 thing changed\.$/);
    expect(Object.keys(page.tables)).toEqual(['Things that changed, by kind', 'Projects']);
    expect(page.fields).toEqual({
      'Between the end of': '31 March 2014',
      'And the end of': '1 April 2014',
      Kind: 'Projects',
    });
  });

  it('leads to each thing on the later date, to its entries as they are known now, and to each kind and other dates', () => {
    const page = asRead(
      'changes',
      changesPage({
        where: { programme: 'county', knownAt: '2014-05-01' },
        ...{ from: '2014-03-31', to: '2014-04-01', kind: 'review', changes, counts, names },
        choices: [{ text: 'This quarter', from: '2013-12-31', to: '2014-03-31' }],
      }),
    );
    const dates = 'from=2014-03-31&to=2014-04-01';
    expect(page.links).toMatchObject({
      'The review libraries': '/programmes/county/reviews/libraries?asAt=2014-04-01&knownAt=2014-05-01',
      '2 entries': '/programmes/county/history?knownAt=2014-05-01&entries=e1%2Ce2',
      2: `/programmes/county/changes?knownAt=2014-05-01&${dates}&kind=review`,
      'This quarter':
        '/programmes/county/changes?knownAt=2014-05-01&from=2013-12-31&to=2014-03-31&kind=review',
      'Things that changed, by kind as CSV': `/api/programmes/county/changes?knownAt=2014-05-01&${dates}&format=csv&money=pounds`,
    });
    expect(page.figures['Things that changed, by kind']).toEqual([
      ...['Changed', 'New', 'Ended', 'Moved', 'Open on 31 March 2014', 'Open on 1 April 2014'],
    ]);
  });

  it('draws how many of each kind changed, with how many of them are new and ended', () => {
    const facts = { where, from: '2014-03-31', to: '2014-04-01', kind: undefined, choices: [], names };
    const [first] = changesPage({ ...facts, changes, counts }).shown;
    const svg = first && 'chart' in first ? first.chart.svg : undefined;
    expect(readDrawing(svg)).toMatchObject({
      title: 'How many things changed',
      description: 'Reviews: 2, Projects: 1',
      drawn: expect.arrayContaining([
        expect.stringMatching(/^2, 1 of them new, 3 of them ended at /),
        expect.stringMatching(/^1, 5 of them new, 6 of them ended at /),
        expect.stringMatching(/^c-part /),
      ]),
    });
  });

  it('says where nothing changed', () => {
    const page = read(undefined, { changes: [], counts: [] });
    expect(page.paragraphs[0]).toMatch(/: 0 things changed\.$/);
    expect(page.paragraphs).toContain('Nothing changed between these dates.');
    expect(page.fields['Kind']).toBe('Any');
  });

  it('shows the first sixty of a kind, and leaves what goes along with the end of a unit out', () => {
    const many = Array.from({ length: 61 }, (_, n) => change('unit', `u${n}`, { existedBefore: false }));
    expect(Object.keys(read(undefined, { changes: many, counts: [] }).tables)).toEqual([
      'Business units, the first 60 of 61: the CSV has them all',
    ]);
    const ended = change('unit', 'legal', {
      fields: [
        { field: 'ended', before: null, after: { on: '2014-04-01', precision: 'day', how: 'merged' } },
        { field: 'status', before: 'open', after: 'merged' },
        { field: 'posts', before: { count: 7 }, after: null },
        { field: 'code', before: 'L1', after: 'L2' },
      ],
    });
    const { tables } = read(undefined, { changes: [ended], counts: [] });
    expect(tables['Business units']?.map((row) => row['What'])).toEqual(['Ended', 'Code']);
  });

  it('tells of a thing whose own fields only repeat how it was recorded', () => {
    const only = change('review', 'it', {
      fields: [{ field: 'source', before: 'Paper 1', after: 'Paper 2' }],
    });
    expect(read(undefined, { changes: [only], counts: [] }).tables['Reviews']).toEqual([
      {
        ...{ Which: 'The review it', What: 'Source', By: '' },
        ...{ 'On 31 March 2014': 'Paper 1', 'On 1 April 2014': 'Paper 2' },
      },
    ]);
  });
});
