import { describe, expect, it } from '@jest/globals';
import { asRead, nameOf, where } from '../contract/as-read.js';
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
const read = (kind?: string) =>
  asRead(
    'changes',
    changesPage({
      where,
      from: '2014-03-31',
      to: '2014-04-01',
      kind,
      changes,
      counts,
      choices: [{ text: 'This quarter', from: '2013-12-31', to: '2014-03-31' }],
      nameOf,
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
