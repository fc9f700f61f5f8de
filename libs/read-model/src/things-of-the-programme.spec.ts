import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
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
    const changes = reader.changes('county', { ...moment, asAt: '2013-01-15' as never }, moment);
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
    expect(reader.kindsOf('county', '1', moment)).toEqual([]);
    expect(reader.history('county', { id: '1' }, moment, { most: 10 })).toEqual([]);
    expect(reader.kindsOf('county', 'called cabinet', moment)).toEqual([]);
    expect(reader.kindsOf('county', 'legal', moment)).toEqual(['unit']);
  });
});

describe('Before a programme starts', () => {
  it('the overview shows what is on the record for that day, as the lists do', async () => {
    const { reader, moment } = await book.as('2012-12-31');
    const view = overview(reader, 'county', moment);
    expect(view.programme).toMatchObject({ exists: false, name: null, startedOn: null });
    expect(view.units.count).toBe(reader.list('county', 'unit', moment).length);
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
