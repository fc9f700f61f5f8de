import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { idOf, name, optional, required, yesOrNo } from '#fields';
import { actsOf, type AnyAct, type CommandOf, type EntryOf, readAsNow } from './act.js';
import { factOf, type Fact } from './recorded.js';
import { present } from './present.js';
import { refuse, says } from './rules.js';
import { noFacts, type Facts } from './facts.js';
import { streamOf } from './stream-of-acts.js';

/** A book of a library: which shelf it stands on, and who reads it there. */
interface Book {
  readonly kind: 'book';
  readonly id: string;
  readonly shelf: string;
  readonly rare: boolean;
  readonly reader?: string;
  readonly moved?: Fact;
  /** The next volume, which goes wherever this one goes. */
  readonly next?: string;
}

const act = actsOf<Book>();
const book = required(idOf('thing'), 'The book.');
const reader = { kind: name, says: 'Who read it until then.', personal: true } as const;

const shelveBook = act({
  command: 'shelve-book',
  event: 'BookShelved',
  version: 1,
  says: 'Puts a new book on a shelf.',
  happened: 'A book was put on a shelf',
  ends: true,
  fields: {
    book,
    shelf: required(name, 'The shelf.'),
    rare: optional(yesOrNo, 'True where it is rare.'),
  },
  // Shelves are called by their names; nobody may put anything on the locked one.
  settles({ shelf, rare = false }, _state, facts) {
    if (shelf === 'locked') return refuse('shelf-locked', 'Name another shelf');
    return { shelf: (facts.get(`shelf/${shelf}`) as string | undefined) ?? shelf, rare };
  },
  reads: ({ shelf }) => [`shelf/${shelf}`],
  touches: ({ book: id }) => [`book/${id}`],
  *meaningless(state, { book: id }) {
    if (state.get(`book/${id}`)) yield refuse('book-shelved', 'It stands on a shelf already');
  },
  evolve: (_state, { book: id, shelf, rare }) => [[`book/${id}`, { kind: 'book', id, shelf, rare }]],
  example: { effectiveOn: '2014-04-01', book: 'atlas', shelf: 'maps' },
});

const moveBook = act({
  command: 'move-book',
  event: 'BookMoved',
  version: 3,
  says: 'Moves a book to another shelf, or gives it another reader.',
  happened: 'A book was moved',
  fields: {
    book,
    shelf: optional(name, 'The shelf it stands on from then on.'),
    reader: optional(name, 'Who reads it from then on.', { personal: true }),
  },
  from: {
    fromShelf: {
      kind: name,
      says: 'The shelf until then.',
      label: 'Former shelf',
      of: ({ book: id }) => says`The shelf of book ${id}`,
      is: (state, { book: id }) => state.get(`book/${id}`)?.shelf ?? null,
      when: ({ shelf }) => shelf !== undefined,
    },
    fromReader: {
      ...reader,
      of: ({ book: id }) => says`The reader of book ${id}`,
      is: (state, { book: id }) => state.get(`book/${id}`)?.reader ?? null,
    },
  },
  // Whoever reads goes by more than one name.
  settles({ fromReader }, _state, facts) {
    const known = facts.get(`reader/${fromReader}`);
    return known === undefined ? {} : { fromReader: known };
  },
  touches: ({ book: id }) => [`book/${id}`],
  alsoTouches: (state, { book: id }) => [`shelf/${state.get(`book/${id}`)?.shelf}`],
  *meaningless(state, { book: id }) {
    if (!state.get(`book/${id}`)) yield refuse('book-unknown', 'Shelve it first');
    yield* id === 'ghost' ? [refuse('book-unreal', 'There is no such book')] : [];
  },
  *breaches(state, { book: id, shelf }) {
    if (state.get(`book/${id}`)?.rare) yield refuse('book-rare', 'It stays where it is');
    if (shelf === 'damp') yield refuse('shelf-damp', 'Name a dry one');
  },
  *meaninglessElsewhere(facts, { shelf }) {
    if (facts.get(`shelf/${shelf}`) === 'gone') yield refuse('shelf-gone', 'Name another shelf');
  },
  *elsewhere(facts, { shelf }, state) {
    if (facts.get('library') === 'closed') yield refuse('library-closed', `${state.get('book/atlas')?.id}`);
    if (facts.get(`shelf/${shelf}`) === 'full') yield refuse('shelf-full', 'Name another shelf');
  },
  evolve(state, entry) {
    const { shelf, reader: by } = entry;
    // Only a shelf keeps its day.
    const moved = shelf === undefined ? {} : { shelf, moved: factOf(entry) };
    const before = state.get(`book/${entry.book}`);
    return [before, state.get(`book/${before?.next}`)].flatMap((one) =>
      one ? [[`book/${one.id}`, { ...one, ...moved, ...present({ reader: by }) }] as const] : [],
    );
  },
  formerly: {
    1: ({ place, ...others }) => ({ ...others, toShelf: place }),
    2: ({ toShelf, ...others }) => ({ ...others, shelf: toShelf }),
  },
  example: { effectiveOn: '2014-05-01', book: 'atlas', shelf: 'travel' },
});

