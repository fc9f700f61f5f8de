/**
 * How wide words are when they are written in a drawing, in its own units: at least as wide as in Arial, Helvetica, Liberation
 * Sans or DejaVu Sans, so that what is kept apart by it stays apart in whichever of them a browser has.
 */

/** The sizes in which drawings are written: the style sheet has the same. */
export const sizes = { plain: 15, strong: 15, quiet: 13 } as const;
export type Look = keyof typeof sizes;

const narrow = /[ijlIf.,:;'’|!()[\]\s‑-]/;
const wide = /[mwMW@%—…]/;
const capital = /[A-Z&£#€À-Þ]/;

/** The width of words in one look. */
export function widthOf(text: string | number, look: Look = 'plain'): number {
  const heavy = look === 'strong' ? 1.12 : 1;
  let ems = 0;
  for (const letter of String(text))
    ems += narrow.test(letter) ? 0.4 : wide.test(letter) ? 1.02 : capital.test(letter) ? 0.8 : 0.64;
  return ems * sizes[look] * heavy;
}

/** Words cut to a width, with an ellipsis where something is left out: the table beside a drawing has them whole. */
export function fitted(text: string, width: number, look: Look = 'plain'): string {
  if (widthOf(text, look) <= width) return text;
  let kept = [...text];
  while (kept.length > 1 && widthOf(`${kept.join('').trimEnd()}…`, look) > width) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}

/** Places for the middles of labels between two bounds, in the order given, each at least `apart` from the others and as near as may be to where it is wanted. */
export function keptApart(wanted: readonly number[], apart: number, least: number, most: number): number[] {
  const order = wanted.map((at, n) => ({ at, n })).sort((a, b) => a.at - b.at || a.n - b.n);
  let free = least;
  const placed = order.map(({ at, n }) => {
    const y = Math.max(at, free);
    free = y + apart;
    return { y, n };
  });
  // What was pushed beyond the last place goes back, the others before it.
  let bound = most;
  for (const one of [...placed].reverse()) {
    one.y = Math.min(one.y, bound);
    bound = one.y - apart;
  }
  const places: number[] = [];
  for (const { y, n } of placed) places[n] = y;
  return places;
}
