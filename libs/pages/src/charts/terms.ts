import { addDays, type CivilDate } from '#calendar';
import type { TermRow } from '#read-model';
import { dated } from '../words.js';
import { element, label, line, picture, rectangle, together, type Drawn } from './svg.js';
import { timeAxis } from './time-axis.js';
import { fitted } from './written.js';

const width = 760;
const left = 250;
const right = width - 24;
const rowHeight = 40;

/**
 * Terms on a line of days, one under the other: filled while they run on the day, light where they are over, in broken
 * outline where they are still to come; with an arrow where no end is known. Undefined where there is none.
 */
export function termLines(
  id: string,
  title: string,
  rows: readonly TermRow[],
  asAt: CivilDate,
): string | undefined {
  const [first] = rows.map(({ from }) => from).sort();
  if (first === undefined) return undefined;
  const ends = rows
    .map(({ until, from }) => until ?? from)
    .concat(asAt)
    .sort();
  const last = ends.at(-1) as CivilDate;
  const from = asAt < first ? asAt : first;
  const axis = timeAxis(from, addDays(last, 120), left, right);
  const bottom = 30 + rows.length * rowHeight;
  const now = axis.place(asAt);
  const description = rows.map(termInWords).join('. ');
  return picture(
    { id, title, description, width, height: bottom + 24 },
    axis.years(18, bottom),
    ...rows.map((row, n) => drawn(row, 26 + n * rowHeight, axis.place, last)),
    line(now, 14, now, bottom, 'c-now'),
    label(now, 11, dated(asAt), { class: 'c-quiet', 'text-anchor': now > 650 ? 'end' : 'middle' }),
  );
}

/** A term in a sentence without its full stop. */
function termInWords({ ofName, whoName, from, precision, until, untilPrecision }: TermRow): string {
  const end = until === null ? 'no end on record' : `to ${dated(until, untilPrecision)}`;
  return `${ofName}: ${whoName}, from ${dated(from, precision)}, ${end}`;
}

function drawn(row: TermRow, top: number, place: (day: string) => number, last: CivilDate): Drawn {
  const { ofName, whoName, from, until, when } = row;
  const looks = { past: 'c-part', now: 'c-fill', 'to-come': 'c-planned' };
  const start = place(from);
  const end = place(until === null ? last : addDays(until, 1));
  const goesOn =
    until === null
      ? [element('path', { d: `M${Math.round(end)} ${top + 2} l12 9 l-12 9 z`, class: looks[when] })]
      : [];
  return together(
    label(0, top + 8, fitted(ofName, left - 8, 'strong'), { class: 'c-strong' }),
    label(0, top + 25, fitted(whoName, left - 8, 'quiet'), { class: 'c-quiet' }),
    rectangle(start, top + 3, Math.max(3, end - start), 16, looks[when]),
    ...goesOn,
  );
}
