import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { civilDate, financialYear } from '#calendar';
import { MemoryEventStore } from '#event-store';
import type { Command, UnitPart } from '#programme';
import { Recorder } from '#recording';
import { SmallBook } from '#testing';
import { lineage, Reader, ReadModel, statementsBehind } from './index.js';

const year = financialYear(civilDate('2014-04-01'));
let model: ReadModel;

beforeEach(() => {
  model = ReadModel.open(':memory:');
});
afterEach(() => model.close());

const registers = (unit: string, opening = true) => ({ type: 'register-unit', unit, name: unit, opening });
const merges = (units: string[], successor: string) => ({
  type: 'merge-units',
  units,
  successor,
  ...(successor.startsWith('new') && { name: successor }),
});
const splits = (unit: string, ...into: (readonly [string, number])[]) => ({
  type: 'split-unit',
  unit,
  into: into.map(([part, share]) => ({ unit: part, share, ...(part.startsWith('new') && { name: part }) })),
});

/** A reader of what these commands come to, each on its day. */
async function after(...said: (readonly [day: string, command: object])[]): Promise<Reader> {
  const store = new MemoryEventStore();
  const recorder = new Recorder(store);
  const all = [['2013-09-19', { type: 'start-programme', name: 'Facing the Challenge' }] as const, ...said];
  for (const [n, [day, command]] of all.entries()) {
    const dates = { programme: 'county', effectiveOn: civilDate(day), provenance: 'minuted' };
    const who = {
      actor: 'officer',
      capacity: 'programme-office',
      commandId: `c-${n}`,
      fingerprint: `c-${n}`,
    };
    const outcome = await recorder.record({ ...dates, ...command } as unknown as Command, who);
    expect([command, outcome.outcome]).toEqual([command, 'recorded']);
  }
  for await (const page of store.readAll()) model.apply(page);
  return new Reader(model);
}

const kin = (reader: Reader, unit: string, day = '2020-01-01') => {
  const { ancestors, descendants } = lineage(reader, 'county', unit, reader.moments.at(civilDate(day)));
  const short = ({ unit: id, on, steps, opening }: (typeof ancestors)[number]) =>
    `${id} ${on} ${steps} ${opening}`;
  return { ancestors: ancestors.map(short), descendants: descendants.map(short) };
};

