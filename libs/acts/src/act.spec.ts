import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { type FieldKind, id, idOf, listOf, name, objectOf, optional, required, wholeNumber } from '#fields';
import {
  actsOf,
  fieldsOfAct,
  namedFieldsOf,
  ownOf,
  type Premise,
  saidIn,
  sentFieldsOf,
  stillSo,
} from './act.js';
import { says, the } from './rules.js';
import { noFacts } from './facts.js';
import { streamOf } from './stream-of-acts.js';

/** A key of the council's offices: who has it, and which doors it opens. */
interface KeyPart {
  readonly holder: string;
  readonly doors: readonly string[];
}

const keyOf = (key: string) => `key/${key}`;
const passKey = actsOf<KeyPart>()({
  command: 'pass-key',
  event: 'KeyPassed',
  version: 1,
  says: 'Passes a key on, with the doors it opens from then on.',
  happened: 'A key was passed on',
  fields: {
    key: required(id, 'The key.'),
    to: required(name, 'Who has it from then on.', { personal: true }),
    doors: required(listOf(id), 'The doors it opens.'),
    line: optional(wholeNumber(1), 'The line of the book of keys it stands on.', { unsent: true }),
  },
  from: {
    fromHolder: {
      kind: name,
      says: 'Who is believed to have had it.',
      personal: true,
      of: ({ key }) => says`The holder of key ${key}`,
      is: (state, { key }) => state.get(keyOf(key))?.holder ?? null,
    },
    fromDoors: {
      kind: listOf(id),
      says: 'The doors it is believed to have opened.',
      of: ({ key }) => says`The list of doors of key ${key}`,
      is: (state, { key }) => state.get(keyOf(key))?.doors ?? null,
    },
  },
  touches: ({ key }) => [keyOf(key)],
  evolve: (_state, { key, to, doors }) => [[keyOf(key), { holder: to, doors }]],
  example: { key: 'registry', to: 'Registrar', doors: ['archive'] },
});

const keys = streamOf<KeyPart, readonly [typeof passKey]>({ kind: 'key', heading: 'A key', acts: [passKey] });
const held = new Map([[keyOf('registry'), { holder: 'Registrar', doors: ['archive'] }]]);
const passing = {
  type: 'pass-key',
  programme: 'county',
  effectiveOn: civilDate('2015-04-01'),
  provenance: 'minuted',
  key: 'registry',
  to: 'Archivist',
  doors: ['archive'],
} as const;

describe('What an act changes from', () => {
  it('names a person where it says so, as its other fields do', () => {
    expect(keys.events.KeyPassed.personal).toEqual(['to', 'fromHolder']);
  });

  it('is told by its name where it is another by then', () => {
    expect(keys.decide(held, { ...passing, fromHolder: 'Clerk' }, noFacts)).toEqual({
      refused: 'premise-changed',
      because:
        'The holder of key registry is Registrar by then, not Clerk: strike the later entry and record it from there',
    });
  });

  it('is told to be another where it is a list, which no sentence holds', () => {
    expect(keys.decide(held, { ...passing, fromDoors: ['vault'] }, noFacts)).toEqual({
      refused: 'premise-changed',
      because:
        'The list of doors of key registry is another by then: strike the later entry and record it from there',
    });
  });
});

describe('What is worked out as a command is recorded', () => {
  it('stands in the entry, and on no form', () => {
    expect(Object.keys(sentFieldsOf(passKey))).toEqual(['key', 'to', 'doors', 'fromHolder', 'fromDoors']);
    expect(keys.decide(held, { ...passing, line: 7 }, noFacts)).toEqual([
      expect.objectContaining({ type: 'KeyPassed', line: 7, fromHolder: 'Registrar' }),
    ]);
  });
});

const shelf = optional(name, 'The shelf until then.', { label: 'Former shelf', premise: true });
const book = required(id, 'The book.');

const moveBooks = actsOf<unknown>()({
  command: 'move-books',
  event: 'BooksMoved',
  version: 1,
  says: 'Moves books.',
  happened: 'Books were moved',
  fields: {
    books: required(listOf(objectOf({ book, fromShelf: shelf })), 'The books.'),
    van: optional(objectOf({ plate: required(name, 'Its number plate.'), fromShelf: shelf }), 'The van.'),
  },
  from: {
    fromLibrary: { kind: name, says: 'The library.', of: () => says`The library`, is: () => null },
    fromReader: {
      kind: name,
      says: 'The reader.',
      label: 'Former reader',
      personal: true,
      of: () => says`The reader`,
      is: () => null,
    },
  },
  touches: () => [],
  evolve: () => [],
  example: {},
});
const fields = namedFieldsOf(moveBooks);

