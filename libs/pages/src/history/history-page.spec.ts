import { describe, expect, it } from '@jest/globals';
import { readDrawing, type ReadPage } from '#testing';
import { asRead, names, where } from '../contract/as-read.js';
import type { EntryShown } from './entry-rows.js';
import { historyName, historyPage } from './history-page.js';

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

  it('leads to each entry whole, to its decision, to what replaced it, to the next page and to the CSV', () => {
    const history = '/programmes/county/history';
    expect(read({ of: 'review' }).links).toMatchObject({
      'Option rejected': `${history}?entries=e2`,
      'The decision council-1': '/programmes/county/decisions/council-1',
      'Struck on 1 January 2027: Typed twice. See what replaced it': `${history}?entries=e3%2Ce9%2Ce10`,
      Structure: '/programmes/county/units',
      'Clear filters': history,
    });
    const facts = { where, name: 'History of Legal', id: 'legal', entries, names, decisions: [] };
    const page = historyPage({ ...facts, filters: { of: 'review', after: '100' }, next: 200 });
    expect([page.heading, page.says, page.whole, page.first, page.next, page.csv]).toEqual([
      'History of Legal',
      '3 entries on this page like that.',
      `${history}/legal`,
      `${history}/legal?of=review`,
      `${history}/legal?of=review&after=200`,
      `/api${history}/legal?of=review&after=100&format=csv&money=pounds`,
    ]);
    const whole = historyPage({ ...facts, filters: {}, next: null });
    expect([whole.says, whole.first, whole.next, whole.empty]).toEqual([
      ...['3 entries.', undefined, undefined, 'Nothing was recorded.'],
    ]);
    expect(historyPage({ ...facts, filters: { after: '100' }, next: null }).says).toBe(
      '3 entries on this page.',
    );
    expect(historyPage({ ...facts, filters: { type: 'UnitClosed' }, next: null }).empty).toBe(
      'No entry is like that.',
    );
  });

  it('is asked for by the type of an entry in words, by the kind of its record, and by days', () => {
    const given = {
      type: 'OptionChosen',
      of: 'review',
      recordedFrom: '2014-05-15',
      recordedTo: '2014-06-16',
    };
    expect(read(given).fields).toEqual({
      Entry: 'Option chosen',
      'In the record of': 'Review',
      Decision: 'Any',
      'Recorded from': '15 May 2014',
      'Recorded to': '16 June 2014',
    });
  });

  it('shows entries whole where no more than twenty are asked for, with what each takes the place of and what struck it', () => {
    const many = (count: number) => {
      const shown = Array.from({ length: count }, (_, n) => entry(`e${n}`));
      const facts = { where, name: '', names, decisions: [], entries: shown, filters: { entries: 'e' } };
      return historyPage({ ...facts, next: null }).entriesWhole.length;
    };
    expect([many(20), many(21)]).toEqual([20, 0]);
    const replacedBy = [{ id: 'e10', type: 'OptionRejected', effectiveOn: '2015-06-01' }];
    const page = read(
      { entries: 'e3' },
      [{ ...(entries[2] as EntryShown), replaces: 'e0', replacedBy }],
      true,
    );
    const history = '/programmes/county/history';
    expect(Object.fromEntries(page.facts)).toMatchObject({
      Struck: 'Struck on 1 January 2027: Typed twice. See what replaced it',
      'Replaced by': 'Option rejected',
      'Takes the place of': 'The entry that was struck',
    });
    expect(page.links).toMatchObject({
      'Option rejected': `${history}?entries=e10`,
      'The entry that was struck': `${history}?entries=e0`,
    });
    expect(Object.keys(page.links).filter((words) => words.startsWith('Correct this'))).toEqual([]);
    expect(page.fields).toEqual({});
  });

  it('draws them on both axes of time, and is called after what it is of', () => {
    const { drawn } = historyPage({
      where,
      name: '',
      names,
      decisions: [],
      entries,
      filters: {},
      next: null,
    });
    expect([drawn.title, readDrawing(drawn.svg).description]).toEqual([
      'What was recorded, and when',
      '3 entries: 3 recorded after the day from which they hold, 0 ahead of it, 1 struck',
    ]);
    expect([
      historyName(undefined, undefined),
      historyName('legal', 'Legal'),
      historyName('legal', undefined),
    ]).toEqual([
      'Everything that was recorded',
      'History of Legal',
      'History of a thing that is not on the record',
    ]);
  });
});
