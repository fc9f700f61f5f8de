import { shortDate } from '#calendar';
import type { ClockRun } from '#read-model';
import { counted } from '../words.js';
import { label, picture, rectangle, together, type Drawn } from './svg.js';

const width = 760;
const left = 6;
const height = 34;
const top = 42;

const monthOf = (on: string) => shortDate(on as ClockRun['then']).slice(-8);

/** A clock day by day: the publication filled, the clear days numbered, those that do not count grey, the day after outlined. */
export function clearDays(run: ClockRun, title: string, ends: string): string {
  const { clock, each, published, lastClearDay, then, days } = run;
  const wide = Math.min(44, (width - 2 * left) / each.length);
  const rests = each.filter(({ what }) => what === 'not-counted');
  const description = `Published ${shortDate(published)}; ${counted(days, 'clear day', 'clear days')}, the last ${shortDate(lastClearDay)}; ${counted(rests.length, 'day does', 'days do')} not count; ${ends} ${shortDate(then)}`;
  return picture(
    { id: `clock-${clock}`, title, description, width, height: top + height + 30 },
    ...each.map((day, n): Drawn => {
      const x = left + n * wide;
      const isFirst = n === 0 || day.on.endsWith('-01');
      const isLast = day.what === 'first-day-after';
      const looks = {
        published: 'c-fill',
        'clear-day': 'c-day',
        'not-counted': 'c-rest',
        'first-day-after': 'c-open',
      };
      return together(
        ...(isFirst ? [label(x, 14, monthOf(day.on), { class: 'c-quiet' })] : []),
        label(x + wide / 2, top - 8, Number(day.on.slice(8)), { class: 'c-quiet', 'text-anchor': 'middle' }),
        rectangle(x + 1, top, wide - 2, height, looks[day.what]),
        ...(day.clearDay === null
          ? []
          : [label(x + wide / 2, top + 22, day.clearDay, { 'text-anchor': 'middle' })]),
        ...(day.rest !== null && day.what === 'not-counted'
          ? [label(x + wide / 2, top + 22, '–', { 'text-anchor': 'middle' })]
          : []),
        ...(isLast
          ? [
              label(Math.max(x + wide, 190), top + height + 20, `${ends} ${shortDate(then)}`, {
                class: 'c-strong',
                'text-anchor': 'end',
              }),
            ]
          : []),
      );
    }),
    label(left, top + height + 20, 'published', { class: 'c-strong' }),
  );
}
