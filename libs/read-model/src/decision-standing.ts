import type { CivilDate } from '#calendar';
import {
  isTaken,
  noticeChecklist,
  recordChecklist,
  recordOwed,
  standingOf,
  type ChecklistItem,
  type DecisionPart,
  type KnownOfMaker,
  type RecordOwed,
  type Standing,
  type StandingStatus,
  type TakenDecision,
} from '#programme';
import { authorityOf } from './authority.js';
import { count, day, oneOf, orNull, text, type RowOf } from './columns.js';
import { knownOfMaker } from './makers-power.js';
import { withKind } from './in-names.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';
import { settingsAt } from './settings-at.js';

/** Every standing that a decision that was taken can have. */
export const takenStandings = [
  'taken',
  'in-call-in-window',
  'not-known',
  'called-in',
  'referred-back',
  'referred-to-council',
  'in-force',
  'withdrawn',
  'rescinded',
  'superseded',
] as const satisfies readonly StandingStatus[];

/** Every standing of a decision. */
export const standingStatuses = ['noticed', ...takenStandings] as const satisfies readonly StandingStatus[];

/** A decision in short, wherever another one points to it. */
export interface DecisionNamed {
  readonly decision: string;
  readonly title: string | null;
}

/** Where decisions stand, with all that is known at a moment; as at that moment where no day is given. */
export function standings(reader: Reader, programme: string, moment: Moment) {
  const settings = settingsAt(reader, programme, moment);
  const authority = authorityOf(reader, programme, moment);
  // A register asks of the same few makers on the same days again and again.
  const makers = new Map<string, KnownOfMaker>();
  const makerOf = (decision: DecisionPart): KnownOfMaker => {
    if (!isTaken(decision)) return {};
    const asked = `${decision.takenOn} ${decision.maker}`;
    const known = makers.get(asked) ?? knownOfMaker(authority, decision);
    makers.set(asked, known);
    return known;
  };
  const named = withKind(reader, programme, moment);
  return (decision: DecisionPart, on: CivilDate = moment.asAt): Standing => {
    const standing = standingOf(decision, on, settings, makerOf(decision));
    const { by, because } = standing;
    if (by === undefined) return standing;
    return { ...standing, because: `${because} by ${named('decision', by)}` };
  };
}

/** A decision at a moment, where it is taken by then; undefined where it is not, or is no longer on the record. */
export function takenAt(
  reader: Reader,
  programme: string,
  id: string,
  moment: Moment,
): TakenDecision | undefined {
  const { part } = reader.parts.one(programme, 'decision', id, moment);
  return isTaken(part) ? part : undefined;
}

/**
 * Whether a decision is asked for a notice: where one is on the record, and where a key decision has neither a general
 * exception nor special urgency in its place.
 */
function isAskedForNotice(decision: DecisionPart): boolean {
  const { notice, generalException, specialUrgency } = decision;
  if (notice) return true;
  return isTaken(decision) && decision.key === true && !generalException && !specialUrgency;
}

/** Which record each decision owes, with all that is known at a moment; undefined of one that is not taken. */
export type RecordsOwed = (decision: DecisionPart) => RecordOwed | undefined;

export function recordsOwed(reader: Reader, programme: string, moment: Moment): RecordsOwed {
  const authority = authorityOf(reader, programme, moment);
  return (decision) => (isTaken(decision) ? recordOwed(decision, authority) : undefined);
}

/** The items that the record and the notice of a decision are to hold; those of a notice where one is asked for. */
export function checklistsOf(decision: DecisionPart, owed: RecordOwed | undefined) {
  const record = owed ? recordChecklist(decision, owed) : [];
  const notice = isAskedForNotice(decision) ? noticeChecklist(decision) : [];
  return { record, notice, missing: missingAmong(record) + missingAmong(notice) };
}

const missingAmong = (items: readonly ChecklistItem[]): number => items.filter(({ held }) => !held).length;

export const standingColumns = {
  ...{ status: oneOf(...standingStatuses), inForceFrom: orNull(day), recordOwed: orNull(text) },
  missing: count,
};

/**
 * What the register of decisions shows of each beside its record: where it stands, which record it owes and how many items
 * are missing.
 */
export function standingRow(
  decision: DecisionPart,
  { status, inForceFrom }: Standing,
  owed: RecordOwed | undefined,
): RowOf<typeof standingColumns> {
  const { missing } = checklistsOf(decision, owed);
  return { status, inForceFrom: inForceFrom ?? null, recordOwed: owed?.kind ?? null, missing };
}
