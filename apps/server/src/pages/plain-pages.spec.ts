import { type CookieName, Cookies } from '#signing-in';
import { describe, expect, it } from '@jest/globals';
import { readPage } from '#testing';
import { asksForAPage, frameOf, problemPage, render } from '#pages';
import { badRequest, Problem } from '#problem';

/** A page about no programme, as a reader who is not signed in meets it. */
function read(template: string, title: string, data: object = {}) {
  const serving = { demonstration: false, assets: '/assets/1', nonce: 'n' };
  return readPage(render(template, { frame: frameOf(title, serving), ...data }));
}

function problem(refused: Problem) {
  const page = problemPage(refused.getResponse());
  return read('problem', page.heading, page);
}

describe('The page of a problem', () => {
  it('says what was refused and what to do, and leads to the overview', () => {
    const { title, heading, paragraphs, links } = problem(
      new Problem(403, 'not-permitted', 'You may not do that', 'Ask <the> programme office to record it'),
    );
    expect({ title, heading, paragraphs, links }).toEqual({
      title: 'You may not do that – Minutebook',
      heading: 'You may not do that',
      paragraphs: ['Ask <the> programme office to record it', 'Go to the overview'],
      links: { 'Go to the overview': '/' },
    });
  });

  it('says what is wrong once of each field, of several each by itself, and how many more there are', () => {
    const asAt = { field: 'asAt', problem: 'asAt is no date' };
    const stage = { field: 'stage', problem: 'stage is none' };
    expect(problem(badRequest('bad-query', [asAt])).paragraphs).toEqual([
      'asAt is no date',
      'Go to the overview',
    ]);
    expect(problem(badRequest('bad-query', [asAt, stage])).paragraphs).toEqual([
      'asAt is no date',
      'stage is none',
      'Go to the overview',
    ]);
    const many = problem(badRequest('bad-query', [asAt, ...Array.from({ length: 101 }, () => stage)]));
    expect(many.paragraphs).toHaveLength(102);
    expect(many.paragraphs.slice(-3)).toEqual(['stage is none', 'and 2 more', 'Go to the overview']);
  });

  it('says of an address that leads nowhere that there is no such page, whatever was asked for', () => {
    const { heading, paragraphs } = problem(new Problem(404, 'not-found', 'Not found', 'Cannot GET /x'));
    expect(heading).toBe('There is no such page');
    expect(paragraphs).toEqual([
      'If you typed the address, check that it is right. If you followed a link, the thing may have moved.',
      'Go to the overview',
    ]);
    const other = problem(new Problem(404, 'unit-not-found', 'No such unit', 'Name a unit on the record'));
    expect(other.heading).toBe('No such unit');
  });

  it('is for browsers that open a page, and not for programs', () => {
    const asked = ['text/html,application/xhtml+xml;q=0.9', 'application/json', '*/*', undefined];
    expect(asked.map(asksForAPage)).toEqual([true, false, false, false]);
  });
});

describe('The page about cookies', () => {
  const page = read('cookies', 'Cookies');
  /** The name under which a browser is given a cookie. */
  function given(name: CookieName, secure: boolean): string {
    let said = '';
    const reply = { header: (_: string, value: string) => (said = value) };
    new Cookies(secure).set(reply as never, name, 'value');
    return said.slice(0, said.indexOf('='));
  }

  it('names each cookie that is set, and what it is for', () => {
    const purposes: Readonly<Record<CookieName, string>> = {
      'minutebook-signing-in':
        'Set by the page that signs you in, so that nobody else can sign your browser in. It goes once you are signed in.',
      minutebook:
        'Says that you are signed in. It holds a random number and nothing about you. It goes when you sign out or close the browser, and is good for nothing once you have done nothing for a while.',
    };
    expect(page.title).toBe('Cookies – Minutebook');
    expect(page.heading).toBe('Cookies');
    expect(page.facts).toEqual(Object.entries(purposes));
    const names = Object.keys(purposes) as CookieName[];
    expect(names.map((name) => given(name, false))).toEqual(page.facts.map(([name]) => name));
    const before = /both names begin with (\S+)\.$/.exec(page.paragraphs[1] ?? '')?.[1];
    expect(names.map((name) => given(name, true))).toEqual(page.facts.map(([name]) => `${before}${name}`));
  });

  it('says that whoever reads gets none, and what else a browser keeps', () => {
    expect(page.subheadings).toEqual(['When you sign in', 'What else is kept']);
    expect(page.paragraphs).toEqual([
      'Minutebook sets no cookie while you only read. It loads nothing from any other site, and counts no visits.',
      'You cannot sign in without them, so you are not asked. Where these pages come by https, both names begin with __Host-.',
      'The dates that you choose are in the address of the page, so that a link you send shows others what you saw.',
      'Your browser keeps a copy of the style sheet and the scripts of these pages, so that the next page comes sooner. They hold nothing about you.',
    ]);
  });
});

