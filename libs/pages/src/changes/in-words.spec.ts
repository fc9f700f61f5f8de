import { describe, expect, it } from '@jest/globals';
import { names } from '../contract/as-read.js';
import { fieldInWords, isTold, sidesInWords } from './in-words.js';

const sides = (field: string, before: unknown, after: unknown) =>
  sidesInWords({ field, before, after }, names, { kind: 'review', id: 'legal' });
const on = (day: string, provenance = 'minuted') => ({ on: day, precision: 'day', provenance });

describe('A change in words', () => {
  it('says a field as people do, and not as it is stored', () => {
    const held =
      'stageSince stages standingReason standingSince ownerSince portfolioSince chosen inBusinessCase validated unitKind group predecessors successors holds savingsTarget unitTarget plannedStart heldBy takenOn notStated fromYear toYear asIs ended had';
    expect(held.split(' ').map(fieldInWords).join('; ')).toBe(
      'At this stage since; Stages reached; Why it stands so; Stands so since; With its owner since; In its portfolio since; Preferred option; In a business case; Validated by finance; Kind; Functional group; Made from; Led to; Holds; Savings target; Target for business units; Planned start; Held by; Taken on; Gross or net not stated; From; To; The service as it is; Ended; What it had',
    );
    expect(['memberSince', 'plannedEnd', 'fullYearPence', 'portfolio'].map(fieldInWords)).toEqual([
      'In its portfolio since',
      'Planned end',
      'A full year of it',
      'Portfolio',
    ]);
  });

  it('says dates, money and ids in words, and marks what is made up', () => {
    expect(sides('opened', null, on('2014-05-01', 'illustrative'))).toEqual({
      before: 'Nothing',
      after: '1 May 2014 (illustrative)',
    });
    expect(sides('fullYearPence', 100_000_000, 150_000_050)).toEqual({
      before: '£1,000,000',
      after: '£1,500,000.50',
    });
    expect(sides('portfolio', 'adults', 'place')).toEqual({
      before: 'The portfolio adults',
      after: 'The portfolio place',
    });
    expect(sides('stage', 'brief-agreed', 'option-chosen')).toEqual({
      before: 'Brief agreed',
      after: 'Option chosen',
    });
  });

  it('names the option of a review within it, and whoever a maker is', () => {
    expect(sides('chosen', null, { option: 'trust', chosen: on('2014-05-15') }).after).toBe(
      'The option trust of legal, chosen 15 May 2014',
    );
    expect(sides('maker', 'cabinet', 'leader')).toEqual({
      before: 'The body cabinet',
      after: 'The body leader',
    });
  });

  it('says of a list only the items that differ, and of an item only what differs of it', () => {
    const held = { year: '2013/14', gross: 1_340_000_000, set: on('2013-09-19') };
    const added = { year: '2014/15', notStated: 1_300_000_000, set: on('2014-04-01') };
    expect(sides('budgets', [held], [held, added])).toEqual({
      before: 'None',
      after: '2014/15, not stated: £13,000,000, set 1 April 2014',
    });
    const option = { id: 'trust', title: 'Charitable trust', model: 'SE' };
    const chosen = { ...option, rejection: { reason: 'No saving.', rejected: on('2014-05-15') } };
    expect(sides('options', [option], [chosen])).toEqual({
      before: 'Charitable trust',
      after: 'Charitable trust, rejection: reason: No saving, rejected 15 May 2014',
    });
  });

  it('leaves out what only repeats how an entry was recorded', () => {
    expect(['source', 'provenances', 'stageSince', 'stage', 'name'].filter(isTold)).toEqual([
      'stage',
      'name',
    ]);
  });

  it('tells a word from what somebody wrote, a list that is empty, what there is and what there is not', () => {
    expect(
      ['county-hall', 'county', 'L2-x', '2014-15', 'Of the council'].map((text) => sides('note', text, null)),
    ).toEqual([
      { before: 'County hall', after: 'Nothing' },
      { before: 'County', after: 'Nothing' },
      { before: 'L2-x', after: 'Nothing' },
      { before: '2014 15', after: 'Nothing' },
      { before: 'Of the council', after: 'Nothing' },
    ]);
    expect([
      sides('opening', true, false),
      sides('count', 1_200, 0),
      sides('decided', '2014-05-01', []),
    ]).toEqual([
      { before: 'Yes', after: 'No' },
      { before: '1,200', after: '0' },
      { before: '1 May 2014', after: 'None' },
    ]);
    expect(sides('note', 'one-of-several-words', undefined).before).toBe('One of several words');
  });

  it('keeps the words of a field that ends otherwise than in pence', () => {
    expect(['ownPence', 'penceOwed', 'plannedSpend'].map(fieldInWords)).toEqual([
      ...['Own', 'Pence owed', 'Planned spend'],
    ]);
  });

  it('says of items without a name of their own those that the other side has not, and cuts what is long', () => {
    expect(sides('papers', ['Report A', 'Report B'], ['Report B', 'Report C'])).toEqual({
      before: 'Report A',
      after: 'Report C',
    });
    const member = { member: 'leader', role: 'Chair' };
    expect(sides('members', [member], [{ ...member, role: 'Whip' }, { role: 'Clerk' }])).toEqual({
      before: 'Member: Leader, Chair',
      after: 'Member: Leader, Whip; Clerk',
    });
    expect(sides('note', `A${'a'.repeat(300)}`, `A${'a'.repeat(299)}`)).toEqual({
      before: `A${'a'.repeat(299)}…`,
      after: `A${'a'.repeat(299)}`,
    });
  });
});
