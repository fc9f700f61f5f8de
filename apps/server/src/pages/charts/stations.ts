import { daysBetween, shortDate, type CivilDate } from '#calendar';
import { counted } from '../words.js';
import { element, label, line, picture, together, type Drawn } from './svg.js';

/** What happened, or is to happen, on a day. */
export interface Step {
  readonly says: string;
  readonly on: CivilDate;
  /** False of a day that is only counted to, or that only the month or the year is known of. */
  readonly happened: boolean;
}

const width = 760;
const left = 70;
const right = 690;
const lineHeight = 17;

/**
 * Days on a line in their order, as far apart as they are many, with the days between any two. Undefined where there are
 * fewer than two.
 */
export function stations(id: string, title: string, steps: readonly Step[]): string | undefined {
  const days = grouped(steps);
  if (days.length < 2) return undefined;
  const apart = (right - left) / (days.length - 1);
  const place = (n: number) => left + n * apart;
  const most = (above: boolean) =>
    Math.max(0, ...days.filter((_, n) => (n % 2 === 0) === above).map(({ says }) => says.length + 1));
  const middle = 24 + most(true) * lineHeight;
  const description = days.map(({ on, says }) => `${shortDate(on)}: ${says.join(', ')}`).join('. ');
  return picture(
    { id, title, description, width, height: middle + 24 + most(false) * lineHeight },
    line(left, middle, right, middle, 'c-axis'),
    ...days.map((day, n) => station(day, place(n), middle, n % 2 === 0)),
    ...days.slice(1).map(({ on }, n) => {
      const between = daysBetween((days[n] as Day).on, on);
      const says = apart < 110 ? String(between) : counted(between, 'day', 'days');
      return label(place(n) + apart / 2, middle - 6, says, { class: 'c-quiet', 'text-anchor': 'middle' });
    }),
  );
}

interface Day {
  readonly on: CivilDate;
  readonly says: readonly string[];
  readonly happened: boolean;
}

function grouped(steps: readonly Step[]): Day[] {
  const days = new Map<CivilDate, Day>();
  for (const { on, says, happened } of [...steps].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const day = days.get(on);
    days.set(on, { on, says: [...(day?.says ?? []), says], happened: happened || (day?.happened ?? false) });
  }
  return [...days.values()];
}

/** A day as a dot, open where nothing happened on it, with its words above the line or below it. */
function station({ on, says, happened }: Day, x: number, middle: number, above: boolean): Drawn {
  const lines = [shortDate(on), ...says];
  const anchor = x < 150 ? 'start' : x > 610 ? 'end' : 'middle';
  const at = anchor === 'start' ? x - 10 : anchor === 'end' ? x + 10 : x;
  const top = above ? middle - 20 - (lines.length - 1) * lineHeight : middle + 28;
  return together(
    element('circle', { cx: x, cy: middle, r: 8, class: happened ? 'c-fill' : 'c-open' }),
    ...lines.map((text, n) =>
      label(at, top + n * lineHeight, text, {
        class: n === 0 ? 'c-quiet' : 'c-strong',
        'text-anchor': anchor,
      }),
    ),
  );
}
