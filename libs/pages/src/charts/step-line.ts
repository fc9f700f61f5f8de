import { addDays, type CivilDate } from '#calendar';
import { day } from '../words.js';
import { element, label, line, picture, scale, type Drawn } from './svg.js';
import { timeAxis } from './time-axis.js';
import { fitted, keptApart, widthOf } from './written.js';

/** From a day on: a count, and the target that held. */
export interface Step {
  readonly on: string;
  readonly count: number;
  readonly target: number | null;
}

const width = 760;
const height = 300;
const left = 30;
const top = 34;
const bottom = 264;
const labelHeight = 20;

/** A count over time as steps, each labelled, with its target as a broken line. Undefined where there are no steps. */
export function stepLine(title: string, steps: readonly Step[], asAt: string): string | undefined {
  const [first] = steps;
  const lastStep = steps.at(-1);
  if (!first || !lastStep) return undefined;
  const written = [`${lastStep.count} units`, `Target ${lastStep.target ?? ''}`];
  const right = Math.min(640, width - 12 - Math.max(...written.map((one) => widthOf(one, 'strong'))));
  const end = endOfLine(lastStep.on, asAt);
  const axis = timeAxis(first.on, end, left, right);
  const most = Math.max(...steps.flatMap(({ count, target }) => [count, target ?? 0]), 1);
  const upTo = scale(0, most, bottom, top);
  const points = steps.map(({ on, count }) => ({ x: axis.place(on), y: upTo(count), count }));
  const target = lastStep.target;
  // The count and its target are written beside one another, however near they are.
  const [countAt = 0, targetAt = 0] = keptApart(
    [upTo(lastStep.count), ...(target === null ? [] : [upTo(target)])],
    labelHeight,
    top,
    bottom - 6,
  );
  return picture(
    {
      id: 'step-line',
      title,
      description: `${steps.map(({ on, count }) => `${count} from ${day(on)}`).join(', ')}. ${
        target === null ? 'No target is set' : `The target is ${target}`
      }`,
      width,
      height,
    },
    axis.years(top - 10, bottom),
    line(left, bottom, right, bottom, 'c-axis'),
    ...(target === null
      ? []
      : [
          line(left, upTo(target), right, upTo(target), 'c-target'),
          label(right + 8, targetAt + 5, fitted(`Target ${target}`, width - right - 10)),
        ]),
    element('path', { d: path(points, right), class: 'c-line' }),
    ...labels(points, right),
    label(right + 8, countAt + 5, fitted(`${lastStep.count} units`, width - right - 10, 'strong'), {
      class: 'c-strong',
    }),
  );
}

/** The day asked for; a year after the last change at most, so that quiet years do not press the steps together. */
function endOfLine(last: string, asAt: string): string {
  const furthest = addDays(last as CivilDate, 365);
  if (asAt > furthest) return furthest;
  return asAt > last ? asAt : last;
}

/** Over each step its count, where there is room since the one before. */
function labels(
  points: readonly { readonly x: number; readonly y: number; readonly count: number }[],
  right: number,
): Drawn[] {
  let free = Number.NEGATIVE_INFINITY;
  return points.flatMap(({ x, y, count }) => {
    const end = x + 2 + widthOf(count, 'strong');
    // What the last step comes to is written behind it.
    if (x < free || end > right + 4) return [];
    free = end + 4;
    return [label(x + 2, y - 8, count, { class: 'c-strong c-over' })];
  });
}

function path(points: readonly { readonly x: number; readonly y: number }[], end: number): string {
  const r = (value: number) => Math.round(value * 10) / 10;
  const [first, ...rest] = points;
  if (!first) return '';
  return `M${r(first.x)} ${r(first.y)}${rest.map(({ x, y }) => ` H${r(x)} V${r(y)}`).join('')} H${r(end)}`;
}
