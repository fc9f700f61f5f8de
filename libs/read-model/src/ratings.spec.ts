import { afterAll, describe, expect, it } from '@jest/globals';
import type { Instant } from '#calendar';
import { SmallBook } from '#testing';
import { ratings } from './index.js';

const books: SmallBook[] = [];
afterAll(() => {
  for (const book of books) book.close();
});

/** The ratings of a book as at a day, whole and in order. */
async function read(book: SmallBook, day: string, knownAt?: Instant) {
  const { reader, moment } = await book.as(day, knownAt);
  return ratings(reader, 'county', moment);
}

const rating = {
  type: 'rate-project',
  project: 'legal-company',
  measure: 'delivery-confidence',
  scale: 'confidence',
  version: 1,
  assessor: 'Head of Internal Audit',
  independence: 'independent',
  basis: 'Gate review',
  provenance: 'observed',
} as const;
const pointsOf = (...ids: string[]) => ids.map((id, at) => ({ id, label: id.toUpperCase(), order: at + 1 }));

const confidence = {
  type: 'define-rating-scale',
  scale: 'confidence',
  version: 1,
  name: 'Confidence',
  measure: 'delivery-confidence',
  points: pointsOf('green', 'amber-green', 'amber', 'amber-red', 'red'),
} as const;

/** A project, and a portfolio beside its own. */
async function chartered(): Promise<SmallBook> {
  const book = new SmallBook();
  books.push(book);
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
  await book.say('2013-09-19', { type: 'open-portfolio', portfolio: 'corporate', name: 'Corporate' });
  await book.say('2013-09-19', { type: 'open-portfolio', portfolio: 'growth', name: 'Growth' });
  await book.say('2014-07-17', {
    type: 'charter-project',
    project: 'legal-company',
    name: 'Legal company',
    portfolio: 'corporate',
  });
  return book;
}

/** A project rated amber on five points in 2015, and low on three in 2016. */
async function ratedTwice() {
  const book = await chartered();
  await book.say('2014-04-01', confidence);
  const first = await book.say('2015-09-30', { ...rating, point: 'amber' });
  await book.say('2016-04-01', {
    type: 'change-rating-scale',
    scale: 'confidence',
    version: 2,
    points: pointsOf('high', 'medium', 'low'),
    mapping: [
      { fromPoint: 'green', toPoint: 'high' },
      { fromPoint: 'amber-green', toPoint: 'high' },
      { fromPoint: 'amber', toPoint: 'medium' },
      { fromPoint: 'amber-red', toPoint: 'low' },
      { fromPoint: 'red', toPoint: 'low' },
    ],
  });
  await book.say('2016-06-01', { type: 'move-project', project: 'legal-company', toPortfolio: 'growth' });
  const second = await book.say('2016-09-30', { ...rating, version: 2, point: 'low' });
  return { book, first, second };
}

/** The rating of 2015 as a row of its own day. */
const amber = {
  project: 'legal-company',
  name: 'Legal company',
  portfolio: 'corporate',
  portfolioWhenRated: 'corporate',
  measure: 'delivery-confidence',
  ratedOn: '2015-09-30',
  ratedPrecision: 'day',
  last: true,
  scale: 'confidence',
  version: 1,
  point: 'amber',
  label: 'AMBER',
  versionInForce: 1,
  mappedPoint: 'amber',
  mappedLabel: 'AMBER',
  mapping: 'as given',
  assessor: 'Head of Internal Audit',
  independence: 'independent',
  basis: 'Gate review',
  source: null,
  provenance: 'observed',
  illustrative: false,
};