const acts = [moveBook, shelveBook] as const;
const stream = streamOf<Book, typeof acts>({
  kind: 'library',
  id: 'book',
  heading: 'A book moved',
  acts,
});

type Command = CommandOf<(typeof acts)[number]>;
type Moving = CommandOf<typeof moveBook>;
type Shelving = CommandOf<typeof shelveBook>;
type Entry = EntryOf<(typeof acts)[number]>;
type Moved = EntryOf<typeof moveBook>;
type Shelved = EntryOf<typeof shelveBook>;

const day = { effectiveOn: civilDate('2014-05-01'), provenance: 'minuted', book: 'atlas' } as const;
const moving = (said: Partial<Moving>): Moving => {
  return { type: 'move-book', ...day, programme: 'county', ...said };
};
const shelving = (shelf: string, more: Partial<Shelving> = {}): Shelving => {
  return { type: 'shelve-book', ...day, programme: 'county', shelf, ...more };
};
const bookMoved = (said: Pick<Moved, 'fromShelf' | 'fromReader'> & Partial<Moved>): Moved => {
  return { type: 'BookMoved', ...day, ...said };
};
const bookShelved = (shelf: string, more: Partial<Shelved> = {}): Shelved => {
  return { type: 'BookShelved', ...day, shelf, rare: false, ...more };
};
const excusing = (rule: string) => ({ exception: { rule, reason: 'Not in the minutes' } });
const knowing = (known: Readonly<Record<string, string>>): Facts => ({ get: (key) => known[key] });

const atlas: Book = { kind: 'book', id: 'atlas', shelf: 'maps', rare: false, reader: 'Ms A' };
const none = new Map<string, Book>();
const shelved = new Map([['book/atlas', atlas]]);
const rare = new Map([['book/atlas', { ...atlas, rare: true }]]);
const toTravel = moving({ shelf: 'travel' });
const moved = bookMoved({ shelf: 'travel', fromShelf: 'maps', fromReader: 'Ms A' });

describe('A stream of acts', () => {
  it('is not made of two acts that have one command, or one entry', () => {
    const twice = (also: object) => () =>
      streamOf({ kind: 'library', heading: '', acts: [moveBook, { ...shelveBook, ...also } as AnyAct] });
    const because = 'Two acts of the stream library have one command or one entry';
    expect(twice({ command: 'move-book' })).toThrow(because);
    expect(twice({ event: 'BookMoved' })).toThrow(because);
    expect(twice({})).not.toThrow();
  });

  it('says of each command what it does and adds, what names its thing, and whether it only ends something', () => {
    expect([stream.kind, stream.heading, stream.acts]).toEqual(['library', 'A book moved', acts]);
    expect(stream.commands).toEqual({
      'move-book': {
        does: 'Moves a book to another shelf, or gives it another reader.',
        adds: ['BookMoved'],
        id: 'book',
      },
      'shelve-book': {
        does: 'Puts a new book on a shelf.',
        adds: ['BookShelved'],
        id: 'book',
        ends: true,
      },
    });
    const { commands } = streamOf({ kind: 'library', heading: '', acts: [moveBook] });
    expect(commands['move-book']).not.toHaveProperty('id');
  });

  it('says of each entry its version, that it happened, and which fields and premises name a person', () => {
    expect(stream.events).toEqual({
      BookMoved: { version: 3, says: 'A book was moved.', personal: ['reader', 'fromReader'] },
      BookShelved: { version: 1, says: 'A book was put on a shelf.', personal: [] },
    });
  });

  it('touches and reads what each act does, and no more where an act says nothing', () => {
    const shelve = shelving('maps');
    expect(stream.touches(moved)).toEqual(['book/atlas']);
    expect(stream.alsoTouches?.(shelved, moved)).toEqual(['shelf/maps']);
    expect(stream.alsoTouches?.(none, bookShelved('maps'))).toEqual([]);
    expect(stream.reads(shelve)).toEqual(['shelf/maps']);
    expect(stream.reads(toTravel)).toEqual([]);
  });
});

