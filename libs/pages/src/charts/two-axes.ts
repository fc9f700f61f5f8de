import { dayNumber, type CivilDate } from '#calendar';
import { counted } from '../words.js';
import { element, label, line, picture, scale, type Drawn } from './svg.js';
import { timeAxis } from './time-axis.js';

/** An entry by its two dates. */
export interface OnTwoAxes {
  readonly holdsFrom: string;
  readonly recorded: string;
  readonly struck: boolean;
}

const width = 760;
const left = 90;
const right = 730;
const top = 34;
const bottom = 284;
/** More years than this are not all written up the side. */
const mostYears = 12;

/** Entries by the day from which they hold and the day on which they were recorded. Undefined where there are too few to see anything. */
export function twoAxes(title: string, entries: readonly OnTwoAxes[]): string | undefined {
  const days = entries.flatMap(({ holdsFrom, recorded }) => [holdsFrom, recorded]).sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || entries.length < 3) return undefined;
  const across = timeAxis(first, last, left, right);
  const number = (day: string) => dayNumber(day as CivilDate);
  const up = scale(number(first), number(last), bottom - 10, top);
  const begins = Number(first.slice(0, 4)) + 1;
  const each = Math.max(1, Math.ceil((Number(last.slice(0, 4)) - begins + 1) / mostYears));
  const years = Array.from(
    { length: Math.ceil((Number(last.slice(0, 4)) - begins + 1) / each) },
    (_, n) => begins + n * each,
  );
  const late = entries.filter(({ holdsFrom, recorded }) => recorded > holdsFrom).length;
  const ahead = entries.filter(({ holdsFrom, recorded }) => recorded < holdsFrom).length;
  const struck = entries.filter((entry) => entry.struck).length;
  const description = `${counted(entries.length, 'entry', 'entries')}: ${late} recorded after the day from which they hold, ${ahead} ahead of it, ${struck} struck`;
  return picture(
    { id: 'two-axes', title, description, width, height: bottom + 44 },
    across.years(top, bottom),
    ...years.map((year) =>
      label(left - 10, up(number(`${year}-01-01`)) + 4, year, { class: 'c-quiet', 'text-anchor': 'end' }),
    ),
    line(left, top, left, bottom, 'c-axis'),
    line(left, bottom, right, bottom, 'c-axis'),
    line(across.place(first), up(number(first)), across.place(last), up(number(last)), 'c-target'),
    label(left, bottom + 36, 'Holds from →', { class: 'c-quiet' }),
    label(0, 14, 'Recorded ↑', { class: 'c-quiet' }),
    ...entries.map(({ holdsFrom, recorded, struck: isStruck }) =>
      point(across.place(holdsFrom), up(number(recorded)), isStruck),
    ),
  );
}

function point(x: number, y: number, struck: boolean): Drawn {
  const at = (value: number) => Math.round(value * 10) / 10;
  return struck
    ? element('path', {
        d: `M${at(x - 5)} ${at(y - 5)} l10 10 M${at(x + 5)} ${at(y - 5)} l-10 10`,
        class: 'c-struck',
      })
    : element('circle', { cx: x, cy: y, r: 5, class: 'c-fill' });
}
