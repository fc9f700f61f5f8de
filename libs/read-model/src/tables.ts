import type { AnyPart } from '#programme';

/**
 * The tables of a read model. A read model is never the only copy of anything: a change of shape here raises
 * `shape`, and an older file is rebuilt from the log.
 */
export const shape = 20;

/** The types of the entries that pass a gate; and in SQL, whether an entry is one. */
export const passesGates: ReadonlySet<string> = new Set([
  'FullBusinessCaseSubmitted',
  'ImplementationStarted',
]);
export const passesGate = `type IN ('FullBusinessCaseSubmitted', 'ImplementationStarted')`;

/** Whether an entry is of a kind whose decision opens the next gate of its review, in SQL. */
export const opensGate = `type IN ('AuthorisedToProceed', 'FullBusinessCaseAuthorised')`;

/** The day a decision was taken on, in SQL: as its entry says, or else from when it holds. */
export const takenOnOf = `coalesce(json_extract(stored, '$.envelope.takenOn'), effective_on)`;

export const tables = `
-- The last entry that was read, as the log names it, and how many were.
CREATE TABLE checkpoint (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  position TEXT NOT NULL,
  seq INTEGER NOT NULL,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  id TEXT NOT NULL
);
-- Of which book it is.
CREATE TABLE book (one INTEGER PRIMARY KEY CHECK (one = 1), identity TEXT NOT NULL);

-- The log as this read model took it in: seq counts from 1 in log order, so that knowing is a range of integers.
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  position TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  programme TEXT NOT NULL,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  effective_on TEXT NOT NULL,
  -- For a strike, the earliest day of the entries it removes: from there on it changes answers.
  changes_from TEXT NOT NULL,
  struck_seq INTEGER,
  decision TEXT,
  command_id TEXT NOT NULL,
  -- The entry that caused it, where one did.
  caused_by TEXT,
  -- The rule that it sets aside, and the position up to which it read other streams, where it did.
  exception TEXT,
  based_on TEXT,
  stored TEXT NOT NULL
);
CREATE UNIQUE INDEX entry_id ON entry (id);
-- The end of a stream, from a day on, is what a late entry is folded through; what is struck in it is found apart.
CREATE INDEX entry_stream ON entry (stream, effective_on);
CREATE INDEX entry_strikes ON entry (stream) WHERE type = 'EntryStruck';
CREATE INDEX entry_programme ON entry (programme, seq);
CREATE INDEX entry_recorded ON entry (recorded_at, seq);
CREATE INDEX entry_caused ON entry (programme, caused_by) WHERE caused_by IS NOT NULL;
CREATE INDEX entry_decision ON entry (programme, decision) WHERE decision IS NOT NULL;
-- Only the commands of batches: an index over every command would cost each rebuild more than it is asked for.
CREATE INDEX entry_batch ON entry (programme, command_id) WHERE command_id GLOB '*/*';
-- What passed a gate, by its review: it stands on the decision that opened it, which need not be the one it follows from.
CREATE INDEX entry_gate ON entry (programme, stream) WHERE ${passesGate};
-- The decisions by the day they were taken on: the last meeting of a body is found from its end.
CREATE INDEX entry_taken ON entry (programme, ${takenOnOf}) WHERE type = 'DecisionRecorded';
CREATE INDEX entry_exception ON entry (programme, seq) WHERE exception IS NOT NULL;
CREATE INDEX entry_based_on ON entry (programme, seq) WHERE based_on IS NOT NULL;

CREATE TABLE thing (
  number INTEGER PRIMARY KEY,
  programme TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  stream TEXT NOT NULL,
  first_seq INTEGER NOT NULL,
  UNIQUE (programme, kind, id)
);
-- about is 1 where the entry is about the thing, 0 where it changed the thing through another that it is about: from
-- from_day on, which is then later than its own day where what it is about came to the thing later.
CREATE TABLE touch (
  thing INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  about INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  PRIMARY KEY (thing, seq)
) WITHOUT ROWID;

-- What a thing was, from a day on, for those who know the log from known_from up to but not including known_to.
-- The key is thing, day and version in one integer, so that a point read is one descent.
CREATE TABLE version (
  key INTEGER PRIMARY KEY,
  known_from INTEGER NOT NULL,
  known_to INTEGER NOT NULL,
  -- 1 where the day was still to come when it was recorded, in London.
  ahead INTEGER NOT NULL,
  part TEXT NOT NULL
);
-- Whoever knows the log up to a day finds nothing of later days but what was recorded ahead of them.
CREATE INDEX version_ahead ON version (ahead) WHERE ahead = 1;

-- A stream whose entry could not be taken in, and why: that entry and all after it in the stream are held back.
CREATE TABLE quarantine (
  stream TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  error TEXT NOT NULL,
  since TEXT NOT NULL
) WITHOUT ROWID;
-- Each keeps its number in the log, so that taken in later it stands where it would have stood.
CREATE TABLE held (
  seq INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  position TEXT NOT NULL,
  recorded_at TEXT NOT NULL
);
CREATE INDEX held_stream ON held (stream, seq);

CREATE VIRTUAL TABLE decision_text USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
`;

/** Known for as long as the log has been read: a version that nothing has replaced. */
export const stillBelieved = 2 ** 52;

const dayBits = 20n;
const versionBits = 19n;

/** The key of a version: 24 bits of thing, 20 of day number, 19 of version. */
export function versionKey(thing: number, day: number, version = 0): bigint {
  return (((BigInt(thing) << dayBits) | BigInt(day)) << versionBits) | BigInt(version);
}

/** The key after the last version of a thing on a day. */
export function afterDay(thing: number, day: number): bigint {
  return (((BigInt(thing) << dayBits) | BigInt(day)) + 1n) << versionBits;
}

/** The day number in a version's key. */
export function dayOfKey(key: bigint): number {
  return Number((key >> versionBits) & ((1n << dayBits) - 1n));
}

/** A part as a row has it. What it is, the kind of its thing says: whoever asks for a kind is given that. */
export function partIn<Part extends AnyPart>(text: string): Part {
  return JSON.parse(text) as Part;
}

/** The same of many: one text is read faster than thousands. */
export function partsIn<Part extends AnyPart>(texts: readonly string[]): Part[] {
  return JSON.parse(`[${texts.join(',')}]`) as Part[];
}
