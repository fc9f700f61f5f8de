import { expect } from '@jest/globals';
import { appendFileSync } from 'node:fs';
import { fixedSeed, historySeed } from './seed.js';

/**
 * Says how often a law met the cases it is about, and holds that to a floor under the fixed seed. Under another seed
 * chance may pass a case by: what was met is then only said, in the file that LAWS_MET names, as a soak does.
 *
 * @param times how often each case was met
 * @param least the floor of every case, or of each by itself
 */
export function metOften(
  times: Readonly<Record<string, number>>,
  least: number | Readonly<Record<string, number>>,
): void {
  const law = expect.getState().currentTestName ?? '';
  const floorOf = (what: string) => (typeof least === 'number' ? least : (least[what] ?? 1));
  const cases = [
    ...new Set([...Object.keys(times), ...(typeof least === 'number' ? [] : Object.keys(least))]),
  ];
  const file = process.env['LAWS_MET'];
  if (file !== undefined) {
    const lines = cases.map((what) => `${JSON.stringify({ law, what, times: times[what] ?? 0 })}\n`);
    appendFileSync(file, lines.join(''));
  }
  if (historySeed !== fixedSeed) return;
  const short = cases.filter((what) => (times[what] ?? 0) < floorOf(what));
  expect(short.map((what) => [what, times[what] ?? 0, 'of at least', floorOf(what)])).toEqual([]);
}
