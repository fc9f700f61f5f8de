import { describe, expect, it } from '@jest/globals';
import type { Audited } from './audited.js';
import { Floods } from './floods.js';

const refused = (detail: string, from = '192.0.2.1', actor = 'anonymous'): Audited => ({
  what: 'refused',
  actor,
  name: '',
  from,
  address: '/api/rebuild',
  detail,
});
const told = (lines: readonly Audited[]) => lines.map(({ from, detail }) => `${from} ${detail}`);
const flood = 'a flood: what follows from here is counted, and not told one by one';

describe('A flood of refusals', () => {
  it('is its first lines, word that it is one, and a line with how many there were of what, and in what time', () => {
    const floods = new Floods({ ofOne: 2, inAll: 100, window: 60_000 });
    const lines = Array.from({ length: 5_000 }, (_, n) =>
      floods.linesFor(refused(n % 10 === 9 ? 'unknown-token' : 'sign-in-needed'), n),
    ).flat();
    expect(told(lines)).toEqual([
      '192.0.2.1 sign-in-needed',
      '192.0.2.1 sign-in-needed',
      `192.0.2.1 ${flood}`,
    ]);
    expect(told(floods.linesFor(refused('sign-in-needed', '192.0.2.7'), 61_000))).toEqual([
      '192.0.2.1 a flood: 4998 more within 61 s: 4498 × sign-in-needed, 500 × unknown-token',
      '192.0.2.7 sign-in-needed',
    ]);
  });

  it('of one address hides nothing of another, or of a person there', () => {
    const floods = new Floods({ ofOne: 1, inAll: 100, window: 60_000 });
    for (let n = 0; n < 10; n++) floods.linesFor(refused('sign-in-needed'), n);
    expect(told(floods.linesFor(refused('not-auditing', '192.0.2.2'), 11))).toEqual([
      '192.0.2.2 not-auditing',
    ]);
    expect(told(floods.linesFor(refused('not-auditing', '192.0.2.1', 'person-1'), 12))).toEqual([
      '192.0.2.1 not-auditing',
    ]);
    expect(told(floods.linesCounted(10_000))).toEqual([
      '192.0.2.1 a flood: 9 more within 10 s: 9 × sign-in-needed',
    ]);
    expect(floods.linesCounted(11_000)).toEqual([]);
  });

  it('from everywhere is bounded in all, and counted together where the addresses are too many to tell', () => {
    const floods = new Floods({ ofOne: 2, inAll: 10, window: 60_000 });
    const lines = Array.from({ length: 5_000 }, (_, n) =>
      floods.linesFor(refused('sign-in-needed', `host-${n}`), 0),
    );
    expect(lines.flat().filter(({ detail }) => detail === 'sign-in-needed')).toHaveLength(10);
    const counted = floods.linesIfOver(60_000);
    expect(counted).toHaveLength(491);
    expect(told(counted).at(-1)).toBe(
      'several addresses a flood: 4500 more within 60 s: 4500 × sign-in-needed',
    );
    expect(floods.linesFor(refused('sign-in-needed', 'host-1'), 60_001)).toHaveLength(1);
  });
});
