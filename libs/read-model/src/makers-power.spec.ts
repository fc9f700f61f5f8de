import { afterAll, describe, expect, it } from '@jest/globals';
import type { DecisionPart, TakenDecision } from '#programme';
import { SmallBook } from '#testing';
import { authorityOf, makerKinds } from './authority.js';
import { knownOfMaker, makersPower } from './makers-power.js';

const books: SmallBook[] = [];
afterAll(() => {
  for (const book of books) book.close();
});

async function county(): Promise<SmallBook> {
  const book = await SmallBook.begun();
  books.push(book);
  return book;
}

/** A council with a Cabinet that may let contracts from 2014 on, of which one power is not said what it covers. */
async function withCabinet(): Promise<SmallBook> {
  const book = await county();
  await book.say('2013-07-18', {
    ...{ type: 'establish-body', body: 'cabinet', name: 'Cabinet', bodyKind: 'cabinet', callIn: true },
  });
  await book.say('2013-07-18', { type: 'create-office', office: 'leader', title: 'Leader' });
  await book.say('2013-07-18', { type: 'appoint-to-office', office: 'leader', holder: 'person-1' });
  const confer = (power: string, on: string) => ({ type: 'confer-power', power, description: power, on });
  const covers = ['executive-functions', 'staffing'];
  await book.say('2014-01-01', { ...confer('contracts', 'cabinet'), covers });
  await book.say('2014-01-01', confer('grants', 'cabinet'));
  await book.say('2014-01-01', confer('urgent', 'leader'));
  return book;
}

async function takenBy(book: SmallBook, decision: string, day: string, maker: string, said: object = {}) {
  await book.say(day, { type: 'record-decision', decision, title: decision, maker, ...said });
}

async function ofDecision(book: SmallBook, id: string, day: string) {
  const { reader, moment } = await book.as(day);
  const decision = reader.parts.one('county', 'decision', id, moment).part as DecisionPart;
  const known = knownOfMaker(authorityOf(reader, 'county', moment), decision);
  return { ...makersPower(reader, 'county', decision, moment), known };
}

describe('The power of whoever took a decision', () => {
  it('is not checked where no authority is recorded, and the maker is called what was said', async () => {
    const book = await county();
    await takenBy(book, 'archives', '2014-05-15', 'cabinet', { power: 'contracts' });
    expect(await ofDecision(book, 'archives', '2014-05-15')).toEqual({
      makerName: 'cabinet',
      makerHeldPower: null,
      authority: 'not checked: no authority is recorded',
      powerCovers: null,
      known: {},
    });
  });

  it('is none yet of a decision that is only announced', async () => {
    const book = await withCabinet();
    await book.say('2014-05-01', {
      ...{ type: 'give-key-decision-notice', decision: 'archives', title: 'Archives', matter: 'A trust' },
    });
    expect(await ofDecision(book, 'archives', '2014-05-01')).toEqual({
      makerHeldPower: null,
      authority: 'not taken yet',
      powerCovers: null,
      known: {},
    });
  });

  it('is the one it named, with what that covers, under the name that its maker had on the day', async () => {
    const book = await withCabinet();
    await takenBy(book, 'archives', '2014-05-15', 'cabinet', { power: 'contracts' });
    await takenBy(book, 'books', '2014-05-15', 'cabinet', { power: 'grants' });
    await takenBy(book, 'care', '2014-05-15', 'leader', { power: 'urgent' });
    await takenBy(book, 'depots', '2014-05-15', 'cabinet');
    expect(await ofDecision(book, 'archives', '2014-05-15')).toEqual({
      makerName: 'Cabinet',
      makerHeldPower: true,
      authority:
        'Cabinet held power “contracts” on that day; it covers executive functions and staffing and the organisation of business units',
      powerCovers: ['executive-functions', 'staffing'],
      known: { callIn: true },
    });
    expect(await ofDecision(book, 'books', '2014-05-15')).toEqual({
      makerName: 'Cabinet',
      makerHeldPower: true,
      authority: 'Cabinet held power “grants” on that day; nobody has said which acts it covers',
      powerCovers: null,
      known: { callIn: true },
    });
    expect(await ofDecision(book, 'care', '2014-05-15')).toEqual({
      makerName: 'Leader',
      makerHeldPower: true,
      authority: 'Leader held power “urgent” on that day; nobody has said which acts it covers',
      powerCovers: null,
      known: {},
    });
    expect(await ofDecision(book, 'depots', '2014-05-15')).toEqual({
      makerName: 'Cabinet',
      makerHeldPower: null,
      authority: 'Cabinet holds powers on that day; none was named',
      powerCovers: null,
      known: { callIn: true },
    });
  });

  it('was not held where nobody of that name is on the record, or the power had not been conferred', async () => {
    const book = await withCabinet();
    const exception = (rule: string) => ({ exception: { rule, reason: 'The minutes are short' } });
    await takenBy(book, 'panel', '2014-05-15', 'A panel', exception('unknown-maker'));
    await takenBy(book, 'early', '2013-12-31', 'cabinet', {
      power: 'contracts',
      ...exception('power-not-held'),
    });
    await takenBy(book, 'care', '2014-05-15', 'leader', { power: 'urgent' });
    const { reader, moment } = await book.as('2014-05-15');
    const kindOf = makerKinds(authorityOf(reader, 'county', moment));
    const kinds = ['early', 'care', 'panel', 'early'].map((id) =>
      kindOf(reader.parts.one('county', 'decision', id, moment).part as TakenDecision),
    );
    expect(kinds).toEqual(['cabinet', 'office', 'not-on-record', 'cabinet']);
    expect(await ofDecision(book, 'panel', '2014-05-15')).toEqual({
      makerName: 'A panel',
      makerHeldPower: false,
      authority:
        'No body or office A panel is on record on 15 May 2014. On that day a power was held by Cabinet, and by Leader. Name the maker by its id or its name on that day, or put it on record with establish-body or create-office',
      powerCovers: null,
      known: {},
    });
    expect(await ofDecision(book, 'early', '2014-05-15')).toEqual({
      makerName: 'Cabinet',
      makerHeldPower: false,
      authority:
        'Cabinet did not hold power “contracts” on 31 December 2013. Nobody held power “contracts” that day. Correct the maker, or record what gave it the power with confer-power or delegate-power',
      powerCovers: null,
      known: { callIn: true },
    });
  });
});
