/** "Mntb": what the first bytes of every book say it is, so that `file` and SQLite's own tools can tell. */
export const applicationId = 0x4d6e7462;

/** The version of the tables below. Stored for ever: a change here needs a migration and a new number. */
export const format = 1;

/** The version of a book that was copied from a store which names positions otherwise: it has one table more. */
export const copiedFormat = 2;

/** Finds a command of whatever stream by its id. No part of the format: a book without it is given it when it is opened. */
export const indexOfCommands = 'CREATE INDEX IF NOT EXISTS command_by_id ON command (command_id);';

// 2^53 − 1: no number in a book can be read back as another one.
const largest = Number.MAX_SAFE_INTEGER;

/**
 * The tables of a book, and the triggers by which it refuses to be changed, whoever opens it. REPLACE deletes without
 * asking the delete trigger, so an insert over what is there is refused on its own.
 */
export const schema = `
  CREATE TABLE property (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE event (
    position    INTEGER PRIMARY KEY AUTOINCREMENT CHECK (position BETWEEN 1 AND ${largest}),
    stream      TEXT    NOT NULL,
    revision    INTEGER NOT NULL CHECK (revision BETWEEN 0 AND ${largest}),
    id          TEXT    NOT NULL UNIQUE,
    type        TEXT    NOT NULL,
    version     INTEGER NOT NULL CHECK (version BETWEEN 1 AND ${largest}),
    recorded_at TEXT    NOT NULL,
    command_id  TEXT    NOT NULL,
    envelope    TEXT    NOT NULL,
    data        TEXT    NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;

  CREATE TABLE command (
    stream         TEXT    NOT NULL,
    command_id     TEXT    NOT NULL,
    fingerprint    TEXT    NOT NULL,
    first_revision INTEGER NOT NULL CHECK (first_revision BETWEEN 0 AND ${largest}),
    last_revision  INTEGER NOT NULL CHECK (last_revision BETWEEN first_revision AND ${largest}),
    PRIMARY KEY (stream, command_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER event_not_updated BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;

  CREATE TRIGGER event_not_deleted BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;

  CREATE TRIGGER event_not_replaced BEFORE INSERT ON event
  WHEN EXISTS (SELECT 1 FROM event WHERE position = NEW.position)
    OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM event WHERE stream = NEW.stream AND revision = NEW.revision)
  BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;

  CREATE TRIGGER command_not_updated BEFORE UPDATE ON command
  BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;

  CREATE TRIGGER command_not_deleted BEFORE DELETE ON command
  BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;

  CREATE TRIGGER command_not_replaced BEFORE INSERT ON command
  WHEN EXISTS (SELECT 1 FROM command WHERE stream = NEW.stream AND command_id = NEW.command_id)
  BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;

  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${format};
`;

/** The positions that events had in the store they were copied from, where they are named otherwise there. */
export const tableOfCopied = `
  CREATE TABLE copied (
    place    INTEGER PRIMARY KEY,
    position TEXT    NOT NULL UNIQUE
  ) STRICT;

  CREATE TRIGGER copied_not_updated BEFORE UPDATE ON copied
  BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;

  CREATE TRIGGER copied_not_deleted BEFORE DELETE ON copied
  BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;
`;
