import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { civilDate, instant } from '#calendar';
import type { Entry } from '#timeline';
import { believed, bruteForce, judgePlainly, recordedBy, refusals, type History } from './brute-force.js';
import { anyHistory, aQuestionAbout, lastRecording, permittedHistory } from './histories.js';
import { metOften } from './met-often.js';
import { historySeed } from './seed.js';
import { limitKey, nameKey, unitKey, type SmallEvent } from './small-structure.js';

const minuted = { provenance: 'minuted' } as const;
const on = <Says extends object>(day: string, says: Says) => ({
  ...minuted,
  effectiveOn: civilDate(day),
  ...says,
});
const entry = (revision: number, event: SmallEvent, replaces?: number): Entry<SmallEvent> => ({
  id: `entry-${revision}`,
  revision,
  effectiveOn: event.effectiveOn,
  ...(replaces !== undefined && { replaces: `entry-${replaces}` }),
  event,
});

/**
 * Worked by hand. Libraries open with 40 posts and Archives with 10. On 1 July the merger of April is recorded late; on
 * 1 August the opening count of Archives turns out to have been 12, not 10.
 */
const history: History = [
  {
    recordedAt: instant('2014-01-06T09:00:00Z'),
    logged: [
      entry(0, on('2014-01-01', { type: 'UnitRegistered', unit: 'libraries', name: 'Libraries', posts: 40 })),
      entry(1, on('2014-01-01', { type: 'UnitRegistered', unit: 'archives', name: 'Archives', posts: 10 })),
    ],
  },
  {
    recordedAt: instant('2014-05-12T09:00:00Z'),
    logged: [entry(2, on('2014-05-01', { type: 'PostsCounted', unit: 'libraries', posts: 60 }))],
  },
  {
    recordedAt: instant('2014-07-01T09:00:00Z'),
    logged: [entry(3, on('2014-04-01', { type: 'UnitMerged', unit: 'archives', into: 'libraries' }))],
  },
  {
    recordedAt: instant('2014-08-01T09:00:00Z'),
    logged: [
      { revision: 4, strikes: ['entry-1'] },
      entry(
        5,
        on('2014-01-01', { type: 'UnitRegistered', unit: 'archives', name: 'Archives', posts: 12 }),
        1,
      ),
    ],
  },
];

const postsOf = (unit: string, asAt: string, knownAt: string): number | undefined => {
  const parts = bruteForce(history, { asAt: civilDate(asAt), knownAt: instant(knownAt) });
  return (parts.get(unitKey(unit)) as { posts: number } | undefined)?.posts;
};

