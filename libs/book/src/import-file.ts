import { createHash } from 'node:crypto';
import { parseInstant, londonDate, type CivilDate, type Instant } from '#calendar';
import { canonicalText, MemoryEventStore } from '#event-store';
import { takeIn } from '#intake';
import { recordedOf } from '#programme';
import { Recorder, type RecordingOutcome } from '#recording';
import type { Book } from './book.js';

/** One line of an import file: a command with its own id. */
export interface ImportLine {
  readonly number: number;
  readonly id: string;
  readonly command: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Only in a demonstration: the instant at which the line is said to have been recorded. */
  readonly recordedAt?: Instant;
}

export interface BadLine {
  readonly line: number;
  readonly reason: string;
}

export interface ImportReport {
  readonly lines: number;
  readonly recorded: number;
  /** Lines whose commands were recorded before. */
  readonly before: number;
  /** Lines that change nothing. */
  readonly nothing: number;
  readonly bad: readonly BadLine[];
}

export interface ImportOptions {
  readonly programme: string;
  readonly actor: string;
  readonly capacity: string;
  readonly dryRun?: boolean;
  readonly progress?: (what: 'play' | 'record', done: number, of: number) => void;
  /** Sets the store's clock, for a demonstration only. */
  readonly setClock?: (at: Instant | undefined) => void;
}

/** The lines of an NDJSON import file, and those that cannot be read. Blank lines are passed over. */
export function readLines(text: string, demonstration: boolean): { lines: ImportLine[]; bad: BadLine[] } {
  const lines: ImportLine[] = [];
  const bad: BadLine[] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of text.split(/\r?\n/).entries()) {
    if (row.trim() === '') continue;
    const number = index + 1;
    const refuse = (reason: string) => bad.push({ line: number, reason });
    let value: unknown;
    try {
      value = JSON.parse(row);
    } catch {
      refuse('it is not JSON: write one command a line, as a JSON object');
      continue;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      refuse('it is not a JSON object: write one command a line');
      continue;
    }
    const { id, command, recordedAt, ...body } = value as Record<string, unknown>;
    if (typeof id !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(id)) {
      refuse('it has no id: give every line an id of its own, such as "line-0001"');
    } else if (seen.has(id))
      refuse(`its id ${id} is that of line ${seen.get(id)} already: give every line its own`);
    else if (typeof command !== 'string') refuse('it has no command: name one, such as "open-phase"');
    else if (recordedAt !== undefined && !demonstration) {
      refuse('it says when it was recorded: leave recordedAt out, the store sets it');
    } else {
      seen.set(id, number);
      const at = typeof recordedAt === 'string' ? parseInstant(recordedAt) : undefined;
      lines.push({ number, id, command, body, ...(at && { recordedAt: at }) });
    }
  }
  return { lines, bad };
}

/**
 * Plays a whole file against a copy of the book in memory; with any line bad, all bad lines are told and nothing is
 * recorded. Then records line by line, one append each. A second run records nothing twice.
 */
export async function importFile(book: Book, text: string, options: ImportOptions): Promise<ImportReport> {
  const { lines, bad } = readLines(text, options.setClock !== undefined);
  const copy = await copyOf(book, options.programme);
  const played = await run(copy.recorder, copy.entriesOf, lines, options, 'play');
  const problems = [...bad, ...played.bad].sort((a, b) => a.line - b.line);
  if (problems.length > 0)
    return { lines: lines.length + bad.length, recorded: 0, before: 0, nothing: 0, bad: problems };
  if (options.dryRun) return { ...played, lines: lines.length };
  const entriesOf = async (commandId: string) => {
    await book.upTo();
    return book.reader
      .entriesOfCommand(options.programme, commandId)
      .map(({ id, stream }) => ({ id, stream }));
  };
  const done = await run(book.recorder, entriesOf, lines, options, 'record', (outcome) =>
    book.noting(outcome),
  );
  await book.upTo();
  return { ...done, lines: lines.length };
}

type EntriesOf = (commandId: string) => Promise<{ id: string; stream: string }[]>;

