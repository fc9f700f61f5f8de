import { describe, expect, it } from '@jest/globals';
import { asRead } from './contract/as-read.js';
import { asksForAPage, problemPage } from './problem-page.js';

const read = (detail: string, more: object = {}) =>
  asRead(
    'problem',
    problemPage({
      type: 'urn:wrong',
      title: 'It cannot be read',
      status: 400,
      detail,
      ...more,
    }),
  );
const wrong = (...problems: string[]) => ({
  errors: problems.map((problem) => ({ field: 'asAt', problem })),
});

describe('The page of a problem', () => {
  it('says what is wrong, and leads home', () => {
    const page = read('The day is none.');
    expect([page.heading, page.paragraphs]).toEqual([
      'It cannot be read',
      ['The day is none.', 'Go to the overview'],
    ]);
    expect(page.links).toEqual({ 'Go to the overview': '/' });
  });

  it('says each of several wrong fields in a line, once, and how many more there are', () => {
    const two = wrong('The day is none', 'The stage is none');
    expect(read('The day is none; The stage is none; and 3 more', two).paragraphs.slice(0, -1)).toEqual([
      'The day is none',
      'The stage is none',
      'and 3 more',
    ]);
    expect(read('The day is none; The stage is none', two).paragraphs).toHaveLength(3);
    expect(read('Two fields are wrong', two).paragraphs.slice(0, -1)).toEqual([
      'Two fields are wrong',
      'The day is none',
      'The stage is none',
    ]);
  });

  it('says of an address that leads nowhere what may be wrong with it', () => {
    const page = read('No review has the id it', { type: 'urn:minutebook:not-found' });
    expect([page.heading, page.paragraphs[0]]).toEqual([
      'There is no such page',
      'If you typed the address, check that it is right. If you followed a link, the thing may have moved.',
    ]);
  });

  it('is for whoever opens a page, and for no program', () => {
    expect(['text/html,application/xml', 'application/json', undefined].map(asksForAPage)).toEqual([
      ...[true, false, false],
    ]);
  });
});
