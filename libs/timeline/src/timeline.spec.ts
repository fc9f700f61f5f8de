import { describe, expect, it } from '@jest/globals';
import { civilDate, latestDate, type CivilDate } from '#calendar';
import { nameKey, smallStructure, unitKey, type SmallEvent, type SmallPart, type SmallUnit } from '#testing';
import { Timeline, type Change, type Entry, type Logged, type Rules } from './index.js';

type Said<E> = E extends SmallEvent ? Omit<E, 'effectiveOn' | 'provenance'> : never;

const day = (text: string) => civilDate(text);

const entry = (
  revision: number,
  effectiveOn: string,
  said: Said<SmallEvent>,
  replaces?: number,
): Entry<SmallEvent> => ({
  id: `entry-${revision}`,
  revision,
  effectiveOn: day(effectiveOn),
  ...(replaces !== undefined && { replaces: `entry-${replaces}` }),
  event: { provenance: 'minuted', effectiveOn: day(effectiveOn), ...said },
});

const struck = (revision: number, ...revisions: number[]) => ({
  revision,
  strikes: revisions.map((n) => `entry-${n}`),
});

const registered = (unit: string, name: string, posts: number) =>
  ({ type: 'UnitRegistered', unit, name, posts }) as const;
const counted = (unit: string, posts: number) => ({ type: 'PostsCounted', unit, posts }) as const;
const moved = (from: string, to: string, posts: number) => ({ type: 'PostsMoved', from, to, posts }) as const;
const matched = (unit: string, like: string) => ({ type: 'PostsMatched', unit, like }) as const;
const merged = (unit: string, into: string) => ({ type: 'UnitMerged', unit, into }) as const;
const renamed = (unit: string, from: string, to: string) =>
  ({ type: 'UnitRenamed', unit, from, to }) as const;

const timelineOf = (...log: Logged<SmallEvent>[]) => Timeline.of(smallStructure, log);

function postsOf(timeline: Timeline<SmallPart, SmallEvent>, unit: string, asAt?: string) {
  const state = timeline.asAt(asAt === undefined ? undefined : day(asAt));
  return (state.get(unitKey(unit)) as SmallUnit | undefined)?.posts;
}

/** Two units of 40 and 10 posts, from 1 April 2013. */
const twoUnits = [
  entry(0, '2013-04-01', registered('libraries', 'Libraries', 40)),
  entry(1, '2013-04-01', registered('museums', 'Museums', 10)),
];

describe('An answer', () => {
  it('is what the entries up to its day come to, whatever the order they were recorded in', () => {
    const timeline = timelineOf(
      ...twoUnits,
      entry(2, '2014-04-01', counted('libraries', 30)),
      entry(3, '2013-10-01', counted('libraries', 36)),
    );
    expect(
      ['2013-03-31', '2013-04-01', '2013-09-30', '2013-10-01', '2014-03-31', '2014-04-01'].map((asAt) =>
        postsOf(timeline, 'libraries', asAt),
      ),
    ).toEqual([undefined, 40, 40, 36, 36, 30]);
  });

  it('is for the end of its day: of two entries on one day, the one recorded last has the last word', () => {
    const timeline = timelineOf(
      ...twoUnits,
      entry(2, '2014-03-21', counted('libraries', 35)),
      entry(3, '2014-03-21', counted('libraries', 33)),
    );
    expect(postsOf(timeline, 'libraries', '2014-03-21')).toBe(33);
  });

  it('comes after every entry there is, where no day is asked for', () => {
    const timeline = timelineOf(...twoUnits, entry(2, '2030-04-01', counted('libraries', 3)));
    expect(postsOf(timeline, 'libraries')).toBe(3);
  });

  it('holds nothing of a thing that no entry speaks of', () => {
    expect(
      timelineOf(...twoUnits)
        .asAt()
        .get(unitKey('highways')),
    ).toBeUndefined();
  });

  it('passes over what makes no sense, and still says why it could not happen', () => {
    const timeline = timelineOf(entry(0, '2013-04-01', moved('libraries', 'museums', 3)));
    expect(postsOf(timeline, 'museums')).toBeUndefined();
    expect(timeline.refusalOf('entry-0')).toEqual({
      refused: 'unit-unknown',
      because: 'There is no unit libraries: register it first',
    });
  });
});

