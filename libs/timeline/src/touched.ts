import type { Parts } from './rules.js';

/** The keys of an entry that touches many, by their place among them; one that touches a few is looked through. */
const indexes = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Where a key stands among those an entry touches; -1 where it is not among them. */
export function indexOf(touches: readonly string[], key: string): number {
  if (touches.length <= 16) return touches.indexOf(key);
  let index = indexes.get(touches);
  if (!index) indexes.set(touches, (index = new Map(touches.map((one, k) => [one, k]))));
  return index.get(key) ?? -1;
}

/**
 * Where a key stands among those an entry touches.
 *
 * @throws Error it is not among them: what a rule reads or changes beside them would go unseen
 */
export function touched(touches: readonly string[], key: string): number {
  const k = indexOf(touches, key);
  if (k >= 0) return k;
  throw new Error(`An event reads or changes the part ${key}, which it does not say it touches`);
}

/** The parts that an entry touches and no others: what it reads beside them is a fault of its rules. */
export function partsOf<Part>(
  touches: readonly string[],
  values: readonly (Part | undefined)[],
): Parts<Part> {
  return { get: (key) => values[touched(touches, key)] };
}

/** Whether two entries, or one entry in two places, touch the same. */
export const sameKeys = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, k) => key === b[k]);