describe('A command', () => {
  const shelve = shelving('maps');

  it('comes to an entry of its fields, as they are settled, and of nothing else that came with it', () => {
    const sent = { ...shelve, commandId: 'abc', ...excusing('none'), source: 'Minutes' };
    expect(stream.decide(none, sent, noFacts)).toEqual([
      {
        type: 'BookShelved',
        ...day,
        ...excusing('none'),
        source: 'Minutes',
        shelf: 'maps',
        rare: false,
      },
    ]);
    expect(stream.decide(none, shelve, knowing({ 'shelf/maps': 'Maps and plans' }))).toEqual([
      bookShelved('Maps and plans'),
    ]);
  });

  it('has no members that hold nothing', () => {
    const [entry = {}] = stream.decide(shelved, toTravel, noFacts) as readonly Entry[];
    expect(Object.keys(entry)).not.toContain('reader');
    expect(Object.values(entry)).not.toContain(undefined);
  });

  it('is refused where what it says cannot be settled, whatever the exception', () => {
    const locked = { ...shelving('locked'), ...excusing('shelf-locked') };
    expect(stream.decide(none, locked, noFacts)).toEqual(refuse('shelf-locked', 'Name another shelf'));
  });

  it('comes to nothing where every part it gives back is the part that is there', () => {
    const sameReader = moving({ reader: 'Ms A' });
    expect(stream.decide(shelved, sameReader, noFacts)).toEqual([]);
    expect(stream.decide(shelved, moving({ reader: 'Mr B' }), noFacts)).toHaveLength(1);
    // The shelf is the same; the day is news.
    expect(stream.decide(shelved, moving({ shelf: 'maps' }), noFacts)).toHaveLength(1);
  });

  it('is an entry where it changes one part, though not the first', () => {
    const second: Book = { kind: 'book', id: 'atlas-2', shelf: 'maps', rare: false };
    const both = (by: string) =>
      new Map([
        ['book/atlas', { ...atlas, next: 'atlas-2' }],
        ['book/atlas-2', { ...second, reader: by }],
      ]);
    const toMsA = moving({ reader: 'Ms A' });
    expect(stream.decide(both('Ms A'), toMsA, noFacts)).toEqual([]);
    expect(stream.decide(both('Mr B'), toMsA, noFacts)).toHaveLength(1);
  });

  it('is refused where it can happen no longer, though it would change nothing', () => {
    const sameReader = moving({ reader: 'Ms A' });
    expect(stream.decide(rare, sameReader, noFacts)).toMatchObject({ refused: 'book-rare' });
    const closed = knowing({ library: 'closed' });
    expect(stream.decide(shelved, sameReader, closed)).toMatchObject({ refused: 'library-closed' });
  });
});

describe('What an entry changes from', () => {
  it('is worked out where it is left out', () => {
    expect(stream.decide(shelved, toTravel, noFacts)).toEqual([moved]);
  });

  it('is null where there is none', () => {
    const { reader: _reader, ...unread } = atlas;
    expect(stream.decide(new Map([['book/atlas', unread]]), toTravel, noFacts)).toEqual([
      { ...moved, fromReader: null },
    ]);
  });

  it('is checked where it is sent', () => {
    const right = { ...toTravel, fromShelf: 'maps', fromReader: 'Ms A' };
    expect(stream.decide(shelved, right, noFacts)).toEqual([moved]);
    expect(stream.decide(shelved, { ...toTravel, fromShelf: 'novels' }, noFacts)).toEqual({
      refused: 'premise-changed',
      because:
        'The shelf of book atlas is maps by then, not novels: strike the later entry and record it from there',
    });
    expect(stream.decide(shelved, { ...toTravel, fromReader: 'Mr B' }, noFacts)).toMatchObject({
      because: expect.stringContaining('The reader of book atlas is Ms A by then, not Mr B') as unknown,
    });
  });

  it('is settled where it is sent, like any other field', () => {
    const knownAs = knowing({ 'reader/Alice': 'Ms A' });
    expect(stream.decide(shelved, { ...toTravel, fromReader: 'Alice' }, knownAs)).toEqual([moved]);
    expect(stream.decide(shelved, { ...toTravel, fromReader: 'Alice' }, noFacts)).toMatchObject({
      refused: 'premise-changed',
    });
  });

  it('is none where the entry does not rest on it, and then is not asked', () => {
    const read = bookMoved({ reader: 'Mr B', fromShelf: null, fromReader: 'Ms A' });
    expect(stream.decide(shelved, moving({ reader: 'Mr B' }), noFacts)).toEqual([read]);
    expect(stream.permits(shelved, read)).toBeUndefined();
    // One that always counts is asked: there was a reader.
    expect(stream.permits(shelved, { ...read, fromReader: null })).toMatchObject({
      because: expect.stringContaining('is Ms A by then, not unknown') as unknown,
    });
  });

  it('is checked where it is sent, though the entry does not rest on it', () => {
    const sent = moving({ reader: 'Mr B', fromShelf: 'novels' });
    expect(stream.decide(shelved, sent, noFacts)).toMatchObject({ refused: 'premise-changed' });
  });

  it('is asked again wherever the entry comes to stand, before the rules of its act', () => {
    const elsewhere = new Map([['book/atlas', { ...atlas, shelf: 'novels', rare: true }]]);
    expect(stream.permits(elsewhere, moved)).toMatchObject({ refused: 'premise-changed' });
    expect(stream.permits(shelved, moved)).toBeUndefined();
  });

  it('may be set aside by an entry of the past', () => {
    const sent = { ...toTravel, fromShelf: 'novels', ...excusing('premise-changed') };
    expect(stream.decide(shelved, sent, noFacts)).toEqual([
      { ...moved, fromShelf: 'novels', ...excusing('premise-changed') },
    ]);
  });
});