describe('A strike', () => {
  const log = [...twoUnits, entry(2, '2013-10-01', moved('libraries', 'museums', 5))];

  it('removes an entry on all of its days from the moment it is recorded, and not before', () => {
    const timeline = timelineOf(...log);
    expect(postsOf(timeline, 'museums', '2013-10-01')).toBe(15);
    timeline.accept(struck(3, 2));
    expect(postsOf(timeline, 'museums', '2013-10-01')).toBe(10);
    expect(postsOf(timelineOf(...log), 'museums', '2013-10-01')).toBe(15);
  });

  it('leaves the entry on the record, marked as struck and believed no longer', () => {
    const timeline = timelineOf(...log, struck(3, 2));
    expect(timeline.entry('entry-2')).toEqual(log[2]);
    expect(timeline.isStruck('entry-2')).toBe(true);
    expect(timeline.isStruck('entry-1')).toBe(false);
    expect(timeline.refusalOf('entry-2')).toBeUndefined();
  });

  it('moves every figure that was worked out from the struck entry', () => {
    const timeline = timelineOf(...log, entry(3, '2014-04-01', matched('libraries', 'museums')));
    expect(postsOf(timeline, 'libraries')).toBe(15);
    timeline.accept(struck(4, 2));
    expect(postsOf(timeline, 'libraries')).toBe(10);
  });

  it('removes several entries at once', () => {
    const timeline = timelineOf(...log, entry(3, '2014-04-01', counted('museums', 99)), struck(4, 2, 3));
    expect([postsOf(timeline, 'libraries'), postsOf(timeline, 'museums')]).toEqual([40, 10]);
  });

  it('of an entry struck already changes nothing: an entry is not struck twice', () => {
    const timeline = timelineOf(...log, struck(3, 2));
    expect(timeline.accept(struck(4, 2))).toEqual(new Map());
    expect(timeline).toEqual(timelineOf(...log, struck(3, 2)));
  });
});

describe('A replacement', () => {
  const log = [
    ...twoUnits,
    entry(2, '2014-03-21', counted('museums', 20)),
    entry(3, '2014-03-21', moved('libraries', 'museums', 5)),
  ];

  it('of the same day stands where the struck entry stood, before what was recorded after that', () => {
    const timeline = timelineOf(...log, struck(4, 2), entry(5, '2014-03-21', counted('museums', 12), 2));
    expect(postsOf(timeline, 'museums')).toBe(17);
  });

  it('keeps that place through a chain of corrections', () => {
    const timeline = timelineOf(
      ...log,
      struck(4, 2),
      entry(5, '2014-03-21', counted('museums', 12), 2),
      struck(6, 5),
      entry(7, '2014-03-21', counted('museums', 14), 5),
    );
    expect(postsOf(timeline, 'museums')).toBe(19);
  });

  it('may be two entries: they stand one after the other in the place of the one', () => {
    const timeline = timelineOf(
      ...log,
      struck(4, 2),
      entry(5, '2014-03-21', counted('museums', 12), 2),
      entry(6, '2014-03-21', moved('museums', 'libraries', 2), 2),
    );
    expect(timeline.inFoldOrder(['entry-3', 'entry-6', 'entry-5']).map(({ id }) => id)).toEqual([
      'entry-5',
      'entry-6',
      'entry-3',
    ]);
    expect(postsOf(timeline, 'museums')).toBe(15);
  });

  it('of the first of two such entries still stands before the second', () => {
    const timeline = timelineOf(
      ...log,
      struck(4, 2),
      entry(5, '2014-03-21', counted('museums', 12), 2),
      entry(6, '2014-03-21', moved('museums', 'libraries', 2), 2),
      struck(7, 5),
      entry(8, '2014-03-21', counted('museums', 13), 5),
    );
    expect(postsOf(timeline, 'museums')).toBe(16);
  });

  it('with another date goes last in that day', () => {
    const timeline = timelineOf(
      ...log,
      entry(4, '2014-04-01', counted('museums', 50)),
      struck(5, 2),
      entry(6, '2014-04-01', counted('museums', 12), 2),
    );
    expect(postsOf(timeline, 'museums', '2014-03-21')).toBe(15);
    expect(postsOf(timeline, 'museums', '2014-04-01')).toBe(12);
  });
});

