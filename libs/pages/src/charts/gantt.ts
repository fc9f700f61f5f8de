import { addDays, type CivilDate } from '#calendar';
import { dated, sentence } from '../words.js';
import type { PhaseShown } from '../overview/phases.js';
import { element, label, line, picture, rectangle, together, type Drawn } from './svg.js';
import { timeAxis } from './time-axis.js';
import { fitted, widthOf } from './written.js';

const width = 760;
const left = 110;
const right = width - 20;
const rowHeight = 56;

/**
 * Phases on a line of days: what was planned in outline, what came true filled. A phase that is open goes on to the
 * day that is asked for and ends with an arrow. Undefined where no phase has a date.
 */
export function gantt(phases: readonly PhaseShown[], asAt: string): string | undefined {
  const days = phases.flatMap((phase) => [
    phase.plannedStart,
    phase.plannedEnd,
    phase.openedOn,
    phase.closedOn,
  ]);
  const known = days.filter((one) => one !== null).sort();
  const [first] = known;
  const lastOfPhases = known.at(-1);
  if (first === undefined || lastOfPhases === undefined) return undefined;
  // A date long after everything would press the phases together.
  const isNear = asAt >= first && asAt <= addDays(lastOfPhases, 200);
  const last = isNear && asAt > lastOfPhases ? asAt : lastOfPhases;
  const axis = timeAxis(first, addDays(last as CivilDate, 45), left, right);
  const bottom = 30 + phases.length * rowHeight;
  const day = isNear
    ? [
        line(axis.place(asAt), 14, axis.place(asAt), bottom, 'c-now'),
        label(axis.place(asAt), 11, dated(asAt), {
          class: 'c-quiet',
          'text-anchor': axis.place(asAt) > 650 ? 'end' : 'middle',
        }),
      ]
    : [];
  return picture(
    {
      id: 'phases-chart',
      title: 'Phases on a line of days',
      description: phases.map(phaseInWords).join('. '),
      width,
      height: bottom + 24,
    },
    axis.years(18, bottom),
    ...phases.map((phase, n) => row(phase, 26 + n * rowHeight, axis.place, asAt < last ? asAt : last)),
    ...day,
  );
}

/** A phase in a sentence. */
function phaseInWords(phase: PhaseShown): string {
  const { name, status, openedOn, closedOn, plannedStart, plannedEnd } = phase;
  const plan = [
    plannedStart && `from ${dated(plannedStart, phase.plannedStartPrecision)}`,
    plannedEnd && `to ${dated(plannedEnd, phase.plannedEndPrecision)}`,
  ]
    .filter(Boolean)
    .join(' ');
  return [
    `${name}: ${status}`,
    openedOn && `opened ${dated(openedOn, phase.openedPrecision, phase.openedProvenance)}`,
    closedOn && `closed ${dated(closedOn, phase.closedPrecision, phase.closedProvenance)}`,
    plan && `planned ${plan}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function row(phase: PhaseShown, top: number, place: (day: string) => number, until: string): Drawn {
  const { name, status, plannedStart, plannedEnd, openedOn, closedOn } = phase;
  const planFrom = plannedStart ?? openedOn;
  const plan =
    planFrom !== null && plannedEnd !== null
      ? bar(place(planFrom), place(plannedEnd), top, 34, 'c-planned')
      : endAlone(phase, top, place);
  const held = openedOn === null ? [] : bar(place(openedOn), place(closedOn ?? until), top + 9, 16, 'c-fill');
  const goesOn =
    openedOn !== null && closedOn === null
      ? [element('path', { d: arrow(place(until), top + 17), class: 'c-fill' })]
      : [];
  return together(
    label(0, top + 15, fitted(name, left - 8, 'strong'), { class: 'c-strong' }),
    label(0, top + 32, sentence(status), { class: 'c-quiet' }),
    ...plan,
    ...held,
    ...goesOn,
  );
}

/** A planned end without a start is a mark on its day. */
function endAlone(
  { plannedEnd, plannedEndPrecision }: PhaseShown,
  top: number,
  place: (day: string) => number,
) {
  if (plannedEnd === null) return [];
  const at = place(plannedEnd);
  const says = `planned to end ${dated(plannedEnd, plannedEndPrecision)}`;
  // Before the mark, or behind it where the names of the phases would be in the way.
  const before = at - 12 - widthOf(says, 'quiet') > left;
  return [
    rectangle(at - 4, top, 4, 34, 'c-planned'),
    label(before ? at - 12 : at + 8, top + 22, says, {
      class: 'c-quiet',
      'text-anchor': before ? 'end' : 'start',
    }),
  ];
}

const bar = (from: number, to: number, top: number, height: number, look: string): Drawn[] => [
  rectangle(from, top, Math.max(3, to - from), height, look),
];

const arrow = (x: number, y: number): string => `M${Math.round(x)} ${y - 11} l14 11 l-14 11 z`;
