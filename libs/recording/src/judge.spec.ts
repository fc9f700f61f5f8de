import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { civilDate, earliestDate, latestDate, type CivilDate } from '#calendar';
import { noFacts, type Command, type Decided, type Facts, type StreamDefinition } from '#programme';
import {
  believed,
  historyDays,
  nameKey,
  historySeed,
  refusals,
  smallStructure,
  unitKey,
  type SmallEvent,
  type SmallPart,
  type SmallUnit,
  metOften,
} from '#testing';
import { Timeline, type Entry, type Logged, type Parts } from '#timeline';
import { judge, type CommandOfChange, type ChangeAsked } from './judge.js';

/** Says that a thing happened, as an event of the small structure would. */
interface RecordFact extends Command {
  readonly type: 'record';
  readonly event: SmallEvent;
}

/** Registers a unit with posts that another gives up: two events. */
interface SpinOff extends Command {
  readonly type: 'spin-off-unit';
  readonly unit: string;
  readonly name: string;
  readonly from: string;
  readonly posts: number;
}

/** Counts the posts of a unit; nothing where the count is what it was. */
interface Count extends Command {
  readonly type: 'count-posts';
  readonly unit: string;
  readonly posts: number;
}

type SmallCommand = RecordFact | SpinOff | Count;

/** The events if every one is permitted in turn, else the refusal of the first that is not. */
function permitted(state: Parts<SmallPart>, events: readonly SmallEvent[]): Decided<SmallEvent> {
  const after = new Map<string, SmallPart>();
  const current: Parts<SmallPart> = { get: (key) => after.get(key) ?? state.get(key) };
  for (const event of events) {
    const refusal = smallStructure.permits(current, event);
    if (refusal) return refusal;
    for (const [key, part] of smallStructure.evolve(current, event)) after.set(key, part);
  }
  return events;
}

const stream: StreamDefinition<SmallPart, SmallCommand, SmallEvent> = {
  ...smallStructure,
  kind: 'small-structure',
  heading: 'A unit of a small structure',
  acts: [],
  commands: {
    record: { does: 'Records one fact', adds: ['UnitRegistered'] },
    'spin-off-unit': { does: 'Makes a unit of a part of another', adds: ['UnitRegistered', 'PostsMoved'] },
    'count-posts': { does: 'Counts the posts of a unit', adds: ['PostsCounted'] },
  },
  events: {
    UnitRegistered: { version: 1, says: 'A unit was registered', personal: [] },
    UnitRenamed: { version: 1, says: 'A unit was renamed', personal: [] },
    UnitMerged: { version: 1, says: 'A unit was merged into another', personal: [] },
    PostsCounted: { version: 1, says: 'The posts of a unit were counted', personal: [] },
    PostsMatched: { version: 1, says: 'A unit was given as many posts as another', personal: [] },
    PostsMoved: { version: 1, says: 'Posts were moved from one unit to another', personal: [] },
    PostsLimited: { version: 1, says: 'A limit was set to the posts of any unit', personal: [] },
  },
  reads: () => ['authority/establishment'],
  meaningless: () => undefined,
  repeats: () => false,
  decide(state, command, facts) {
    const { effectiveOn, provenance } = command;
    switch (command.type) {
      case 'record':
        return permitted(state, [command.event]);
      case 'spin-off-unit': {
        if (facts.get('authority/establishment') === 'withdrawn') {
          return {
            refused: 'no-authority',
            because: 'The authority to set up units is withdrawn: ask the council',
          };
        }
        const { unit, name, from, posts } = command;
        return permitted(state, [
          { type: 'UnitRegistered', effectiveOn, provenance, unit, name, posts: 0 },
          { type: 'PostsMoved', effectiveOn, provenance, from, to: unit, posts },
        ]);
      }
      case 'count-posts': {
        const { unit, posts } = command;
        if ((state.get(unitKey(unit)) as SmallUnit | undefined)?.posts === posts) return [];
        return permitted(state, [{ type: 'PostsCounted', effectiveOn, provenance, unit, posts }]);
      }
    }
  },
};

type Said<E> = E extends SmallEvent ? Omit<E, 'effectiveOn' | 'provenance'> : never;

const april2013 = '2013-04-01';
const march21 = '2014-03-21';
const april2014 = '2014-04-01';