describe('A rule', () => {
  it('that says an entry has no meaning comes first, and no exception sets it aside', () => {
    const unknown = { ...moved, ...excusing('book-unknown') };
    expect(stream.meaningless(none, unknown)).toMatchObject({ refused: 'book-unknown' });
    expect(stream.permits(none, unknown)).toMatchObject({ refused: 'book-unknown' });
    expect(stream.decide(none, { ...toTravel, ...excusing('book-unknown') }, noFacts)).toMatchObject({
      refused: 'book-unknown',
    });
    // Of two such rules the first is told.
    expect(stream.permits(none, { ...moved, book: 'ghost' })).toMatchObject({ refused: 'book-unknown' });
    expect(stream.meaningless(shelved, moved)).toBeUndefined();
  });

  it('of that sort keeps an entry from changing anything', () => {
    const again = bookShelved('novels', { rare: true });
    expect(stream.evolve(shelved, again)).toEqual([]);
    expect(stream.evolve(none, again)).toEqual([
      ['book/atlas', { kind: 'book', id: 'atlas', shelf: 'novels', rare: true }],
    ]);
  });

  it('of where the entry stands may be set aside, each for itself', () => {
    const toDamp = moving({ shelf: 'damp' });
    expect(stream.decide(rare, toDamp, noFacts)).toMatchObject({ refused: 'book-rare' });
    const excused = { ...toDamp, ...excusing('book-rare') };
    expect(stream.decide(rare, excused, noFacts)).toMatchObject({ refused: 'shelf-damp' });
    expect(stream.decide(shelved, excused, noFacts)).toMatchObject({ refused: 'shelf-damp' });
    expect(stream.decide(rare, { ...toTravel, ...excusing('book-rare') }, noFacts)).toHaveLength(1);
  });

  it('of other streams is asked when it is recorded, and may be set aside', () => {
    const full = knowing({ 'shelf/travel': 'full' });
    const excused = { ...toTravel, ...excusing('shelf-full') };
    expect(stream.decide(shelved, toTravel, full)).toMatchObject({ refused: 'shelf-full' });
    expect(stream.decide(shelved, excused, full)).toEqual([{ ...moved, ...excusing('shelf-full') }]);
    expect(stream.permits(shelved, moved)).toBeUndefined();
    // It sees the state of its own stream as well.
    expect(stream.decide(shelved, toTravel, knowing({ library: 'closed' }))).toEqual(
      refuse('library-closed', 'atlas'),
    );
  });

  it('of other streams, without which the entry has no meaning, is not set aside, and comes before the others', () => {
    const gone = knowing({ 'shelf/travel': 'gone', library: 'closed' });
    const excused = { ...toTravel, ...excusing('shelf-gone') };
    expect(stream.decide(shelved, toTravel, gone)).toMatchObject({ refused: 'shelf-gone' });
    expect(stream.decide(shelved, excused, gone)).toMatchObject({ refused: 'shelf-gone' });
  });

  it('of its own stream comes before those of others', () => {
    const gone = knowing({ 'shelf/travel': 'gone', library: 'closed' });
    expect(stream.decide(rare, toTravel, gone)).toMatchObject({ refused: 'book-rare' });
  });
});