/** A recorder on a copy of one programme in memory. */
async function copyOf(book: Book, programme: string): Promise<{ recorder: Recorder; entriesOf: EntriesOf }> {
  const store = new MemoryEventStore();
  const byCommand = new Map<string, { id: string; stream: string }[]>();
  const remember = (commandId: string, id: string, stream: string) => {
    const known = byCommand.get(commandId);
    if (known) known.push({ id, stream });
    else byCommand.set(commandId, [{ id, stream }]);
  };
  const fingerprints = new Map<string, string>();
  for await (const page of book.store.readAll()) {
    for (let i = 0; i < page.length;) {
      const first = page[i]!;
      const same = page
        .slice(i)
        .findIndex((e) => e.commandId !== first.commandId || e.stream !== first.stream);
      const events = same < 0 ? page.slice(i) : page.slice(i, i + same);
      i += events.length;
      if (!first.stream.startsWith(`${programme}/`)) continue;
      const result = await book.store.commandResult(first.stream, first.commandId);
      const key = `${first.stream}\n${first.commandId}`;
      // A page may end between the events of one append: the rest then follows under an id of its own.
      const commandId = fingerprints.has(key) ? `${first.commandId}#${first.revision}` : first.commandId;
      fingerprints.set(key, result?.fingerprint ?? '');
      await store.append({
        stream: first.stream,
        events,
        expected: 'any',
        commandId,
        fingerprint: result?.fingerprint ?? '',
      });
      for (const { id, stream } of events) remember(first.commandId, id, stream);
    }
  }
  const recorder = new Recorder(store);
  const entriesOf: EntriesOf = async (commandId) => {
    for await (const page of store.readAll()) {
      for (const stored of page)
        if (stored.commandId === commandId && !byCommand.has(commandId))
          remember(commandId, stored.id, stored.stream);
    }
    return byCommand.get(commandId) ?? [];
  };
  return { recorder, entriesOf };
}

async function run(
  recorder: Recorder,
  entriesOf: EntriesOf,
  lines: readonly ImportLine[],
  options: ImportOptions,
  what: 'play' | 'record',
  note: (outcome: RecordingOutcome) => void = () => undefined,
): Promise<ImportReport> {
  const bad: BadLine[] = [];
  let recorded = 0;
  let before = 0;
  let nothing = 0;
  for (const [index, line] of lines.entries()) {
    if (what === 'record') options.setClock?.(line.recordedAt);
    const outcome = await one(recorder, entriesOf, line, options);
    if (typeof outcome === 'string') bad.push({ line: line.number, reason: outcome });
    else {
      note(outcome);
      const reason = refusalOf(outcome);
      if (reason !== undefined) bad.push({ line: line.number, reason });
      else if (outcome.outcome === 'nothing') nothing += 1;
      else if (outcome.outcome === 'recorded' && outcome.repeated) before += 1;
      else recorded += 1;
    }
    options.progress?.(what, index + 1, lines.length);
    if (what === 'record' && bad.length > 0) break;
  }
  if (what === 'record') options.setClock?.(undefined);
  return { lines: lines.length, recorded, before, nothing, bad };
}

async function one(
  recorder: Recorder,
  entriesOf: EntriesOf,
  line: ImportLine,
  { programme, actor, capacity }: ImportOptions,
): Promise<RecordingOutcome | string> {
  const today: CivilDate = londonDate(line.recordedAt ?? (new Date().toISOString() as Instant));
  const taken = takeIn(line.command, line.body, { programme, today });
  if ('unknownCommand' in taken)
    return `no command is called ${line.command}: see docs/commands-and-events.md`;
  if ('problems' in taken) return taken.problems.map(({ problem }) => problem).join('; ');
  const { id: commandId, command, body } = line;
  const fingerprint = createHash('sha256')
    .update(`${command}\n${canonicalText(body)}`)
    .digest('hex');
  const sender = { actor, capacity, commandId, fingerprint };
  if ('command' in taken) return recorder.record(taken.command, sender);
  const { strike } = taken;
  const found = (await Promise.all((strike.commands ?? []).map(entriesOf))).flat();
  const stream = strike.stream ?? found[0]?.stream;
  if (stream === undefined)
    return 'what it strikes is not on the record: name the stream, or commands of lines before this one';
  return recorder.strike(
    {
      programme,
      stream,
      entries: [...(strike.entries ?? []), ...found.map(({ id }) => id)],
      reason: strike.reason,
      authority: strike.authority,
      recorded: recordedOf(strike),
      replacement: strike.replacement,
    },
    sender,
  );
}

function refusalOf(outcome: RecordingOutcome): string | undefined {
  switch (outcome.outcome) {
    case 'recorded':
    case 'nothing':
      return undefined;
    case 'refused': {
      const { conflict, refusal } = outcome;
      const names = conflict
        ? ` (stands against ${conflict.type} of ${conflict.effectiveOn}, entry ${conflict.id})`
        : '';
      return `${refusal.because}${names}`;
    }
    case 'stale':
      return 'somebody else kept recording in its stream: import again';
    case 'command-id-reused':
      return 'its id was used before for another command: an edited line needs a new id';
    case 'unknown-programme':
      return `nothing is recorded of ${outcome.programme} yet: start-programme comes first`;
  }
}
