import type Database from 'better-sqlite3';
import { eventId, faultOf, type RecordFault } from '#event-store';
import type { Places } from './places.js';

/** How many faults of one kind are told. */
const most = 20;

interface Missing {
  readonly stream: string;
  readonly revision: number;
  readonly id: string | undefined;
}

/**
 * What is missing from the file of a record, by counting: positions and revisions run on without a gap, and no position was
 * given out beyond the last entry. Nothing is read but the indexes.
 */
export function gapsIn(database: Database.Database, places: Places): RecordFault[] {
  const { count, last, given } = database
    .prepare<[], { count: number; last: number; given: number }>(
      `SELECT count(*) AS count, coalesce(max(position), 0) AS last,
         coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'event'), 0) AS given FROM event`,
    )
    .get() ?? { count: 0, last: 0, given: 0 };
  const streams = database
    .prepare<[number], string>(
      'SELECT stream FROM event GROUP BY stream HAVING count(*) <> max(revision) + 1 ORDER BY stream LIMIT ?',
    )
    .pluck()
    .all(most);
  if (count === last && given <= last && streams.length === 0) return [];
  const missing = missingEntries(database);
  const gaps = count === last ? [] : placesMissing(database);
  if (given > last) gaps.push({ from: last + 1, to: given });
  const [gap, ...more] = gaps;
  const [one, ...others] = missing;
  if (gap && one && more.length === 0 && others.length === 0 && gap.from === gap.to)
    return [faultOf({ ...named(one), position: places.positionAt(gap.from) }, 'is missing')];
  return [
    ...gaps.map(({ from, to }): RecordFault => {
      const [begin, end] = [places.positionAt(from), places.positionAt(to)];
      const where = from === to ? `at ${begin}` : `from ${begin} to ${end}`;
      return { position: begin, words: `nothing is on the record ${where}, where something was recorded` };
    }),
    ...missing.map((each): RecordFault => {
      const { stream, id } = named(each);
      return { stream, id, words: `entry ${id} is missing, number ${each.revision} of ${stream}` };
    }),
    ...streams
      .filter((stream) => !missing.some((each) => each.stream === stream))
      .map((stream): RecordFault => ({ stream, words: `the entries of ${stream} have a gap` })),
  ];
}

const named = ({ stream, id }: Missing) => ({ stream, id: id ?? '(its command is gone too)' });

/** The stretches of places where there is no entry. */
function placesMissing(database: Database.Database): { from: number; to: number }[] {
  return database
    .prepare<[number], { from: number; to: number }>(
      `SELECT before + 1 AS "from", position - 1 AS "to"
         FROM (SELECT position, lag(position, 1, 0) OVER (ORDER BY position) AS before FROM event)
         WHERE position <> before + 1 ORDER BY position LIMIT ?`,
    )
    .all(most);
}

/** The entries that commands recorded and that are not there. Their ids follow from those of the commands. */
function missingEntries(database: Database.Database): Missing[] {
  const commands = database
    .prepare<[number], { stream: string; commandId: string; first: number; last: number }>(
      `SELECT stream, command_id AS commandId, first_revision AS first, last_revision AS last FROM command
         WHERE (SELECT count(*) FROM event WHERE event.stream = command.stream
                  AND revision BETWEEN first_revision AND last_revision) <> last_revision - first_revision + 1
         ORDER BY stream, first_revision LIMIT ?`,
    )
    .all(most);
  const isThere = database.prepare('SELECT 1 FROM event WHERE stream = ? AND revision = ?');
  return commands.flatMap(({ stream, commandId, first, last }) => {
    const [programme = ''] = stream.split('/');
    return Array.from({ length: last - first + 1 }, (_, index) => ({
      stream,
      revision: first + index,
      id: eventId(programme, stream, commandId, index),
    })).filter(({ revision }) => isThere.get(stream, revision) === undefined);
  });
}

/** What SQLite itself finds wrong with the file. */
export function faultsOfFile(database: Database.Database): RecordFault[] {
  const said = database.pragma(`integrity_check(${most})`) as { integrity_check: string }[];
  return said
    .filter(({ integrity_check: words }) => words !== 'ok')
    .map(({ integrity_check: words }) => ({ words: `SQLite finds the file damaged: ${words}` }));
}

/** Commands of which the record says that they recorded something which others recorded. */
export function faultsOfCommands(database: Database.Database): RecordFault[] {
  return database
    .prepare<[number], { stream: string; commandId: string }>(
      `SELECT stream, command_id AS commandId FROM command WHERE EXISTS (SELECT 1 FROM event
         WHERE event.stream = command.stream AND revision BETWEEN first_revision AND last_revision
           AND event.command_id <> command.command_id) ORDER BY stream, command_id LIMIT ?`,
    )
    .all(most)
    .map(({ stream, commandId }) => ({
      stream,
      words: `what command ${commandId} recorded in ${stream} is said to be of another command`,
    }));
}