describe('A change is judged by the sequence it ends in', () => {
  it('a late entry goes in its place, and the sums after it move', () => {
    const timeline = timelineOf(...twoUnits, entry(2, '2014-04-01', moved('libraries', 'museums', 5)));
    const judged = timeline.judge({ add: [entry(3, '2013-10-01', counted('museums', 12))] });
    expect(judged.permitted).toBe(true);
    expect([postsOf(timeline, 'museums', '2013-10-01'), postsOf(timeline, 'museums')]).toEqual([12, 17]);
  });

  it('a late entry that a later one cannot stand beside is refused, and the refusal names the later one', () => {
    const later = entry(2, '2014-04-01', moved('libraries', 'museums', 30));
    const timeline = timelineOf(...twoUnits, later);
    expect(timeline.judge({ add: [entry(3, '2013-10-01', counted('libraries', 20))] })).toEqual({
      permitted: false,
      refusal: { refused: 'too-few-posts', because: 'libraries has 20 posts: move no more than that' },
      entry: later,
      own: false,
    });
  });

  it('an entry dated today is checked against one already recorded for next April', () => {
    const nextApril = entry(2, '2015-04-01', merged('museums', 'libraries'));
    const timeline = timelineOf(...twoUnits, nextApril);
    expect(timeline.judge({ add: [entry(3, '2014-12-12', merged('museums', 'libraries'))] })).toEqual({
      permitted: false,
      refusal: {
        refused: 'unit-merged',
        because: 'museums is merged: name the unit it went into, libraries',
      },
      entry: nextApril,
      own: false,
    });
  });

  it('an entry that cannot happen where it stands is refused for itself', () => {
    const timeline = timelineOf(...twoUnits, entry(2, '2014-04-01', merged('museums', 'libraries')));
    const late = entry(3, '2014-07-17', moved('museums', 'libraries', 1));
    expect(timeline.judge({ add: [late] })).toEqual({
      permitted: false,
      refusal: {
        refused: 'unit-merged',
        because: 'museums is merged: name the unit it went into, libraries',
      },
      entry: late,
      own: true,
    });
  });

  it('of several entries it leaves without permission, the first in fold order is named', () => {
    const second = entry(2, '2014-07-17', moved('libraries', 'museums', 25));
    const first = entry(3, '2014-04-01', moved('libraries', 'museums', 15));
    const timeline = timelineOf(...twoUnits, second, first);
    expect(timeline.judge({ add: [entry(4, '2013-10-01', counted('libraries', 10))] })).toMatchObject({
      permitted: false,
      entry: first,
    });
  });

  it('an entry that was not permitted before is never blamed', () => {
    const neverPermitted = entry(2, '2014-04-01', moved('libraries', 'museums', 500));
    const timeline = timelineOf(...twoUnits, neverPermitted);
    expect(timeline.refusalOf('entry-2')).toMatchObject({ refused: 'too-few-posts' });
    expect(timeline.judge({ add: [entry(3, '2013-10-01', counted('libraries', 20))] }).permitted).toBe(true);
    expect(timeline.refusalOf('entry-2')).toEqual({
      refused: 'too-few-posts',
      because: 'libraries has 20 posts: move no more than that',
    });
  });

  it('an entry that a change makes permitted at last is asked again from then on', () => {
    const once = entry(2, '2014-04-01', moved('libraries', 'museums', 50));
    const timeline = timelineOf(...twoUnits, once);
    expect(timeline.judge({ add: [entry(3, '2013-10-01', counted('libraries', 60))] }).permitted).toBe(true);
    expect(timeline.refusalOf('entry-2')).toBeUndefined();
    expect(timeline.judge({ add: [entry(4, '2013-12-31', counted('libraries', 45))] })).toMatchObject({
      permitted: false,
      entry: once,
    });
  });

  it('what the source gives no way to meet may be set aside by its rule, and by no other', () => {
    const timeline = timelineOf(...twoUnits);
    const excusing = (rule: string) => ({
      add: [
        entry(2, '2014-04-01', {
          ...moved('libraries', 'museums', 41),
          exception: { rule, reason: 'not in the source' },
        }),
      ],
    });
    expect(timeline.judge(excusing('unit-merged'))).toMatchObject({
      permitted: false,
      refusal: { refused: 'too-few-posts' },
    });
    expect(timeline.judge(excusing('too-few-posts')).permitted).toBe(true);
  });

  it('two entries may make good together what neither could alone', () => {
    const timeline = timelineOf(...twoUnits, entry(2, '2014-04-01', moved('libraries', 'museums', 30)));
    const fewer = entry(3, '2013-10-01', counted('libraries', 20));
    const moreAgain = entry(4, '2014-03-31', counted('libraries', 30));
    expect(timeline.judge({ add: [fewer] }).permitted).toBe(false);
    expect(timeline.judge({ add: [fewer, moreAgain] }).permitted).toBe(true);
  });

  it('a future entry is on the record at once and holds from its date', () => {
    const timeline = timelineOf(...twoUnits);
    expect(timeline.judge({ add: [entry(2, '2015-04-01', merged('museums', 'libraries'))] }).permitted).toBe(
      true,
    );
    expect(timeline.entry('entry-2')?.event).toMatchObject({ type: 'UnitMerged' });
    expect(
      ['2014-12-12', '2015-03-31', '2015-04-01'].map((asAt) => postsOf(timeline, 'museums', asAt)),
    ).toEqual([10, 10, 0]);
  });
});

