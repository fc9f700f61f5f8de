import type { Draft, DraftFile } from './draft-file.js';
import { withStep, type Step } from './steps.js';
import type { Typed } from './typed.js';

/** In a draft that was typed while signed out: the draft it goes on from, and the page it was typed on. */
const goesOn = '_goes-on';
const onPage = '_page';

/** The command that a draft fills in; of a correction that strikes only, and of a meeting, none. */
export function commandOf({ kind, subject, typed }: Draft): string {
  if (kind === 'entry') return subject;
  return kind === 'correction' ? (typed['strike.command'] ?? '') : '';
}

/** Keeps a page that was filled in. */
function keepPage(drafts: DraftFile, draft: Draft, step: Step, sent: Typed, seen = draft.seen): Draft {
  return drafts.keep(draft, withStep(draft.typed, step, commandOf(draft), sent), seen);
}

/** What was typed on a page of a draft while signed out, to be put into it by whoever the draft belongs to. */
export function apart(id: string, step: Step, sent: Typed): Typed {
  return { ...sent, [goesOn]: id, [onPage]: step };
}

/**
 * A draft of somebody's. One that was typed while signed out, on a page of another draft of theirs, is put into that,
 * and that is returned.
 */
export function claimed(drafts: DraftFile, id: string, owner: string, programme: string): Draft | undefined {
  const found = drafts.find(id, owner, programme);
  if (!found) return undefined;
  const { [goesOn]: before, [onPage]: page, ...typed } = found.typed;
  if (before === undefined) return found;
  const first = drafts.find(before, owner, programme);
  if (!first) return undefined;
  drafts.drop(found);
  if (first.recorded) return first;
  return keepPage(drafts, first, page as Step, typed);
}
