import { shortDate } from '#calendar';
import type { ClockRun } from '#read-model';
import { counted } from '../words.js';
import { label, picture, rectangle, together, type Drawn } from './svg.js';
import { widthOf } from './written.js';

const width = 760;
const left = 6;
const height = 34;
const top = 42;
const beganWith = 'published';

const monthOf = (on: string) => shortDate(on as ClockRun['then']).slice(-8);

/** A clock day by day: the publication filled, the clear days numbered, those that do not count grey, the day after outlined. */
export function clearDays(run: ClockRun, title: string, ends: string): string {
  const { clock, each, published, lastClearDay, then, days } = run;
  const wide = Math.min(44, (width - 2 * left) / each.length);
  const rests = each.filter(({ what }) => what === 'not-counted');
  const description = `Published ${shortDate(published)}; ${counted(days, 'clear day', 'clear days')}, the last ${shortDate(lastClearDay)}; ${counted(rests.length, 'day does', 'days do')} not count; ${ends} ${shortDate(then)}`;
  const said = `${ends} ${shortDate(then)}`;
  const saidEnds = left + widthOf(beganWith, 'strong') + 16 + widthOf(said, 'strong');
  const months = monthsShown(
    each.map(({ on }) => on),
    wide,
  );
  // Where days are narrower than their numbers, only some of them are written.
  const every = Math.ceil((widthOf('28') + 3) / wide);
  return picture(
    { id: `clock-${clock}`, title, description, width, height: top + height + 30 },
    ...each.map((day, n): Drawn => {
      const x = left + n * wide;
      const isLast = day.what === 'first-day-after';
      const looks = {
        published: 'c-fill',
        'clear-day': 'c-day',
        'not-counted': 'c-rest',
        'first-day-after': 'c-open',
      };
      const inside = day.clearDay ?? (day.rest !== null && day.what === 'not-counted' ? '–' : null);
      return together(
        ...(months.has(n) ? [label(months.get(n) ?? x, 14, monthOf(day.on), { class: 'c-quiet' })] : []),
        ...(n % every === 0
          ? [
              label(x + wide / 2, top - 8, Number(day.on.slice(8)), {
                class: 'c-quiet',
                'text-anchor': 'middle',
              }),
            ]
          : []),
        rectangle(x + 1, top, wide - 2, height, looks[day.what]),
        ...(inside === null || n % every !== 0
          ? []
          : [label(x + wide / 2, top + 22, inside, { 'text-anchor': 'middle' })]),
        ...(isLast
          ? [
              label(Math.max(x + wide, saidEnds), top + height + 20, said, {
                class: 'c-strong',
                'text-anchor': 'end',
              }),
            ]
          : []),
      );
    }),
    label(left, top + height + 20, beganWith, { class: 'c-strong' }),
  );
}

/** Over which days the month is written, and where: the first and each first of a month, where there is room until the next. */
function monthsShown(days: readonly string[], wide: number): ReadonlyMap<number, number> {
  const begins = days.flatMap((on, n) => (n === 0 || on.endsWith('-01') ? [n] : []));
  const shown = new Map<number, number>();
  let free = width;
  for (const n of [...begins].reverse()) {
    const needs = widthOf(monthOf(days[n] as string), 'quiet');
    const at = n === days.length - 1 ? Math.min(left + n * wide, width - needs) : left + n * wide;
    if (at + needs > free) continue;
    shown.set(n, at);
    free = at - 6;
  }
  return shown;
}