describe('A correction', () => {
  it('of an entry that another stands on is refused alone, and permitted with its replacement', () => {
    const rename = entry(2, '2014-04-01', renamed('museums', 'Museums', 'Heritage'));
    const timeline = timelineOf(...twoUnits, rename);
    expect(timeline.judge({ add: [], strike: ['entry-1'] })).toMatchObject({
      permitted: false,
      refusal: { refused: 'unit-unknown' },
      entry: rename,
      own: false,
    });
    const replacement = entry(4, '2013-04-01', registered('museums', 'Museums', 11), 1);
    expect(timeline.judge({ add: [replacement], strike: ['entry-1'] }).permitted).toBe(true);
    expect(timeline.asAt().get(unitKey('museums'))).toEqual({ name: 'Heritage', posts: 11 });
  });

  it('reaches a unit registered and merged on one day: its registration can be corrected', () => {
    const timeline = timelineOf(
      entry(0, '2013-04-01', registered('libraries', 'Libraries', 40)),
      entry(1, '2014-04-01', registered('museums', 'Musuems', 10)),
      entry(2, '2014-04-01', merged('museums', 'libraries')),
    );
    const corrected = entry(4, '2014-04-01', registered('museums', 'Museums', 12), 1);
    expect(timeline.judge({ add: [corrected], strike: ['entry-1'] }).permitted).toBe(true);
    expect(timeline.asAt().get(unitKey('museums'))).toEqual({
      name: 'Museums',
      posts: 0,
      mergedInto: 'libraries',
    });
    expect(postsOf(timeline, 'libraries', '2014-04-01')).toBe(52);
    expect(timeline.asAt().get(nameKey('Musuems'))).toBeUndefined();
  });

  it('puts an entry before another of the same day: that one is struck and both are recorded', () => {
    const timeline = timelineOf(...twoUnits, entry(2, '2014-04-01', merged('museums', 'libraries')));
    const forgotten = moved('museums', 'libraries', 3);
    expect(timeline.judge({ add: [entry(3, '2014-04-01', forgotten)] })).toMatchObject({
      permitted: false,
      refusal: { refused: 'unit-merged' },
      own: true,
    });
    const both = [
      entry(4, '2014-04-01', forgotten, 2),
      entry(5, '2014-04-01', merged('museums', 'libraries'), 2),
    ];
    expect(timeline.judge({ add: both, strike: ['entry-2'] }).permitted).toBe(true);
    expect(postsOf(timeline, 'libraries', '2014-04-01')).toBe(50);
  });

  it('may leave what was permitted only by the struck entry struck beside it', () => {
    const timeline = timelineOf(
      ...twoUnits,
      entry(2, '2014-04-01', renamed('museums', 'Museums', 'Heritage')),
    );
    expect(timeline.judge({ add: [], strike: ['entry-1', 'entry-2'] }).permitted).toBe(true);
    expect(timeline.asAt().get(unitKey('museums'))).toBeUndefined();
    expect(timeline.asAt().get(nameKey('Museums'))).toBeUndefined();
  });
});

