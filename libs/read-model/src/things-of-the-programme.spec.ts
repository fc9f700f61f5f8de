import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { listViews } from './lists.js';
import { overview } from './overview.js';
import { restatement } from './restatement.js';

const book = new SmallBook();
afterAll(() => book.close());

let beforeTheBody: string;

beforeAll(async () => {
  await book.say('2013-01-01', { type: 'start-programme', name: 'Transformation' });
  await book.say('2010-01-01', {
    type: 'register-unit',
    unit: 'legal',
    name: 'Legal',
    code: '1',
    opening: true,
  });
  await book.say('2012-06-01', { type: 'open-portfolio', portfolio: 'adults', name: 'Adults' });
  beforeTheBody = (await book.say('2013-06-01', { type: 'recode-unit', unit: 'legal', code: '2' }))
    .recordedAt;
  await book.say('2013-05-01', {
    type: 'establish-body',
    body: 'cabinet',
    name: 'Cabinet',
    bodyKind: 'cabinet',
  });
});

describe('What changed', () => {
  it('lists things of the programme: neither a code that was taken nor a name that is used is one', async () => {
    const { reader, moment } = await book.as('2014-03-01');
    const changes = reader.log.changes('county', { ...moment, asAt: '2013-01-15' as never }, moment);
    expect(changes.map(({ kind, id }) => [kind, id])).toEqual([
      ['body', 'cabinet'],
      ['unit', 'legal'],
    ]);
  });

  it('restates no more than that by a later knowledge', async () => {
    const then = await book.as('2014-03-01', beforeTheBody as never);
    const now = await book.as('2014-03-01');
    const { facts } = restatement(now.reader, 'county', then.moment, now.moment);
    expect(facts.map(({ kind, id }) => [kind, id])).toEqual([['body', 'cabinet']]);
  });

  it('knows a code or a name by no history of its own', async () => {
    const { reader, moment } = await book.as('2014-03-01');
    expect(reader.parts.kindsOf('county', '1', moment)).toEqual([]);
    expect(reader.log.history('county', { id: '1' }, moment, { most: 10 })).toEqual([]);
    expect(reader.parts.kindsOf('county', 'called cabinet', moment)).toEqual([]);
    expect(reader.parts.kindsOf('county', 'legal', moment)).toEqual(['unit']);
  });
});

describe('Before a programme starts', () => {
  it('the overview shows what is on the record for that day, as the lists do', async () => {
    const { reader, moment } = await book.as('2012-12-31');
    const view = overview(reader, 'county', moment);
    expect(view.programme).toMatchObject({ exists: false, name: null, startedOn: null });
    expect(view.units.count).toBe(reader.parts.list('county', 'unit', moment).length);
    expect(view.units.count).toBe(1);
    expect(view.portfolios).toEqual([{ id: 'adults', name: 'Adults', projects: 0 }]);
  });

  it('nothing is shown of a day on which nothing holds', async () => {
    const { reader, moment } = await book.as('2009-12-31');
    expect(overview(reader, 'county', moment)).toMatchObject({
      units: { count: 0 },
      portfolios: [],
      phases: [],
    });
  });
});

describe('Streams whose names begin alike', () => {
  it('are counted apart: what is later in one is not later in the other', async () => {
    const alike = new SmallBook();
    await alike.say('2013-01-01', { type: 'start-programme', name: 'Transformation' });
    await alike.say('2013-02-01', { type: 'propose-review', review: 'a', name: 'A' });
    const { recordedAt } = await alike.say('2013-02-01', {
      type: 'propose-review',
      review: 'ab',
      name: 'AB',
    });
    await alike.say('2013-03-01', { type: 'agree-scoping-brief', review: 'ab' });
    await alike.say('2013-04-01', { type: 'withdraw-review', review: 'ab', reason: 'Not needed' });
    await alike.say('2013-03-02', { type: 'agree-scoping-brief', review: 'a' });
    const { reader, moment } = await alike.as('2014-01-01', recordedAt);
    const later = (stream: string) => reader.log.countLaterEntries('county', [stream], moment);
    expect([later('county/review/a'), later('county/review/ab'), later('county/review')]).toEqual([1, 2, 3]);
    const now = await alike.as('2013-02-15');
    const of = (stream: string) =>
      now.reader.log.history('county', {}, now.reader.moments.at(now.moment.asAt), {
        most: 10,
        narrowed: { of: stream },
      }).length;
    expect([of('review/a'), of('review/ab'), of('review')]).toEqual([2, 3, 5]);
    alike.close();
  });
});

describe('Lists', () => {
  it('run in true order: phases by their planned days, themes by their numbers', async () => {
    const ordered = new SmallBook();
    await ordered.say('2013-01-01', { type: 'start-programme', name: 'Transformation' });
    for (const [n, start] of [
      [10, '2016-01-01'],
      [2, '2014-04-01'],
      [1, '2013-10-01'],
    ] as const) {
      const plannedStart = { on: start, precision: 'day' };
      await ordered.say('2013-01-02', {
        type: 'plan-phase',
        phase: `phase-${n}`,
        name: `Phase ${n}`,
        plannedStart,
      });
      await ordered.say('2013-01-02', {
        type: 'adopt-theme',
        theme: `t${n}`,
        title: `Theme ${n}`,
        number: n,
      });
    }
    const { reader, moment } = await ordered.as('2014-01-01');
    const idsOf = (name: string) => {
      const view = listViews.find((one) => one.name === name);
      return view?.rows(reader, 'county', moment).map(({ id }) => id);
    };
    expect(idsOf('phases')).toEqual(['phase-1', 'phase-2', 'phase-10']);
    expect(idsOf('themes')).toEqual(['t1', 't2', 't10']);
    expect(overview(reader, 'county', moment).phases.map(({ id }) => id)).toEqual([
      'phase-1',
      'phase-2',
      'phase-10',
    ]);
    ordered.close();
  });
});