const said = (day: string, event: Said<SmallEvent>) =>
  ({ effectiveOn: civilDate(day), provenance: 'minuted', ...event }) as SmallEvent;
const ofCommand = (day: string) =>
  ({ effectiveOn: civilDate(day), provenance: 'minuted', programme: 'county' }) as const;
const record = (day: string, event: Said<SmallEvent>): RecordFact => ({
  ...ofCommand(day),
  type: 'record',
  event: said(day, event),
});
const count = (day: string, unit: string, posts: number): Count => ({
  ...ofCommand(day),
  type: 'count-posts',
  unit,
  posts,
});
const spinOff = (day: string, unit: string, name: string, from: string, posts: number): SpinOff => ({
  ...ofCommand(day),
  type: 'spin-off-unit',
  unit,
  name,
  from,
  posts,
});

const counted = (unit: string, posts: number) => ({ type: 'PostsCounted', unit, posts }) as const;
const moved = (from: string, to: string, posts: number) => ({ type: 'PostsMoved', from, to, posts }) as const;
const merged = (unit: string, into: string) => ({ type: 'UnitMerged', unit, into }) as const;
const renamed = (unit: string, from: string, to: string) =>
  ({ type: 'UnitRenamed', unit, from, to }) as const;
const registered = (unit: string, name: string, posts: number) =>
  ({ type: 'UnitRegistered', unit, name, posts }) as const;

const entryOf = (revision: number, event: SmallEvent, replaces?: string): Entry<SmallEvent> => ({
  id: `entry-${revision}`,
  revision,
  effectiveOn: event.effectiveOn,
  ...(replaces !== undefined && { replaces }),
  event,
});

/** A record of these events, in the order they were recorded, with a judge for what is asked next. */
function onRecord(...events: SmallEvent[]) {
  const log: Logged<SmallEvent>[] = events.map((event, revision) => entryOf(revision, event));
  const timeline = Timeline.of(smallStructure, log);
  const ask = (change: ChangeAsked<SmallCommand>, factsFor: (of: SmallCommand) => Facts = () => noFacts) => {
    const slot = { firstRevision: log.length, idOf: (index: number) => `entry-${log.length + index}` };
    return judge(stream, timeline, change, slot, factsFor);
  };
  const postsOf = (unit: string, day?: string) => {
    const state = timeline.asAt(day as CivilDate | undefined);
    return (state.get(unitKey(unit)) as SmallUnit | undefined)?.posts;
  };
  return { timeline, ask, postsOf, untouched: () => Timeline.of(smallStructure, log) };
}

const asking = (...commands: SmallCommand[]): { asked: CommandOfChange<SmallCommand>[] } => ({
  asked: commands.map((command) => ({ command })),
});

const libraries = said(april2013, registered('libraries', 'Libraries', 40));
const museums = said(april2013, registered('museums', 'Museums', 10));

