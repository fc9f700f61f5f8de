import type { CivilDate } from '#calendar';
import type { StoredEvent } from '#event-store';
import {
  announcedTooEarly,
  callInWindow,
  isTaken,
  keyMeasures,
  noticeRuns,
  takenDay,
  type AnyPart,
  type CallInWindow,
  type DecisionPart,
  envelopeOf,
  type Fact,
  type NoticeRun,
  type Standing,
} from '#programme';
import { checklistsOf, recordsOwed, standings, type DecisionNamed } from './decision-standing.js';
import { factsReadBy } from './facts-read.js';
import { makersPower } from './makers-power.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';
import { settingsAt } from './settings-at.js';

/** Another decision that took a decision's place, or whose place it took: from which day, and why. */
export interface Superseding extends DecisionNamed {
  readonly on: CivilDate;
  readonly precision: Fact['precision'];
  readonly reason: string;
}

/** The days that are counted for a decision, each with its arithmetic, under the settings in force on the day it counts from. */
export interface DecisionClocks {
  /** The clocks of notice and general exception: to the day it was taken, or to the date asked for where it is not. */
  readonly notice: readonly NoticeRun[];
  /** The window in which it can be called in; null while it is not published. */
  readonly callIn: CallInWindow | null;
}

/** What an entry of a decision read elsewhere when it was recorded. */
export interface StoodOn {
  readonly id: string;
  readonly type: string;
  readonly effectiveOn: CivilDate;
  readonly basedOn: string;
  readonly facts: readonly { readonly key: string; readonly on: CivilDate; readonly value: AnyPart | null }[];
}

/** More entries than a decision ever has. */
const everyEntry = 1_000_000;

/** What is worked out of a decision at a moment, beside what its record holds. */
export function decisionDetail(reader: Reader, programme: string, decision: DecisionPart, moment: Moment) {
  const settings = settingsAt(reader, programme, moment);
  const owed = recordsOwed(reader, programme, moment)(decision);
  const { record, notice } = checklistsOf(decision, owed);
  const taken = isTaken(decision) ? takenDay(decision) : { on: moment.asAt, precision: 'day' as const };
  return {
    standing: standings(reader, programme, moment)(decision),
    ...makersPower(reader, programme, decision, moment),
    recordOwed: owed ?? null,
    checklist: record,
    noticeChecklist: notice,
    announcedTooEarly: announcedTooEarly(decision, settings) ?? null,
    clocks: {
      notice: noticeRuns(decision, taken, settings),
      callIn: decision.published ? callInWindow(decision.published, settings) : null,
    } satisfies DecisionClocks,
    keyMeasures: isTaken(decision) ? keyMeasures(decision, settings) : [],
    ...supersession(reader, programme, decision.id, moment),
    stoodOn: stoodOn(reader, programme, decision.id, moment),
  };
}

/**
 * Which decision took this one's place and whose place it took, at a moment. The entry stands in the stream of the one
 * that was superseded; each of the two is asked for here, so that they agree at every pair of dates.
 */
export function supersession(
  reader: Reader,
  programme: string,
  id: string,
  moment: Moment,
): { readonly supersedes: readonly Superseding[]; readonly supersededBy: Superseding | null } {
  const all = reader.parts.list(programme, 'decision', moment);
  const title = (decision: string) => all.find((one) => one.id === decision)?.title ?? null;
  const by = all.find((one) => one.id === id)?.superseded;
  return {
    supersedes: all.flatMap(({ id: old, superseded }) =>
      superseded?.by === id ? [superseding(old, title(old), superseded)] : [],
    ),
    supersededBy: by ? superseding(by.by, title(by.by), by) : null,
  };
}

function superseding(
  decision: string,
  title: string | null,
  { superseded: { on, precision }, reason }: NonNullable<DecisionPart['superseded']>,
): Superseding {
  return { decision, title, on, precision, reason };
}

/** An entry that carries a decision, and where the decision stands beside it. */
export interface FollowingEntry {
  readonly entry: StoredEvent;
  /** Where the decision stood on the entry's own day; null for the entries of the decision itself. */
  readonly decisionOnItsDay: Standing | null;
  /** Why the decision is not in force on the date asked for, where the entry stands on it and it is not. */
  readonly notInForce: string | null;
}

/** The entries that follow from a decision, those flagged that stand on it while it is not in force. */
export function followingEntries(
  reader: Reader,
  programme: string,
  id: string,
  decision: DecisionPart | undefined,
  moment: Moment,
): FollowingEntry[] {
  const standing = standings(reader, programme, moment);
  const now = decision && standing(decision);
  const because = now ? now.because : 'it is not on the record by then';
  return reader.log.followingFrom(programme, id, moment).map((entry) => {
    if (entry.stream === `${programme}/decision/${id}`)
      return { entry, decisionOnItsDay: null, notInForce: null };
    const { effectiveOn } = envelopeOf(entry);
    const onItsDay = reader.parts.one(programme, 'decision', id, { ...moment, asAt: effectiveOn }).part;
    return {
      entry,
      decisionOnItsDay: onItsDay ? standing(onItsDay, effectiveOn) : null,
      notInForce: now?.status === 'in-force' ? null : because,
    };
  });
}

function stoodOn(reader: Reader, programme: string, id: string, moment: Moment): StoodOn[] {
  const limits = { upTo: moment.asAt, most: everyEntry };
  return reader.log.history(programme, { id, kind: 'decision' }, moment, limits).flatMap((at) => {
    const { effectiveOn, basedOn } = envelopeOf(at.entry);
    if (at.struckBy || basedOn === undefined) return [];
    const { facts } = factsReadBy(reader, programme, at, moment);
    const values = facts.map(({ key, on, part }) => ({ key, on, value: part ?? null }));
    return [{ id: at.entry.id, type: at.entry.type, effectiveOn, basedOn, facts: values }];
  });
}
