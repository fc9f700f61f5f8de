import { addDays, type CivilDate } from '#calendar';
import { element, label, line, picture, scale, type Drawn } from './svg.js';
import { timeAxis } from './time-axis.js';
import { fitted, keptApart, widthOf } from './written.js';

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
const left = 18;
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
  const written = panels.flatMap(({ lines, target }) => [...lines, ...(target ? [target] : [])]);
  const longest = Math.max(...written.map((one) => widthOf(one.label)));
  const right = Math.min(480, Math.max(300, width - 44 - longest));
  const axis = timeAxis(first, end, left, right);
  const drawn = panels.flatMap((panel, n) => panelAt(panel, n * panelHeight, axis, right));
  return picture({ ...about, width, height: panels.length * panelHeight }, ...drawn);
}

function panelAt(
  { title, lines, target }: BurnUpPanel,
  top: number,
  axis: ReturnType<typeof timeAxis>,
  right: number,
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
  const places = keptApart(
    ends.map(({ y }) => y),
    labelHeight,
    top + plotTop,
    top + plotBottom,
  );
  return [
    label(0, top + 18, fitted(title, width, 'strong'), { class: 'c-strong' }),
    axis.years(top + plotTop - 6, top + plotBottom),
    line(left, top + plotBottom, right, top + plotBottom, 'c-axis'),
    ...(target ? [line(left, place(target.value), right, place(target.value), 'c-target')] : []),
    ...lines.map(({ steps, look }) =>
      element('path', { d: stepsPath(steps, axis.place, place, right), class: look }),
    ),
    // What is low in its panel would be written on top of one another: each label shows the look of its own line.
    ...ends.flatMap(({ text, look }, n) => {
      const y = places[n] ?? 0;
      return [
        line(right + 8, y, right + 34, y, look),
        label(right + 40, y + 5, fitted(text, width - right - 42)),
      ];
    }),
  ];
}

function stepsPath(
  steps: BurnUpLine['steps'],
  across: (day: string) => number,
  up: (value: number) => number,
  right: number,
): string {
  const r = (value: number) => Math.round(value * 10) / 10;
  const [first, ...rest] = steps;
  if (!first) return '';
  const begins = `M${r(across(first.on))} ${r(up(0))} V${r(up(first.value))}`;
  return `${begins}${rest.map(({ on, value }) => ` H${r(across(on))} V${r(up(value))}`).join('')} H${right}`;
}