describe('A command', () => {
  it('is recorded under the next revision, with the events that it comes to', () => {
    const { ask, postsOf } = onRecord(libraries);
    expect(ask(asking(spinOff(april2014, 'archives', 'Archives', 'libraries', 4)))).toEqual({
      outcome: 'permitted',
      entries: [
        entryOf(1, said(april2014, registered('archives', 'Archives', 0))),
        entryOf(2, said(april2014, moved('libraries', 'archives', 4))),
      ],
      undo: expect.any(Function) as unknown,
    });
    expect([postsOf('libraries'), postsOf('archives')]).toEqual([36, 4]);
  });

  it('is decided on the state of its own date, after all of that day, with all that is known now', () => {
    const { ask } = onRecord(libraries, said(april2014, counted('libraries', 30)));
    expect(ask(asking(count(march21, 'libraries', 40)))).toEqual({ outcome: 'nothing' });
    expect(ask(asking(count(april2014, 'libraries', 30)))).toEqual({ outcome: 'nothing' });
    expect(ask(asking(count(april2014, 'libraries', 40)))).toMatchObject({ outcome: 'permitted' });
  });

  it('is refused by its own rule, and nothing is left behind', () => {
    const { ask, timeline, untouched } = onRecord(libraries);
    expect(ask(asking(record(march21, moved('libraries', 'museums', 1))))).toEqual({
      outcome: 'refused',
      refusal: { refused: 'unit-unknown', because: 'There is no unit museums: register it first' },
      index: 0,
    });
    expect(timeline).toEqual(untouched());
  });

  it('is refused for a later entry that could no longer happen, which the refusal names', () => {
    const later = said(april2014, moved('libraries', 'museums', 30));
    const { ask, timeline, untouched } = onRecord(libraries, museums, later);
    expect(ask(asking(count(march21, 'libraries', 20)))).toEqual({
      outcome: 'refused',
      refusal: { refused: 'too-few-posts', because: 'libraries has 20 posts: move no more than that' },
      conflict: entryOf(2, later),
    });
    expect(timeline).toEqual(untouched());
  });

  it('reads the facts from elsewhere that are handed to it, each command its own', () => {
    const { ask, timeline, untouched } = onRecord(libraries);
    const change = asking(
      spinOff(march21, 'archives', 'Archives', 'libraries', 4),
      spinOff(april2014, 'museums', 'Museums', 'libraries', 10),
    );
    const withdrawnInApril = ({ effectiveOn }: SmallCommand): Facts => ({
      get: () => (effectiveOn === april2014 ? 'withdrawn' : 'given'),
    });
    expect(ask(change, withdrawnInApril)).toEqual({
      outcome: 'refused',
      refusal: {
        refused: 'no-authority',
        because: 'The authority to set up units is withdrawn: ask the council',
      },
      index: 1,
    });
    expect(timeline).toEqual(untouched());
  });

  it('leaves the timeline as it was where deciding it fails by accident', () => {
    const { ask, timeline, untouched } = onRecord(libraries);
    const change = asking(count(march21, 'libraries', 3), count(april2014, 'libraries', 2));
    const failing = ({ effectiveOn }: SmallCommand): Facts => {
      if (effectiveOn === april2014) throw new Error('The other stream could not be read');
      return noFacts;
    };
    expect(() => ask(change, failing)).toThrow('The other stream could not be read');
    expect(timeline).toEqual(untouched());
  });

  it('is out of the timeline again once it is undone', () => {
    const { ask, timeline, untouched } = onRecord(libraries);
    const judgement = ask(asking(spinOff(march21, 'archives', 'Archives', 'libraries', 4)));
    if (judgement.outcome !== 'permitted') throw new Error('This command is permitted');
    judgement.undo();
    expect(timeline).toEqual(untouched());
  });
});

describe('Commands of one change', () => {
  it('see each other: what the first makes, the second may use', () => {
    const { ask, postsOf } = onRecord(libraries);
    const change = asking(
      record(march21, registered('museums', 'Museums', 0)),
      record(march21, moved('libraries', 'museums', 5)),
      count(april2014, 'museums', 5),
    );
    expect(ask(change)).toMatchObject({ outcome: 'permitted', entries: [{ revision: 1 }, { revision: 2 }] });
    expect(postsOf('museums')).toBe(5);
  });

  it('see each other by their dates: what holds only later is not there yet', () => {
    const { ask } = onRecord(libraries);
    const change = asking(
      record(april2014, registered('museums', 'Museums', 0)),
      record(march21, moved('libraries', 'museums', 5)),
    );
    expect(ask(change)).toMatchObject({
      outcome: 'refused',
      refusal: { refused: 'unit-unknown' },
      index: 1,
    });
  });

  it('are judged by the sequence they end in: a later one may make good what an earlier one upsets', () => {
    const { ask } = onRecord(libraries, museums, said(april2014, moved('libraries', 'museums', 30)));
    expect(ask(asking(count('2013-10-01', 'libraries', 20), count(march21, 'libraries', 30)))).toMatchObject({
      outcome: 'permitted',
    });
  });

  it('are refused together, and the one in the way is named by its number', () => {
    const { ask, timeline, untouched } = onRecord(libraries, museums);
    const change = asking(
      count(april2014, 'museums', 12),
      record(april2014, merged('museums', 'libraries')),
      record(march21, merged('museums', 'libraries')),
    );
    expect(ask(change)).toEqual({
      outcome: 'refused',
      refusal: {
        refused: 'unit-merged',
        because: 'museums is merged: name the unit it went into, libraries',
      },
      index: 0,
    });
    expect(timeline).toEqual(untouched());
  });

  it('come to nothing only where each of them does', () => {
    const { ask } = onRecord(libraries, museums);
    expect(ask(asking(count(march21, 'libraries', 40), count(march21, 'museums', 10)))).toEqual({
      outcome: 'nothing',
    });
    expect(ask(asking(count(march21, 'libraries', 40), count(march21, 'museums', 11)))).toMatchObject({
      outcome: 'permitted',
      entries: [entryOf(2, said(march21, counted('museums', 11)))],
    });
  });
});

