import { latestDate, type CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import { envelopeOf, parseStreamName } from '#programme';
import { subjectOfEntry as subjectOf, type Reader } from '#read-model';
import type { Draft } from './draft-file.js';
import type { ToRecord } from './to-record.js';
import { refill } from './refill.js';
import { fieldsOf } from './entry-reading.js';
import type { Subject } from './steps.js';
import { typeBody } from './type-body.js';
import type { Typed, TypedProblem } from './typed.js';
import { answersFor } from './when-answers.js';

/** Whether a correction puts something in the place of what it strikes. */
export const replaces = ({ kind, typed }: Draft): boolean =>
  kind === 'correction' && typed['strike.how'] === 'replace';

/** What is wrong with what was said of a strike. */
export function strikeProblems({ typed }: Pick<Draft, 'typed'>): TypedProblem[] {
  const needed = [
    ['strike.how', 'Say whether something takes its place'],
    ['strike.reason', 'Enter why it is struck'],
    ['strike.authority', 'Enter on whose authority it is struck'],
  ] as const;
  const missing = needed.flatMap(([field, problem]) =>
    (typed[field] ?? '').trim() === '' ? [{ field, problem }] : [],
  );
  const how = typed['strike.how'] ?? '';
  const unknown = Object.keys(typed).filter(
    (name) => name.startsWith('strike.') && !/^strike\.(how|reason|authority|command|also\.\d+)$/.test(name),
  );
  return [
    ...missing,
    ...(['', 'replace', 'strike'].includes(how)
      ? []
      : [{ field: 'strike.how', problem: 'Choose whether something takes its place: strike, or replace' }]),
    ...unknown.map((field) => ({ field, problem: `There is no field ${field} here: clear it` })),
  ];
}

/** The entries that a correction strikes, the one it began with first. */
export function struckBy({ subject, typed }: Draft): string[] {
  const also = Object.entries(typed).flatMap(([name, value]) =>
    name.startsWith('strike.also.') && value !== '' ? [value] : [],
  );
  return [...new Set([subject, ...also])];
}

/** The strike that a correction comes to, with what takes the place of the entry it began with. */
export function strikeFor(draft: Draft, body: Readonly<Record<string, unknown>>): ToRecord {
  const { typed, subject } = draft;
  const replacement = replaces(draft)
    ? { replacement: [{ command: typed['strike.command'], replaces: subject, ...body }] }
    : {};
  return {
    command: 'strike-entry',
    body: {
      entries: struckBy(draft),
      reason: (typed['strike.reason'] ?? '').replaceAll('\r\n', '\n'),
      authority: (typed['strike.authority'] ?? '').trim(),
      ...replacement,
    },
  };
}

/** What stands in the forms of the replacement to begin with: what the struck entry says. Empty where no command says it. */
export function refilledForm(entry: StoredEvent): Typed {
  const refilled = refill(entry);
  if (!refilled) return {};
  const { command, body } = refilled;
  const { takenOn, effectiveOn, ...others } = body as Record<string, string>;
  const dates = answersFor({ ...(takenOn && { takenOn }), ...(effectiveOn && { effectiveOn }) });
  return { 'strike.command': command, ...typeBody(fieldsOf(command), others), ...dates };
}

/** What an entry is about, for what else was recorded of it. */
export function subjectOfEntry({ stream, data }: StoredEvent): Subject | undefined {
  return subjectOf(stream, data);
}

/** The day from which an entry holds. */
export function dayOfEntry(entry: StoredEvent): CivilDate {
  return envelopeOf(entry).effectiveOn;
}

/** Other entries of the same stream about the same thing that are on the record, the newest first. */
export function besideEntry(reader: Reader, programme: string, entry: StoredEvent): StoredEvent[] {
  const subject = subjectOfEntry(entry);
  if (!subject) return [];
  return reader.log
    .history(programme, subject, reader.moments.at(latestDate), { most: 10_000 })
    .filter(
      ({ entry: one, struckBy: struck }) =>
        !struck && one.id !== entry.id && one.type !== 'EntryStruck' && one.stream === entry.stream,
    )
    .map(({ entry: one }) => one)
    .reverse()
    .slice(0, 30);
}

/** What stood on an entry in other streams: it stays on the record, and somebody should look at it. */
export function standingOn(reader: Reader, programme: string, entry: StoredEvent): StoredEvent[] {
  const now = reader.moments.at(latestDate);
  const stream = parseStreamName(entry.stream);
  const followed =
    stream?.kind === 'decision' && stream.id !== undefined
      ? reader.log.followingFrom(programme, stream.id, now)
      : [];
  const all = [...reader.log.causedBy(programme, entry.id, now), ...followed];
  return [...new Map(all.filter((one) => one.stream !== entry.stream).map((one) => [one.id, one])).values()];
}
