import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Book } from '#book';
import { civilDate, instant } from '#calendar';
import { decisionRow, listViews, overview } from '#read-model';
import { root } from '../house/sources.js';

const golden = join(root, 'test/golden/book-v1');

interface Asked {
  readonly asAt: string;
  /** An instant of the record of the book. */
  readonly knownAt?: string;
}

/** What the version that wrote the book answered, and what it was asked. */
const written = JSON.parse(readFileSync(join(golden, 'answers.json'), 'utf8')) as readonly {
  readonly asked: Asked;
  readonly answer: object;
}[];

let folder: string;
let book: Book;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  cpSync(join(golden, 'book.sqlite'), join(folder, 'book.sqlite'));
  book = await Book.open({ folder });
});

afterAll(async () => {
  await book.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The overview, every list, the decisions and the history of the whole programme. */
function answerTo({ asAt, knownAt }: Asked): object {
  const { reader } = book;
  const moment = reader.moments.at(civilDate(asAt), knownAt === undefined ? undefined : instant(knownAt));
  const lists = listViews.map((view) => [view.kind, view.rows(reader, 'kent', moment)]);
  const answer = {
    overview: overview(reader, 'kent', moment),
    lists: Object.fromEntries(lists) as object,
    decisions: reader.decisions
      .at('kent', moment)
      .map(({ part, holdsFrom }) => decisionRow(part, holdsFrom, part.maker)),
    history: reader.log.history('kent', {}, moment, { most: 100 }),
  };
  return JSON.parse(JSON.stringify(answer)) as object;
}

describe('A book of an earlier version', () => {
  it.each(written)('opens, and answers as it did: $asked', ({ asked, answer }) => {
    expect(answerTo(asked)).toMatchObject(answer);
  });

  it('holds a merge, an exception, a correction and a strike, each told from what was known before', () => {
    const unitsOf = (asked: Asked) => {
      const { lists } = answerTo(asked) as {
        lists: { unit: { id: string; name: string; status: string }[] };
      };
      return lists.unit.map(({ id, name, status }) => `${id}: ${name}, ${status}`);
    };
    const units = [
      'audit: Audit, open',
      'democratic: Democratic Services, merged',
      'governance-and-law: Governance and Law, open',
      'legal: Legal Services, merged',
    ];
    const [before, now] = [written.at(-2)?.asked, written.at(-1)?.asked] as [Asked, Asked];
    expect(unitsOf(before)).toEqual([...units, 'property: Estates, open']);
    expect(unitsOf(now)).toEqual([...units, 'property: Property and Estates, open']);
  });
});
