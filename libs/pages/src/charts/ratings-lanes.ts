import { addDays, type CivilDate } from '#calendar';
import { element, label, line, picture, together, type Drawn } from './svg.js';
import { timeAxis } from './time-axis.js';
import { fitted, widthOf } from './written.js';

/** A rating from its day on: what is written in it, and how it looks. */
export interface RatingOnLane {
  readonly on: string;
  readonly label: string;
  readonly look: 'c-good' | 'c-middle' | 'c-bad' | 'c-open';
}

/** A project and its ratings in order; `until` where it ended. */
export interface Lane {
  readonly name: string;
  readonly until?: string;
  readonly ratings: readonly RatingOnLane[];
}

/** The lanes of one portfolio. */
export interface LaneGroup {
  readonly name: string;
  readonly lanes: readonly Lane[];
}

const width = 760;
const left = 262;
const right = width - 18;
const laneHeight = 30;
const headHeight = 32;

/** Ratings of projects over time, portfolio by portfolio: each lasts until the next. Undefined where there are none. */
export function ratingsLanes(
  about: { readonly id: string; readonly title: string; readonly description: string },
  groups: readonly LaneGroup[],
  asAt: string,
): string | undefined {
  const days = groups
    .flatMap(({ lanes }) => lanes.flatMap(({ ratings }) => ratings.map(({ on }) => on)))
    .sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return undefined;
  // Years without a rating would press the lanes together.
  const furthest = addDays(last as CivilDate, 200);
  const end = asAt > furthest ? furthest : asAt > last ? asAt : addDays(last as CivilDate, 30);
  const axis = timeAxis(first, end, left, right);
  let top = 4;
  const drawn: Drawn[] = [];
  for (const { name, lanes } of groups) {
    drawn.push(label(0, top + 20, fitted(name, width, 'strong'), { class: 'c-strong' }));
    top += headHeight;
    for (const lane of lanes) {
      drawn.push(laneAt(lane, top, axis.place, end));
      top += laneHeight;
    }
  }
  return picture({ ...about, width, height: top + 26 }, axis.years(8, top + 2), ...drawn);
}

function laneAt(
  { name, until, ratings }: Lane,
  top: number,
  place: (day: string) => number,
  end: string,
): Drawn {
  const stops = until !== undefined && until < end ? until : end;
  return together(
    label(0, top + 17, fitted(name, left - 8, 'quiet'), { class: 'c-quiet' }),
    ...ratings.map(({ on, label: says, look }, n) => {
      const next = ratings[n + 1]?.on ?? (stops > on ? stops : end);
      const from = place(on);
      const wide = Math.max(4, place(next) - from);
      return together(
        element('rect', { x: from, y: top, width: wide, height: 24, class: look }),
        ...written(says, from, wide, top),
      );
    }),
    line(left, top + laneHeight - 3, right, top + laneHeight - 3, 'c-faint'),
  );
}

/** The rating in words where there is room, its first letter where there is little. */
function written(says: string, from: number, wide: number, top: number): Drawn[] {
  const short = says.charAt(0);
  const hasRoom = (words: string) => wide >= widthOf(words, 'quiet') + 8;
  const fits = hasRoom(says) ? says : hasRoom(short) ? short : '';
  return fits === '' ? [] : [label(from + 5, top + 17, fits, { class: 'c-small' })];
}
