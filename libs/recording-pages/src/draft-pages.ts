import type { ItemResult } from '#book';
import { isId } from '#intake';
import { draftAddress, pageAddress, type Content, type DraftPage, type Sent } from '#pages';
import { Problem } from '#problem';
import { today } from '#views';
import type { CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import { checkPage } from './check-page.js';
import { correctPage, entrySaid } from './correct-page.js';
import {
  besideEntry,
  dayOfEntry,
  refilledForm,
  replaces,
  standingOn,
  strikeFor,
  strikeProblems,
  subjectOfEntry,
} from './correction.js';
import { donePage } from './done-page.js';
import type { Draft } from './draft-file.js';
import { commandOf } from './draft-keeping.js';
import { dayAbout, readEntry, type EntryRead } from './entry-reading.js';
import { whatPage, whenPage } from './question-pages.js';
import { postedOf, subjectOf, withRow, withStep, type Subject } from './steps.js';
import type { Desk, ToRecord } from './to-record.js';
import type { Typed, TypedProblem } from './typed.js';

/** What commands would come to, in order, with nothing recorded. */
type Play = (items: readonly ToRecord[]) => Promise<readonly ItemResult[]>;

/** What is read of what was typed into a draft; nothing of one that is no entry. */
export function readDraft(desk: Desk, draft: Draft): EntryRead {
  const { programme, kind, typed } = draft;
  if (kind === 'meeting' || (kind === 'correction' && !replaces(draft)))
    return { body: {}, what: [], when: [] };
  const things = desk.things(programme, dayOfDraft(draft));
  return readEntry(commandOf(draft), typed, things, { programme, today: today() });
}

/** The day that what is filled in is about: today until it is said. */
function dayOfDraft(draft: Draft): CivilDate {
  return dayAbout(commandOf(draft), draft.typed, today()) ?? today();
}

/** What a draft is about. */
export function subjectOfDraft(desk: Desk, draft: Draft, { body }: EntryRead): Subject | undefined {
  const { kind, programme } = draft;
  return kind === 'correction'
    ? subjectOfEntry(entryToCorrect(desk, programme, draft.subject))
    : subjectOf(commandOf(draft), body, programme);
}

/** What is sent to be recorded: the command itself, or the strike with what takes its place. */
export function toRecord(draft: Draft, { body }: Pick<EntryRead, 'body'>): ToRecord {
  return draft.kind === 'correction' ? strikeFor(draft, body) : { command: commandOf(draft), body };
}

/** An entry of the programme that may be struck. Throws 404 where there is none. */
export function entryToCorrect({ reader }: Pick<Desk, 'reader'>, programme: string, id: string): StoredEvent {
  const entry = reader.log.entry(id);
  if (entry?.stream.startsWith(`${programme}/`)) return entry;
  throw new Problem(
    404,
    'entry-not-found',
    'There is no such entry',
    'Find it in the history of the thing it is about, and correct it from there',
  );
}

/** Whether a page is asked for because what was sent with it would not do. */
const wasSent = (sent: Sent): boolean => sent['sent'] === 'yes';

/** The page that asks what happened, with what is wrong with it. */
export function whatOfDraft(
  desk: Desk,
  draft: Draft,
  problems: readonly TypedProblem[],
  sent: Sent = {},
): Content {
  return whatPage({ ...asked(desk, draft, 'what', sent), problems });
}

/** The page that asks when it happened and how it is known; the first page instead, until that will do. */
export function whenOfDraft(desk: Desk, draft: Draft, { what, when }: EntryRead, sent: Sent): Content {
  if (what.length > 0) return whatOfDraft(desk, draft, what, sent);
  const page = asked(desk, draft, 'when', sent);
  const typed = withException(page.typed, sent);
  return whenPage({ ...page, typed, problems: wasSent(sent) ? when : [] }, today());
}

/** What was typed, with the rule that a refusal offers an exception to. */
function withException(typed: Typed, { rule }: Sent): Typed {
  return typeof rule === 'string' && isId(rule) ? { ...typed, 'exception.rule': rule } : typed;
}

function asked(desk: Desk, draft: Draft, step: 'what' | 'when', sent: Sent) {
  const { programme, kind, typed } = draft;
  const first = kind === 'correction' ? draftAddress(draft, 'correct') : pageAddress({ programme }, 'record');
  return {
    ...{ command: commandOf(draft), typed, things: desk.things(programme, dayOfDraft(draft)) },
    ...{ action: draftAddress(draft, step), back: step === 'when' ? draftAddress(draft, 'what') : first },
    ...(kind === 'correction' && { caption: 'In the place of the struck entry' }),
    confirm: sent['confirm'] === 'yes',
  };
}

/** The page that asks how an entry is corrected; of a draft, with what was typed into it and what is wrong with that. */
export function correctionOf(
  desk: Desk,
  programme: string,
  id: string,
  action: string,
  {
    typed = {},
    problems = [],
    confirm = false,
  }: Partial<Pick<Parameters<typeof correctPage>[0], 'typed' | 'problems' | 'confirm'>> = {},
): Content {
  const entry = entryToCorrect(desk, programme, id);
  return correctPage({
    ...{ entry, typed, problems, action, confirm, where: { programme } },
    beside: besideEntry(desk.reader, programme, entry),
    standing: standingOn(desk.reader, programme, entry),
    things: desk.things(programme, dayOfEntry(entry)),
    back: pageAddress({ programme }, 'history', { entries: id }),
  });
}

/** The same of a draft. */
export function correctionOfDraft(desk: Desk, draft: Draft, sent: Sent, wasAsked = wasSent(sent)): Content {
  const { programme, subject, typed } = draft;
  const problems = wasAsked ? strikeProblems(draft) : [];
  const more = { typed, problems, confirm: sent['confirm'] === 'yes' };
  return correctionOf(desk, programme, subject, draftAddress(draft, 'correct'), more);
}

/** Everything that was filled in, with what it would come to; the page that is not answered yet instead, until all are. */
export async function checkOfDraft(desk: Desk, draft: Draft, read: EntryRead, play: Play): Promise<Content> {
  const { programme, kind, subject } = draft;
  if (draft.recorded) return donePage(draft, { programme }, desk);
  if (kind === 'correction' && strikeProblems(draft).length > 0)
    return correctionOfDraft(desk, draft, {}, true);
  if (read.what.length > 0) return whatOfDraft(desk, draft, read.what);
  if (read.when.length > 0)
    return whenOfDraft(desk, draft, read, draft.typed['when'] === undefined ? {} : { sent: 'yes' });
  const item = toRecord(draft, read);
  const [played] = item.command === 'issue-report' ? [] : await play([item]);
  const struck = kind === 'correction' ? entryToCorrect(desk, programme, subject) : undefined;
  return checkPage({
    ...{ draft, read, desk, where: { programme }, today: today(), played: played?.outcome },
    things: desk.things(programme, read.command?.effectiveOn ?? dayOfDraft(draft)),
    maySetAside: await maySetAside(draft, read, played?.outcome, play),
    since: desk.since(draft, subjectOfDraft(desk, draft, read)),
    ...(struck && {
      struck,
      said: entrySaid(struck, desk.things(programme, dayOfEntry(struck)), { programme }),
      standing: standingOn(desk.reader, programme, struck),
    }),
    seen: await desk.seen(),
  });
}

/** Whether what is refused would be recorded with an exception to its rule: only an entry of the past may carry one. */
async function maySetAside(
  draft: Draft,
  read: EntryRead,
  outcome: ItemResult['outcome'] | undefined,
  play: Play,
): Promise<boolean> {
  const { provenance, exception } = read.body;
  if (outcome?.outcome !== 'refused' || outcome.conflict || exception !== undefined) return false;
  if (provenance !== 'minuted' && provenance !== 'reconstructed') return false;
  const reason = 'To see whether an exception would be enough';
  const body = { ...read.body, exception: { rule: outcome.refusal.refused, reason } };
  const [played] = await play([toRecord(draft, { body })]);
  return played?.outcome.outcome === 'recorded';
}

/** A page of a draft that somebody fills in. */
export type FilledIn = 'what' | 'when' | 'correct';

/** What was posted with a page. "Today" means the day on which it was said, however long the draft then waits. */
export function postedOn(step: FilledIn, body: unknown): Typed {
  const sent = postedOf(body, step);
  return sent['when'] === undefined ? sent : { ...sent, 'when-said': today() };
}

/**
 * What a draft holds once a page of it was filled in; a correction keeps the command that its entry answers.
 *
 * @param sent as `postedOn` reads it
 */
export function typedInto(desk: Desk, draft: Draft, step: FilledIn, sent: Typed): Typed {
  const { programme, kind, subject, typed } = draft;
  const isNew = kind === 'correction' && typed['strike.command'] === undefined;
  const refilled = isNew ? refilledForm(entryToCorrect(desk, programme, subject)) : {};
  const fixed = typed['strike.command'] ?? refilled['strike.command'];
  const held = withStep({ ...refilled, ...typed }, step, commandOf(draft), sent);
  return withRow({ ...held, ...(fixed !== undefined && { 'strike.command': fixed }) }, sent['add']);
}

/** Where a page that was filled in leads: on, or back to itself where something is wrong with it. */
export function pageAfter(draft: Draft, step: FilledIn, read: EntryRead): string {
  const wrong = step === 'correct' ? strikeProblems(draft) : read[step];
  if (wrong.length > 0) return draftAddress(draft, step, { sent: 'yes' });
  if (step === 'correct') return draftAddress(draft, replaces(draft) ? 'what' : 'check');
  const next: DraftPage = step === 'what' && draft.typed['when'] === undefined ? 'when' : 'check';
  return draftAddress(draft, next);
}
