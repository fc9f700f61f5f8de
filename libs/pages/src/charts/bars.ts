import { label, line, picture, rectangle, scale, together, type Drawn } from './svg.js';
import { fitted, widthOf } from './written.js';

/** A bar: what it is, how long, and what is written at its end. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly label: string;
  readonly look?: 'c-fill' | 'c-part' | 'c-open' | 'c-planned';
  /** Where the bar begins, so that bars can hang from one another; 0 where left out. */
  readonly from?: number;
}

const width = 760;
const rowHeight = 34;

/** Bars from left to right, one under the other, each with its name before it and its figure behind it. */
export function bars(
  about: { readonly id: string; readonly title: string; readonly description: string },
  drawn: readonly Bar[],
  left = 190,
): string | undefined {
  if (drawn.length === 0) return undefined;
  const most = Math.max(...drawn.map(({ value, from = 0 }) => from + value), 1);
  // The longest bar leaves room for the longest figure.
  const figures = Math.max(...drawn.map(({ label: figure }) => widthOf(figure, 'strong')));
  const place = scale(0, most, left, width - Math.min(Math.max(210, figures + 14), width - left - 40));
  const bottom = 6 + drawn.length * rowHeight;
  const rows = drawn.map(({ name, value, label: figure, look = 'c-fill', from = 0 }, n): Drawn => {
    const top = 6 + n * rowHeight;
    const end = place(from + value);
    return together(
      label(left - 10, top + 18, fitted(name, left - 10), { 'text-anchor': 'end' }),
      rectangle(place(from), top + 3, Math.max(value > 0 ? 2 : 0, end - place(from)), 22, look),
      label(end + 8, top + 19, fitted(figure, width - end - 10, 'strong'), { class: 'c-strong' }),
    );
  });
  return picture({ ...about, width, height: bottom + 4 }, line(left, 2, left, bottom, 'c-axis'), ...rows);
}
