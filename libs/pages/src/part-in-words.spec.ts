import { describe, expect, it } from '@jest/globals';
import type { Names } from './names.js';
import { linesInWords, textOfCell, valueInWords } from './part-in-words.js';
import { inWords } from './words.js';

const noNames: Names = { of: () => undefined };
const cabinet: Names = {
  of: (kinds, id) =>
    kinds.includes('body') && id === 'cabinet'
      ? { text: 'Cabinet', href: '/programmes/kent/authority/cabinet' }
      : undefined,
};
const said = (part: object, names: Names = noNames) =>
  linesInWords(part, names).map(({ name, says }) => [name, says]);

describe('What is recorded, in words', () => {
  it('tells a date no closer than it is known, and how it is known', () => {
    const stageSince = { on: '2016-04-01', precision: 'month', provenance: 'reconstructed' };
    expect(said({ stageSince })).toEqual([['At this stage since', 'April 2016 (reconstructed)']]);
  });

  it('gives the day of a decision the precision that stands beside it', () => {
    expect(said({ takenOn: '2014-07-01', precision: 'month' })).toEqual([['Taken on', 'July 2014']]);
  });

  it('shows pence as pounds, whichever field holds them', () => {
    expect(said({ savingsTarget: { pence: 23_900_000_000, basis: 'not-stated' } })).toEqual([
      ['Savings target', '£239,000,000'],
      ['Savings target, gross or net', 'Not stated'],
    ]);
    expect(said({ cost: 0, score: 0 })).toEqual([
      ['Cost', '£0'],
      ['Score', '0'],
    ]);
  });

  it('turns codes into words, and leaves alone what somebody wrote', () => {
    expect(said({ stage: 'option-chosen', title: 'out-of-hours', model: 'TRD', callIn: false })).toEqual([
      ['Stage', 'Option chosen'],
      ['Title', 'out-of-hours'],
      ['Delivery model', 'Trading company of the council (TRD)'],
      ['Subject to call-in', 'No'],
    ]);
  });

  it('writes with a hyphen what people do', () => {
    expect(said({ category: 'non-cashable', recurrence: 'one-off', setting: 'call-in-clear-days' })).toEqual([
      ['Category', 'Non-cashable'],
      ['Recurrence', 'One-off'],
      ['Setting', 'Call-in clear days'],
    ]);
    expect(['in-call-in-window', 'call-in-decision', 'waive-call-in'].map(inWords)).toEqual([
      'in call-in window',
      'call in decision',
      'waive call-in',
    ]);
  });

  it('names what an id stands for and leads to it', () => {
    expect(said({ maker: 'cabinet' }, cabinet)).toEqual([
      ['Maker', { text: 'Cabinet', href: '/programmes/kent/authority/cabinet' }],
    ]);
  });

  it('tells the items of a list apart by what they are called', () => {
    const options = [
      { id: 'as-it-is', title: 'As it is', rejection: { reason: 'No capital' } },
      { id: 'company', title: 'Company' },
    ];
    expect(said({ options })).toContainEqual(['Options, As it is, rejection, reason', 'No capital']);
    expect(said({ members: [] })).toEqual([['Members', 'none']]);
  });

  it('says nothing of what is no word, number or answer', () => {
    expect(valueInWords('reason', {}, noNames)).toBe('');
  });

  it('shows markup as the text that it is', () => {
    expect(valueInWords('reason', '<b>bold</b>', noNames)).toBe('<b>bold</b>');
  });

  it('says yes and no, what a rating rests on, and by whom a power was conferred and when', () => {
    expect(said({ callIn: true, key: false })).toEqual([
      ['Subject to call-in', 'Yes'],
      ['Key decision', 'No'],
    ]);
    expect(said({ basis: 'A gateway review' })).toEqual([['Basis', 'A gateway review']]);
    expect(said({ basis: 'net' })).toEqual([['Gross or net', 'Net']]);
    expect(said({ on: 'cabinet' }, cabinet)).toEqual([
      ['Conferred on', { text: 'Cabinet', href: '/programmes/kent/authority/cabinet' }],
    ]);
    expect(said({ on: '2014-05-06' })).toEqual([['Day', '6 May 2014']]);
    expect(said({ held: { on: 'cabinet', from: '2014-05-06', precision: 'month' } })).toEqual([
      ['Held', 'Cabinet'],
      ['Held, from', 'May 2014'],
    ]);
  });

  it('names an item of a list as somebody wrote it, by its id in words, or by its place', () => {
    expect(
      said({
        options: [{ title: 'out-of-hours', cost: 1_00 }, { id: 'as-it-is', cost: 2_00 }, { cost: 3_00 }],
      }),
    ).toEqual([
      ['Options, out-of-hours, cost', '£1'],
      ['Options, as it is, cost', '£2'],
      ['Options, 3, cost', '£3'],
    ]);
    expect(said({ papers: ['Report A'], notes: ['One', 'Two'] })).toEqual([
      ['Papers', 'Report A'],
      ['Notes, 1', 'One'],
      ['Notes, 2', 'Two'],
    ]);
    expect(said({ stages: [{ stage: 'brief-agreed', reason: 'Ten pages' }] })).toEqual([
      ['Stages, brief agreed, reason', 'Ten pages'],
    ]);
  });

  it('says that nothing on the record has an id of the one kind that a field names, and leaves other words alone', () => {
    expect(
      said({ review: 'libraries', by: 'leader', portfolio: 'As they said', setting: 'key-pence' }),
    ).toEqual([
      ['Review', { text: 'A review that is not on the record' }],
      ['By', 'Leader'],
      ['Portfolio', 'As they said'],
      ['Setting', 'Key'],
    ]);
  });

  it('says a moment by the clock in London, a count, nothing of what is not there, and none of what the page says', () => {
    expect(
      linesInWords({ seen: '2014-06-30T23:30:00.000Z', count: 1_234, none: null, name: 'Legal' }, noNames, [
        'name',
      ]),
    ).toEqual([
      { name: 'Seen', says: '1 July 2014, 00:30 BST' },
      { name: 'Count', says: '1,234' },
    ]);
    expect([
      linesInWords(undefined, noNames),
      textOfCell(undefined),
      textOfCell(7),
      textOfCell({ text: 'A' }),
    ]).toEqual([[], '', '7', 'A']);
  });
});