describe('A strike', () => {
  it('takes the first revision of its append, and what replaces the entry the next', () => {
    const { ask, postsOf } = onRecord(libraries, said(march21, counted('libraries', 30)));
    expect(ask({ ...asking(count(march21, 'libraries', 33)), strike: ['entry-1'] })).toMatchObject({
      outcome: 'permitted',
      entries: [entryOf(3, said(march21, counted('libraries', 33)), 'entry-1')],
    });
    expect(postsOf('libraries')).toBe(33);
  });

  it('may stand alone, and is then a change though no entry is added', () => {
    const { ask, postsOf } = onRecord(libraries, said(march21, counted('libraries', 30)));
    expect(ask({ asked: [], strike: ['entry-1'] })).toMatchObject({ outcome: 'permitted', entries: [] });
    expect(postsOf('libraries')).toBe(40);
  });

  it('is left out of the state that its replacement is decided on', () => {
    const { ask } = onRecord(libraries, said(march21, counted('libraries', 30)));
    expect(ask({ ...asking(count(march21, 'libraries', 40)), strike: ['entry-1'] })).toMatchObject({
      outcome: 'permitted',
      entries: [],
    });
  });

  it('of what another entry stands on is refused alone, and names that entry', () => {
    const move = said(april2014, moved('libraries', 'museums', 5));
    const { ask, timeline, untouched } = onRecord(libraries, museums, move);
    expect(ask({ asked: [], strike: ['entry-1'] })).toEqual({
      outcome: 'refused',
      refusal: { refused: 'unit-unknown', because: 'There is no unit museums: register it first' },
      conflict: entryOf(2, move),
    });
    expect(timeline).toEqual(untouched());
  });

  it('corrects the registration of a unit that was registered and merged on one day', () => {
    const { ask, timeline } = onRecord(
      libraries,
      said(april2014, registered('museums', 'Musuems', 10)),
      said(april2014, merged('museums', 'libraries')),
    );
    const corrected = record(april2014, registered('museums', 'Museums', 12));
    expect(ask({ ...asking(corrected), strike: ['entry-1'] })).toMatchObject({
      outcome: 'permitted',
      entries: [{ replaces: 'entry-1' }],
    });
    expect(timeline.asAt().get(unitKey('libraries'))).toEqual({ name: 'Libraries', posts: 52 });
  });

  it('with both entries recorded again puts one before another of the same day', () => {
    const { ask, postsOf } = onRecord(libraries, museums, said(april2014, merged('museums', 'libraries')));
    const forgotten = record(april2014, moved('museums', 'libraries', 3));
    expect(ask(asking(forgotten))).toMatchObject({ outcome: 'refused', refusal: { refused: 'unit-merged' } });
    const again = record(april2014, merged('museums', 'libraries'));
    expect(ask({ ...asking(forgotten, again), strike: ['entry-2'] })).toMatchObject({
      outcome: 'permitted',
      entries: [{ replaces: 'entry-2' }, { replaces: 'entry-2' }],
    });
    expect(postsOf('libraries')).toBe(50);
  });
});

