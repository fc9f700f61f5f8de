import { afterAll, describe, expect, it } from '@jest/globals';
import { civilDate, type Instant } from '#calendar';
import type { PhasePart } from '#programme';
import { readPage, readPart, SmallBook } from '#testing';
import { names } from './contract/as-read.js';
import { afterwardsOf, dateBar, dateForm, laterOf, type DateBarFacts } from './date-bar.js';
import { frameOf } from './frame.js';
import { render } from './templates.js';

const today = civilDate('2026-11-24');
const phase = (name: string, said: object) => ({ kind: 'phase', id: name, name, ...said }) as PhasePart;
const none = { count: 0, first: [] };
const facts: DateBarFacts = {
  where: { programme: 'county' },
  path: 'reviews',
  kept: { stage: 'proposed' },
  today,
  moment: { asAt: today, knownAt: undefined, recordedBy: Infinity, seq: 9, position: '9' },
  phases: [
    phase('Phase 1', { plannedEnd: { on: '2014-04-01' }, closed: { on: '2014-05-02' } }),
    phase('Phase 2', { plannedEnd: { on: '2015-04-30' } }),
    phase('Phase 3', {}),
  ],
  lastMeeting: '2026-10-23',
  changedBefore: '2026-11-20',
  changedAfter: '2027-04-01',
  later: none,
  afterwards: none,
  names,
};

function html(dates: object): string {
  const serving = { demonstration: false, assets: '/assets/1', nonce: 'n' };
  const frame = frameOf('A page', serving, { where: facts.where, dates: dates as never });
  return render('not-yet', { frame, heading: 'A page', kind: 'review' });
}
const bar = (more: Partial<DateBarFacts> = {}) => readPart(html(dateBar({ ...facts, ...more })), 'Dates');
const told = (more: Partial<DateBarFacts> = {}) =>
  readPart(html(dateBar({ ...facts, ...more })), 'The date of this page');

const then = { asAt: '2014-03-31', knownAt: '2014-04-15' };
const onAPair: Partial<DateBarFacts> = {
  where: { programme: 'county', ...then },
  moment: {
    asAt: civilDate(then.asAt),
    knownAt: then.knownAt as Instant,
    recordedBy: Infinity,
    seq: 4,
    position: '4',
  },
};

/** An entry of a review as it is told beside the bar. */
const entry = (n: number) =>
  ({
    id: `e${n}`,
    type: 'ReviewProposed',
    stream: 'county/review/libraries',
    recordedAt: '2014-05-01T23:30:00.000Z',
    envelope: { effectiveOn: '2014-03-03' },
    data: {},
  }) as never;

