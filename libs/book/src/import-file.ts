import { instant, londonDate, type Instant } from '#calendar';
import type { EventStore, Position } from '#event-store';
import { Recorder } from '#recording';
import type { Book } from './book.js';
import { CopyInMemory, PastInMemory, PastIsOver } from './copy-in-memory.js';
import { textSource, type BadLine, type ImportLine, type ImportSource } from './import-lines.js';
import { mostBadLines, surveyedLines, surveyOf, type Survey, type SurveyedLine } from './import-survey.js';
import { recordLine, type LineOutcome, type Recording } from './record-line.js';
import { Turn } from './turn.js';

/** What an import needs of a book. */
export type ImportInto = Pick<Book, 'store' | 'recorder' | 'demonstration' | 'noting' | 'upTo' | 'reader'>;

export interface ImportReport {
  /** How many lines hold something. */
  readonly lines: number;
  /** Lines recorded by this run, or that would be in a dry run. */
  readonly recorded: number;
  /** Lines whose commands were on the record before. */
  readonly before: number;
  /** Lines that change nothing. */
  readonly nothing: number;
  /**
   * Every bad line, in order. Nothing was recorded then, unless somebody else recorded what a line contradicts after
   * the play: that line is the only one here, and the lines above it are recorded.
   */
  readonly bad: readonly BadLine[];
  /** There are more bad lines than are told, or may be: the file was played no further than the last of them. */
  readonly givenUp?: true;
}

export interface ImportOptions {
  readonly programme: string;
  readonly actor: string;
  readonly capacity: string;
  /** Stops after the play. */
  readonly dryRun?: boolean;
  readonly progress?: (what: 'play' | 'record', done: number, of: number) => void;
  /** Sets the store's clock, for a demonstration only. */
  readonly setClock?: (at: Instant | undefined) => void;
  /** Ends the import after the line at hand. What is recorded by then stays, and another run goes on from there. */
  readonly signal?: AbortSignal;
}

/** The import was ended by its signal before its last line. */
export class ImportStopped extends Error {
  override readonly name = 'ImportStopped';

  constructor(readonly recorded: number) {
    super(`The import was stopped after recording ${recorded} lines: import again to go on`);
  }
}

/** The book is a demonstration of another programme. */
export class OtherDemonstration extends Error {
  override readonly name = 'OtherDemonstration';

  constructor(demonstration: string, programme: string) {
    super(
      `This book is a demonstration of ${demonstration} and holds no other programme: import ${programme} into a book of its own`,
    );
  }
}

/**
 * Plays a whole file against a copy of the book in memory; with any line bad, every bad line is told and nothing is
 * recorded. Then records line by line, one append each. A second run records nothing twice: a line whose command is on
 * the record is left alone, and so is one that would have changed nothing when the lines after it were recorded.
 *
 * @throws OtherDemonstration the book holds another programme and no more
 * @throws FileChanged the source gave other lines when it was read again
 * @throws ImportStopped the signal was aborted
 */
export async function importFile(
  book: ImportInto,
  source: ImportSource | string,
  options: ImportOptions,
): Promise<ImportReport> {
  const { demonstration } = book;
  if (demonstration !== undefined && demonstration !== options.programme)
    throw new OtherDemonstration(demonstration, options.programme);
  const file = typeof source === 'string' ? textSource(source) : source;
  const survey = await surveyOf(book.store, options.programme, file, options.setClock !== undefined);
  if (survey.givenUp) {
    return { lines: survey.count, recorded: 0, before: 0, nothing: 0, bad: told(survey.bad), givenUp: true };
  }
  const played = await play(book, file, survey, options);
  if (played.bad.length > 0) return { ...played, recorded: 0, before: 0, nothing: 0 };
  return options.dryRun ? played : record(book, file, survey, options);
}

/** What came of a line that is not to be judged. */
function leftAlone({ before, passedOver }: SurveyedLine): LineOutcome | undefined {
  if (before) return { came: 'before' };
  return passedOver ? { came: 'nothing' } : undefined;
}