describe('The places of struck entries', () => {
  /** Three counts of one day, with a move between the second and the third. */
  const day = onRecord(
    libraries,
    museums,
    said(march21, counted('libraries', 31)),
    said(march21, counted('museums', 11)),
    said(march21, moved('libraries', 'museums', 1)),
    said(march21, counted('libraries', 32)),
  );
  const replacesOf = (change: ChangeAsked<SmallCommand>) => {
    const judgement = day.ask(change);
    if (judgement.outcome !== 'permitted') throw new Error('This change is permitted');
    judgement.undo();
    return judgement.entries.map(({ replaces }) => replaces);
  };
  it('are named by each command of the replacement where several entries are struck, and nothing is guessed', () => {
    const replacement = asking(count(march21, 'libraries', 21), count(march21, 'museums', 22));
    expect(day.ask({ ...replacement, strike: ['entry-2', 'entry-3'] })).toEqual({
      outcome: 'refused',
      refusal: {
        refused: 'replaces-needed',
        because:
          '2 entries are struck: say with replaces which of them count-posts takes the place of, for each command of the replacement',
      },
      index: 0,
    });
    const [first, second] = replacement.asked as [
      CommandOfChange<SmallCommand>,
      CommandOfChange<SmallCommand>,
    ];
    const asked = [
      { ...first, replaces: 'entry-3' },
      { ...second, replaces: 'entry-2' },
    ];
    expect(replacesOf({ asked, strike: ['entry-2', 'entry-3'] })).toEqual(['entry-3', 'entry-2']);
    expect(
      day.ask({ asked: [asked[0] as CommandOfChange<SmallCommand>, second], strike: ['entry-2', 'entry-3'] }),
    ).toMatchObject({ outcome: 'refused', refusal: { refused: 'replaces-needed' }, index: 1 });
  });

  it('are those of entries that are struck, and of no other', () => {
    const asked = [{ command: count(march21, 'libraries', 21), replaces: 'entry-5' }];
    expect(day.ask({ asked, strike: ['entry-2'] })).toMatchObject({
      outcome: 'refused',
      refusal: { refused: 'replaces-not-struck' },
      index: 0,
    });
  });

  it('need no name where one entry is struck: every command replaces that one, whatever its date', () => {
    expect(
      replacesOf({
        ...asking(count(april2014, 'libraries', 21), count(march21, 'libraries', 22)),
        strike: ['entry-2'],
      }),
    ).toEqual(['entry-2', 'entry-2']);
  });

  it('go to both events of one command', () => {
    expect(
      replacesOf({
        ...asking(spinOff(march21, 'archives', 'Archives', 'libraries', 4)),
        strike: ['entry-2'],
      }),
    ).toEqual(['entry-2', 'entry-2']);
  });

  it('are where a command is decided: just before what followed that day, with those before it in place', () => {
    const { ask, postsOf } = onRecord(
      libraries,
      museums,
      said(april2014, counted('museums', 12)),
      said(april2014, merged('museums', 'libraries')),
    );
    // At the end of the day museums is merged; at the place of the count it was open.
    const twice = asking(
      count(april2014, 'museums', 15),
      record(april2014, moved('museums', 'libraries', 1)),
    );
    expect(ask({ ...twice, strike: ['entry-2'] })).toMatchObject({
      outcome: 'permitted',
      entries: [
        { revision: 5, replaces: 'entry-2' },
        { revision: 6, replaces: 'entry-2' },
      ],
    });
    expect(postsOf('libraries')).toBe(55);
  });

  it('are followed by what follows them that day: an entry that could no longer happen is named', () => {
    const { ask } = onRecord(
      libraries,
      museums,
      said(april2014, counted('museums', 12)),
      said(april2014, moved('museums', 'libraries', 12)),
    );
    expect(ask({ ...asking(count(april2014, 'museums', 11)), strike: ['entry-2'] })).toMatchObject({
      outcome: 'refused',
      refusal: { refused: 'too-few-posts' },
      conflict: { id: 'entry-3' },
    });
  });

  it('decide what an entry says of the day', () => {
    const judgement = day.ask({ ...asking(count(march21, 'museums', 50)), strike: ['entry-3'] });
    expect(judgement.outcome).toBe('permitted');
    expect(day.postsOf('museums', march21)).toBe(51);
    if (judgement.outcome === 'permitted') judgement.undo();
    expect(day.postsOf('museums', march21)).toBe(12);
  });
});