describe('A command that is refused says an entry of its day again', () => {
  const entry = { ...moved, decision: 'council', source: 'Minutes' };
  const repeats = (command: Command, held: Entry = entry, state = shelved, facts = noFacts) =>
    stream.repeats(state, command, facts, (key) => (key === 'book/atlas' ? [held] : []));

  it('word for word, whatever is left out of what was worked out', () => {
    expect(repeats(toTravel)).toBe(true);
    expect(repeats({ ...toTravel, decision: 'council' })).toBe(true);
    expect(repeats({ ...toTravel, precision: 'day', fromShelf: 'maps' })).toBe(true);
    // What it changed from is not so any longer: it was when it happened.
    expect(repeats(toTravel, entry, new Map([['book/atlas', { ...atlas, shelf: 'travel' }]]))).toBe(true);
  });

  it('only of the part that it is about', () => {
    expect(repeats({ ...toTravel, book: 'novel' })).toBe(false);
  });

  it('not where another decision is behind it', () => {
    expect(repeats({ ...toTravel, decision: 'cabinet' })).toBe(false);
  });

  it('not where it is known more or less exactly', () => {
    expect(repeats({ ...toTravel, precision: 'month' })).toBe(false);
    expect(repeats(toTravel, { ...entry, precision: 'month' })).toBe(false);
    expect(repeats({ ...toTravel, precision: 'month' }, { ...entry, precision: 'month' })).toBe(true);
  });

  it('not where a field differs, is missing or is more', () => {
    expect(repeats(moving({ shelf: 'novels' }))).toBe(false);
    expect(repeats(moving({ shelf: 'travel', reader: 'Mr B' }))).toBe(false);
    expect(repeats(toTravel, { ...entry, reader: 'Mr B' })).toBe(false);
  });

  it('not where it says that it changed from something else', () => {
    expect(repeats(moving({ shelf: 'travel', fromShelf: 'novels' }))).toBe(false);
  });

  it('as it is settled that it changed from, however that was sent', () => {
    const sent = moving({ shelf: 'travel', fromReader: 'Alice' });
    expect(repeats(sent, entry, shelved, knowing({ 'reader/Alice': 'Ms A' }))).toBe(true);
    expect(repeats(sent, entry, shelved, knowing({ 'reader/Alice': 'Mr B' }))).toBe(false);
  });

  it('not by an entry of another type', () => {
    const shelve = shelving('maps');
    const held = bookShelved('maps');
    expect(repeats(shelve, held)).toBe(true);
    expect(repeats(shelve, { ...held, type: 'BookMoved' } as unknown as Entry)).toBe(false);
  });

  it('as it was sent, or as it is settled', () => {
    const shelve = shelving('maps');
    const called = knowing({ 'shelf/maps': 'Maps and plans' });
    expect(repeats(shelve, bookShelved('Maps and plans'), shelved, called)).toBe(true);
    // The shelf was called otherwise when it was recorded.
    expect(repeats(shelve, bookShelved('maps'), shelved, called)).toBe(true);
    expect(repeats(shelve, bookShelved('Maps'), shelved, called)).toBe(false);
  });

  it('as it was sent, where it can be settled no longer', () => {
    const locked = shelving('locked', { rare: true });
    expect(repeats(locked, bookShelved('locked', { rare: true }))).toBe(true);
    expect(repeats(locked, bookShelved('locked'))).toBe(false);
  });

  it('not where its act touches nothing', () => {
    const nowhere = streamOf<Book, readonly [typeof moveBook]>({
      kind: 'library',
      heading: '',
      acts: [{ ...moveBook, touches: () => [] }],
    });
    expect(nowhere.repeats(shelved, toTravel, noFacts, () => [moved])).toBe(false);
  });
});

describe('An entry of an earlier version', () => {
  it('is read step by step, through every version since', () => {
    expect(readAsNow(moveBook, 1, { book: 'atlas', place: 'travel' })).toEqual({
      book: 'atlas',
      shelf: 'travel',
    });
    expect(readAsNow(moveBook, 2, { book: 'atlas', toShelf: 'travel' })).toEqual({
      book: 'atlas',
      shelf: 'travel',
    });
    const now = { book: 'atlas', shelf: 'travel', toShelf: 'kept' };
    expect(readAsNow(moveBook, 3, now)).toBe(now);
  });

  it('is left as it is by a version that changed no name', () => {
    const data = { book: 'atlas', toShelf: 'travel' };
    const onlySince2: AnyAct = { ...moveBook, formerly: { 2: moveBook.formerly?.[2] } } as AnyAct;
    const neither: AnyAct = { ...moveBook, formerly: undefined } as AnyAct;
    expect(readAsNow(onlySince2, 1, data)).toEqual({ book: 'atlas', shelf: 'travel' });
    expect(readAsNow(neither, 1, data)).toBe(data);
  });
});
