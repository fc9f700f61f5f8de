import type { OverviewAnswer } from '#book';
import { describeDate, describeInstant, isCivilDate, type CivilDate, type DatePrecision } from '#calendar';
import { pounds } from '#fields';
import { reviewStages } from '#programme';
import { counted } from '../counted.js';
import { table } from './table.js';

/** The overview for a terminal: what it is of, the targets, and a table each of phases, reviews and portfolios. */
export function overviewText(answer: OverviewAnswer): string {
  const { programme, phases, portfolios, reviews } = answer;
  const parts = [
    banner(answer),
    programme.exists ? [] : ['The programme had not begun on this day.'],
    programme.exists || answer.units.count > 0 ? targets(answer) : [],
    phases.length > 0 ? table(['Phase', 'Status', 'Planned', 'Opened', 'Closed'], phases.map(phaseRow)) : [],
    reviews.total > 0 ? table(['Reviews by stage', 'Reviews'], reviewRows(reviews)) : [],
    portfolios.length > 0
      ? table(
          ['Portfolio', 'Open projects'],
          portfolios.map(({ name, projects }) => [name, projects]),
        )
      : [],
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

const day = (date: string): string => describeDate(date as CivilDate, 'day');

function banner({ programme, asAt, knownAt, meta }: OverviewAnswer): string[] {
  const known =
    knownAt === null
      ? 'as known now'
      : `as known on ${isCivilDate(knownAt) ? day(knownAt) : describeInstant(knownAt, 'exactly')}`;
  const { laterEntries, recordedAfterwards = 0, demonstration } = meta;
  return [
    programme.name ?? programme.id,
    `As at ${day(asAt)}, ${known}`,
    laterEntries > 0
      ? `${counted(laterEntries, 'later entry changes', 'later entries change')} this date.`
      : '',
    recordedAfterwards > 0
      ? `${counted(recordedAfterwards, 'entry was', 'entries were')} recorded after this date.`
      : '',
    demonstration ?? '',
  ].filter(Boolean);
}

function targets({ programme: { savingsTarget }, units }: OverviewAnswer): string[] {
  const savings = savingsTarget
    ? `${pounds(savingsTarget.pence)} over ${savingsTarget.fromYear} to ${savingsTarget.toYear}, ${
        savingsTarget.basis === 'not-stated' ? 'gross or net not stated' : savingsTarget.basis
      }`
    : 'no target set';
  const against = units.target === null ? 'no target set' : `target ${units.target}`;
  return [
    `Savings target  ${marked(savings, savingsTarget?.provenance)}`,
    `Business units  ${marked(String(units.count), units.illustrative ? 'illustrative' : null)}, ${against}`,
  ];
}

type Phase = OverviewAnswer['phases'][number];

function phaseRow(phase: Phase): string[] {
  const start = dated(phase.plannedStart, phase.plannedStartPrecision);
  const end = dated(phase.plannedEnd, phase.plannedEndPrecision);
  return [
    phase.name,
    phase.status,
    [start, end && `to ${end}`].filter(Boolean).join(' '),
    marked(dated(phase.openedOn, phase.openedPrecision), phase.openedProvenance),
    marked(dated(phase.closedOn, phase.closedPrecision), phase.closedProvenance),
  ];
}

function reviewRows({
  total,
  byStage,
  deferred,
  withdrawn,
}: OverviewAnswer['reviews']): (string | number)[][] {
  const inOrder = reviewStages.filter((stage) => byStage[stage] !== undefined);
  return [
    ...inOrder.map((stage) => [stage.replaceAll('-', ' '), byStage[stage] ?? 0]),
    ...(withdrawn > 0 ? [['withdrawn', withdrawn]] : []),
    [deferred > 0 ? `all, of them ${deferred} deferred` : 'all', total],
  ];
}

function dated(date: string | null, precision: DatePrecision | null): string {
  return date === null ? '' : describeDate(date as CivilDate, precision ?? 'day');
}

function marked(text: string, provenance: string | null | undefined): string {
  return provenance === 'illustrative' && text !== '' ? `${text} (illustrative)` : text;
}
