import { latestDate } from '#calendar';
import type { PhasePart, PartOfKind } from '#programme';
import type { Moment } from './moments.js';
import type { Reader } from './reader.js';

/** The kinds of stream that the overview reads. */
export const overviewReads = ['programme', 'portfolio', 'project', 'review', 'structure'];

/** A phase as the overview and the list of phases show it. */
export function phaseRow(phase: PhasePart) {
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
export function overview(reader: Reader, programme: string, moment: Moment) {
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
