import { element, label, picture, type Drawn } from './svg.js';
import { fitted, widthOf } from './written.js';
import { byName } from '#views';

/** A line of the flow: from a unit to what it has come to. */
export interface FlowLine {
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly toName: string;
  /** How the flow ends where it leads to no open unit: 'closed'. */
  readonly ends?: string;
}

const width = 760;
const leftEdge = 285;
const rightEdge = 430;
const rowHeight = 18;

/** Units on the left, what they have come to on the right, a line between for each step. Undefined where there is nothing to draw. */
export function unitFlowChart(
  about: { readonly id: string; readonly title: string; readonly description: string },
  lines: readonly FlowLine[],
): string | undefined {
  if (lines.length === 0) return undefined;
  const inOrder = [...lines].sort((a, b) => byName(a.toName, b.toName) || byName(a.fromName, b.fromName));
  const names = new Map(inOrder.map((one) => [one.from, one.fromName]));
  const rowOf = new Map([...names.keys()].map((from, n) => [from, 14 + n * rowHeight]));
  const targets = new Map<string, FlowLine[]>();
  for (const one of inOrder) targets.set(one.to, [...(targets.get(one.to) ?? []), one]);
  let free = Number.NEGATIVE_INFINITY;
  const placed = [...targets.values()]
    .map((into) => ({
      into,
      wanted: into.reduce((sum, { from }) => sum + (rowOf.get(from) ?? 0), 0) / into.length,
    }))
    .sort((a, b) => a.wanted - b.wanted)
    .map(({ into, wanted }) => {
      const y = Math.max(wanted, free + rowHeight);
      free = y;
      return { into, y };
    });
  const height = Math.max(14 + rowOf.size * rowHeight, free + 10);
  return picture(
    { ...about, width, height },
    ...placed.flatMap(({ into, y }) => into.map(({ from }) => flow(rowOf.get(from) ?? 0, y))),
    ...[...names].map(([from, name]) =>
      label(leftEdge, (rowOf.get(from) ?? 0) + 4, fitted(name, leftEdge - 4, 'quiet'), {
        class: 'c-small',
        'text-anchor': 'end',
      }),
    ),
    ...placed.map(({ into, y }) => target(into, y)),
  );
}

function target(into: readonly FlowLine[], y: number): Drawn {
  const [{ toName = '', ends } = {}] = into;
  const many = into.length > 1 ? ` (${into.length})` : '';
  const after = `${many}${ends === undefined ? '' : `, ${ends}`}`;
  const room = width - rightEdge - widthOf(after, 'strong') - 4;
  return label(rightEdge, y + 4, `${fitted(toName, room, 'strong')}${after}`, {
    class: ends === undefined ? 'c-small c-strong' : 'c-small',
  });
}

function flow(from: number, to: number): Drawn {
  const [start, end] = [leftEdge + 8, rightEdge - 8];
  const middle = (start + end) / 2;
  const r = (value: number) => Math.round(value * 10) / 10;
  return element('path', {
    d: `M${start} ${r(from)} C${middle} ${r(from)} ${middle} ${r(to)} ${end} ${r(to)}`,
    class: 'c-flow',
  });
}
