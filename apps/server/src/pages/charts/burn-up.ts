import { addDays, type CivilDate } from '#calendar';
import { element, label, line, picture, scale, type Drawn } from './svg.js';
import { timeAxis } from './time-axis.js';

/** What one measure came to over time, as steps; `label` is written at its end. */
export interface BurnUpLine {
  readonly label: string;
  readonly look: 'c-dotted' | 'c-dashed' | 'c-thin' | 'c-line';
  readonly steps: readonly { readonly on: string; readonly value: number }[];
}

/** One kind of saving: its lines, and the target where it may be compared with it. */
export interface BurnUpPanel {
  readonly title: string;
  readonly lines: readonly BurnUpLine[];
  readonly target?: { readonly value: number; readonly label: string };
}

const width = 760;
const left = 4;
const right = 480;
const panelHeight = 176;
const plotTop = 36;
const plotBottom = 140;
const labelHeight = 18;

/** A panel for each kind under one line of days, so that kinds are compared and never added. Undefined where there are none. */
export function burnUp(
  about: { readonly id: string; readonly title: string; readonly description: string },
  panels: readonly BurnUpPanel[],
  asAt: string,
): string | undefined {
  const days = panels.flatMap(({ lines }) => lines.flatMap(({ steps }) => steps.map(({ on }) => on))).sort();
  const [first] = days;
  const lastChange = days.at(-1);
  if (first === undefined || lastChange === undefined) return undefined;
  const furthest = addDays(lastChange as CivilDate, 365);
  const end = asAt > furthest ? furthest : asAt > lastChange ? asAt : lastChange;
  const axis = timeAxis(first, end, left, right);
  const drawn = panels.flatMap((panel, n) => panelAt(panel, n * panelHeight, axis));
  return picture({ ...about, width, height: panels.length * panelHeight }, ...drawn);
}

function panelAt(
  { title, lines, target }: BurnUpPanel,
  top: number,
  axis: ReturnType<typeof timeAxis>,
): Drawn[] {
  const values = lines.flatMap(({ steps }) => steps.map(({ value }) => value));
  const place = scale(0, Math.max(...values, target?.value ?? 0, 1), top + plotBottom, top + plotTop);
  const ends: { readonly y: number; readonly text: string; readonly look: string }[] = [
    ...lines.map((one) => ({
      y: place(one.steps.at(-1)?.value ?? 0),
      text: one.label,
      look: one.look,
    })),
    ...(target ? [{ y: place(target.value), text: target.label, look: 'c-target' }] : []),
  ];
  return [
    label(left, top + 18, title, { class: 'c-strong' }),
    axis.years(top + plotTop - 6, top + plotBottom),
    line(left, top + plotBottom, right, top + plotBottom, 'c-axis'),
    ...(target ? [line(left, place(target.value), right, place(target.value), 'c-target')] : []),
    ...lines.map(({ steps, look }) =>
      element('path', { d: stepsPath(steps, axis.place, place), class: look }),
    ),
    // What is low in its panel would be written on top of one another: each label shows the look of its own line.
    ...spread(ends, top + plotBottom).flatMap(({ y, text, look }) => [
      line(right + 8, y, right + 34, y, look),
      label(right + 40, y + 5, text),
    ]),
  ];
}

function stepsPath(
  steps: BurnUpLine['steps'],
  across: (day: string) => number,
  up: (value: number) => number,
): string {
  const r = (value: number) => Math.round(value * 10) / 10;
  const [first, ...rest] = steps;
  if (!first) return '';
  const begins = `M${r(across(first.on))} ${r(up(0))} V${r(up(first.value))}`;
  return `${begins}${rest.map(({ on, value }) => ` H${r(across(on))} V${r(up(value))}`).join('')} H${right}`;
}

/** Labels from the bottom up, none nearer to the next than its height. */
function spread<Label extends { readonly y: number }>(labels: readonly Label[], bottom: number): Label[] {
  let free = bottom;
  return [...labels]
    .sort((a, b) => b.y - a.y)
    .map((one) => {
      const y = Math.min(one.y, free);
      free = y - labelHeight;
      return { ...one, y };
    });
}