describe('The bar of dates', () => {
  it('holds the day asked about, and leads to other days with the filters of the page kept', () => {
    const page = bar();
    expect(page.fields).toEqual({ 'As at': '24 November 2026', 'As known on': '' });
    expect(page.links).toEqual({
      Today: '/programmes/county/reviews?stage=proposed',
      'End of last month': '/programmes/county/reviews?asAt=2026-10-31&stage=proposed',
      'End of Phase 1': '/programmes/county/reviews?asAt=2014-05-02&stage=proposed',
      'Planned end of Phase 2': '/programmes/county/reviews?asAt=2015-04-30&stage=proposed',
      'Last council meeting': '/programmes/county/reviews?asAt=2026-10-23&stage=proposed',
      'As it was known that day':
        '/programmes/county/reviews?asAt=2026-11-24&knownAt=2026-11-24&stage=proposed',
      '← Changed before: 20 November 2026': '/programmes/county/reviews?asAt=2026-11-20&stage=proposed',
      'Changes next: 1 April 2027 →': '/programmes/county/reviews?asAt=2027-04-01&stage=proposed',
    });
    expect(page.items).toEqual(Object.keys(page.links).slice(0, 6));
  });

  it('keeps what was known on every way to another day, and leads to what is known now', () => {
    const { fields, links } = bar({ ...onAPair, kept: {}, lastMeeting: undefined, phases: [] });
    expect(fields).toEqual({ 'As at': '31 March 2014', 'As known on': '15 April 2014' });
    expect(links).toEqual({
      Today: '/programmes/county/reviews?knownAt=2014-04-15',
      'End of last month': '/programmes/county/reviews?asAt=2026-10-31&knownAt=2014-04-15',
      'As it is known now': '/programmes/county/reviews?asAt=2014-03-31',
      '← Changed before: 20 November 2026': '/programmes/county/reviews?asAt=2026-11-20&knownAt=2014-04-15',
      'Changes next: 1 April 2027 →': '/programmes/county/reviews?asAt=2027-04-01&knownAt=2014-04-15',
    });
  });

  it('leads to no day of change where nothing changed', () => {
    const page = html(dateBar({ ...facts, changedBefore: undefined, changedAfter: undefined }));
    expect(() => readPart(page, 'Days on which something changed')).toThrow();
  });

  it('says nothing of the date of a page that is of today, as known now', () => {
    const page = html(dateBar({ ...facts, afterwards: { count: 1, first: [entry(1)] } }));
    expect(() => readPart(page, 'The date of this page')).toThrow();
  });

  it('says the pair of dates of any other, and leads back to now', () => {
    const page = told(onAPair);
    expect(page.paragraphs).toEqual(['As at 31 March 2014, as known on 15 April 2014 Go to now']);
    expect(page.links).toEqual({ 'Go to now': '/programmes/county/reviews?stage=proposed' });
    expect(page.openings).toEqual([]);
    const yesterday = { ...facts.moment, asAt: civilDate('2026-11-23') };
    expect(told({ moment: yesterday }).paragraphs).toEqual([
      'As at 23 November 2026, as known now Go to now',
    ]);
  });

  const line = {
    'Recorded on': '2 May 2014',
    Entry: 'Review proposed',
    About: 'Review: The review libraries',
    'Holds from': '3 March 2014',
  };

  it('opens to the later entries that change the date, which lead to where they are known', () => {
    const page = told({ ...onAPair, later: { count: 61, first: [entry(1), entry(2)] } });
    expect(page.openings).toEqual(['61 later entries change this date']);
    expect(page.tables).toEqual({ '61 later entries change this date': [line, line] });
    expect(page.paragraphs[1]).toBe('The first 2 of 61 are shown. See everything that was recorded');
    expect(page.links).toEqual({
      'Go to now': '/programmes/county/reviews?stage=proposed',
      'Review: The review libraries': '/programmes/county/reviews/libraries?asAt=2014-03-31',
      'See everything that was recorded': '/programmes/county/history',
    });
  });

  it('opens to the entries in the answer that were recorded after the day', () => {
    const moment = { ...facts.moment, asAt: civilDate('2014-03-31') };
    const where = { programme: 'county', asAt: '2014-03-31' };
    const page = told({ where, moment, afterwards: { count: 1, first: [entry(1)] } });
    expect(page.openings).toEqual(['1 entry here was recorded after this date']);
    expect(page.tables).toEqual({ '1 entry here was recorded after this date': [line] });
    expect(page.paragraphs[1]).toBe('See everything that was recorded');
  });

  it('holds dates that cannot be read as they were typed, each with what is wrong beside it', () => {
    const dates = dateForm(facts, { asAt: '31 June', knownAt: 'soon' }, [
      { field: 'asAt', problem: 'As at is no date' },
      { field: 'stage', problem: 'Stage is none' },
    ]);
    const page = readPart(html({ ...dates, choices: [] }), 'Dates');
    expect(page.fields).toEqual({ 'As at': '31 June', 'As known on': 'soon' });
    expect(page.paragraphs).toEqual(['Error: As at is no date']);
    expect(page.items).toEqual([]);
  });

  it('keeps the filters of the page, and no dates, when it asks the page again', () => {
    const { action, kept } = dateForm({ ...facts, ...onAPair }, { asAt: '', knownAt: '' });
    expect([action, kept]).toEqual(['/programmes/county/reviews', [{ name: 'stage', value: 'proposed' }]]);
  });
});

describe('The entries beside a date', () => {
  const book = new SmallBook();
  afterAll(() => book.close());

  it('are those not known by then that change the day, or, by all that is known, those recorded after it, of the streams that the page reads', async () => {
    const propose = (review: string) => ({ type: 'propose-review', review, name: review });
    await book.say('2013-09-19', { type: 'start-programme', name: 'Transformation' });
    // Recorded from 20 December 2013 on.
    const first = await book.say('2013-12-02', propose('legal'));
    book.wait(20);
    await book.say('2013-12-03', propose('roads'));
    await book.say('2013-12-31', { type: 'register-unit', unit: 'books', name: 'Books' });
    await book.say('2014-01-01', propose('ict'));
    const beside = async (day: string, knownAt?: Instant, streams = ['county/review']) => {
      const { reader, moment } = await book.as(day, knownAt);
      const later = laterOf(reader, 'county', streams, moment);
      const after = afterwardsOf(reader, 'county', streams, moment);
      return [later, after].map(({ count, first: shown }) => [count, ...shown.map(({ stream }) => stream)]);
    };
    expect(await beside('2013-12-31', first.recordedAt)).toEqual([[1, 'county/review/roads'], [0]]);
    expect(await beside('2013-12-31')).toEqual([[0], [1, 'county/review/roads']]);
    expect(await beside('2013-12-19')).toEqual([[0], [2, 'county/review/legal', 'county/review/roads']]);
    expect(await beside('2013-12-02')).toEqual([[0], [1, 'county/review/legal']]);
    expect(await beside('2013-12-02', first.recordedAt)).toEqual([[0], [0]]);
    expect(await beside('2014-01-01', first.recordedAt)).toEqual([
      [2, 'county/review/roads', 'county/review/ict'],
      [0],
    ]);
    expect(await beside('2014-01-01', undefined, ['county/review/road', 'county/structure'])).toEqual([
      [0],
      [1, 'county/structure'],
    ]);
  });
});

it('stands around the content of a page and not in it', () => {
  expect(readPage(html(dateBar(facts))).fields).toEqual({});
});
