import { describe, expect, it } from '@jest/globals';
import { asRead, asAt, held, nameOf, where } from './contract/as-read.js';
import type { EntryShown } from './history/entry-rows.js';
import { namesTables } from './names-log.js';
import type { ThingFacts } from './things/thing-pages.js';

const entry = (
  type: string,
  effectiveOn: string,
  data: object,
  more: Partial<EntryShown> = {},
): EntryShown => ({
  ...{
    id: `${type}-${effectiveOn}`,
    type,
    stream: 'county/structure',
    recordedAt: '2016-01-01T09:00:00.000Z',
  },
  ...{ effectiveOn, precision: 'day', provenance: 'minuted', data: data as EntryShown['data'] },
  ...more,
});

/** The lines of the names of a unit or the like, each with its cells in order. */
function names(id: string, entries: readonly EntryShown[], end?: ReturnType<typeof held>) {
  const facts = { part: { kind: 'unit', id }, entries, where, asAt, nameOf } as unknown as ThingFacts;
  const shown = namesTables(facts, end).map((log) => ({ table: log }));
  const page = asRead('thing', { name: 'It', facts: [], shown, history: { title: 'H' }, wholeHistory: '/h' });
  return page.tables['Its names']?.map((line) => Object.values(line));
}

describe('The names of a thing', () => {
  it('stand each with the days for which it had them, whenever they were recorded, and its decision', () => {
    const entries = [
      entry('UnitRenamed', '2015-04-01', { unit: 'u-1', name: 'Museums' }, { decision: 'c-1' }),
      entry('UnitRegistered', '2014-04-01', { unit: 'u-1', name: 'Heritage' }),
      // By the first version of the entry, in February 2016: 306 days after April 2015.
      entry('UnitRenamed', '2016-02-01', { unit: 'u-1', fromName: 'Museums', toName: 'Culture' }),
    ];
    expect(names('u-1', entries)).toEqual([
      ['Heritage', '1 April 2014', '1 April 2015', '365', '', ''],
      ['Museums', '1 April 2015', '1 February 2016', '306', 'The decision c-1', ''],
      // 29 days of February 2016, and 31 of March.
      ['Culture', '1 February 2016', '', '60 days so far', '', ''],
    ]);
    expect(names('u-1', entries, held('2016-03-01'))?.at(-1)).toEqual([
      'Culture',
      '1 February 2016',
      '1 March 2016',
      '29',
      '',
      '',
    ]);
  });

  it('are not shown where it has the one it began with: struck, to come and said again count for none', () => {
    expect(
      names('p-1', [
        entry('PortfolioOpened', '2014-04-01', { portfolio: 'p-1', name: 'Adults' }),
        entry('PortfolioRenamed', '2014-05-01', { portfolio: 'p-1', name: 'Adults' }),
        entry('PortfolioRenamed', '2099-05-01', { portfolio: 'p-1', name: 'Care' }),
        entry(
          'PortfolioRenamed',
          '2014-06-01',
          { portfolio: 'p-1', name: 'Adlts' },
          { struckBy: { recordedAt: '2016-01-02T09:00:00.000Z' } },
        ),
      ]),
    ).toBeUndefined();
  });

  it('begin with that which a merge or a split gave the unit it made, and are never those of the others', () => {
    const merged = entry('UnitsMerged', '2014-04-01', {
      ...{ units: ['u-1', 'u-2'], successor: 'u-3', name: 'Culture', founds: true },
    });
    const split = entry('UnitSplit', '2014-04-01', {
      unit: 'u-3',
      into: [
        { unit: 'u-3', share: 1 },
        { unit: 'u-4', share: 1, name: 'Parks', founds: true },
      ],
    });
    const renamed = (unit: string) => entry('UnitRenamed', '2015-04-01', { unit, name: 'Leisure' });
    expect(names('u-3', [merged, renamed('u-3')])?.map(([name]) => name)).toEqual(['Culture', 'Leisure']);
    expect(names('u-4', [split, renamed('u-4')])?.map(([name]) => name)).toEqual(['Parks', 'Leisure']);
    const registered = entry('UnitRegistered', '2013-04-01', { unit: 'u-1', name: 'Heritage' });
    expect(names('u-1', [registered, merged])).toBeUndefined();
  });
});
