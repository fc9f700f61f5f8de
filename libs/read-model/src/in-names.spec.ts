import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { saidBy, says, the, whoseRecord } from '#programme';
import { SmallBook } from '#testing';
import { inNames } from './in-names.js';

const book = new SmallBook();
afterAll(() => book.close());

let renamed: { readonly id: string };
let option: { readonly id: string };
beforeAll(async () => {
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
  const heritage = { type: 'register-unit', unit: 'heritage', name: 'Heritage', code: 'HE' };
  await book.say('2014-01-01', heritage);
  renamed = await book.say('2014-06-01', { type: 'rename-unit', unit: 'heritage', name: 'Museums' });
  await book.say('2014-01-01', {
    type: 'establish-body',
    body: 'cabinet',
    name: 'Cabinet',
    bodyKind: 'cabinet',
  });
  await book.say('2014-01-01', { type: 'create-office', office: 'leader', title: 'Leader of the Council' });
  await book.say('2014-01-01', {
    ...{ type: 'confer-power', power: 'companies', description: 'To found companies', on: 'cabinet' },
  });
  await book.say('2014-02-01', {
    ...{
      type: 'record-decision',
      decision: 'c-1',
      title: 'Found it',
      reference: '14/00032',
      maker: 'Cabinet',
    },
    power: 'companies',
  });
  await book.say('2014-01-01', { type: 'propose-review', review: 'legal', name: 'Legal Services' });
  await book.say('2014-01-02', { type: 'agree-scoping-brief', review: 'legal' });
  option = await book.say('2014-01-03', {
    ...{ type: 'identify-option', review: 'legal', option: 'joint', title: 'A joint venture' },
    ...{ scope: 'whole', model: 'JV' },
  });
});

async function said(day: string, words: Parameters<ReturnType<typeof inNames>>[0]): Promise<string> {
  const { reader, moment } = await book.as(day);
  return inNames(reader, 'county', moment)(words);
}

describe('Words that name things', () => {
  it('name a unit as it is called on the day, with its code', async () => {
    const words = says`Unit ${the.unit('heritage')} is open`;
    expect(await said('2014-01-01', words)).toBe('Unit “Heritage” (HE) is open');
    expect(await said('2014-06-01', words)).toBe('Unit “Museums” (HE) is open');
  });

  it('name what is not there on the day as it is called at last', async () => {
    expect(await said('2013-12-31', says`No unit ${the.unit('heritage')} is open by then`)).toBe(
      'No unit “Museums” (HE) is open by then',
    );
  });

  it('name a decision by its title and reference, a maker and an option by their names, a power by what it says', async () => {
    expect(await said('2014-03-01', says`By ${the.decision('c-1')}`)).toBe('By “Found it” (14/00032)');
    expect(await said('2014-03-01', says`${the.maker('cabinet')} and ${the.maker('leader')}`)).toBe(
      '“Cabinet” and “Leader of the Council”',
    );
    expect(await said('2014-03-01', says`Option ${the.option('joint', 'legal')}`)).toBe(
      'Option “A joint venture”',
    );
    expect(await said('2014-03-01', says`Power ${the.power('companies')}`)).toBe(
      'Power “To found companies”',
    );
  });

  it('name an entry by what it says, of what and when', async () => {
    expect(await said('2014-01-01', says`Entry ${the.entry(renamed.id)} is struck`)).toBe(
      'Entry “Unit renamed” of unit “Heritage” (HE) on 1 June 2014 is struck',
    );
    expect(await said('2014-06-01', says`${the.entry(option.id)}`)).toBe(
      '“Option identified” of review “Legal Services” on 3 January 2014',
    );
    expect(await said('2014-06-01', says`${the.entry('e-1')}`)).toBe('e-1');
  });

  it('go before the record by the names that lines have given since, which are only played', async () => {
    const { reader, moment } = await book.as('2014-01-01');
    const inPlay = { of: ({ id }: { id: string }) => (id === 'museum' ? '“Museum” (MU)' : undefined) };
    const named = inNames(reader, 'county', moment, inPlay);
    expect(named(says`${the.unit('museum')} and ${the.unit('heritage')}`)).toBe(
      '“Museum” (MU) and “Heritage” (HE)',
    );
  });

  it('say whose record a stream is', async () => {
    expect(await said('2014-03-01', whoseRecord('county/decision/c-1'))).toBe(
      'decision “Found it” (14/00032)',
    );
    expect(await said('2014-03-01', whoseRecord('county/structure'))).toBe('the business units');
    expect(await said('2014-03-01', whoseRecord('county/authority'))).toBe('who may decide');
    expect(await said('2014-03-01', whoseRecord('county/programme'))).toBe('the programme');
  });

  it('say what is not on the record as it was said', async () => {
    const words = says`No unit ${the.unit('museum')}, no option ${the.option('sale', 'legal')} nor ${the.option('sale', 'it')}`;
    expect(await said('2014-03-01', words)).toBe('No unit museum, no option sale nor sale');
  });

  it('name nothing that was not known', async () => {
    const { reader } = await book.as('2014-03-01');
    const before = { ...reader.moments.at(civilDate('2014-03-01')), seq: 1 };
    expect(inNames(reader, 'county', before)(says`Unit ${the.unit('heritage')}`)).toBe('Unit heritage');
  });

  it('are those of a refusal, which says by their ids the same', async () => {
    const outcome = await book.ask('2014-03-01', { type: 'rename-unit', unit: 'museum', name: 'M' });
    if (outcome.outcome !== 'refused') throw new Error(outcome.outcome);
    const { refusal, effectiveOn } = outcome;
    expect(refusal.because).toMatch(/^No unit museum is registered by then/);
    expect(saidBy(refusal)).toContainEqual({ kind: 'unit', id: 'museum' });
    expect(effectiveOn).toBe('2014-03-01');
    expect(saidBy({ refused: 'x', because: 'Plain words' })).toEqual(['Plain words']);
  });
});
