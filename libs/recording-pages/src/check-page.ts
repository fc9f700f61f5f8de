import { type Content, dated, draftAddress, entryInWords, entryTable, type Where } from '#pages';
import type { CivilDate } from '#calendar';
import type { ItemResult } from '#book';
import type { StoredEvent } from '#event-store';
import { replaces, struckBy } from './correction.js';
import { compared } from './correct-page.js';
import type { Draft } from './draft-file.js';
import { commandOf } from './draft-keeping.js';
import { fieldsOf, type EntryRead } from './entry-reading.js';
import { landing } from './landing.js';
import { nameOfNew, withoutMadeIds } from './made-ids.js';
import type { Desk } from './to-record.js';
import { refusalInWords } from './refusal-in-words.js';
import { saidInWords, type SaidField } from './said-in-words.js';
import { belongsTo, subjectOf, type Subject } from './steps.js';
import type { Things } from './things.js';
import { happened } from './what-happened.js';

interface CheckShown {
  readonly draft: Draft;
  readonly read: EntryRead;
  readonly things: Things;
  readonly where: Where;
  readonly today: CivilDate;
  readonly desk: Desk;
  /** What a play came to; undefined where it cannot be played. */
  readonly played: ItemResult['outcome'] | undefined;
  /** Whether it would be recorded with an exception to the rule that refuses it. */
  readonly maySetAside: boolean;
  /** What others recorded about the same since the draft was begun. */
  readonly since: readonly StoredEvent[];
  readonly seen: number;
  /** Of a correction: the entry, what it says, and what stood on it in other streams. */
  readonly struck?: StoredEvent;
  readonly said?: readonly SaidField[];
  readonly standing?: readonly StoredEvent[];
}

/** Everything that was filled in, with what it would come to, before it is recorded. */
export function checkPage(facts: CheckShown): Content {
  const { draft, read, things, where, desk, played, since, seen } = facts;
  const command = commandOf(draft);
  const subject = command === '' ? undefined : subjectOf(command, read.body, draft.programme);
  const refused = played && refusalInWords(played, where, desk.reader);
  const warning = read.command && warningFor(facts, subject);
  const heading = refused ? 'It cannot be recorded yet' : 'Check your answers before you record';
  return {
    title: refused ? `Error: ${heading}` : heading,
    template: 'record-check',
    ...(refused && { status: 409 }),
    streams: [],
    undated: true,
    data: {
      heading,
      happened: draft.kind === 'correction' ? 'Correct an entry' : happened(command),
      rows: facts.struck ? [] : checkRows(draft, read.body, things, read),
      ...correction(facts),
      landing: warning,
      refused,
      setAside:
        refused?.rule !== undefined && facts.maySetAside
          ? `${draftAddress(draft, 'when', { rule: refused.rule })}#exception.reason`
          : undefined,
      nothing: played?.outcome === 'nothing',
      since:
        since.length > 0
          ? entryTable('Recorded by others since you began', since, where, things.names(where))
          : undefined,
      change: draftAddress(draft, draft.kind === 'correction' ? 'correct' : 'what'),
      action: draftAddress(draft, 'record'),
      drop: draftAddress(draft, 'drop'),
      seen,
    },
  };
}

/** What a correction strikes and why, beside what takes its place. */
function correction({ draft, read, struck, said = [], standing = [], where, things }: CheckShown): object {
  if (!struck) return { struck: false };
  const many = struckBy(draft).length;
  const change = draftAddress(draft, 'correct');
  return {
    struck: true,
    struckHeading: many === 1 ? 'One entry is struck' : `${many} entries are struck`,
    strikeRows: [
      { label: 'Entry', lines: [entryInWords(struck.type)], href: `${change}#strike.how` },
      { label: 'Why', lines: [draft.typed['strike.reason'] ?? ''], href: `${change}#strike.reason` },
      {
        label: 'On whose authority',
        lines: [draft.typed['strike.authority'] ?? ''],
        href: `${change}#strike.authority`,
      },
      ...(replaces(draft)
        ? [{ label: 'In its place', lines: [happened(commandOf(draft))], href: draftAddress(draft, 'what') }]
        : [{ label: 'In its place', lines: ['Nothing'], href: `${change}#strike.how` }]),
    ],
    compared: replaces(draft)
      ? compared(said, saidInWords(withoutMadeIds(fieldsOf(commandOf(draft))), read.body, things))
      : compared(said, []),
    standing:
      standing.length > 0
        ? entryTable(
            'What stood on it elsewhere, and stays on the record',
            standing,
            where,
            things.names(where),
          )
        : undefined,
  };
}

function warningFor({ draft, read, things, today, desk }: CheckShown, subject: ReturnType<typeof subjectOf>) {
  const { effectiveOn, precision } = read.command as NonNullable<EntryRead['command']>;
  return landing({
    effectiveOn,
    precision,
    today,
    about:
      subject === undefined || subject.kind === 'programme'
        ? 'the programme'
        : aboutNamed(things, subject, read.body),
    entriesAfter: desk.entriesAfter(draft.programme, subject, effectiveOn),
    reports: desk.reportsFor(draft.programme, effectiveOn),
  });
}

/** What a command is about: by its name on the record, or by the name that it is given. */
function aboutNamed(things: Things, { kind, id }: Subject, body: EntryRead['body']): string {
  const of = kind as Parameters<Things['nameOf']>[0];
  return (things.isThere(of, id) ? undefined : nameOfNew(body)) ?? things.nameOf(of, id);
}

/** What was filled in, line by line, each with where it is changed. */
function checkRows(draft: Draft, body: EntryRead['body'], things: Things, read?: EntryRead) {
  const command = commandOf(draft);
  const fields = withoutMadeIds(fieldsOf(command), draft.typed);
  const rows = saidInWords(fields, body, things).map(({ name, label, lines }) => ({
    label,
    lines,
    href: `${draftAddress(draft, belongsTo('when', command, name) ? 'when' : 'what')}#${name === 'takenOn' || name === 'effectiveOn' ? 'when' : name}`,
  }));
  const holds = read?.command;
  if (!holds || body['effectiveOn'] !== undefined) return rows;
  const says = { label: 'Holds from', lines: [dated(holds.effectiveOn, holds.precision)] };
  return [...rows, { ...says, href: `${draftAddress(draft, 'when')}#holds` }];
}
