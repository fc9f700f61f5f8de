import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { where } from './contract/as-read.js';
import { dataInWords } from './history/history-section.js';
import { nameOfAll, namesAt, type Names } from './names.js';

const book = new SmallBook();
afterAll(() => book.close());

let struck: { readonly id: string };

beforeAll(async () => {
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
  await book.say('2013-07-18', { type: 'set-council-setting', setting: 'notice-clear-days', value: 28 });
  await book.say('2013-07-18', {
    ...{ type: 'define-rating-scale', scale: 'rag', name: 'Red, amber, green', measure: 'rag' },
    points: [
      { id: 'a-r', label: 'Amber/Red', order: 2 },
      { id: 'g', label: 'Green', order: 1 },
    ],
  });
  await book.say('2014-01-01', {
    type: 'establish-body',
    body: 'council',
    name: 'County Council',
    bodyKind: 'full-council',
  });
  await book.say('2014-01-01', {
    type: 'confer-power',
    power: 'budget',
    description: 'To set the budget',
    on: 'council',
  });
  await book.say('2014-01-01', { type: 'register-unit', unit: 'heritage', name: 'Heritage', code: 'HE' });
  await book.say('2014-06-01', { type: 'rename-unit', unit: 'heritage', name: 'Museums' });
  await book.say('2014-01-01', { type: 'propose-review', review: 'legal', name: 'Legal Services' });
  await book.say('2014-01-02', { type: 'agree-scoping-brief', review: 'legal' });
  await book.say('2014-01-03', {
    ...{ type: 'identify-option', review: 'legal', option: 'jv-1', title: 'A joint venture' },
    ...{ scope: 'whole', model: 'JV' },
  });
  struck = await book.say('2014-01-01', {
    type: 'record-decision',
    decision: 'c-1',
    title: 'Found it',
    maker: 'County Council',
  });
});

async function namesOn(day: string): Promise<Names> {
  const { reader, moment } = await book.as(day);
  return namesAt(reader, where, moment);
}
const said = async (day: string, data: Readonly<Record<string, unknown>>) =>
  dataInWords(data, await namesOn(day));

describe('The names of things', () => {
  it('are those of the day, and where a thing is not there then, those it has at last', async () => {
    expect((await namesOn('2014-01-01')).of(['unit'], 'heritage')).toEqual({
      text: 'Heritage',
      href: '/programmes/county/units/heritage',
    });
    expect((await namesOn('2014-06-01')).of(['unit'], 'heritage')?.text).toBe('Museums');
    expect((await namesOn('2013-12-31')).of(['unit'], 'heritage')?.text).toBe('Museums');
  });

  it('are looked up within the review for an option, and within the scale for a point', async () => {
    expect(await said('2014-02-01', { review: 'legal', option: 'jv-1' })).toBe(
      'Review: Legal Services; Option: A joint venture',
    );
    expect(await said('2014-02-01', { scale: 'rag', point: 'a-r' })).toBe(
      'Scale: Red, amber, green; Point: Amber/Red',
    );
    const mapping = [{ fromPoint: 'a-r', toPoint: 'g' }];
    expect(await said('2014-02-01', { scale: 'rag', mapping })).toBe(
      'Scale: Red, amber, green; Mapping, 1, from point: Amber/Red; Mapping, 1, to point: Green',
    );
    expect((await namesOn('2014-02-01')).of(['option'], 'jv-1')).toBeUndefined();
  });

  it('say upon whom a power was conferred, and not that it was a day', async () => {
    expect(await said('2014-02-01', { power: 'budget', on: 'council' })).toBe(
      'Power: To set the budget; Conferred on: County Council',
    );
  });

  it('name the entries that a strike is of by what they say', async () => {
    const names = await namesOn('2014-02-01');
    expect(names.of(['entry'], struck.id)).toEqual({
      text: 'Decision recorded, 1 January 2014',
      href: `/programmes/county/history?entries=${struck.id}`,
    });
    expect(dataInWords({ entries: [struck.id], reason: 'Typed twice' }, names)).toBe(
      'Entries: Decision recorded, 1 January 2014; Reason: Typed twice',
    );
  });

  it('say what a setting sets, and that nothing on the record has an id that nothing has', async () => {
    const nameOf = nameOfAll(await namesOn('2014-02-01'));
    expect(nameOf('setting', 'notice-clear-days')).toBe('Notice clear days');
    expect(nameOf('decision', 'c-2')).toBe('A decision that is not on the record');
    expect(nameOf('office', 'leader')).toBe('An office that is not on the record');
    expect(nameOf('option', 'company', 'legal')).toBe('An option that is not on the record');
  });

  it('are gone with the entry that gave them', async () => {
    expect((await namesOn('2014-02-01')).of(['decision'], 'c-1')?.text).toBe('Found it');
    await book.strike('decision/c-1', struck.id, '2014-01-01', 'It was another council.');
    expect((await namesOn('2014-02-01')).of(['decision'], 'c-1')).toBeUndefined();
  });
});
