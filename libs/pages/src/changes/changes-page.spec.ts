import { describe, expect, it } from '@jest/globals';
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
});
