import type { StoredEvent } from '#event-store';
import { envelopeOf } from '#programme';
import {
  columnKinds,
  type Column,
  type Columns,
  type Moment,
  type Reader,
  type Row,
  type RowOf,
} from '#read-model';
import { Problem } from '#problem';
import type { Filters } from './filters.js';
import type { Question } from './query.js';

/** An entry from which something should have followed, what that is, and what is in its way. */
export interface WaitingFollowUp {
  readonly cause: string;
  readonly followUp: string;
  readonly because: string;
}

/** What a view is asked of: the reader, at the moment that its question means. */
export interface Asking {
  readonly reader: Reader;
  readonly programme: string;
  readonly moment: Moment;
  readonly question: Question;
  /** The follow-ups that wait now: they are no part of the log, and none are known of any earlier moment. */
  readonly waiting: readonly WaitingFollowUp[];
  /** Whether the book is a demonstration, whose recording instants are illustrative. */
  readonly demonstration: boolean;
}

/** The same of one thing. */
export interface AskingOfOne extends Asking {
  readonly id: string;
}

/** A list as lines: for a spreadsheet. */
export interface Lines {
  readonly name: string;
  readonly columns: Columns;
  readonly rows: readonly Row[];
}

/** The same, its rows held to its columns. */
export const linesOf = <Of extends Columns>(
  name: string,
  columns: Of,
  rows: readonly RowOf<Of>[],
): Lines => ({ name, columns, rows });

/** What a view answers: what it shows, which streams it read, and its lines where it is a list. */
export interface Answer {
  readonly body: Readonly<Record<string, unknown>>;
  /** Names of the streams that the answer reads, or the beginnings of their names. Empty where it reads them all. */
  readonly streams: readonly string[];
  readonly list?: Lines;
  /** The answer as a page of HTML, where it is asked for to be read and printed and not as data. */
  readonly page?: string;
  /** The moment it is of, where that is not the one it was asked at. */
  readonly moment?: Moment;
}

/** What a view answered, and the moment of it. */
export interface Answered extends Answer {
  readonly moment: Moment;
}

/** How something is asked. */
export interface Answers<Of extends Asking> {
  /** The question as it is meant, where its filters say otherwise. Throws where they contradict it. */
  question?(question: Question): Question;
  answer(asking: Of): Answer;
}

/** What is asked of one thing of a view. */
export interface ViewOfOne extends Answers<AskingOfOne> {
  says(id: string): string;
  filters(id: string): Filters;
  /** Of one that is made of lines, and so CSV too. */
  readonly columns?: (id: string) => Columns;
  /** What its answer shows, where it is data. */
  readonly shows?: (id: string) => Columns;
  /** True where it is answered as a page, to be printed. */
  readonly isPage?: true;
  /** The ids there are, where they are known beforehand and are no things on the record. */
  readonly ids?: readonly string[];
}

/** A view: a question with a name. `GET /api/programmes/{programme}/{name}` and `…/{id}`. */
export interface View<
  Name extends string = string,
  Of extends Columns = Columns,
  Shown extends Columns = Columns,
> extends Answers<Asking> {
  readonly name: Name;
  /** What it answers, in a sentence without its full stop. */
  readonly says: string;
  readonly filters: Filters;
  /** Of one that is made of lines, and so CSV too. */
  readonly columns?: Of;
  /** What its answer shows, by name. */
  readonly shows?: Shown;
  /** Whether its answer is made of the log up to a position and of nothing else, so that it can be issued as a report. */
  readonly canBeIssued: boolean;
  /** Where its things are shown one by one too. */
  readonly one?: ViewOfOne;
}

/** What a view of lines answers: its rows, and what it shows where that is not the rows under its name. */
export interface AnswerOfLines<Of extends Columns, Shown extends Columns = Columns> extends Pick<
  Answer,
  'streams' | 'moment'
> {
  readonly rows: readonly RowOf<Of>[];
  readonly body?: RowOf<Shown>;
}

/** A view of lines that are held to its columns, fit to be issued where nothing else is said. */
export function view<
  const Name extends string,
  Of extends Columns,
  Shown extends Columns = { [One in Name]: Column<readonly RowOf<Of>[]> },
>({
  answer,
  ...said
}: Pick<View<Name, Of>, 'name' | 'says' | 'question' | 'one'> &
  Partial<Pick<View, 'filters' | 'canBeIssued'>> & {
    readonly columns: Of;
    /** What its answer shows, where that is not the rows under its name. */
    readonly shows?: Shown;
    readonly answer: (asking: Asking) => AnswerOfLines<Of, Shown>;
  }): View<Name, Of, Shown> {
  const { name, columns } = said;
  return {
    filters: {},
    canBeIssued: true,
    shows: { [name]: listOf(objectOf(columns)) } as Columns as Shown,
    ...said,
    answer(asking) {
      const { rows, ...answered } = answer(asking);
      return { body: { [name]: rows }, ...answered, list: linesOf(name, columns, rows) };
    },
  };
}

/** Names of streams of a programme, or their beginnings, by kind. */
export const streamsOf = (programme: string, ...kinds: readonly string[]): readonly string[] =>
  kinds.map((kind) => `${programme}/${kind}`);

/** 404 for a thing of which nothing was recorded by then. */
export function notOnRecord(what: string, programme: string, whereToLook: string): Problem {
  return new Problem(
    404,
    'unknown-thing',
    'It is not on the record',
    `${what} was recorded by then in ${programme}: see ${whereToLook}`,
  );
}

/** The moment that a question means by a date and a state of knowledge, its own where they are left out. */
export function momentOf(
  reader: Reader,
  question: Question,
  { asAt = question.asAt, knownAt = question.knownAt }: Partial<Pick<Question, 'asAt' | 'knownAt'>> = {},
): Moment {
  const moment = reader.moments.at(asAt, knownAt);
  return question.pinnedTo === undefined ? moment : reader.moments.upTo(moment, question.pinnedTo);
}

const {
  anything,
  count,
  day,
  entry: entryId,
  instant,
  listOf,
  mapOf,
  objectOf,
  optional,
  text,
} = columnKinds;
const { precision, provenance } = columnKinds;

/** What is said of an entry before its data, and after it. */
export const entryHead = {
  ...{ id: entryId, type: text, stream: text, revision: count, position: text, recordedAt: instant },
  ...{ commandId: text, actor: text, capacity: text, correlationId: text, effectiveOn: day, provenance },
  ...optional({ source: text, takenOn: day }),
};
export const entryTail = optional({
  ...{ basedOn: text, decision: text, exception: objectOf({ rule: text, reason: text }), precision },
  replaces: entryId,
});
/** An entry as a view shows it. */
export const entryShown = {
  ...{ ...entryHead, data: mapOf(anything), ...entryTail },
  ...optional({ causationId: entryId, waived: anything }),
};

export function entryRow(entry: StoredEvent): RowOf<typeof entryShown> {
  const { id, type, stream, revision, position, recordedAt, commandId, data } = entry;
  return { id, type, stream, revision, position, recordedAt, commandId, ...envelopeOf(entry), data };
}

export const entryColumns = { id: entryId, type: text, stream: text, effectiveOn: day, recordedAt: instant };

/** An entry as another one points to it. */
export function entryNamed(entry: StoredEvent): RowOf<typeof entryColumns> {
  const { id, type, stream, recordedAt } = entry;
  return { id, type, stream, effectiveOn: envelopeOf(entry).effectiveOn, recordedAt };
}
