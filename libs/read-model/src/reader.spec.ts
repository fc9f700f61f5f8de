import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate, instant } from '#calendar';
import type { UnitPart } from '#programme';
import { SmallBook, type SaidToBook } from '#testing';
import type { HistoryEntry, Moment, NarrowedTo, Reader } from './index.js';

// The first command is recorded on 20 December 2013 at 09:01 in Greenwich, each further one a minute later.
let book: SmallBook;
const ids = new Map<string, string>();
beforeEach(async () => {
  book = new SmallBook();
  ids.clear();
  await says('start', '2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
});
afterEach(() => book.close());

/** Says something to the book and remembers its entry under a short name. */
async function says(name: string, day: string, said: SaidToBook, sent: object = {}) {
  ids.set(name, (await book.say(day, said, sent)).id);
}
const id = (name: string): string => ids.get(name) ?? `no entry ${name}`;
const nameOf = (entry: string): string => [...ids].find(([, one]) => one === entry)?.[0] ?? entry;
const names = (entries: readonly { readonly id: string }[]) => entries.map((entry) => nameOf(entry.id));

const proposes = (review: string) => ({ type: 'propose-review', review, name: review });
const decides = (decision: string, more: object = {}) => ({
  ...{ type: 'record-decision', decision, title: `Decision on ${decision}`, maker: 'Cabinet' },
  ...more,
});
const registers = (unit: string, more: object = {}) => ({ type: 'register-unit', unit, name: unit, ...more });
const reason = 'Recorded in error';

describe('What was recorded later', () => {
  /** Reviews `a` and `ab`, of which the second has a name that begins with the name of the first. */
  async function reviews(): Promise<{ reader: Reader; then: Moment; now: Moment }> {
    await says('a', '2013-10-01', proposes('a'));
    await says('ab', '2013-10-01', proposes('ab'));
    await says('brief of ab', '2013-10-02', { type: 'agree-scoping-brief', review: 'ab' });
    await says('brief of a', '2013-10-03', { type: 'agree-scoping-brief', review: 'a' });
    await says('unit', '2013-10-03', registers('x'));
    await says('ahead', '2014-03-01', { type: 'defer-review', review: 'a', reason: 'The election' });
    ids.set('strike', (await book.strike('review/ab', id('brief of ab'), '2014-05-01', reason))[0] ?? '');
    const { reader, moment } = await book.as('2013-12-31');
    return {
      reader,
      then: reader.moments.at(civilDate('2013-12-31'), instant('2013-12-20T09:03:30Z')),
      now: moment,
    };
  }

  it('counts the entries of the streams that are read and of no other whose name begins like theirs', async () => {
    const { reader, then, now } = await reviews();
    const later = (...streams: string[]) => names(reader.log.laterEntries('county', streams, then));
    expect(later()).toEqual(['brief of ab', 'brief of a', 'unit', 'strike']);
    expect(later('county/review')).toEqual(['brief of ab', 'brief of a', 'strike']);
    expect(later('county/review/a')).toEqual(['brief of a']);
    expect(later('county/review/ab')).toEqual(['brief of ab', 'strike']);
    expect(later('county/rev')).toEqual([]);
    expect(later('county/structure', 'county/review/a')).toEqual(['brief of a', 'unit']);
    expect(names(reader.log.laterEntries('county', [], then, 2))).toEqual(['brief of ab', 'brief of a']);
    expect(reader.log.countLaterEntries('county', ['county/review/a'], then)).toBe(1);
    expect(reader.log.countLaterEntries('county', [], then)).toBe(4);
    expect(reader.log.laterEntries('county', [], now)).toEqual([]);
    expect(reader.log.countLaterEntries('county', [], now)).toBe(0);
  });

  it('has what is in the answer and was recorded after its day, in the streams that are read', async () => {
    const { reader, now } = await reviews();
    const on = (day: string): Moment => ({ ...now, asAt: civilDate(day) });
    const afterwards = (day: string, ...streams: string[]) =>
      names(reader.log.recordedAfterwards('county', streams, on(day)));
    expect(afterwards('2013-10-02')).toEqual(['start', 'a', 'ab', 'strike']);
    expect(afterwards('2013-10-03', 'county/review/a')).toEqual(['a', 'brief of a']);
    expect(afterwards('2013-12-20')).toEqual([]);
    expect(reader.log.countRecordedAfterwards('county', ['county/review/a'], on('2013-10-03'))).toBe(2);
    expect(names(reader.log.recordedAfterwards('county', [], on('2013-10-03'), 2))).toEqual(['start', 'a']);
  });
});

describe('The history', () => {
  const short = (entries: readonly HistoryEntry[]) =>
    entries.map(({ seq, entry, struckBy }) => [seq, nameOf(entry.id), struckBy ? nameOf(struckBy.id) : null]);

  async function whole() {
    await says('a', '2013-10-01', registers('a', { decision: undefined }));
    await says('cabinet', '2013-10-02', decides('cabinet'));
    await says('b', '2013-10-03', registers('b', { decision: 'cabinet' }));
    await says('posts', '2014-01-10', { type: 'set-unit-posts', unit: 'a', posts: 3 });
    ids.set('strike', (await book.strike('structure', id('posts'), '2014-02-01', reason))[0] ?? '');
    book.wait(1);
    await says('merge', '2014-04-01', {
      type: 'merge-units',
      units: ['a', 'b'],
      successor: 'ab',
      name: 'AB',
    });
    await says('budget', '2013-11-01', { type: 'set-unit-budget', unit: 'a', year: '2014/15', net: 5 });
    return book.as('2014-12-31');
  }

  it('of a thing has its entries in log order, struck ones with their strike', async () => {
    const { reader, moment } = await whole();
    const of = (which: object, limits: object = {}) =>
      short(reader.log.history('county', which, moment, { most: 100, ...limits }));
    const unitA = { id: 'a', kind: 'unit' };
    expect(of(unitA)).toEqual([
      [2, 'a', null],
      [5, 'posts', 'strike'],
      [6, 'strike', null],
      [7, 'merge', null],
      [8, 'budget', null],
    ]);
    expect(of({ id: 'a' })).toEqual(of(unitA));
    expect(of({ id: 'a', kind: 'review' })).toEqual([]);
    expect(of(unitA, { upTo: '2013-12-31' })).toEqual([
      [2, 'a', null],
      [8, 'budget', null],
    ]);
    expect(of(unitA, { after: 5, most: 2 })).toEqual([
      [6, 'strike', null],
      [7, 'merge', null],
    ]);
    expect(of(unitA, { ids: [id('budget'), id('b')] })).toEqual([[8, 'budget', null]]);
    expect(of({}, { ids: [id('budget'), id('b')] })).toEqual([
      [4, 'b', null],
      [8, 'budget', null],
    ]);
    const before = reader.moments.before(moment, 6);
    expect(short(reader.log.history('county', unitA, before, { most: 100 }))).toEqual([
      [2, 'a', null],
      [5, 'posts', null],
    ]);
  });

  it('of a unit has a budget of one that was merged into it only where effects are asked for', async () => {
    const { reader, moment } = await whole();
    const merged = { id: 'ab', kind: 'unit' };
    expect(short(reader.log.history('county', merged, moment, { most: 9 }))).toEqual([[7, 'merge', null]]);
    expect(short(reader.log.history('county', merged, moment, { most: 9, effects: true }))).toEqual([
      [7, 'merge', null],
      [8, 'budget', null],
    ]);
  });

  it('of a programme is narrowed to a type, a decision, a stream and the days of recording', async () => {
    const { reader, moment } = await whole();
    const like = (narrowed: NarrowedTo) =>
      names(reader.log.history('county', {}, moment, { most: 99, narrowed }).map(({ entry }) => entry));
    expect(like({})).toEqual(['start', 'a', 'cabinet', 'b', 'posts', 'strike', 'merge', 'budget']);
    expect(like({ type: 'UnitRegistered' })).toEqual(['a', 'b']);
    expect(like({ decision: 'cabinet' })).toEqual(['cabinet', 'b']);
    expect(like({ of: 'decision' })).toEqual(['cabinet']);
    expect(like({ of: 'decision/cab' })).toEqual([]);
    expect(like({ of: 'decision/cabinet' })).toEqual(['cabinet']);
    expect(like({ recordedFrom: civilDate('2013-12-21') })).toEqual(['merge', 'budget']);
    expect(like({ recordedTo: civilDate('2013-12-20'), type: 'UnitPostsSet' })).toEqual(['posts']);
    const unit = { id: 'a', kind: 'unit' };
    const narrowed = { type: 'EntryStruck', of: 'structure' };
    expect(
      names(reader.log.history('county', unit, moment, { most: 9, narrowed }).map(({ entry }) => entry)),
    ).toEqual(['strike']);
  });

  it('goes on from a position, for whoever had read up to there', async () => {
    const { reader } = await whole();
    const read = reader.log.entry(id('strike'))?.position ?? '';
    expect(names(reader.log.recordedAfter('county', read, 10))).toEqual(['merge', 'budget']);
    expect(names(reader.log.recordedAfter('county', read, 1))).toEqual(['merge']);
    expect(names(reader.log.recordedAfter('county', '', 2))).toEqual(['start', 'a']);
  });
});

describe('What changed', () => {
  it('between two dates is each field that differs, before and after, with the entries behind it', async () => {
    await says('a', '2013-10-01', registers('a', { code: '1' }));
    await says('b', '2013-10-01', registers('b'));
    await says('recode', '2014-04-01', { type: 'recode-unit', unit: 'a', code: '2' });
    await says('close', '2014-04-02', { type: 'close-unit', unit: 'b', reason: 'Sold' });
    await says('c', '2014-04-02', registers('c'));
    const { reader, moment } = await book.as('2014-04-02');
    const before = { ...moment, asAt: civilDate('2014-03-31') };
    const minuted = { precision: 'day', provenance: 'minuted' };
    const changes = reader.log.changes('county', before, moment);
    expect(changes.map(({ entries, ...change }) => ({ ...change, entries: names(entries) }))).toEqual([
      {
        ...{ kind: 'unit', id: 'a', existedBefore: true, existsAfter: true, entries: ['recode'] },
        fields: [{ field: 'code', before: '1', after: '2' }],
      },
      {
        ...{ kind: 'unit', id: 'b', existedBefore: true, existsAfter: true, entries: ['close'] },
        fields: [
          { field: 'status', before: 'open', after: 'closed' },
          {
            field: 'ended',
            before: null,
            after: { how: 'closed', reason: 'Sold', on: '2014-04-02', ...minuted },
          },
        ],
      },
      {
        ...{ kind: 'unit', id: 'c', existedBefore: false, existsAfter: true, entries: ['c'] },
        fields: [
          { field: 'kind', before: null, after: 'unit' },
          { field: 'id', before: null, after: 'c' },
          { field: 'name', before: null, after: 'c' },
          { field: 'status', before: null, after: 'open' },
          { field: 'registered', before: null, after: { on: '2014-04-02', ...minuted } },
          { field: 'opening', before: null, after: false },
          { field: 'predecessors', before: null, after: [] },
          { field: 'successors', before: null, after: [] },
          { field: 'budgets', before: null, after: [] },
        ],
      },
    ]);
    const backwards = reader.log.changes('county', moment, before);
    expect(
      backwards.map(({ id: unit, existedBefore, existsAfter, entries }) => [
        unit,
        existedBefore,
        existsAfter,
        names(entries),
      ]),
    ).toEqual([
      ['a', true, true, ['recode']],
      ['b', true, true, ['close']],
      ['c', true, false, ['c']],
    ]);
  });

  it('between two states of knowledge has the entries recorded in between, whatever their day', async () => {
    await says('a', '2013-10-01', registers('a'));
    await says('posts', '2013-10-01', { type: 'set-unit-posts', unit: 'a', posts: 3 });
    const { reader, moment } = await book.as('2014-04-02');
    const before = reader.moments.before(moment, 3);
    expect(
      reader.log
        .changes('county', before, moment)
        .map(({ entries, ...change }) => ({ ...change, entries: names(entries) })),
    ).toEqual([
      {
        ...{ kind: 'unit', id: 'a', existedBefore: true, existsAfter: true, entries: ['posts'] },
        fields: [
          {
            field: 'posts',
            before: null,
            after: {
              count: 3,
              stated: { on: '2013-10-01', precision: 'day', provenance: 'minuted' },
              provenances: ['minuted'],
            },
          },
        ],
      },
    ]);
    expect(reader.log.changes('county', moment, moment)).toEqual([]);
  });

  it('is found from day to day, past what was struck', async () => {
    await says('a', '2013-10-01', registers('a'));
    await says('posts', '2014-01-10', { type: 'set-unit-posts', unit: 'a', posts: 3 });
    await says('review', '2014-02-01', proposes('legal'));
    await book.strike('structure', id('posts'), '2014-01-20', reason);
    const { reader, moment } = await book.as('2013-12-01');
    const day = (side: 'before' | 'after', asAt: string) =>
      reader.moments.changeDay('county', side, { ...moment, asAt: civilDate(asAt) });
    expect([day('before', '2013-12-01'), day('after', '2013-12-01')]).toEqual(['2013-10-01', '2014-02-01']);
    expect([day('before', '2013-10-01'), day('after', '2013-10-01')]).toEqual(['2013-07-18', '2014-02-01']);
    expect([day('before', '2013-07-18'), day('after', '2014-02-01')]).toEqual([undefined, undefined]);
    const unstruck = reader.moments.before({ ...moment, asAt: civilDate('2013-12-01') }, 5);
    expect(reader.moments.changeDay('county', 'after', unstruck)).toBe('2014-01-10');
  });
});

describe('The register of decisions', () => {
  const row = ({ part, holdsFrom }: ReturnType<Reader['decisions']['at']>[number]) => [
    part.id,
    part.takenOn,
    part.title,
    holdsFrom,
  ];

  it('has what was taken by the date, newest first, and from which day it holds where that is later', async () => {
    await says('old', '2013-10-01', decides('old'));
    await says('b', '2014-03-01', decides('b'));
    await says('a', '2014-03-01', decides('a'));
    await says('ahead', '2014-04-01', decides('ahead', { takenOn: '2014-03-02', title: 'Holds from April' }));
    await says('notice', '2014-02-01', {
      type: 'give-key-decision-notice',
      decision: 'roof',
      title: 'Roof',
      matter: 'A roof',
    });
    const { reader, moment } = await book.as('2014-03-02');
    const at = (asAt: string) => reader.decisions.at('county', { ...moment, asAt: civilDate(asAt) }).map(row);
    expect(at('2014-03-02')).toEqual([
      ['ahead', '2014-03-02', 'Holds from April', '2014-04-01'],
      ['a', '2014-03-01', 'Decision on a', null],
      ['b', '2014-03-01', 'Decision on b', null],
      ['old', '2013-10-01', 'Decision on old', null],
    ]);
    expect(at('2014-03-01').map(([decision]) => decision)).toEqual(['a', 'b', 'old']);
    expect(at('2014-04-01')[0]).toEqual(['ahead', '2014-03-02', 'Holds from April', null]);
    expect(at('2013-09-30')).toEqual([]);
  });

  it('is searched by each word of the record as it stands on the day', async () => {
    await says(
      'roof',
      '2014-03-01',
      decides('roof', { title: 'Roof', text: 'The roof is mended.', reasons: 'It leaks' }),
    );
    await says('road', '2014-03-01', decides('road', { text: 'The road is mended.' }));
    await says('more', '2014-03-05', {
      type: 'complete-decision-record',
      decision: 'road',
      reasons: 'Potholes',
    });
    const { reader, moment } = await book.as('2014-03-05');
    const found = (words: string, asAt = '2014-03-05') =>
      reader.decisions.at('county', { ...moment, asAt: civilDate(asAt) }, words).map(({ part }) => part.id);
    expect(found('mended')).toEqual(['road', 'roof']);
    expect(found('MENDED roof')).toEqual(['roof']);
    expect(found('mend')).toEqual(['road', 'roof']);
    expect(found('potholes')).toEqual(['road']);
    expect(found('potholes', '2014-03-04')).toEqual([]);
    expect(found('bridge')).toEqual([]);
    expect(found(' ? ')).toEqual([]);
    expect(found('"roof" OR road')).toEqual([]);
    // What kind of thing it is and how far it has come are no words of its record.
    expect([found('decision'), found('taken'), found('minuted')]).toEqual([['road'], [], []]);
    // Its own id is one, and the ids of other decisions that it names are not.
    await says('new', '2014-03-06', decides('successor', { title: 'A new roof', text: 'Slate' }));
    await says('gone', '2014-03-07', {
      ...{ type: 'supersede-decision', decision: 'roof', supersededBy: 'successor', reason: 'It is slate' },
    });
    const later = await book.as('2014-03-07');
    const foundLater = (words: string) =>
      later.reader.decisions.at('county', later.moment, words).map(({ part }) => part.id);
    expect([foundLater('slate'), foundLater('successor')]).toEqual([['successor', 'roof'], ['successor']]);
  });

  it('knows the last day on which one of the makers decided, of those known by their day', async () => {
    await says('one', '2014-03-01', decides('one'));
    await says('two', '2014-03-05', decides('two', { maker: 'Council' }));
    await says('three', '2014-03-10', decides('three', { takenOn: '2014-03-02' }));
    await says('month', '2014-03-09', decides('month', { precision: 'month' }));
    const { reader, moment } = await book.as('2014-03-31');
    const last = (maker: string, asAt: string) =>
      reader.decisions.lastTakenOn('county', { ...moment, asAt: civilDate(asAt) }, (one) => one === maker);
    expect([last('Cabinet', '2014-03-31'), last('Council', '2014-03-31')]).toEqual([
      '2014-03-02',
      '2014-03-05',
    ]);
    expect([last('Cabinet', '2014-03-01'), last('Council', '2014-03-04')]).toEqual(['2014-03-01', undefined]);
  });
});

describe('What follows from a decision', () => {
  const standingOn = (reader: Reader, at: Moment) =>
    reader.log.standingOnDecisions('county', at).map(({ entry }) => entry);

  it('is what carries it and what passed a gate it opened, until it is struck', async () => {
    await says('cabinet', '2013-10-01', decides('cabinet'));
    await says('b', '2014-01-02', registers('b', { decision: 'cabinet' }));
    await says('a', '2014-01-01', registers('a', { decision: 'cabinet' }));
    await says('merge', '2014-04-01', {
      ...{ type: 'merge-units', units: ['a', 'b'], successor: 'ab', name: 'AB', decision: 'cabinet' },
      exception: { rule: 'same-directorate', reason: 'not in the source' },
    });
    await says('own', '2013-10-02', { type: 'publish-decision', decision: 'cabinet' });
    const { reader, moment } = await book.as('2014-03-31');
    expect(names(reader.log.followingFrom('county', 'cabinet', moment))).toEqual([
      'cabinet',
      'own',
      'a',
      'b',
      'merge',
    ]);
    expect(names(standingOn(reader, moment))).toEqual(['a', 'b']);
    expect(names(standingOn(reader, { ...moment, asAt: civilDate('2014-04-01') }))).toEqual([
      'a',
      'b',
      'merge',
    ]);
    expect(names(reader.log.withException('county', moment))).toEqual([]);
    expect(names(reader.log.withException('county', { ...moment, asAt: civilDate('2014-04-01') }))).toEqual([
      'merge',
    ]);
    await book.strike('structure', id('merge'), '2014-05-01', reason);
    const after = await book.as('2014-04-01');
    expect(names(standingOn(after.reader, after.moment))).toEqual(['a', 'b']);
    expect(names(after.reader.log.withException('county', after.moment))).toEqual([]);
    expect(names(after.reader.log.followingFrom('county', 'cabinet', after.moment))).toEqual([
      'cabinet',
      'own',
      'a',
      'b',
    ]);
  });
});

describe('An entry', () => {
  it('leads to what it was recorded with, what it caused and the batch it came in', async () => {
    await says('a', '2013-10-01', registers('a'), { commandId: 'batch/1' });
    await says('b', '2013-10-01', registers('b'), { commandId: 'batch/2', causationId: id('a') });
    await says('other', '2013-10-01', registers('c'), { commandId: 'batch/2/1' });
    await says('next', '2013-10-01', registers('d'), { commandId: 'batch-2/1', causationId: id('b') });
    const [strike = '', replacement = ''] = await book.strike('structure', id('next'), '2014-01-01', reason, [
      registers('e'),
    ]);
    ids.set('strike', strike).set('replacement', replacement);
    const { reader, moment } = await book.as('2014-03-31');
    const entry = (name: string) => reader.log.entry(id(name)) as never;
    expect(reader.log.strikeWith(entry('replacement'))).toEqual(entry('strike'));
    expect(reader.log.strikeWith(entry('next'))).toBeUndefined();
    expect(reader.log.strikeWith(entry('strike'))).toBeUndefined();
    expect(names(reader.log.recordedWith(entry('strike')))).toEqual(['strike', 'replacement']);
    expect(names(reader.log.recordedWith(entry('replacement')))).toEqual(['strike', 'replacement']);
    expect(names(reader.log.recordedWith(entry('b')))).toEqual(['b']);
    expect(names(reader.log.causedBy('county', id('a'), moment))).toEqual(['b']);
    expect(names(reader.log.causedBy('county', id('a'), reader.moments.before(moment, 3)))).toEqual([]);
    expect(names(reader.log.caused('county', moment))).toEqual(['b']);
    expect(names(reader.log.caused('county', reader.moments.before(moment, 6)))).toEqual(['b', 'next']);
    expect(names(reader.log.entriesOfCommand('county', 'batch/1'))).toEqual(['a']);
    const batch = reader.log.ofBatch('county', 'batch');
    expect([names(batch?.entries ?? []), batch?.after]).toEqual([
      ['a', 'b'],
      reader.log.entry(id('start'))?.position,
    ]);
    expect(reader.log.ofBatch('county', 'none')).toBeUndefined();
    expect(reader.log.entry('none')).toBeUndefined();
    expect([
      reader.log.isStruck(id('next')),
      reader.log.isStruck(id('a')),
      reader.log.isStruck('none'),
    ]).toEqual([true, false, false]);
  });
});

describe('A moment', () => {
  it('knows what was recorded by an instant, by the end of a day in London, or all there is', async () => {
    await says('a', '2013-10-01', registers('a'));
    book.wait(1);
    await says('b', '2013-10-01', registers('b'));
    const { reader, moment } = await book.as('2014-03-31');
    const seqs = (...known: string[]) => known.map((at) => reader.moments.at(moment.asAt, at as never).seq);
    expect(moment.seq).toBe(3);
    expect(seqs('2013-12-20T09:01:00.000Z', '2013-12-20T09:01:59.999Z', '2013-12-20T09:02:00.000Z')).toEqual([
      1, 1, 2,
    ]);
    expect(seqs('2013-12-19', '2013-12-20', '2013-12-21')).toEqual([0, 2, 3]);
    const [start, second] = ['start', 'a'].map((name) => reader.log.entry(id(name))?.position ?? '');
    expect(reader.moments.upTo(moment, second ?? '')).toMatchObject({ seq: 2, position: second });
    expect(reader.moments.upTo(moment, start ?? '')).toMatchObject({ seq: 1, position: start });
    expect(reader.moments.upTo(moment, '')).toMatchObject({ seq: 0, position: null });
    expect(reader.moments.upTo(reader.moments.before(moment, 2), second ?? '')).toMatchObject({
      seq: 1,
      position: start,
    });
    expect(reader.moments.lastRecorded(moment)).toBe('2013-12-21T09:03:00.000Z');
    expect(reader.moments.lastRecorded(reader.moments.before(moment, 1))).toBeUndefined();
    expect([
      reader.log.lastIn('county/structure', moment),
      reader.log.lastIn('county/review', moment),
    ]).toEqual([3, 0]);
    expect(reader.log.positionOfLastIn('county/structure', reader.moments.before(moment, 3))).toBe(second);
    expect(reader.log.positionOfLastIn('county/review', moment)).toBeUndefined();
  });

  it('knows a thing from its first entry on, and has it from the day it holds', async () => {
    await says('a', '2014-04-01', registers('a'));
    const { reader, moment } = await book.as('2014-03-31');
    expect(reader.parts.one('county', 'unit', 'a', moment)).toEqual({ known: true, part: undefined });
    expect(reader.parts.one('county', 'unit', 'b', moment)).toEqual({ known: false, part: undefined });
    expect(reader.parts.one('county', 'unit', 'a', reader.moments.before(moment, 2))).toEqual({
      known: false,
      part: undefined,
    });
    const at = reader.parts.throughTime('county', 'unit', 'a', moment);
    expect([at(civilDate('2014-03-31')), (at(civilDate('2014-04-01')) as UnitPart).id]).toEqual([
      undefined,
      'a',
    ]);
    expect(
      reader.parts.throughTime(
        'county',
        'unit',
        'a',
        reader.moments.before(moment, 2),
      )(civilDate('2014-04-01')),
    ).toBeUndefined();
    expect(reader.parts.list('county', 'unit', moment)).toEqual([]);
    expect(reader.parts.list('county', 'unit', { ...moment, asAt: civilDate('2014-04-01') })).toHaveLength(1);
    expect([
      reader.moments.knows('county', moment),
      reader.moments.knows('district', moment),
      reader.moments.knows('county', reader.moments.before(moment, 1)),
    ]).toEqual([true, false, false]);
    expect([
      reader.moments.programmes(moment),
      reader.moments.programmes(reader.moments.before(moment, 1)),
    ]).toEqual([['county'], []]);
    expect([
      reader.parts.kindsOf('county', 'a', moment),
      reader.parts.kindsOf('county', 'a', reader.moments.before(moment, 2)),
    ]).toEqual([['unit'], []]);
  });

  it('has what was recorded ahead of its day from that day on, also for whoever knew it before', async () => {
    await says('a', '2013-10-01', registers('a'));
    await says('ahead', '2014-04-01', { type: 'rename-unit', unit: 'a', name: 'Archives' });
    book.wait(200);
    await says('late', '2014-05-01', { type: 'rename-unit', unit: 'a', name: 'Archives and records' });
    const { reader, moment } = await book.as('2014-06-01');
    const known = reader.moments.at(civilDate('2014-06-01'), civilDate('2013-12-31'));
    const name = (at: Moment) => (reader.parts.one('county', 'unit', 'a', at).part as UnitPart).name;
    const listed = (at: Moment) => reader.parts.list('county', 'unit', at).map(({ name: called }) => called);
    expect([name(moment), name(known), name({ ...known, asAt: civilDate('2014-03-31') })]).toEqual([
      'Archives and records',
      'Archives',
      'a',
    ]);
    expect([listed(moment), listed(known), listed({ ...known, asAt: civilDate('2014-03-31') })]).toEqual([
      ['Archives and records'],
      ['Archives'],
      ['a'],
    ]);
  });
});

describe('What is believed of a kind of stream', () => {
  it('is its entries in fold order up to the day, stream by stream, without those struck', async () => {
    await says('ab', '2013-10-01', proposes('ab'));
    await says('a', '2013-10-01', proposes('a'));
    await says('brief of a', '2013-10-05', { type: 'agree-scoping-brief', review: 'a' });
    await says('team of a', '2013-10-02', {
      type: 'name-review-team',
      review: 'a',
      members: [{ role: 'Lead', from: 'in-house' }],
    });
    await says('brief of ab', '2013-10-05', { type: 'agree-scoping-brief', review: 'ab' });
    await book.strike('review/ab', id('brief of ab'), '2014-05-01', reason);
    const { reader, moment } = await book.as('2013-10-05');
    const believed = (at: Moment) => [...reader.log.believed('county', 'review', at)].map(names);
    expect(believed(moment)).toEqual([['a', 'team of a', 'brief of a'], ['ab']]);
    expect(believed({ ...moment, asAt: civilDate('2013-10-04') })).toEqual([['a', 'team of a'], ['ab']]);
    expect(believed(reader.moments.before(moment, 7))).toEqual([
      ['a', 'team of a', 'brief of a'],
      ['ab', 'brief of ab'],
    ]);
    expect([...reader.log.believed('county', 'nothing', moment)]).toEqual([]);
    expect([...reader.log.believed('county', 'portfolio', moment)]).toEqual([]);
  });
});
