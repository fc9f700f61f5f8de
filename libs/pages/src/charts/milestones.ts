import { addDays, type CivilDate } from '#calendar';
import { day } from '../words.js';
import { element, label, line, picture, together, type Drawn } from './svg.js';
import { timeAxis } from './time-axis.js';
import { fitted } from './written.js';

/** A milestone by its dates. */
export interface MilestoneDrawn {
  readonly title: string;
  readonly planned: string;
  readonly forecast?: string;
  readonly actual?: string;
}

const width = 760;
const left = 270;
const right = 640;
const rowHeight = 44;

/** Milestones on a line of days: planned in outline, forecast half filled, reached filled. Undefined where there are none. */
export function milestonesChart(
  about: { readonly id: string; readonly title: string; readonly description: string },
  milestones: readonly MilestoneDrawn[],
  asAt: string,
): string | undefined {
  const days = milestones
    .flatMap(({ planned, forecast, actual }) => [planned, forecast ?? planned, actual ?? planned])
    .sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const axis = timeAxis(addDays(first as CivilDate, -30), addDays(last as CivilDate, 30), left, right);
  const bottom = 24 + milestones.length * rowHeight;
  const isNear = asAt >= first && asAt <= last;
  return picture(
    { ...about, width, height: bottom + 24 },
    axis.years(18, bottom),
    ...(isNear
      ? [
          line(axis.place(asAt), 14, axis.place(asAt), bottom, 'c-now'),
          label(axis.place(asAt), 11, day(asAt), { class: 'c-quiet', 'text-anchor': 'middle' }),
        ]
      : []),
    ...milestones.map((one, n) => row(one, 24 + n * rowHeight, axis.place)),
  );
}

function row(
  { title, planned, forecast, actual }: MilestoneDrawn,
  top: number,
  place: (on: string) => number,
) {
  const y = top + 18;
  const ends = place(actual ?? forecast ?? planned);
  const says =
    actual !== undefined
      ? 'reached'
      : forecast !== undefined && forecast !== planned
        ? 'forecast'
        : 'planned';
  return together(
    label(0, y + 5, fitted(title, left - 12)),
    line(place(planned), y, ends, y, 'c-flow'),
    diamond(place(planned), y, 'c-open'),
    ...(forecast === undefined || forecast === planned ? [] : [diamond(place(forecast), y, 'c-part')]),
    ...(actual === undefined ? [] : [diamond(place(actual), y, 'c-fill')]),
    label(Math.max(ends, place(planned)) + 14, y + 5, says, { class: 'c-quiet' }),
  );
}

function diamond(x: number, y: number, look: string): Drawn {
  const r = (value: number) => Math.round(value * 10) / 10;
  return element('path', { d: `M${r(x)} ${r(y - 8)} l8 8 l-8 8 l-8 -8 z`, class: look });
}