describe('The ratings of a programme', () => {
  it('are as given while the version of their scale is in force', async () => {
    const { book, first } = await ratedTwice();
    expect(await read(book, '2015-09-29')).toEqual([]);
    expect(await read(book, '2016-03-31')).toEqual([{ ...amber, id: first.id }]);
  });

  it('stay as given when the scale is changed, with what they come to on the new one beside them', async () => {
    const { book, first } = await ratedTwice();
    expect(await read(book, '2016-04-01')).toEqual([
      {
        ...{ ...amber, id: first.id },
        ...{ versionInForce: 2, mappedPoint: 'medium', mappedLabel: 'MEDIUM' },
        mapping: 'mapped from confidence version 1',
      },
    ]);
  });

  it('are told over time, under the portfolio of the day asked for, and say which it was when they were given', async () => {
    const { book, first, second } = await ratedTwice();
    expect(await read(book, '2017-01-01')).toEqual([
      {
        ...{ ...amber, id: first.id, portfolio: 'growth', last: false },
        ...{ versionInForce: 2, mappedPoint: 'medium', mappedLabel: 'MEDIUM' },
        mapping: 'mapped from confidence version 1',
      },
      {
        ...{ ...amber, id: second.id, portfolio: 'growth', portfolioWhenRated: 'growth' },
        ...{ ratedOn: '2016-09-30', version: 2, point: 'low', label: 'LOW' },
        ...{ versionInForce: 2, mappedPoint: 'low', mappedLabel: 'LOW' },
      },
    ]);
  });

  it('stand portfolio by portfolio, project by project and measure by measure', async () => {
    const { book } = await ratedTwice();
    const charter = (project: string, portfolio: string) => ({
      type: 'charter-project',
      project,
      name: project,
      portfolio,
    });
    for (const [project, portfolio] of [
      ['works', 'corporate'],
      ['arts', 'growth'],
      ['yards', 'corporate'],
    ] as const) {
      await book.say('2014-07-18', charter(project, portfolio));
      await book.say('2015-10-01', { ...rating, project, point: 'green', provenance: 'illustrative' });
    }
    await book.say('2014-04-01', {
      ...{
        type: 'define-rating-scale',
        scale: 'lights',
        version: 1,
        name: 'Lights',
        measure: 'rag',
      },
      points: pointsOf('clear', 'stopped'),
    });
    await book.say('2015-09-30', {
      ...rating,
      measure: 'rag',
      scale: 'lights',
      point: 'clear',
    });
    expect(
      (await read(book, '2017-01-01')).map(
        ({ portfolio, project, measure, ratedOn, point, last, illustrative }) => [
          portfolio,
          project,
          measure,
          ratedOn,
          point,
          last,
          illustrative,
        ],
      ),
    ).toEqual([
      ['corporate', 'works', 'delivery-confidence', '2015-10-01', 'green', true, true],
      ['corporate', 'yards', 'delivery-confidence', '2015-10-01', 'green', true, true],
      ['growth', 'arts', 'delivery-confidence', '2015-10-01', 'green', true, true],
      ['growth', 'legal-company', 'rag', '2015-09-30', 'clear', true, false],
      ['growth', 'legal-company', 'delivery-confidence', '2015-09-30', 'amber', false, false],
      ['growth', 'legal-company', 'delivery-confidence', '2016-09-30', 'low', true, false],
    ]);
  });

  it('say that one is not mapped whose scale was struck since', async () => {
    const book = await chartered();
    const scale = await book.say('2014-04-01', confidence);
    const { id } = await book.say('2015-09-30', { ...rating, point: 'amber' });
    await book.strike('programme', scale.id, '2016-03-01', 'It was another scale');
    expect(await read(book, '2016-03-31')).toEqual([
      {
        ...{ ...amber, id, label: null, versionInForce: null, mappedPoint: null, mappedLabel: null },
        mapping: 'not mapped: confidence version 1 or its point is not on the record',
      },
    ]);
  });

  it('take a late one into its place, and know nothing of it before it was recorded', async () => {
    const { book } = await ratedTwice();
    const before = (
      await book.say('2016-10-03', { type: 'rename-project', project: 'legal-company', name: 'The company' })
    ).recordedAt;
    await book.say('2015-12-31', { ...rating, point: 'red' });
    const pointsOn = async (known?: typeof before) =>
      (await read(book, '2017-01-01', known)).map(({ point, last }) => [point, last]);
    expect(await pointsOn()).toEqual([
      ['amber', false],
      ['red', false],
      ['low', true],
    ]);
    expect(await pointsOn(before)).toEqual([
      ['amber', false],
      ['low', true],
    ]);
  });

  it('have lost one that was struck, and its replacement stands in its place in the day', async () => {
    const { book, first } = await ratedTwice();
    await book.say('2015-09-30', {
      ...rating,
      point: 'green',
      assessor: 'Project Manager',
      independence: 'self',
    });
    await book.strike('project/legal-company', first.id, '2015-09-30', 'The report gives another', [
      { ...rating, point: 'red' },
    ]);
    expect((await read(book, '2016-03-31')).map(({ point, last }) => [point, last])).toEqual([
      ['red', false],
      ['green', true],
    ]);
  });
});
