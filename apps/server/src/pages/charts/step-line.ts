import { addDays, type CivilDate } from '#calendar';
import { day } from '../words.js';
import { element, label, line, picture, scale, type Drawn } from './svg.js';
import { timeAxis } from './time-axis.js';

/** From a day on: a count, and the target that held. */
export interface Step {
  readonly on: string;
  readonly count: number;
  readonly target: number | null;
}

const width = 760;
const height = 300;
const left = 30;
const right = 640;
const top = 34;
const bottom = 264;

/** A count over time as steps, each labelled, with its target as a broken line. Undefined where there are no steps. */
export function stepLine(title: string, steps: readonly Step[], asAt: string): string | undefined {
  const [first] = steps;
  const lastStep = steps.at(-1);
  if (!first || !lastStep) return undefined;
  const end = endOfLine(lastStep.on, asAt);
  const axis = timeAxis(first.on, end, left, right);
  const most = Math.max(...steps.flatMap(({ count, target }) => [count, target ?? 0]), 1);
  const upTo = scale(0, most, bottom, top);
  const points = steps.map(({ on, count }) => ({ x: axis.place(on), y: upTo(count), count }));
  const target = lastStep.target;
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
          label(right + 8, upTo(target) + (lastStep.count === target ? 22 : 5), `Target ${target}`),
        ]),
    element('path', { d: path(points, right), class: 'c-line' }),
    ...labels(points),
    label(right + 8, upTo(lastStep.count) + 5, `${lastStep.count} units`, { class: 'c-strong' }),
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
): Drawn[] {
  let free = Number.NEGATIVE_INFINITY;
  return points.flatMap(({ x, y, count }) => {
    if (x < free) return [];
    free = x + 26;
    return [label(x + 2, y - 8, count, { class: 'c-strong' })];
  });
}

function path(points: readonly { readonly x: number; readonly y: number }[], end: number): string {
  const r = (value: number) => Math.round(value * 10) / 10;
  const [first, ...rest] = points;
  if (!first) return '';
  return `M${r(first.x)} ${r(first.y)}${rest.map(({ x, y }) => ` H${r(x)} V${r(y)}`).join('')} H${r(end)}`;
}