describe('The fields of an act', () => {
  it('are its own, and then what it changes from, which nobody need send', () => {
    expect(Object.keys(fieldsOfAct(moveBooks))).toEqual(['books', 'van', 'fromLibrary', 'fromReader']);
    expect(fieldsOfAct(moveBooks)['fromLibrary']).toEqual({
      kind: name,
      says: 'The library.',
      required: false,
      premise: true,
    });
    expect(fieldsOfAct(moveBooks)['fromReader']).toEqual({
      kind: name,
      says: 'The reader.',
      label: 'Former reader',
      personal: true,
      required: false,
      premise: true,
    });
  });

  it('are named once', () => {
    expect(fields.map((field) => field.name)).toEqual(['books', 'van', 'fromLibrary', 'fromReader']);
    expect(namedFieldsOf(moveBooks)).toBe(fields);
  });
});

describe('What was said in fields', () => {
  const held = {
    type: 'BooksMoved',
    books: [
      { book: 'atlas', fromShelf: 'maps', weight: 3 },
      { book: 'novel', fromShelf: null },
    ],
    van: { plate: 'GK13', fromShelf: 'depot', colour: 'red' },
    fromLibrary: 'Maidstone',
    fromReader: null,
  };

  it('is without what was not given, and without what is no field, at every depth', () => {
    expect(saidIn(fields, held)).toEqual({
      books: [{ book: 'atlas', fromShelf: 'maps' }, { book: 'novel' }],
      van: { plate: 'GK13', fromShelf: 'depot' },
      fromLibrary: 'Maidstone',
    });
    expect(saidIn(fields, { van: undefined, books: [] })).toStrictEqual({ books: [] });
  });

  it('is the own of an act without what it changes from, at every depth', () => {
    expect(ownOf(fields, held)).toEqual({
      books: [{ book: 'atlas' }, { book: 'novel' }],
      van: { plate: 'GK13' },
    });
  });

  it('is kept as it is where it is no object, though it could be one', () => {
    expect(saidIn(fields, { books: 'none', van: 3 })).toEqual({ books: 'none', van: 3 });
  });
});

describe('A premise', () => {
  const of = (
    is: unknown,
    when?: boolean,
    kind: FieldKind = name,
  ): Premise<unknown, Record<never, never>, unknown> => ({
    kind,
    says: '',
    of: () => says`The shelf of unit ${the.unit('legal')}`,
    is: () => is,
    ...(when !== undefined && { when: () => when }),
  });
  const saying = (is: unknown, from: unknown, when?: boolean) =>
    [...stillSo(of(is, when), new Map(), {}, from)].map(({ refused, because }) => [refused, because]);
  const changed = (differs: string) => [
    [
      'premise-changed',
      `The shelf of unit legal is ${differs}: strike the later entry and record it from there`,
    ],
  ];

  it('still is what the entry says', () => {
    expect(saying('maps', 'maps')).toEqual([]);
    expect(saying(null, null)).toEqual([]);
    expect(saying({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
  });

  it('or is another by then, in words that fit one line', () => {
    expect(saying('maps', 'novels')).toEqual(changed('maps by then, not novels'));
    expect(saying(3, null)).toEqual(changed('3 by then, not unknown'));
    expect(saying(null, 'novels')).toEqual(changed('not known by then, not novels'));
    expect(saying(null, undefined)).toEqual(changed('not known by then, not unknown'));
    expect(saying(['a'], 'b')).toEqual(changed('another by then'));
    expect(saying('b', ['a'])).toEqual(changed('another by then'));
  });

  it('is said with the things it names apart, its own among them where it is an id', () => {
    const unit = { kind: 'unit', id: 'legal' };
    const because = (kind: FieldKind) =>
      [...stillSo(of('maps', true, kind), new Map(), {}, 'novels')].map((refusal) => refusal.says);
    const instead = ': strike the later entry and record it from there';
    expect(because(name)).toEqual([['The shelf of unit ', unit, ` is maps by then, not novels${instead}`]]);
    expect(because(idOf('thing'))).toEqual([
      [
        ...['The shelf of unit ', unit, ' is ', { kind: 'thing', id: 'maps' }],
        ...[' by then, not ', { kind: 'thing', id: 'novels' }, instead],
      ],
    ]);
    const none = [...stillSo(of(null, true, idOf('thing')), new Map(), {}, 'novels')];
    expect(none.map((refusal) => refusal.says)).toEqual([
      [
        ...['The shelf of unit ', unit, ' is not known by then, not '],
        ...[{ kind: 'thing', id: 'novels' }, instead],
      ],
    ]);
  });

  it('is not asked where the entry says none and does not rest on it', () => {
    expect(saying('maps', null, false)).toEqual([]);
    expect(saying('maps', null, true)).toHaveLength(1);
    expect(saying('maps', 'novels', false)).toHaveLength(1);
  });
});
