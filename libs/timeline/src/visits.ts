import { compareInFoldOrder, type Placed } from './entry.js';

/** The entries still to be folded again, handed out in fold order, each once. */
export class Visits<Standing extends Placed> {
  private readonly waiting: Standing[];
  private reached = 0;

  constructor(first: Standing[]) {
    this.waiting = first.sort(compareInFoldOrder);
  }

  add(standing: Standing): void {
    const i = lowerBound(this.waiting, standing);
    if (this.waiting[i] !== standing) this.waiting.splice(i, 0, standing);
  }

  next(): Standing | undefined {
    return this.waiting[this.reached++];
  }
}

/** The index of the first that does not come before the point. */
export function lowerBound(line: readonly Placed[], point: Placed): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareInFoldOrder(line[middle] as Placed, point) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
