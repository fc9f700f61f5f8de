import type { EventStore, Position } from '#event-store';
import { importLines, type BadLine, type ImportLine, type ImportSource } from './import-lines.js';
import { OnTheRecord } from './on-the-record.js';
import { Turn } from './turn.js';

/** What is known of a line before it is judged. */
export interface SurveyedLine {
  readonly number: number;
  readonly fingerprint: string;
  /** The line's command is on the record already. */
  before: boolean;
  /** A later line of the file is on the record and this one is not: the log as it stood just before that one. */
  stoodAt?: { readonly upTo: Position | undefined };
  /** It changed nothing then, so it is not to be recorded now. */
  passedOver: boolean;
}

/** What one reading of a file and one of the log say, before anything is judged. */
export interface Survey {
  /** How many lines hold something. */
  readonly count: number;
  /** Lines that can be judged, by the ids of their commands, in the order of the file. */
  readonly lines: ReadonlyMap<string, SurveyedLine>;
  /** Lines that cannot be read, share an id, or were edited under an old one: no more than are told. */
  readonly bad: readonly BadLine[];
  /** The file was read no further than the last of these: there are so many already. */
  readonly givenUp: boolean;
  readonly found: OnTheRecord;
  /** The end of the log when the survey began. */
  readonly head: Position | undefined;
}

/** The file said something else when it was read again. */
export class FileChanged extends Error {
  override readonly name = 'FileChanged';

  constructor(readonly line: number) {
    super(`The file changed at line ${line} while it was imported: import it again as it is now`);
  }
}

/** Reads a file and the log once each, and finds which lines are on the record and where the file was left off. */
export async function surveyOf(
  store: EventStore,
  programme: string,
  source: ImportSource,
  demonstration: boolean,
): Promise<Survey> {
  const lines = new Map<string, SurveyedLine>();
  const bad: BadLine[] = [];
  const named = new Set<string>();
  let count = 0;
  for await (const line of importLines(source, demonstration)) {
    count += 1;
    if (bad.length >= mostBadLines) break;
    if ('reason' in line) {
      bad.push(line);
      continue;
    }
    const { id, number, fingerprint, body } = line;
    const first = lines.get(id);
    if (first) {
      const reason = `its id ${id} is that of line ${first.number} already: give every line its own`;
      bad.push({ line: number, reason });
      continue;
    }
    lines.set(id, { number, fingerprint, before: false, passedOver: false });
    for (const name of [body['commands'], body['entries']].flat()) {
      if (typeof name === 'string') named.add(name);
    }
  }
  const head = await store.head();
  const found = await OnTheRecord.find(store, programme, (id) => lines.has(id) || named.has(id));
  const turn = new Turn();
  for (const [id, line] of lines) {
    await turn.endIfLong();
    const recorded = found.command(id);
    if (recorded && !(await isTheSame(store, id, line, recorded.entries)))
      bad.push({ line: line.number, reason: editedLine });
    else line.before = recorded !== undefined;
  }
  await findWhereItStood(lines, found);
  return { count, lines, bad, givenUp: bad.length >= mostBadLines, found, head };
}

/** How many bad lines are told of a file: whoever sent something else altogether needs no more to see it. */
export const mostBadLines = 1_000;

/** Why a line is refused whose id is on the record with something else. */
export const editedLine =
  'its id is on the record for another command: give an edited line a new id, or correct the old one with strike-entry';

async function isTheSame(
  store: EventStore,
  id: string,
  { fingerprint }: SurveyedLine,
  entries: readonly { stream: string }[],
): Promise<boolean> {
  for (const stream of new Set(entries.map((entry) => entry.stream))) {
    if ((await store.commandResult(stream, id))?.fingerprint === fingerprint) return true;
  }
  return false;
}

async function findWhereItStood(lines: ReadonlyMap<string, SurveyedLine>, found: OnTheRecord): Promise<void> {
  const turn = new Turn();
  const ids = [...lines.keys()];
  let stoodAt: SurveyedLine['stoodAt'];
  for (let n = ids.length - 1; n >= 0; n--) {
    await turn.endIfLong();
    const id = ids[n] as string;
    const line = lines.get(id) as SurveyedLine;
    if (line.before) stoodAt = { upTo: found.command(id)?.after };
    else if (stoodAt) line.stoodAt = stoodAt;
  }
}

/**
 * The good lines of a file once more, with what the survey said of each.
 *
 * @throws FileChanged it is not the file that was surveyed
 */
export async function* surveyedLines(
  source: ImportSource,
  demonstration: boolean,
  { lines, bad }: Survey,
): AsyncGenerator<{ readonly line: ImportLine; readonly seen: SurveyedLine }> {
  const isBad = new Set(bad.map(({ line }) => line));
  let last = 0;
  let again = 0;
  for await (const line of importLines(source, demonstration)) {
    last = 'reason' in line ? line.line : line.number;
    if (isBad.has(last)) continue;
    const seen = 'reason' in line ? undefined : lines.get(line.id);
    if ('reason' in line || seen?.number !== line.number || seen.fingerprint !== line.fingerprint)
      throw new FileChanged(last);
    again += 1;
    yield { line, seen };
  }
  const expected = [...lines.values()].filter(({ number }) => !isBad.has(number)).length;
  if (again !== expected) throw new FileChanged(last + 1);
}
