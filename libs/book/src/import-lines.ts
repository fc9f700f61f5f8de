import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { parseInstant, type Instant } from '#calendar';
import { repeatedMember } from '#intake';
import { canonicalText, NotStorable } from '#event-store';
import { deepestNesting, isNestedTooDeep } from './nesting.js';
import { Turn } from './turn.js';

/** One line of an import file: a command with its own id. */
export interface ImportLine {
  readonly number: number;
  readonly id: string;
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** A hash of the command as it was sent, the same as for a command over HTTP. */
  readonly fingerprint: string;
  /** Only in a demonstration: the instant at which the line is said to have been recorded. */
  readonly recordedAt?: Instant;
}

export interface BadLine {
  readonly line: number;
  readonly reason: string;
}

/** The bytes of an import file, as often as they are asked for: an import reads its file more than once. */
export type ImportSource = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** The longest line that is read, in bytes: as long as the body of a command over HTTP may be. */
export const mostLineBytes = 1024 * 1024;

/** A file as the source of an import, read piece by piece whatever its size. */
export function fileSource(path: string): ImportSource {
  return () => createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array>;
}

/** A text as the source of an import. */
export function textSource(text: string): ImportSource {
  return () => [Buffer.from(text)];
}

/** A hash of a command as it was sent: its name and body, whatever the order of the body's members. */
export function fingerprintOf(command: string, body: unknown): string {
  return createHash('sha256')
    .update(`${command}\n${canonicalText(body)}`)
    .digest('hex');
}

/**
 * The lines of an NDJSON import file, one command a line, in order: each as a command or as why it is none. Lines end
 * in LF or CRLF, the last may end without; a byte order mark and blank lines are passed over, and counted as lines.
 * There are no comments. Only in a demonstration may lines say when they were recorded.
 */
export async function* importLines(
  source: ImportSource,
  demonstration: boolean,
): AsyncGenerator<ImportLine | BadLine> {
  let recordedAt: Instant | undefined;
  let begun = false;
  for await (const { number, bytes } of rawLines(source)) {
    if (!begun && bytes && isSheet(bytes)) {
      // Told once: every line after it would be refused for the same reason.
      yield bad(number, itIsASheet);
      return;
    }
    begun ||= bytes === undefined || bytes.toString('utf8').replace('\uFEFF', '').trim() !== '';
    const read = bytes ? readLine(bytes, number, demonstration) : tooLong(number);
    if (read === undefined) continue;
    if ('reason' in read) yield read;
    else if (recordedAt !== undefined && read.recordedAt !== undefined && read.recordedAt < recordedAt)
      yield bad(number, `it says it was recorded at ${read.recordedAt}, before the lines above it`);
    else {
      recordedAt = read.recordedAt ?? recordedAt;
      yield read;
    }
  }
}

const bad = (line: number, reason: string): BadLine => ({ line, reason });
const tooLong = (line: number): BadLine =>
  bad(line, `it is longer than ${mostLineBytes} bytes: divide it into several commands`);

const itIsASheet =
  'it is a spreadsheet or CSV, and an import file has one JSON object a line: paste its rows into the page ' +
  '“Record a whole meeting” of a running server, /programmes/…/record/meeting, which has the headings to copy';

/** Whether the first line that holds something is one of CSV, or the beginning of a spreadsheet's file. */
function isSheet(bytes: Buffer): boolean {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return true;
  if (!isUtf8(bytes)) return false;
  const text = bytes
    .subarray(0, 4_096)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim();
  return /^[^{[#/]/.test(text) && /[,;\t]/.test(text);
}

interface RawLine {
  readonly number: number;
  /** Without the end of the line; undefined where there are more than a line may have. */
  readonly bytes: Buffer | undefined;
}

/** After how many blank lines others are let in: each of them is next to no work, and a file may be made of nothing else. */
const blanksInOneGo = 10_000;

async function* rawLines(source: ImportSource): AsyncGenerator<RawLine> {
  const newline = 0x0a;
  const turn = new Turn();
  let number = 0;
  let pieces: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array): void => {
    length += piece.length;
    // What is too long already is not kept, so that a file without an end of line takes no room.
    if (length > mostLineBytes) pieces = [];
    else pieces.push(piece);
  };
  const take = (): RawLine => {
    const bytes = length > mostLineBytes ? undefined : Buffer.concat(pieces);
    pieces = [];
    length = 0;
    return { number: ++number, bytes };
  };
  for await (const chunk of source()) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      if (length === 0 && isBlank(chunk, from, end)) {
        number += 1;
        if (number % blanksInOneGo === 0) await turn.endIfLong();
      } else {
        add(chunk.subarray(from, end));
        yield take();
        await turn.endIfLong();
      }
      from = end + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

/** Whether nothing is between two places, or the other half of an end of line. */
function isBlank(chunk: Uint8Array, from: number, end: number): boolean {
  return end === from || (end === from + 1 && chunk[from] === 0x0d);
}

// Strict, and leaves the byte order mark where it is: it belongs at the start of the file and nowhere else.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readLine(bytes: Buffer, number: number, demonstration: boolean): ImportLine | BadLine | undefined {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return bad(number, 'it is not UTF-8: save the file as UTF-8');
  }
  if (number === 1 && text.startsWith('\uFEFF')) text = text.slice(1);
  text = text.trim();
  if (text === '') return undefined;
  if (/^(#|\/\/|\/\*)/.test(text)) {
    return bad(number, 'it is a comment, and an import file has none: say it in the source of a command');
  }
  if (isNestedTooDeep(bytes))
    return bad(
      number,
      `lists and objects stand more than ${deepestNesting} deep in it: no command needs that`,
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return bad(number, 'it is not JSON: write each command on one line, as a JSON object');
  }
  const twice = repeatedMember(text);
  if (twice !== undefined)
    return bad(number, `${twice} is there twice: say it once, or one of the two would be left out`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return bad(number, 'it is not a JSON object: write each command on one line, as a JSON object');
  }
  return commandIn(value as Record<string, unknown>, number, demonstration);
}

function commandIn(
  { id, command, recordedAt, ...body }: Record<string, unknown>,
  number: number,
  demonstration: boolean,
): ImportLine | BadLine {
  if (typeof id !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(id)) {
    return bad(
      number,
      'it has no id: give every line its own, of 1 to 200 visible ASCII characters, such as "line-0001"',
    );
  }
  if (typeof command !== 'string') return bad(number, 'it has no command: name one, such as "open-phase"');
  if (recordedAt !== undefined && !demonstration)
    return bad(number, 'it says when it was recorded: leave recordedAt out, the store sets it');
  const at = typeof recordedAt === 'string' ? parseInstant(recordedAt) : undefined;
  if (recordedAt !== undefined && at === undefined)
    return bad(number, 'its recordedAt must be an instant with its zone, such as "2014-05-16T08:30:00Z"');
  try {
    const fingerprint = fingerprintOf(command, body);
    return { number, id, command, body, fingerprint, ...(at && { recordedAt: at }) };
  } catch (error) {
    if (error instanceof NotStorable) return bad(number, error.reason);
    throw error;
  }
}
