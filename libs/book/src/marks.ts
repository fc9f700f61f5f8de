import { existsSync, readFileSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { foreignTo, type RecordStore, type Checkpoint } from '#event-store';

/** How far a book was acknowledged here: its last entry that anybody was told of. */
export interface Mark {
  readonly book: string;
  readonly at: Checkpoint;
}

/** The file of the marks, beside the record and no part of it. */
const fileName = 'acknowledged.json';

/** How long what was acknowledged may wait to be written, in milliseconds: well under the second that is promised. */
const pause = 250;

/** The record holds less than was acknowledged: an older one was put in its place, or a part of it is lost. */
export class RecordShorter extends Error {
  override readonly name = 'RecordShorter';

  /** @param found what there is instead, in words */
  constructor(
    readonly mark: Mark,
    folder: string,
    found: string,
  ) {
    const { position, stream, id } = mark.at;
    super(
      `The record of ${folder} lacks what was acknowledged here: ${found}, and entries up to ${position} (entry ${id} of ${stream}) of book ${mark.book} were. ` +
        `Put the whole record back: the newest book.sqlite with the book.sqlite-wal that belongs to it, or the database. ` +
        `If an older record was restored and that is meant, say so with minutebook accept-restored --data ${folder} --reason '…', and start again`,
    );
  }
}

/** The file of the marks cannot be read. */
export class MarksUnreadable extends Error {
  override readonly name = 'MarksUnreadable';

  constructor(file: string) {
    super(
      `The file ${file} is damaged: it says up to which entry this server has acknowledged. Run minutebook doctor, and see that the record is the newest there is; then remove ${file} and start again`,
    );
  }
}

/**
 * How far each book that this folder was used with was acknowledged. It is written in the background, so it may lag behind
 * by up to a second; whatever ends the process, it is there whole.
 */
export class Marks {
  private readonly file: string;
  private isNew = false;
  private readonly closing = new AbortController();
  private writing: Promise<void> | undefined;

  private constructor(
    private readonly folder: string,
    private marks: readonly Mark[],
  ) {
    this.file = join(folder, fileName);
  }

  /** @throws MarksUnreadable */
  static read(folder: string): Marks {
    const file = join(folder, fileName);
    if (!existsSync(file)) return new Marks(folder, []);
    try {
      const { books } = JSON.parse(readFileSync(file, 'utf8')) as { books: Mark[] };
      if (books.every(({ book, at }) => typeof book === 'string' && typeof at.position === 'string'))
        return new Marks(folder, books);
    } catch {
      // Said below.
    }
    throw new MarksUnreadable(file);
  }

  /** The book that was last acknowledged of here, and how far; undefined in a new folder. */
  get latest(): Mark | undefined {
    return this.marks.at(-1);
  }

  of(book: string): Mark | undefined {
    return this.marks.find((mark) => mark.book === book);
  }

  /** @throws RecordShorter the file of a record that was acknowledged is not there, or there is nothing in it */
  refuseWithoutFile(file: string): void {
    const { latest } = this;
    const size = statSync(file, { throwIfNoEntry: false })?.size;
    if (!latest || (size ?? 0) > 0) return;
    const found = size === undefined ? `there is no ${file}` : `there is nothing in ${file}`;
    throw new RecordShorter(latest, this.folder, found);
  }

  /**
   * What of a record is missing that was acknowledged here; undefined where nothing is. Of an empty record that is all of
   * the book that this folder was last used with.
   */
  async missingFrom(record: RecordStore): Promise<RecordShorter | undefined> {
    const [identity, head] = [await record.identity(), await record.head()];
    const mark = this.of(identity) ?? (head === undefined ? this.latest : undefined);
    if (!mark) return undefined;
    if (head === undefined) return new RecordShorter(mark, this.folder, 'the record is empty');
    const foreign = await foreignTo(record, { book: identity, at: mark.at });
    if (!foreign) return undefined;
    const found =
      foreign.why === 'beyond-the-end' ? `it ends at ${head}` : `it has another entry at ${mark.at.position}`;
    return new RecordShorter(mark, this.folder, found);
  }

  /** Notes that something was acknowledged. */
  reached(book: string, at: Checkpoint): void {
    const before = this.of(book);
    if (before && before.at.position >= at.position && this.latest === before) return;
    const further = before && before.at.position >= at.position ? before.at : at;
    this.marks = [...this.marks.filter((mark) => mark !== before), { book, at: further }];
    this.isNew = true;
    this.writing ??= this.write().finally(() => (this.writing = undefined));
  }

  /** One book has taken the place of another. */
  replace(former: string, book: string, at: Checkpoint): void {
    this.marks = this.marks.filter((mark) => mark.book !== former);
    this.reached(book, at);
  }

  /** Writes what is left to be written. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.writing;
    if (this.isNew) await this.writeOnce();
  }

  private async write(): Promise<void> {
    const { signal } = this.closing;
    while (this.isNew && !signal.aborted) {
      await this.writeOnce();
      await sleep(pause, undefined, { ref: false, signal }).catch(() => undefined);
    }
  }

  /** A disk that is full now may have room in a while: then it is tried again. */
  private async writeOnce(): Promise<void> {
    this.isNew = false;
    const unfinished = `${this.file}.unfinished`;
    try {
      await writeFile(unfinished, `${JSON.stringify({ books: this.marks })}\n`, { flush: true });
      await rename(unfinished, this.file);
    } catch {
      this.isNew = true;
    }
  }
}