describe('A timeline', () => {
  const log = [...twoUnits, entry(2, '2014-04-01', moved('libraries', 'museums', 30))];
  const refused: Change<SmallEvent> = {
    add: [entry(4, '2013-10-01', counted('libraries', 35)), entry(5, '2013-12-31', counted('libraries', 20))],
    strike: ['entry-1'],
  };

  it('is untouched by a change that is refused', () => {
    const timeline = timelineOf(...log);
    expect(timeline.judge(refused).permitted).toBe(false);
    expect(timeline).toEqual(timelineOf(...log));
  });

  it('is itself again after a change is taken back, and once only', () => {
    const timeline = timelineOf(...log);
    const judged = timeline.judge({ add: [entry(4, '2013-10-01', counted('museums', 12))] });
    if (!judged.permitted) throw new Error('This change is permitted');
    expect(timeline).not.toEqual(timelineOf(...log));
    judged.undo();
    judged.undo();
    expect(timeline).toEqual(timelineOf(...log));
  });

  it('takes in what is already on the record, permitted or not', () => {
    const timeline = timelineOf(...log);
    timeline.accept(entry(3, '2013-10-01', counted('libraries', 20)));
    expect(timeline.refusalOf('entry-2')).toMatchObject({ refused: 'too-few-posts' });
  });

  it('says which parts have another value, from the first such day to the last', () => {
    const timeline = timelineOf(...log, entry(3, '2015-04-01', counted('museums', 50)));
    expect(timeline.accept(entry(4, '2013-10-01', counted('museums', 12)))).toEqual(
      new Map([[unitKey('museums'), { from: day('2013-10-01'), to: day('2015-04-01') }]]),
    );
    expect(
      timeline.valuesByDay(unitKey('museums'), { from: day('2013-10-01'), to: day('2014-12-31') }),
    ).toEqual([
      ['2013-10-01', { name: 'Museums', posts: 12 }],
      ['2014-04-01', { name: 'Museums', posts: 42 }],
    ]);
  });

  it('says that a change lasts where nothing later ends it', () => {
    expect(timelineOf(...log).accept(entry(3, '2015-04-01', counted('museums', 50)))).toEqual(
      new Map([[unitKey('museums'), { from: day('2015-04-01'), to: latestDate }]]),
    );
  });

  it('gives the last value of a day on which a part changes more than once', () => {
    const timeline = timelineOf(...log, entry(3, '2014-04-01', counted('museums', 41)));
    expect(
      timeline.valuesByDay(unitKey('museums'), { from: day('2014-04-01'), to: day('2014-04-01') }),
    ).toEqual([['2014-04-01', { name: 'Museums', posts: 41 }]]);
  });

  it.each<[string, Partial<Rules<SmallPart, SmallEvent>>]>([
    ['reads', { touches: () => [nameKey('Culture')] }],
    ['changes', { touches: () => [], permits: () => undefined, evolve: () => [[unitKey('x'), { most: 1 }]] }],
  ])(
    'does not hide that an event %s a part it does not say it touches, and is not harmed by it',
    (_, wrong) => {
      const faulty = { ...smallStructure, ...wrong };
      const timeline = new Timeline<SmallPart, SmallEvent>(faulty);
      expect(() => timeline.judge({ add: [entry(0, '2014-04-01', registered('x', 'X', 1))] })).toThrow(
        'An event reads or changes the part unit/x, which it does not say it touches',
      );
      expect(timeline).toEqual(new Timeline<SmallPart, SmallEvent>(faulty));
    },
  );

  it('takes no entry twice, and is not harmed by the attempt', () => {
    const timeline = timelineOf(...log);
    expect(() => timeline.accept(entry(2, '2014-04-01', counted('museums', 1)))).toThrow(
      'Entry entry-2 is on the timeline already',
    );
    expect(timeline).toEqual(timelineOf(...log));
  });

  it('reads back its entries in fold order, without those it does not know', () => {
    const timeline = timelineOf(...log);
    const days = timeline
      .inFoldOrder(['entry-2', 'entry-9', 'entry-1', 'entry-0'])
      .map(({ id, effectiveOn }): [string, CivilDate] => [id, effectiveOn]);
    expect(days).toEqual([
      ['entry-0', '2013-04-01'],
      ['entry-1', '2013-04-01'],
      ['entry-2', '2014-04-01'],
    ]);
  });

  it('folds on past what it leaves without permission: the record is believed whole', () => {
    const timeline = timelineOf(
      ...twoUnits,
      entry(2, '2013-10-01', moved('libraries', 'museums', 5)),
      entry(3, '2014-04-01', matched('libraries', 'museums')),
    );
    expect(timeline.accept(struck(4, 1))).toEqual(
      new Map([
        [unitKey('museums'), { from: day('2013-04-01'), to: latestDate }],
        [nameKey('Museums'), { from: day('2013-04-01'), to: latestDate }],
        [unitKey('libraries'), { from: day('2013-10-01'), to: latestDate }],
      ]),
    );
    expect(['2013-10-01', '2014-04-01'].map((asAt) => postsOf(timeline, 'libraries', asAt))).toEqual([
      40, 40,
    ]);
    expect(['entry-2', 'entry-3'].map((id) => timeline.refusalOf(id)?.refused)).toEqual([
      'unit-unknown',
      'unit-unknown',
    ]);
  });

  it('shows what a change would come to whatever the rules say, and takes it back', () => {
    const timeline = timelineOf(...log, entry(3, '2014-05-01', matched('museums', 'libraries')));
    const undo = timeline.try({ add: [entry(4, '2013-10-01', counted('libraries', 20))] });
    expect(postsOf(timeline, 'museums')).toBe(0);
    expect(timeline.refusalOf('entry-2')?.refused).toBe('too-few-posts');
    undo();
    expect(timeline).toEqual(timelineOf(...log, entry(3, '2014-05-01', matched('museums', 'libraries'))));
  });

  it('takes back several strikes and additions of one change, each in its place', () => {
    const whole = [
      ...log,
      entry(3, '2014-05-01', counted('libraries', 9)),
      entry(4, '2014-06-01', counted('libraries', 8)),
    ];
    const timeline = timelineOf(...whole);
    const undo = timeline.try({
      add: [entry(5, '2014-05-15', counted('libraries', 7)), entry(6, '2014-04-15', counted('libraries', 6))],
      strike: ['entry-3', 'entry-2', 'entry-4'],
    });
    expect(postsOf(timeline, 'libraries')).toBe(7);
    undo();
    expect(timeline).toEqual(timelineOf(...whole));
    expect(postsOf(timeline, 'libraries')).toBe(8);
  });

  it('folds the entries of one change by their days, in whatever order they are given', () => {
    const timeline = timelineOf(...twoUnits);
    timeline.try({
      add: [
        entry(3, '2014-04-01', moved('libraries', 'museums', 25)),
        entry(2, '2013-10-01', counted('libraries', 30)),
        entry(4, '2014-05-01', moved('libraries', 'museums', 6)),
      ],
    });
    expect([postsOf(timeline, 'libraries'), postsOf(timeline, 'museums')]).toEqual([0, 41]);
    expect(timeline.refusalOf('entry-4')?.refused).toBe('too-few-posts');
  });

  it('judges the entries of one change by their days too: an earlier one may be what permits a later one', () => {
    const timeline = timelineOf(...twoUnits);
    const judged = timeline.judge({
      add: [
        entry(3, '2014-04-01', moved('libraries', 'museums', 45)),
        entry(2, '2013-10-01', counted('libraries', 50)),
      ],
    });
    expect(judged.permitted).toBe(true);
    expect(postsOf(timeline, 'libraries')).toBe(5);
  });

  it('knows nothing of an entry or a part that is not on the record', () => {
    const timeline = timelineOf(...log);
    expect([timeline.entry('entry-9'), timeline.refusalOf('entry-9'), timeline.isStruck('entry-9')]).toEqual([
      undefined,
      undefined,
      false,
    ]);
    expect(timeline.valuesByDay(unitKey('highways'), { from: day('2013-04-01'), to: latestDate })).toEqual(
      [],
    );
  });

  it('gives the values of a part from its first day on, and only on days on which an entry changed it', () => {
    const timeline = timelineOf(...twoUnits, entry(2, '2014-04-01', matched('libraries', 'museums')));
    expect(timeline.valuesByDay(unitKey('libraries'), { from: day('2013-04-01'), to: latestDate })).toEqual([
      ['2013-04-01', { name: 'Libraries', posts: 40 }],
      ['2014-04-01', { name: 'Libraries', posts: 10 }],
    ]);
    expect(timeline.valuesByDay(unitKey('museums'), { from: day('2013-04-01'), to: latestDate })).toEqual([
      ['2013-04-01', { name: 'Museums', posts: 10 }],
    ]);
    expect(postsOf(timeline, 'museums', '2014-04-01')).toBe(10);
  });

  it('says the day of an entry that leaves a part as it was, for it comes to be said there', () => {
    const timeline = timelineOf(...twoUnits);
    expect(timeline.accept(entry(2, '2014-04-01', counted('museums', 10)))).toEqual(
      new Map([[unitKey('museums'), { from: day('2014-04-01'), to: day('2014-04-01') }]]),
    );
  });
});

