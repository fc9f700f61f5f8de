import { describe, expect, it } from '@jest/globals';
import { CallsUnderWay } from './calls-under-way.js';

/** Work that goes on until it is ended by hand, and notes when it begins. */
function handed(begun: number[]) {
  const ends: ((how: 'well' | 'badly') => void)[] = [];
  const work = (n: number) => () =>
    new Promise<void>((resolve, reject) => {
      begun.push(n);
      ends[n] = (how) => (how === 'well' ? resolve() : reject(new Error('The connection dropped')));
    });
  return { ends, work };
}

/** Lets everything happen that waits for nothing but its turn. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('Calls under way', () => {
  it('are never more than so many, and the others begin one by one as one ends, well or badly, in the order they came', async () => {
    const begun: number[] = [];
    const { ends, work } = handed(begun);
    const calls = new CallsUnderWay(3);
    const all = Array.from({ length: 6 }, (_, n) => calls.inTurn(work(n)).catch(() => undefined));
    await settled();
    expect(begun).toEqual([0, 1, 2]);
    ends[1]?.('well');
    await settled();
    expect(begun).toEqual([0, 1, 2, 3]);
    ends[0]?.('badly');
    await settled();
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    for (const n of [2, 3, 4]) ends[n]?.('well');
    await settled();
    ends[5]?.('well');
    await Promise.all(all);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('leave no place taken behind them: as many begin at once afterwards as before', async () => {
    const begun: number[] = [];
    const { ends, work } = handed(begun);
    const calls = new CallsUnderWay(2);
    const first = calls.inTurn(work(0));
    ends[0]?.('well');
    await first;
    void calls.inTurn(work(1));
    void calls.inTurn(work(2));
    void calls.inTurn(work(3));
    await settled();
    expect(begun).toEqual([0, 1, 2]);
  });
});