describe('The brute-force fold, held to an example worked by hand', () => {
  it.each([
    ['nothing was recorded yet', '2014-06-01', '2014-01-05T09:00:00Z', undefined, undefined],
    ['nothing held yet', '2013-12-31', '2014-12-31T09:00:00Z', undefined, undefined],
    ['the opening counts', '2014-04-30', '2014-05-12T09:00:00Z', 40, 10],
    ['the count of May, from the day it holds', '2014-05-01', '2014-05-12T09:00:00Z', 60, 10],
    ['the merger recorded late, in its place', '2014-04-01', '2014-07-01T09:00:00Z', 50, 0],
    ['the count of May after it, which stands', '2014-05-01', '2014-07-01T09:00:00Z', 60, 0],
    ['the corrected opening, carried into the merger', '2014-04-01', '2014-08-01T09:00:00Z', 52, 0],
    ['the same day as known before the correction', '2014-04-01', '2014-07-31T09:00:00Z', 50, 0],
  ])('answers with %s', (_what, asAt, knownAt, libraries, archives) => {
    expect([postsOf('libraries', asAt, knownAt), postsOf('archives', asAt, knownAt)]).toEqual([
      libraries,
      archives,
    ]);
  });

  it('has the replacement stand where the replaced entry stood, before what came after it that day', () => {
    const log = recordedBy(history, instant('2014-08-01T09:00:00Z'));
    expect(believed(log).map(({ id }) => id)).toEqual(['entry-0', 'entry-5', 'entry-3', 'entry-2']);
  });

  it('finds the part that a late change leaves without permission, and the entry that blames nobody else', () => {
    const log = recordedBy(history, instant('2014-08-01T09:00:00Z'));
    const strike = judgePlainly(log, { strike: ['entry-0'], add: [] });
    expect(strike).toMatchObject({
      own: false,
      entry: { id: 'entry-3' },
      refusal: { refused: 'unit-unknown' },
    });
    const taken = entry(
      6,
      on('2014-06-01', { type: 'UnitRegistered', unit: 'culture', name: 'Libraries', posts: 1 }),
    );
    expect(judgePlainly(log, { add: [taken] })).toMatchObject({
      own: true,
      refusal: { refused: 'name-taken' },
    });
    const free = entry(
      6,
      on('2014-06-01', { type: 'UnitRegistered', unit: 'culture', name: 'Culture', posts: 1 }),
    );
    expect(judgePlainly(log, { add: [free] })).toBeUndefined();
  });

  it('keeps names and the limit as parts of their own', () => {
    const limited: History = [
      {
        recordedAt: instant('2014-01-06T09:00:00Z'),
        logged: [
          entry(0, on('2014-01-01', { type: 'PostsLimited', most: 5 })),
          entry(1, on('2014-01-01', { type: 'UnitRegistered', unit: 'parks', name: 'Parks', posts: 5 })),
          entry(
            2,
            on('2014-02-01', { type: 'UnitRenamed', unit: 'parks', from: 'Parks', to: 'Country Parks' }),
          ),
        ],
      },
    ];
    const parts = bruteForce(limited, {
      asAt: civilDate('2014-02-01'),
      knownAt: instant('2014-01-06T09:00:00Z'),
    });
    expect(Object.fromEntries(parts)).toEqual({
      [limitKey]: { most: 5 },
      [unitKey('parks')]: { name: 'Country Parks', posts: 5 },
      [nameKey('Parks')]: { heldBy: null },
      [nameKey('Country Parks')]: { heldBy: 'parks' },
    });
  });
});

describe(`Random histories (seed ${historySeed})`, () => {
  const most = { numRuns: 200 };

  it('hold late, future, tied, struck and replaced entries, and entries that were never permitted', () => {
    const seen: Record<string, number> = {};
    const see = (what: string) => (seen[what] = (seen[what] ?? 0) + 1);
    fc.assert(
      fc.property(anyHistory, (random) => {
        const log = recordedBy(random, lastRecording(random));
        let latest = '';
        for (const { recordedAt, logged } of random) {
          for (const each of logged) {
            if ('strikes' in each) see('struck');
            else {
              if (each.effectiveOn < latest) see('late');
              if (each.effectiveOn === latest) see('tied');
              if (each.effectiveOn > recordedAt.slice(0, 10)) see('future');
              if (each.replaces !== undefined) see('replaced');
              if (each.event.exception) see('excepted');
              if (each.effectiveOn > latest) latest = each.effectiveOn;
            }
          }
        }
        if (refusals(log).size > 0) see('not permitted');
      }),
      { seed: historySeed, ...most },
    );
    const cases = ['late', 'tied', 'future', 'struck', 'replaced', 'excepted', 'not permitted'];
    metOften(seen, Object.fromEntries(cases.map((what) => [what, 20])));
  });

  it('are recorded in order, each entry under its own revision and id', () => {
    fc.assert(
      fc.property(anyHistory, (random) => {
        const instants = random.map(({ recordedAt }) => recordedAt);
        expect(instants).toEqual([...instants].sort());
        const revisions = random.flatMap(({ logged }) => logged.map(({ revision }) => revision));
        expect(revisions).toEqual(revisions.map((_, index) => index));
      }),
      { seed: historySeed, ...most },
    );
  });

  it('that were permitted hold nothing that is not, at their end and at every append before it', () => {
    fc.assert(
      fc.property(permittedHistory, (random) => {
        random.forEach((_, upTo) => {
          const log = random.slice(0, upTo + 1).flatMap(({ logged }) => logged);
          expect(refusals(log).size).toBe(0);
        });
      }),
      { seed: historySeed, ...most },
    );
  });

  it('answer the same to whoever knows the same, whatever was recorded since', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((random) => fc.tuple(fc.constant(random), aQuestionAbout(random))),
        ([random, question]) => {
          const known = random.filter(({ recordedAt }) => recordedAt <= question.knownAt);
          expect(bruteForce(known, question)).toEqual(bruteForce(random, question));
        },
      ),
      { seed: historySeed, ...most },
    );
  });
});
