import { describe, expect, it } from '@jest/globals';
import { instant } from '#calendar';
import { frameOf, liveOn } from './frame.js';

const serving = { demonstration: false, assets: '/assets/1', nonce: 'n' };
const where = { programme: 'county', asAt: '2014-03-31' };

describe('What stands around a page', () => {
  it('leads to every part of the programme for the same dates, and to no recording for whoever may not', () => {
    const frame = frameOf('Reviews', serving, { where, section: 'reviews' });
    const on = '?asAt=2014-03-31';
    expect(frame).toEqual({
      ...serving,
      title: 'Reviews',
      home: `/programmes/county${on}`,
      mayRecord: false,
      navigation: [
        { text: 'Overview', href: `/programmes/county${on}`, active: false },
        { text: 'To do', href: `/programmes/county/needs-doing${on}`, active: false },
        { text: 'Decisions', href: `/programmes/county/decisions${on}`, active: false },
        { text: 'Authority', href: `/programmes/county/authority${on}`, active: false },
        { text: 'Registers', href: `/programmes/county/registers${on}`, active: false },
        { text: 'Reviews', href: `/programmes/county/reviews${on}`, active: true },
        { text: 'Business units', href: `/programmes/county/units${on}`, active: false },
        { text: 'Portfolios', href: `/programmes/county/portfolios${on}`, active: false },
        { text: 'Savings', href: `/programmes/county/savings${on}`, active: false },
        { text: 'What changed', href: `/programmes/county/changes${on}`, active: false },
        { text: 'Who knew what', href: `/programmes/county/compare${on}`, active: false },
        { text: 'History', href: `/programmes/county/history${on}`, active: false },
      ],
      footer: [
        { text: 'Cookies', href: '/cookies' },
        { text: 'Accessibility', href: '/accessibility' },
        { text: 'The API', href: '/api/openapi.json' },
      ],
    });
  });

  it('leads whoever may record to where that is done, which knows no dates, and to recording about the thing of the page', () => {
    const frame = frameOf('Legal', serving, {
      where,
      section: 'record',
      mayRecord: true,
      about: 'unit/legal',
    });
    expect(frame.mayRecord).toBe(true);
    expect(frame.navigation[2]).toEqual({ text: 'Record', href: '/programmes/county/record', active: true });
    expect(frame.recordAbout).toBe('/programmes/county/record?about=unit%2Flegal');
    expect(frameOf('Legal', serving, { where, mayRecord: true }).recordAbout).toBeUndefined();
    expect(frameOf('Legal', serving, { where, about: 'unit/legal' }).recordAbout).toBeUndefined();
  });

  it('is the way home alone outside a programme, with the pages of whoever is signed in beside its own', () => {
    const links = [{ text: 'Sessions', href: '/sessions' }];
    const person = { name: 'Clerk', capacity: 'programme-office', signOutAddress: '/sign-out', links };
    const frame = frameOf('Sign in', { ...serving, person }, { mayRecord: true, about: 'unit/legal' });
    expect([frame.home, frame.navigation, frame.recordAbout]).toEqual(['/', [], undefined]);
    expect(frame.footer.map(({ text }) => text)).toEqual(['Cookies', 'Accessibility', 'The API', 'Sessions']);
  });

  it('says of which streams the page may say less than is on the record, and from when on', () => {
    const held = [
      { stream: 'county/unit/legal', recordedAt: instant('2014-03-31T23:30:00.000Z') },
      { stream: 'county/review/it', recordedAt: instant('2014-12-31T09:00:00.000Z') },
    ] as never;
    expect(frameOf('Units', serving, { where, held }).incomplete).toBe(
      'This page may say less than is on the record: entries of county/unit/legal recorded from 1 April 2014, 00:30 BST on; ' +
        'county/review/it recorded from 31 December 2014, 09:00 GMT on cannot be shown until an operator has mended that.',
    );
    expect(frameOf('Units', serving, { where }).incomplete).toBeUndefined();
  });
});

describe('What a page listens to', () => {
  it('is its streams, each once, from where it was read on', () => {
    expect(liveOn({ programme: 'county' }, '7', ['county/unit', 'county/structure', 'county/unit'])).toEqual({
      events: '/programmes/county/events',
      position: '7',
      streams: 'county/unit county/structure',
    });
  });

  it('is nothing where the page is of another pair of dates, or of no position', () => {
    expect(liveOn(where, '7', [])).toBeUndefined();
    expect(liveOn({ programme: 'county', knownAt: '2014-04-15' }, '7', [])).toBeUndefined();
    expect(liveOn({ programme: 'county' }, null, [])).toBeUndefined();
  });
});