describe('The accessibility statement', () => {
  it('says what is meant and not claimed, what is done, what is not, and whom to tell', () => {
    const page = read('accessibility', 'Accessibility statement');
    expect(page.title).toBe('Accessibility statement – Minutebook');
    expect(page.heading).toBe('Accessibility statement');
    expect(page.subheadings).toEqual([
      'What is done',
      'What is not',
      'Where something does not work for you',
    ]);
    expect(page.items).toEqual([
      'Every page works without scripts, with a keyboard alone, and at a width of 320 pixels.',
      'Every chart has a title and a description, labels its own parts, does not rely on colour, and stands beside the same figures as a table.',
      'Each change of the pages is checked by axe in Chromium, on every page, with entries and without.',
      'The pages have not been tried with people who use screen readers, magnifiers or speech.',
      'On a narrow screen wide tables and charts are moved sideways by themselves. They can be reached and moved with the keyboard.',
      'The titles and texts of decisions are shown as they were recorded; they may use words that are hard to read.',
    ]);
    expect(page.paragraphs).toEqual([
      'These pages are meant to meet level AA of the Web Content Accessibility Guidelines, version 2.2. Nobody independent has audited them yet, so they do not claim that they do.',
      'Tell whoever runs this Minutebook for your council, with the address of the page. Everything on the pages can also be had as data.',
    ]);
  });
});

describe('A page that has nothing to show', () => {
  it('says so of a thing that is not there yet, of a programme that is none, and of an empty record', () => {
    expect(read('not-yet', 'Roads', { heading: 'Roads is not there', kind: 'review' }).paragraphs).toEqual([
      'Something was recorded of this review, but nothing that holds on this day. Choose a later date, or see what changed above.',
    ]);
    const none = read('no-programme', 'None', { heading: 'No such programme', programme: 'surrey' });
    expect(none.heading).toBe('No such programme');
    expect(none.paragraphs).toEqual(['Nothing called surrey was on the record by then. See what is.']);
    expect(none.links).toEqual({ 'See what is': '/' });
    expect(read('no-programme', 'None', { heading: 'No programme yet' }).paragraphs).toEqual([
      'Record start-programme, or load the demonstration with minutebook demo.',
    ]);
  });

  it('shows nothing for dates that cannot be read, and leads to each field that is wrong', () => {
    const errors = [
      { text: 'As at must be a day such as 31 March 2014', href: '#asAt' },
      { text: 'No such x' },
    ];
    const page = read('choose-a-date', 'Error: choose a date', { errors });
    expect(page.title).toBe('Error: choose a date – Minutebook');
    expect(page.heading).toBe('Nothing is shown yet');
    expect(page.items).toEqual(['As at must be a day such as 31 March 2014', 'No such x']);
    expect(page.links).toEqual({ 'As at must be a day such as 31 March 2014': '#asAt' });
    expect(page.paragraphs).toEqual([
      'An answer for another date than the one you meant would be worse than none. Put right what is named above, and show the page again.',
    ]);
  });
});