describe('The judge', () => {
  const units = ['libraries', 'museums', 'archives'] as const;
  const names = ['Libraries', 'Museums', 'Archives'] as const;
  const aUnit = fc.constantFrom(...units);
  const aName = fc.constantFrom(...names);
  const someDay = fc.constantFrom(...historyDays.slice(0, 3));
  const somePosts = fc.nat(4);
  const aCommand: fc.Arbitrary<SmallCommand> = someDay.chain((day) =>
    fc.oneof(
      fc
        .tuple(aUnit, aName, somePosts)
        .map(([unit, name, posts]) => record(day, registered(unit, name, posts))),
      fc.tuple(aUnit, aName, aName).map(([unit, from, to]) => record(day, renamed(unit, from, to))),
      fc.tuple(aUnit, aUnit).map(([unit, into]) => record(day, merged(unit, into))),
      fc.tuple(aUnit, aUnit, somePosts).map(([from, to, posts]) => record(day, moved(from, to, posts))),
      { weight: 5, arbitrary: fc.tuple(aUnit, somePosts).map(([unit, posts]) => count(day, unit, posts)) },
      fc
        .tuple(aUnit, aName, aUnit, somePosts)
        .map(([unit, name, from, posts]) => spinOff(day, unit, name, from, posts)),
    ),
  );
  const aChange = fc.record({
    commands: fc.array(aCommand, { maxLength: 2, size: 'max' }),
    strikes: fc.oneof(
      { weight: 2, arbitrary: fc.constant<number[]>([]) },
      fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
    ),
  });

  const onDay = (command: SmallCommand, effectiveOn: CivilDate): SmallCommand =>
    command.type === 'record'
      ? { ...command, effectiveOn, event: { ...command.event, effectiveOn } }
      : { ...command, effectiveOn };

  /**
   * Folds plainly up to where each command is to stand, with the entries of those before it in place, and decides it there:
   * what it comes to must be what was recorded. Gives how many of them had entries of their own day after them.
   */
  function decidedInPlace(
    log: readonly Logged<SmallEvent>[],
    asked: readonly CommandOfChange<SmallCommand>[],
    entries: readonly Entry<SmallEvent>[],
  ): number {
    let amidTheDay = 0;
    const came: Entry<SmallEvent>[] = [];
    for (const { command, replaces } of asked) {
      const { effectiveOn } = command;
      const probe = { ...entryOf(10_000, { ...libraries, effectiveOn }, replaces) };
      const order = believed([...log, ...came, probe]);
      const at = order.findIndex(({ id }) => id === probe.id);
      if (order[at + 1]?.effectiveOn === effectiveOn) amidTheDay += 1;
      const parts = new Map<string, SmallPart>();
      for (const { event } of order.slice(0, at))
        for (const [key, part] of stream.evolve(parts, event)) parts.set(key, part);
      const decided = stream.decide(parts, command, noFacts);
      if ('refused' in decided) throw new Error(`${command.type} is refused where it stands`);
      const recorded = entries.slice(came.length, came.length + decided.length);
      expect(recorded.map(({ event }) => event)).toEqual(decided);
      came.push(...recorded);
    }
    expect(came).toEqual(entries);
    return amidTheDay;
  }

  it(`lets nothing onto the record that leaves an entry without permission (seed ${historySeed})`, () => {
    const met = { nothing: 0, permitted: 0, refused: 0, struck: 0, replaced: 0, amidTheDay: 0 };
    const everyDay = { from: earliestDate, to: latestDate };
    const keys = [...units.map(unitKey), ...names.map(nameKey)];
    fc.assert(
      fc.property(fc.array(aChange, { minLength: 1, maxLength: 25, size: 'max' }), (changes) => {
        const log: Logged<SmallEvent>[] = [entryOf(0, libraries), entryOf(1, museums)];
        const timeline = Timeline.of(smallStructure, log);
        for (const { commands, strikes } of changes) {
          const standing = believed(log);
          const strike = new Set(
            standing.length === 0 ? [] : strikes.map((n) => standing[n % standing.length]?.id ?? ''),
          );
          const asked = commands.map((command, n) => {
            const replaces = [...strike][n % strike.size];
            const day = standing.find(({ id }) => id === replaces)?.effectiveOn;
            // Most corrections are of the day of what they correct.
            return {
              command: day === undefined || n === 1 ? command : onDay(command, day),
              ...(replaces !== undefined && { replaces }),
            };
          });
          const judgement = judge(
            stream,
            timeline,
            { asked, strike: [...strike] },
            { firstRevision: log.length, idOf: (index) => `entry-${log.length + index}` },
            () => noFacts,
          );
          met[judgement.outcome] += 1;
          if (judgement.outcome === 'permitted') {
            if (strike.size > 0) log.push({ revision: log.length, strikes: [...strike] });
            met.amidTheDay += decidedInPlace(log, asked, judgement.entries);
            log.push(...judgement.entries);
            met.struck += strike.size;
            met.replaced += judgement.entries.filter(({ replaces }) => replaces).length;
          }
          expect(refusals(log)).toEqual(new Map());
          const again = Timeline.of(smallStructure, log);
          for (const key of keys) {
            expect(timeline.valuesByDay(key, everyDay)).toEqual(again.valuesByDay(key, everyDay));
          }
        }
      }),
      { seed: historySeed, numRuns: 500 },
    );
    metOften(met, 10);
  });
});