describe('The state that an entry is decided on', () => {
  const log = [
    ...twoUnits,
    entry(2, '2014-03-21', counted('museums', 20)),
    entry(3, '2014-03-21', counted('museums', 30)),
  ];
  const before = (effectiveOn: string, replaces?: string, ...gone: number[]) =>
    (
      timelineOf(...log, struck(4, ...gone))
        .before({ effectiveOn: day(effectiveOn), revision: 9, ...(replaces !== undefined && { replaces }) })
        .get(unitKey('museums')) as SmallUnit
    ).posts;

  it('is that at the end of its day, or just before the entry of the same day that it replaces', () => {
    expect(before('2014-03-20')).toBe(10);
    expect(before('2014-03-21')).toBe(30);
    expect(before('2014-03-21', 'entry-3', 3)).toBe(20);
    expect(before('2014-03-21', 'entry-2', 2)).toBe(10);
    expect(before('2014-03-21', undefined, 2)).toBe(30);
    expect(before('2014-03-22', 'entry-2', 2)).toBe(30);
    expect(before('2014-03-21', 'entry-9')).toBe(30);
  });
});

describe('An entry that frees what another gave', () => {
  const log = [...twoUnits, entry(2, '2014-04-01', merged('museums', 'libraries'))];
  const late = entry(3, '2013-10-01', renamed('museums', 'Museums', 'Culture'));
  const names = (timeline: Timeline<SmallPart, SmallEvent>) =>
    ['Museums', 'Culture'].map((name) =>
      timeline.valuesByDay(nameKey(name), { from: day('2013-04-01'), to: latestDate }),
    );
  const asMuseums = [
    [
      ['2013-04-01', { heldBy: 'museums' }],
      ['2014-04-01', { heldBy: null }],
    ],
    [],
  ];

  it('frees the name that the unit has by then, whatever it is by a late entry', () => {
    const timeline = timelineOf(...log);
    expect(names(timeline)).toEqual(asMuseums);
    expect(timeline.accept(late)).toEqual(
      new Map([
        [unitKey('museums'), { from: day('2013-10-01'), to: latestDate }],
        [nameKey('Museums'), { from: day('2013-10-01'), to: day('2014-04-01') }],
        [nameKey('Culture'), { from: day('2013-10-01'), to: latestDate }],
      ]),
    );
    expect(names(timeline)).toEqual([
      [
        ['2013-04-01', { heldBy: 'museums' }],
        ['2013-10-01', { heldBy: null }],
      ],
      [
        ['2013-10-01', { heldBy: 'museums' }],
        ['2014-04-01', { heldBy: null }],
      ],
    ]);
    expect(timeline.asAt(day('2014-04-01')).get(nameKey('Culture'))).toEqual({ heldBy: null });
  });

  it('frees the first name again once the late entry is struck or taken back', () => {
    const timeline = timelineOf(...log, late);
    timeline.accept(struck(4, 3));
    expect(names(timeline)).toEqual(asMuseums);
    const tried = timelineOf(...log);
    tried.try({ add: [late] })();
    expect(names(tried)).toEqual(asMuseums);
    expect(tried).toEqual(timelineOf(...log));
  });

  it('frees nothing for a unit that is not there', () => {
    const timeline = timelineOf(entry(0, '2013-04-01', registered('libraries', 'Libraries', 40)));
    expect(timeline.accept(entry(1, '2014-04-01', merged('museums', 'libraries')))).toEqual(new Map());
    expect(postsOf(timeline, 'libraries')).toBe(40);
  });

  it('is the same by rules that never touch more than they say', () => {
    const plain: Rules<SmallPart, SmallEvent> = {
      touches: (event) => smallStructure.touches(event),
      permits: (state, event) => smallStructure.permits(state, event),
      evolve: (state, event) => smallStructure.evolve(state, event),
    };
    const timeline = Timeline.of<SmallPart, SmallEvent>(plain, twoUnits);
    timeline.accept(entry(2, '2014-04-01', counted('museums', 3)));
    expect(postsOf(timeline, 'museums')).toBe(3);
  });
});