describe('The lineage of a unit', () => {
  const opened = ['a', 'b', 'c'].map((unit) => ['2013-09-19', registers(unit)] as const);

  it('leads through merges to the units of the opening count, and from each of them back, as far as the date', async () => {
    const reader = await after(
      ...opened,
      ['2014-04-01', merges(['a', 'b'], 'new-1')],
      ['2015-04-01', merges(['new-1', 'c'], 'new-2')],
    );
    expect(kin(reader, 'new-2').ancestors).toEqual([
      'new-1 2015-04-01 1 false',
      'c 2015-04-01 1 true',
      'a 2014-04-01 2 true',
      'b 2014-04-01 2 true',
    ]);
    expect(kin(reader, 'a').descendants).toEqual(['new-1 2014-04-01 1 false', 'new-2 2015-04-01 2 false']);
    expect(kin(reader, 'a', '2015-03-31').descendants).toEqual(['new-1 2014-04-01 1 false']);
    expect(kin(reader, 'a', '2014-03-31')).toEqual({ ancestors: [], descendants: [] });
  });

  it('leaves out what a unit took over after it had split, and what it handed on before it took over', async () => {
    const reader = await after(
      ...opened,
      ['2014-04-01', splits('a', ['a', 2], ['new-1', 1])],
      ['2015-04-01', merges(['b'], 'a')],
      ['2016-04-01', merges(['a'], 'c')],
    );
    expect(kin(reader, 'new-1').ancestors).toEqual(['a 2014-04-01 1 true']);
    expect(kin(reader, 'b').descendants).toEqual(['a 2015-04-01 1 true', 'c 2016-04-01 2 true']);
    expect(kin(reader, 'c').ancestors).toEqual(['a 2016-04-01 1 true', 'b 2015-04-01 2 true']);
  });

  it('keeps to the order of entries within a day', async () => {
    const splitFirst = await after(
      ...opened,
      ['2014-04-01', splits('a', ['a', 2], ['new-1', 1])],
      ['2014-04-01', merges(['b'], 'a')],
      ['2014-04-01', merges(['a'], 'c')],
    );
    expect(kin(splitFirst, 'new-1').ancestors).toEqual(['a 2014-04-01 1 true']);
    expect(kin(splitFirst, 'b').descendants).toEqual(['a 2014-04-01 1 true', 'c 2014-04-01 2 true']);
    expect(kin(splitFirst, 'c').ancestors).toEqual(['a 2014-04-01 1 true', 'b 2014-04-01 2 true']);
    model.close();
    model = ReadModel.open(':memory:');
    const mergedFirst = await after(
      ...opened,
      ['2014-04-01', merges(['b'], 'a')],
      ['2014-04-01', splits('a', ['a', 2], ['new-1', 1])],
    );
    expect(kin(mergedFirst, 'new-1').ancestors).toEqual(['a 2014-04-01 1 true', 'b 2014-04-01 2 true']);
    expect(kin(mergedFirst, 'b').descendants).toEqual(['a 2014-04-01 1 true', 'new-1 2014-04-01 2 false']);
  });

  it('follows the longest way where two meet', async () => {
    const reader = await after(
      ...opened,
      ['2014-04-01', splits('a', ['a', 2], ['new-1', 1])],
      ['2015-04-01', merges(['b'], 'a')],
      ['2016-04-01', merges(['new-1', 'a'], 'c')],
    );
    expect(kin(reader, 'c').ancestors).toEqual([
      'new-1 2016-04-01 1 false',
      'a 2016-04-01 1 true',
      'b 2015-04-01 2 true',
    ]);
  });

  it('is whole lines: what each unit is called, by which step it came, its share of a split, and if it was counted at the start', async () => {
    const book = new SmallBook();
    const register = (unit: string, name: string, more = {}) => ({
      type: 'register-unit',
      unit,
      name,
      ...more,
    });
    await book.say('2013-09-19', { type: 'start-programme', name: 'Facing the Challenge' });
    await book.say('2013-09-19', register('books', 'Libraries', { opening: true }));
    await book.say('2013-09-19', register('files', 'Archives', { opening: true }));
    await book.say('2014-01-06', register('arts', 'Arts'));
    await book.say('2014-04-01', {
      ...{ type: 'merge-units', units: ['books', 'files'], successor: 'culture', name: 'Culture' },
    });
    await book.say('2014-09-01', { type: 'rename-unit', unit: 'culture', name: 'Culture and Heritage' });
    const into = [
      { unit: 'culture', share: 5 },
      { unit: 'museum', share: 2, name: 'Museum' },
    ];
    await book.say('2015-04-01', { type: 'split-unit', unit: 'culture', into });
    await book.say('2016-04-01', { type: 'merge-units', units: ['museum'], successor: 'arts' });
    const of = async (unit: string, day: string) => {
      const { reader, moment } = await book.as(day);
      return lineage(reader, 'county', unit, moment);
    };
    const merged = (on: string, through: string) => ({ how: 'merge', on, through });
    const twoSevenths = { how: 'split', on: '2015-04-01', share: 2, of: 7 };
    const books = { unit: 'books', name: 'Libraries', opening: true, ...merged('2014-04-01', 'culture') };
    const files = { unit: 'files', name: 'Archives', opening: true, ...merged('2014-04-01', 'culture') };
    const culture = { unit: 'culture', name: 'Culture and Heritage', opening: false };
    const museum = { unit: 'museum', name: 'Museum', opening: false };
    const arts = { unit: 'arts', name: 'Arts', opening: false, ...merged('2016-04-01', 'museum') };
    expect(await of('arts', '2016-04-01')).toEqual({
      ancestors: [
        { ...museum, ...merged('2016-04-01', 'arts'), steps: 1 },
        { ...culture, ...twoSevenths, through: 'museum', steps: 2 },
        { ...books, steps: 3 },
        { ...files, steps: 3 },
      ],
      descendants: [],
    });
    expect(await of('culture', '2016-04-01')).toEqual({
      ancestors: [
        { ...books, steps: 1 },
        { ...files, steps: 1 },
      ],
      descendants: [
        { ...museum, ...twoSevenths, through: 'culture', steps: 1 },
        { ...arts, steps: 2 },
      ],
    });
    expect(await of('books', '2016-03-31')).toEqual({
      ancestors: [],
      descendants: [
        { ...culture, ...merged('2014-04-01', 'books'), steps: 1 },
        { ...museum, ...twoSevenths, through: 'culture', steps: 2 },
      ],
    });
    expect(await of('books', '2014-08-31')).toEqual({
      ancestors: [],
      descendants: [{ ...culture, name: 'Culture', ...merged('2014-04-01', 'books'), steps: 1 }],
    });
    book.close();
  });
});

describe('The statements behind what a unit has', () => {
  const budget = (unit: string, net: number) => ({ type: 'set-unit-budget', unit, year, net });
  const posts = (unit: string, count: number) => ({ type: 'set-unit-posts', unit, posts: count });
  const behind = (reader: Reader, unit: string, day: string) => {
    const moment = reader.moments.at(civilDate(day));
    const { part } = reader.parts.one('county', 'unit', unit, moment);
    return statementsBehind(reader, 'county', part as UnitPart, moment).map(
      ({ of, unit: id, on }) => `${of} ${id} ${on}`,
    );
  };

  it('are found through merges and splits, and those that were superseded are not among them', async () => {
    const reader = await after(
      ['2013-09-19', registers('a')],
      ['2013-09-19', registers('b')],
      ['2014-02-13', budget('a', 100)],
      ['2014-02-14', budget('b', 50)],
      ['2014-02-14', posts('b', 3)],
      ['2014-04-01', merges(['a', 'b'], 'new-1')],
      ['2014-05-01', splits('new-1', ['new-2', 1], ['new-3', 1])],
      ['2014-06-02', budget('new-2', 70)],
      ['2015-04-01', merges(['new-2', 'new-3'], 'new-4')],
    );
    expect(behind(reader, 'new-1', '2014-04-01')).toEqual([
      'budget a 2014-02-13',
      'budget b 2014-02-14',
      'posts b 2014-02-14',
    ]);
    expect(behind(reader, 'new-2', '2014-06-02')).toEqual(['budget new-2 2014-06-02', 'posts b 2014-02-14']);
    expect(behind(reader, 'new-4', '2015-04-01')).toEqual([
      'budget new-2 2014-06-02',
      'budget a 2014-02-13',
      'budget b 2014-02-14',
      'posts b 2014-02-14',
    ]);
    expect(behind(reader, 'new-1', '2014-05-01')).toEqual([]);
  });
});
