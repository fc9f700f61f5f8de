import { dataAddress, thingAddress, type Where } from '../addresses-of-pages.js';
import type { Chart } from '../charts/chart.js';
import { gantt } from '../charts/gantt.js';
import { table, type Cell } from '../table.js';
import { dated, sentence } from '../words.js';
import type { PhaseShown } from './phases.js';

/** Phases on a line of days, as planned and as they came true. */
export function phasesChart(
  phases: readonly PhaseShown[],
  asAt: string,
  where: Where,
  filters: Readonly<Record<string, string>> = {},
): Chart {
  const rows = phases.map((phase): Cell[] => [
    { text: phase.name, href: thingAddress(where, 'phase', phase.id) },
    sentence(phase.status),
    planInWords(phase),
    dated(phase.openedOn, phase.openedPrecision, phase.openedProvenance),
    dated(phase.closedOn, phase.closedPrecision, phase.closedProvenance),
  ]);
  const csv = dataAddress(where, 'phases', { ...filters, format: 'csv' });
  const svg = gantt(phases, asAt);
  return {
    title: 'Phases',
    note: 'Broken outline: as planned. Filled: from its opening to its closing. A plan is not a fact: a phase is open because it was opened.',
    ...(svg !== undefined && { svg }),
    table: table('Phases and their dates', ['Phase', 'Status', 'Planned', 'Opened', 'Closed'], rows, {
      empty: Object.keys(filters).length > 0 ? 'No phase is like that.' : 'No phase is on the record.',
      csv,
    }),
  };
}

/** The planned dates of a phase, no closer than they are known. */
export function planInWords({
  plannedStart,
  plannedStartPrecision,
  plannedEnd,
  plannedEndPrecision,
}: PhaseShown): string {
  return [
    dated(plannedStart, plannedStartPrecision),
    plannedEnd === null ? '' : `to ${dated(plannedEnd, plannedEndPrecision)}`,
  ]
    .filter(Boolean)
    .join(' ');
}
