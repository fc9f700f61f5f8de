import { shortDate, type CivilDate } from '#calendar';
import { announcedTooEarly, keyMeasures, lastDayOf, envelopeOf, type StandingStatus } from '#programme';
import { standings, standingStatuses, takenAt } from '../decision-standing.js';
import {
  day,
  entry,
  id,
  illustrative,
  instant,
  isIllustrative,
  oneOf,
  orNull,
  pence,
  precision,
  provenance,
  text,
  yesOrNo,
} from '../columns.js';
import { lines } from '../list.js';
import type { Moment } from '../moments.js';
import type { Reader } from '../reader.js';
import { settingsAt } from '../settings-at.js';

const fallenStatus = oneOf(...standingStatuses, 'struck');

/** What comes before a decision is on the record, and no decision is taken by the date. */
export const noticesWithoutDecision = lines({
  name: 'notices-without-decision',
  says: 'Notices, general exceptions and urgencies on the record of which no decision is taken by the date.',
  streams: ['decision', 'programme'],
  columns: {
    ...{ decision: id, title: orNull(text), maker: orNull(text), noticedOn: orNull(day) },
    ...{ generalExceptionOn: orNull(day), urgencyAgreedOn: orNull(day), decisionDue: orNull(day) },
    ...{ decisionDuePrecision: orNull(precision), duePassed: orNull(yesOrNo), announcedTooEarly: yesOrNo },
    ...{ earliestOn: orNull(day), withdrawnOn: orNull(day), provenance, illustrative },
  },
  rows: (reader, programme, moment) => {
    const taken = new Set(reader.decisions.at(programme, moment).map(({ part }) => part.id));
    const settings = settingsAt(reader, programme, moment);
    return reader.parts
      .list(programme, 'decision', moment)
      .filter(({ id }) => !taken.has(id))
      .flatMap((decision) => {
        const { id, title, notice, generalException, specialUrgency, withdrawn } = decision;
        const early = announcedTooEarly(decision, settings);
        const first = notice?.given ?? generalException?.given ?? specialUrgency?.agreed;
        if (!first) return [];
        const due = notice?.decisionDue;
        return {
          decision: id,
          title: title ?? null,
          maker: notice?.maker ?? null,
          noticedOn: notice?.given.on ?? null,
          generalExceptionOn: generalException?.given.on ?? null,
          urgencyAgreedOn: specialUrgency?.agreed.on ?? null,
          decisionDue: due?.on ?? null,
          decisionDuePrecision: due?.precision ?? null,
          duePassed: due ? lastDayOf(due) < moment.asAt : null,
          announcedTooEarly: early !== undefined,
          earliestOn: early?.earliest ?? null,
          withdrawnOn: withdrawn?.withdrawn.on ?? null,
          provenance: first.provenance,
          illustrative: isIllustrative(first.provenance),
        };
      });
  },
});

/** Decisions from which nothing follows: no entry of another stream, and no decision that falls by them. */
export const decisionsWithoutAction = lines({
  name: 'decisions-without-action',
  says: 'Decisions from which no entry follows by the date, and the day of the next where one holds only from a later day.',
  streams: [],
  columns: {
    ...{ decision: id, title: text, maker: text, takenOn: day, status: oneOf(...standingStatuses) },
    ...{ nextEntryOn: orNull(day), provenance, illustrative },
  },
  rows: (reader, programme, moment) => {
    const standing = standings(reader, programme, moment);
    const acted = new Set(
      reader.log.standingOnDecisions(programme, moment).flatMap(({ decisions }) => decisions),
    );
    for (const { superseded, rescinded } of reader.parts.list(programme, 'decision', moment)) {
      for (const by of [superseded?.by, rescinded?.by]) if (by !== undefined) acted.add(by);
    }
    return reader.decisions
      .at(programme, moment)
      .filter(({ part }) => !acted.has(part.id))
      .map(({ part }) => ({
        decision: part.id,
        title: part.title,
        maker: part.maker,
        takenOn: part.takenOn,
        status: standing(part).status,
        nextEntryOn: nextEntryOn(reader, programme, part.id, moment),
        provenance: part.recorded.provenance,
        illustrative: isIllustrative(part.recorded.provenance),
      }));
  },
});

const whole = (value: string | number | undefined) => (typeof value === 'number' ? value : null);

function nextEntryOn(reader: Reader, programme: string, id: string, moment: Moment): CivilDate | null {
  const later = reader.log
    .followingFrom(programme, id, moment)
    .filter(({ stream }) => stream !== `${programme}/decision/${id}`)
    .map((entry) => envelopeOf(entry).effectiveOn)
    .filter((day) => day > moment.asAt);
  return later[0] ?? null;
}

/** A decision gave way to another, and that one does not stand. */
export const withdrawnSuperseders = lines({
  name: 'withdrawn-superseders',
  says: 'Decisions superseded by one that was withdrawn, rescinded or struck.',
  streams: ['decision', 'programme'],
  columns: {
    ...{ decision: id, title: orNull(text), supersededOn: day, reason: text, supersededBy: id },
    ...{ supersededByTitle: orNull(text), status: fallenStatus, because: text },
  },
  rows: (reader, programme, moment) => {
    const standing = standings(reader, programme, moment);
    return reader.parts.list(programme, 'decision', moment).flatMap(({ id, title, superseded }) => {
      if (!superseded) return [];
      const by = takenAt(reader, programme, superseded.by, moment);
      const stands = by ? standing(by) : struckFrom(reader, programme, superseded.by, moment);
      if (!stands || !['withdrawn', 'rescinded', 'struck'].includes(stands.status)) return [];
      return {
        decision: id,
        title: title ?? null,
        supersededOn: superseded.superseded.on,
        reason: superseded.reason,
        supersededBy: superseded.by,
        supersededByTitle: by?.title ?? null,
        status: stands.status,
        because: stands.because,
      };
    });
  },
});