/** Judges every line against a copy, and marks those that a run before this one passed over. */
async function play(
  book: ImportInto,
  file: ImportSource,
  survey: Survey,
  options: ImportOptions,
): Promise<ImportReport> {
  const recording = recordingOf(book, survey, options);
  const recorder = new Recorder(new CopyInMemory(book.store, survey.head), { duties: book.recorder.duties });
  const past = new Past(book.store, recording);
  const tally = new Tally(survey.count, survey.bad);
  const turn = new Turn();
  for await (const { line, seen } of surveyedLines(file, options.setClock !== undefined, survey)) {
    if (options.signal?.aborted) throw new ImportStopped(0);
    if (seen.stoodAt) seen.passedOver = await past.changesNothing(line, seen.stoodAt.upTo);
    const outcome = leftAlone(seen) ?? (await recordLine(recorder, line, recording));
    tally.count(line, outcome);
    // Ids of entries follow from the ids of their commands: what a strike finds here is what it will strike.
    if (outcome.came === 'recorded') for (const entry of outcome.result.events) survey.found.add(entry);
    options.progress?.('play', tally.done, survey.count);
    if (tally.isGivenUp) break;
    await turn.endIfLong();
  }
  return tally.report();
}

/** Records every line that is not on the record, in order, one append each, up to the first that is refused after all. */
async function record(
  book: ImportInto,
  file: ImportSource,
  survey: Survey,
  options: ImportOptions,
): Promise<ImportReport> {
  const recording = recordingOf(book, survey, options);
  const tally = new Tally(survey.count, []);
  try {
    for await (const { line, seen } of surveyedLines(file, options.setClock !== undefined, survey)) {
      if (options.signal?.aborted) throw new ImportStopped(tally.recorded);
      options.setClock?.(line.recordedAt);
      const outcome = leftAlone(seen) ?? (await recordLine(book.recorder, line, recording));
      tally.count(line, outcome);
      if (outcome.came === 'recorded') book.noting(outcome.result);
      options.progress?.('record', tally.done, survey.count);
      if (outcome.came === 'refused') break;
    }
  } finally {
    options.setClock?.(undefined);
  }
  await book.upTo();
  return tally.report();
}

function recordingOf(
  book: ImportInto,
  survey: Survey,
  { programme, actor, capacity }: ImportOptions,
): Recording {
  const today = londonDate(instant(new Date().toISOString()));
  const lineOf = (commandId: string) => survey.lines.get(commandId)?.number;
  return { programme, actor, capacity, today, onRecord: survey.found, lineOf, reader: () => book.reader };
}

/** Answers what a line would have changed in the log as it once stood. Asked in the order of the log, it reads it once. */
class Past {
  private upTo: Position | undefined;
  private store: PastInMemory;
  private recorder: Recorder;

  constructor(
    private readonly original: EventStore,
    private readonly recording: Recording,
  ) {
    this.store = new PastInMemory(original, undefined);
    this.recorder = new Recorder(this.store);
  }

  async changesNothing(line: ImportLine, upTo: Position | undefined): Promise<boolean> {
    if (upTo === undefined) return false;
    if (this.upTo !== undefined && upTo < this.upTo) {
      // The lines of the file were put in another order: what has been copied is too much.
      this.store = new PastInMemory(this.original, undefined);
      this.recorder = new Recorder(this.store);
    }
    this.upTo = upTo;
    this.store.moveTo(upTo);
    try {
      return (await recordLine(this.recorder, line, this.recording)).came === 'nothing';
    } catch (error) {
      if (error instanceof PastIsOver) return false;
      throw error;
    }
  }
}

/** The longest reason that is told of a line: one may have as many wrong fields as it has room for. */
const longestReason = 2_000;

/** Bad lines in order, each with as much of its reason as is told. */
function told(bad: readonly BadLine[]): BadLine[] {
  return [...bad]
    .sort((a, b) => a.line - b.line)
    .map(({ line, reason }) => ({
      line,
      reason: reason.length > longestReason ? `${reason.slice(0, longestReason)} … and more` : reason,
    }));
}

/** Counts what came of lines. */
class Tally {
  recorded = 0;
  private before = 0;
  private nothing = 0;
  private readonly bad: BadLine[];

  constructor(
    private readonly lines: number,
    bad: readonly BadLine[],
  ) {
    this.bad = [...bad];
  }

  get done(): number {
    return this.recorded + this.before + this.nothing + this.bad.length;
  }

  count({ number }: ImportLine, outcome: LineOutcome): void {
    if (outcome.came === 'refused') this.bad.push({ line: number, reason: outcome.because });
    else this[outcome.came] += 1;
  }

  /** Whether there are as many bad lines as are told. */
  get isGivenUp(): boolean {
    return this.bad.length >= mostBadLines;
  }

  report(): ImportReport {
    const { lines, recorded, before, nothing, bad } = this;
    const report = { lines, recorded, before, nothing, bad: told(bad) };
    return this.isGivenUp ? { ...report, givenUp: true } : report;
  }
}
