import { describe, expect, it } from '@jest/globals';
import type { ReadPage } from '#testing';
import { asRead, names, where } from '../contract/as-read.js';
import type { EntryShown } from './entry-rows.js';
import { historyPage } from './history-page.js';

const entry = (id: string, more: Partial<EntryShown> = {}): EntryShown => ({
  id,
  type: 'OptionChosen',
  stream: 'county/review/libraries',
  recordedAt: '2026-06-30T23:30:12.345Z',
  commandId: 'c1',
  effectiveOn: '2014-05-15',
  precision: 'day',
  provenance: 'minuted',
  decision: 'council-1',
  data: { reason: 'It costs less' },
  struckBy: null,
  ...more,
});
const entries = [
  entry('e1'),
  entry('e2', { type: 'OptionRejected', provenance: 'illustrative', data: { reason: 'It costs more' } }),
  entry('e3', {
    commandId: 'c2',
    stream: 'county/structure',
    recordedAt: '2026-12-31T23:59:59.000Z',
    effectiveOn: '2015-06-01',
    precision: 'month',
    struckBy: { id: 'e9', recordedAt: '2027-01-01T00:00:00.000Z', reason: 'Typed twice' },
    replacedBy: [{ id: 'e10', type: 'OptionChosen', effectiveOn: '2015-06-01' }],
  }),
];
const read = (filters: Readonly<Record<string, string>> = {}, shown = entries, mayRecord = false) =>
  asRead(
    'history',
    historyPage({
      ...{ where, name: 'Everything that was recorded', filters, entries: shown, next: 100, names },
      decisions: [
        { value: 'council-1', text: 'The budget' },
        { value: 'council-2', text: 'The plan' },
      ],
    }),
    { mayRecord },
  );

describe('The page of a history', () => {
  it('tells of each entry when it was recorded, by the clock in London, and from when it holds', () => {
    const page = read();
    expect(page.paragraphs).toContain('3 entries on this page.');
    const line = (
      recorded: string,
      holds: string,
      type: string,
      about: string,
      says: string,
      struck = '',
    ) => ({
      Recorded: recorded,
      'Holds from': holds,
      Entry: type,
      About: about,
      'It says': says,
      Decision: 'The decision council-1',
      Struck: struck,
    });
    const summer = '1 July 2026, 00:30 BST / 2 entries of one command';
    expect(page.tables).toEqual({
      'What was recorded, and when': [
        line(summer, '15 May 2014', 'Option chosen', 'Review: The review libraries', 'Reason: It costs less'),
        line(
          summer,
          '15 May 2014 (illustrative)',
          'Option rejected',
          'Review: The review libraries',
          'Reason: It costs more',
        ),
        {
          ...line(
            '31 December 2026, 23:59 GMT',
            'June 2015',
            'Option chosen',
            'Structure',
            'Reason: It costs less',
            'Struck on 1 January 2027: Typed twice. See what replaced it',
          ),
          '': 'struck',
        },
      ],
    });
  });

  it('is narrowed to a decision by its title, one that was struck since too', () => {
    const choices = (page: ReadPage) => page.fields['Decision'];
    expect(choices(read())).toBe('Any');
    expect(choices(read({ decision: 'council-2' }))).toBe('The plan');
    expect(choices(read({ decision: 'council-9' }))).toBe('The decision council-9');
  });

  it('says which rule an entry sets aside and why, in words, however long the rest of it is', () => {
    const exception = {
      rule: 'stage-out-of-order',
      reason: 'not in the source: the authorisation to proceed',
    };
    const excepted = entry('e1', { data: { reason: 'Long. '.repeat(60).trim() }, exception });
    const says =
      'Sets aside that the stages of a review come in their order, each standing on the one before: not in the source: the authorisation to proceed';
    const [row] = read({}, [excepted]).tables['What was recorded, and when'] ?? [];
    expect(row?.['It says']).toBe(`${`Reason: ${'Long. '.repeat(60)}`.slice(0, 200)}…; ${says}`);
    const bare = read({}, [entry('e1', { data: {}, exception })]).tables['What was recorded, and when'];
    expect(bare?.[0]?.['It says']).toBe(says);
    const facts = Object.fromEntries(read({ entries: 'e1' }, [excepted]).facts);
    expect(facts['Exception']).toBe(says);
    expect(Object.keys(facts).filter((name) => /rule/i.test(name))).toEqual([]);
  });

  it('shows an entry that is asked for whole, and offers to correct it to whoever may record', () => {
    const page = read(
      { entries: 'e1' },
      [entry('e1', { ledTo: [{ id: 'e2', type: 'OptionRejected', effectiveOn: '2014-05-15' }] })],
      true,
    );
    expect(page.heading).toBe('1 entry on the record');
    expect(page.subheadings[0]).toBe('Option chosen, 15 May 2014');
    const facts = Object.fromEntries(page.facts);
    expect(facts).toMatchObject({
      Reason: 'It costs less',
      About: 'Review: The review libraries',
      'Recorded at': '1 July 2026, 00:30 BST',
      'Holds from': '15 May 2014 (minuted)',
      Decision: 'The decision council-1',
      'Led to': 'Option rejected',
    });
    expect(page.links['Correct this: Option chosen, 15 May 2014']).toBe(
      '/programmes/county/record/correct/e1',
    );
    expect(read({ entries: 'e1' }, [entry('e1')]).links).not.toHaveProperty(
      'Correct this: Option chosen, 15 May 2014',
    );
  });
});
