import { element, label, link, picture, together, type Drawn } from './svg.js';
import { fitted } from './written.js';

/** A unit in the flow: how many steps from the one that is asked for, and through which unit it leads there. */
export interface UnitInFlow {
  readonly unit: string;
  readonly name: string;
  readonly through: string;
  readonly steps: number;
  readonly href: string;
}

const columnWidth = 250;
const boxWidth = 200;
const rowHeight = 40;

/** Units that a unit was made from, on its left, and that it led to, on its right, with a line for each merge or split. */
export function lineageFlow(
  about: { readonly title: string; readonly description: string },
  unit: { readonly id: string; readonly name: string },
  before: readonly UnitInFlow[],
  after: readonly UnitInFlow[],
): string | undefined {
  if (before.length + after.length === 0) return undefined;
  const furthest = Math.max(0, ...before.map(({ steps }) => steps));
  const columns = furthest + 1 + Math.max(0, ...after.map(({ steps }) => steps));
  const placed = new Map<string, { readonly x: number; readonly y: number }>();
  const inColumn = new Map<number, number>();
  const tallest = Math.max(
    1,
    ...tallies([...before.map(({ steps }) => -steps), ...after.map(({ steps }) => steps)]),
  );
  const height = tallest * rowHeight + 12;
  const put = (id: string, column: number, of: number) => {
    const row = inColumn.get(column) ?? 0;
    inColumn.set(column, row + 1);
    const spare = (height - of * rowHeight) / 2;
    placed.set(id, { x: 4 + column * columnWidth, y: spare + row * rowHeight + 4 });
  };
  const count = (side: readonly UnitInFlow[], steps: number) =>
    side.filter((one) => one.steps === steps).length;
  put(unit.id, furthest, 1);
  for (const one of before) put(`<${one.unit}`, furthest - one.steps, count(before, one.steps));
  for (const one of after) put(`>${one.unit}`, furthest + one.steps, count(after, one.steps));
  const place = (side: string, id: string) => (id === unit.id ? placed.get(id) : placed.get(side + id));
  const flows = [
    ...before.map(({ unit: id, through }) => flow(place('<', id), place('<', through))),
    ...after.map(({ unit: id, through }) => flow(place('>', through), place('>', id))),
  ];
  const boxes = [
    ...before.map((one) => box(one.name, place('<', one.unit), one.href)),
    ...after.map((one) => box(one.name, place('>', one.unit), one.href)),
    box(unit.name, placed.get(unit.id)),
  ];
  const width = Math.max(760, columns * columnWidth);
  return picture({ id: 'lineage', ...about, width, height }, ...flows, ...boxes);
}

interface At {
  readonly x: number;
  readonly y: number;
}

function tallies(columns: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  return [...counts.values()];
}

function flow(from: At | undefined, to: At | undefined): Drawn {
  if (!from || !to) return together();
  const start = from.x + boxWidth;
  const middle = (start + to.x) / 2;
  const y = (at: At) => Math.round(at.y + 15);
  return element('path', {
    d: `M${start} ${y(from)} C${middle} ${y(from)} ${middle} ${y(to)} ${to.x} ${y(to)}`,
    class: 'c-flow',
  });
}

/** A box with a name, cut to fit: the table has it whole. The unit that is asked for is filled. */
function box(name: string, at: At | undefined, href?: string): Drawn {
  if (!at) return together();
  const drawn = together(
    element('rect', {
      x: at.x,
      y: at.y,
      width: boxWidth,
      height: 30,
      class: href === undefined ? 'c-chosen' : 'c-open',
    }),
    label(at.x + 8, at.y + 20, fitted(name, boxWidth - 14), {
      class: href === undefined ? 'c-light' : undefined,
    }),
  );
  return href === undefined ? drawn : link(href, drawn);
}
