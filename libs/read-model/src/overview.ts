import { latestDate } from '#calendar';
import { bases, type PhasePart, type PartOfKind } from '#programme';
import {
  count,
  day,
  id,
  illustrative,
  listOf,
  mapOf,
  objectOf,
  oneOf,
  orNull,
  pence,
  precision,
  provenance,
  text,
  year,
  yesOrNo,
  type RowOf,
} from './columns.js';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

/** The kinds of stream that the overview reads. */
export const overviewReads = ['programme', 'portfolio', 'project', 'review', 'structure'];

export const phaseColumns = {
  ...{ id, name: text, status: oneOf('planned', 'open', 'closed') },
  ...{ plannedStart: orNull(day), plannedStartPrecision: orNull(precision) },
  ...{ plannedEnd: orNull(day), plannedEndPrecision: orNull(precision) },
  ...{ openedOn: orNull(day), openedPrecision: orNull(precision), openedProvenance: orNull(provenance) },
  ...{ closedOn: orNull(day), closedPrecision: orNull(precision), closedProvenance: orNull(provenance) },
};

const target = { pence, fromYear: year, toYear: year, basis: oneOf(...bases), provenance };
const unitTarget = { baseline: count, reductionPercent: count, target: count, provenance };
export const overviewShown = {
  programme: objectOf({
    ...{ id, name: orNull(text), exists: yesOrNo, startedOn: orNull(day), closedOn: orNull(day) },
    ...{ savingsTarget: orNull(objectOf(target)), unitTarget: orNull(objectOf(unitTarget)) },
  }),
  phases: listOf(objectOf(phaseColumns)),
  portfolios: listOf(objectOf({ id, name: text, projects: count })),
  reviews: objectOf({ total: count, byStage: mapOf(count), deferred: count, withdrawn: count }),
  units: objectOf({ count, target: orNull(count), illustrative }),
};
/** The state of a whole programme. */
export type Overview = RowOf<typeof overviewShown>;

/** A phase as the overview and the list of phases show it. */
export function phaseRow(phase: PhasePart): RowOf<typeof phaseColumns> {
  return {
    id: phase.id,
    name: phase.name,
    status: phase.status,
    plannedStart: phase.plannedStart?.on ?? null,
    plannedStartPrecision: phase.plannedStart?.precision ?? null,
    plannedEnd: phase.plannedEnd?.on ?? null,
    plannedEndPrecision: phase.plannedEnd?.precision ?? null,
    openedOn: phase.opened?.on ?? null,
    openedPrecision: phase.opened?.precision ?? null,
    openedProvenance: phase.opened?.provenance ?? null,
    closedOn: phase.closed?.on ?? null,
    closedPrecision: phase.closed?.precision ?? null,
    closedProvenance: phase.closed?.provenance ?? null,
  };
}

/** What phases are ordered by: the day they are planned to start, else were opened; those of neither come last. */
export function phaseStart({ plannedStart, opened }: PhasePart): string {
  return plannedStart?.on ?? opened?.on ?? latestDate;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The state of a whole programme. Before it began, what is on the record for that day all the same. */
export function overview(reader: Reader, programme: string, moment: Moment): Overview {
  const part = reader.parts.one(programme, 'programme', programme, moment).part;
  const list = <K extends keyof PartOfKind>(kind: K) => reader.parts.list(programme, kind, moment);
  const reviews = list('review');
  const units = list('unit').filter(({ status }) => status === 'open');
  const projects = list('project').filter(({ status }) => status === 'open');
  const portfolios = list('portfolio').filter(({ status }) => status === 'open');
  const target = part?.savingsTarget;
  const unitTarget = part?.unitTarget;
  const standing = reviews.filter((review) => review.standing !== 'withdrawn');
  return {
    programme: {
      id: programme,
      name: part?.name ?? null,
      exists: part !== undefined,
      startedOn: part?.started.on ?? null,
      closedOn: part?.closed?.on ?? null,
      savingsTarget: target
        ? {
            pence: target.pence,
            fromYear: target.fromYear,
            toYear: target.toYear,
            basis: target.basis,
            provenance: target.set.provenance,
          }
        : null,
      unitTarget: unitTarget
        ? {
            baseline: unitTarget.baseline,
            reductionPercent: unitTarget.reductionPercent,
            target: unitTarget.target,
            provenance: unitTarget.set.provenance,
          }
        : null,
    },
    phases: list('phase')
      .sort((a, b) => compare(phaseStart(a), phaseStart(b)))
      .map(phaseRow),
    portfolios: portfolios.map(({ id, name }) => ({
      id,
      name,
      projects: projects.filter(({ portfolio }) => portfolio === id).length,
    })),
    reviews: {
      total: reviews.length,
      byStage: countBy(standing.map(({ stage }) => stage)),
      deferred: reviews.filter(({ standing }) => standing === 'deferred').length,
      withdrawn: reviews.length - standing.length,
    },
    units: {
      count: units.length,
      target: unitTarget?.target ?? null,
      illustrative: units.some(({ registered }) => registered.provenance === 'illustrative'),
    },
  };
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