/** Spend and savings beside the threshold of the day on which a decision was taken. */
export const keyMeasuresReached = lines({
  name: 'key-measures',
  says: 'Decisions recorded as not key whose spend or saving is at or over the threshold in force on their day.',
  streams: ['decision', 'programme'],
  columns: {
    ...{ decision: id, title: text, maker: text, takenOn: day },
    ...{ measure: oneOf('spend', 'saving', 'divisions'), pence: orNull(pence) },
    ...{ thresholdPence: orNull(pence), says: text, keyReason: orNull(text), provenance, illustrative },
  },
  rows: (reader, programme, moment) => {
    const settings = settingsAt(reader, programme, moment);
    return reader.decisions
      .at(programme, moment)
      .filter(({ part }) => part.key === false)
      .flatMap(({ part }) =>
        keyMeasures(part, settings)
          .filter(({ measure, reached }) => reached && measure !== 'divisions')
          .map(({ measure, says }) => ({
            decision: part.id,
            title: part.title,
            maker: part.maker,
            takenOn: part.takenOn,
            measure,
            pence: measure === 'spend' ? (part.expenditure ?? null) : (part.savings ?? null),
            thresholdPence: whole(settings('key-decision-threshold-pence', part.takenOn)),
            says,
            keyReason: part.keyReason ?? null,
            provenance: part.recorded.provenance,
            illustrative: isIllustrative(part.recorded.provenance),
          })),
      );
  },
});

/** Entries that stand on a decision that fell: called in and not settled, withdrawn, rescinded, superseded or struck. */
export const fallenAuthorisations = lines({
  name: 'fallen-authorisations',
  says: 'Every entry that stands on a decision that is called in, withdrawn, rescinded, superseded or struck by the date.',
  streams: [],
  columns: {
    ...{ id: entry, type: text, stream: text, effectiveOn: day, decision: id, title: orNull(text) },
    ...{ status: fallenStatus, fellOn: orNull(day), because: text, recordedAt: instant },
  },
  rows: (reader, programme, moment) => {
    const standing = standings(reader, programme, moment);
    const fallen = new Map<string, Fallen | undefined>();
    return reader.log
      .standingOnDecisions(programme, moment)
      .flatMap(({ entry, decisions }) =>
        decisions.flatMap((decision) => {
          if (!fallen.has(decision))
            fallen.set(decision, fallenBy(reader, programme, decision, moment, standing));
          const how = fallen.get(decision);
          if (!how) return [];
          const { id, type, stream, recordedAt } = entry;
          const { effectiveOn } = envelopeOf(entry);
          return [{ id, type, stream, effectiveOn, decision, ...how, recordedAt }];
        }),
      )
      .sort((a, b) =>
        a.decision === b.decision ? compare(a.effectiveOn, b.effectiveOn) : compare(a.decision, b.decision),
      );
  },
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Fallen {
  readonly title: string | null;
  readonly status: StandingStatus | 'struck';
  /** The day from which it does not stand; for one that was struck, the day the strike is dated. */
  readonly fellOn: CivilDate | null;
  readonly because: string;
}

const fellBy = ['called-in', 'referred-back', 'referred-to-council', 'withdrawn', 'rescinded', 'superseded'];

function fallenBy(
  reader: Reader,
  programme: string,
  id: string,
  moment: Moment,
  standing: ReturnType<typeof standings>,
): Fallen | undefined {
  const decision = takenAt(reader, programme, id, moment);
  if (!decision) return struckFrom(reader, programme, id, moment);
  const { status, because } = standing(decision);
  if (!fellBy.includes(status)) return undefined;
  const { withdrawn, rescinded, superseded, callIn } = decision;
  const fact = withdrawn?.withdrawn ?? rescinded?.rescinded ?? superseded?.superseded ?? callIn?.calledIn;
  return { title: decision.title, status, fellOn: fact?.on ?? null, because };
}

/** The record of a decision that was struck and put back nowhere; undefined for one that holds only from a later day. */
function struckFrom(reader: Reader, programme: string, id: string, moment: Moment): Fallen | undefined {
  const records = reader.log
    .history(programme, { id, kind: 'decision' }, moment, { most: 10_000 })
    .filter(({ entry }) => entry.type === 'DecisionRecorded');
  const last = records.at(-1);
  if (!last?.struckBy || records.some(({ struckBy }) => !struckBy)) return undefined;
  const { effectiveOn } = envelopeOf(last.struckBy);
  const { title } = last.entry.data as { title?: string };
  const { reason } = last.struckBy.data as { reason?: string };
  return {
    title: title ?? null,
    status: 'struck',
    fellOn: effectiveOn,
    because: `its record was struck ${shortDate(effectiveOn)}: ${reason ?? ''}`,
  };
}
