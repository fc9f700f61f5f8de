import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { compareInFoldOrder, isStrike, placeOf, type Entry, type Placed } from './index.js';

const march21 = civilDate('2014-03-21');
const april1 = civilDate('2014-04-01');

const entry = (revision: number, effectiveOn = march21): Entry<string> => ({
  id: `entry-${revision}`,
  revision,
  effectiveOn,
  event: 'Something was decided',
});

/** An entry's standing: its day, and its place given the standing of the entry it replaces. */
const placed = (of: Entry<string>, replaced?: Placed): Placed => ({
  effectiveOn: of.effectiveOn,
  place: placeOf(of, replaced),
});

const inOrder = (...standing: Placed[]) => standing.toSorted(compareInFoldOrder);

describe('The fold order', () => {
  it('puts an earlier day first, though it was recorded last', () => {
    const first = placed(entry(9, march21));
    const second = placed(entry(2, april1));
    expect(inOrder(second, first)).toEqual([first, second]);
  });

  it('puts what was recorded first in a day first, and the hundredth after the ninth', () => {
    const ninth = placed(entry(9));
    const hundredth = placed(entry(100));
    expect(inOrder(hundredth, ninth)).toEqual([ninth, hundredth]);
  });

  it('puts a replacement of the same day where the replaced entry stood', () => {
    const replaced = placed(entry(1));
    const next = placed(entry(2));
    const replacement = placed(entry(8), replaced);
    expect(inOrder(next, replacement)).toEqual([replacement, next]);
  });

  it('keeps that place through a chain of replacements', () => {
    const before = placed(entry(0));
    const next = placed(entry(2));
    const second = placed(entry(6), placed(entry(4), placed(entry(1))));
    expect(inOrder(next, second, before)).toEqual([before, second, next]);
  });

  it('puts several replacements of one entry in the order of their recording', () => {
    const replaced = placed(entry(1));
    const next = placed(entry(2));
    const one = placed(entry(5), replaced);
    const other = placed(entry(6), replaced);
    expect(inOrder(next, other, one)).toEqual([one, other, next]);
  });

  it('puts a replacement of the first of these before the second still', () => {
    const replaced = placed(entry(1));
    const other = placed(entry(6), replaced);
    const corrected = placed(entry(9), placed(entry(5), replaced));
    expect(inOrder(other, corrected)).toEqual([corrected, other]);
  });

  it('puts a replacement with another date last in that day', () => {
    const onTheDay = placed(entry(7, april1));
    const replacement = placed(entry(8, april1), placed(entry(1, march21)));
    expect(inOrder(replacement, onTheDay)).toEqual([onTheDay, replacement]);
  });

  it('does not give an entry moved away and back its old place again', () => {
    const replaced = placed(entry(1, march21));
    const next = placed(entry(2, march21));
    const movedAway = placed(entry(4, april1), replaced);
    const movedBack = placed(entry(6, march21), movedAway);
    expect(inOrder(movedBack, next)).toEqual([next, movedBack]);
  });
});

describe('The order of two entries', () => {
  const at = (...place: number[]) => ({ effectiveOn: march21, place });

  it('is told by the first number in which their places differ, and the shorter place comes first', () => {
    expect(Math.sign(compareInFoldOrder(at(3), at(3, 5)))).toBe(-1);
    expect(Math.sign(compareInFoldOrder(at(3, 5), at(3)))).toBe(1);
    expect(Math.sign(compareInFoldOrder(at(3, 5), at(4)))).toBe(-1);
    expect(compareInFoldOrder(at(3, 5), at(3, 5))).toBe(0);
  });
});

describe('What a log holds', () => {
  it('is an entry or a strike', () => {
    expect([entry(0), { revision: 1, strikes: ['entry-0'] }].map(isStrike)).toEqual([false, true]);
  });
});
