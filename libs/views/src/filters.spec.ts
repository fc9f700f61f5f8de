import { describe, expect, it } from '@jest/globals';
import type { Problem } from '#problem';
import { like } from './filters.js';
import { mustAskOnly, questionOf } from './query.js';
import { views } from './views.js';

/** The filters that compare what people write: any words may be meant by them. */
const words = [
  'body',
  'directorate',
  'maker',
  'owner',
  'reference',
  'search',
  'unit-budgets kind',
  'units kind',
];

const filtersOf = [...views].flatMap(([name, view]) => {
  const ids = view.one?.ids ?? ['any-id'];
  const ofOne = view.one ? ids.map((id) => [`${name}/${id}`, view.one?.filters(id) ?? {}] as const) : [];
  return [[name, view.filters] as const, ...ofOne].flatMap(([address, filters]) =>
    Object.keys(filters).map((filter) => ({ address, filter, filters })),
  );
});

const fieldsRefused = (ask: () => unknown): string[] => {
  try {
    ask();
    return [];
  } catch (problem) {
    const { errors } = (problem as Problem).getResponse() as unknown as { errors: { field: string }[] };
    return errors.map(({ field }) => field);
  }
};

describe('Nonsense', () => {
  it('is refused by every filter of every view, and words are what only these compare', () => {
    const taken = filtersOf.filter(
      ({ filter, filters }) =>
        fieldsRefused(() => questionOf({ [filter]: 'No such thing!' }, undefined, filters)).length === 0,
    );
    const named = taken.map(({ address, filter }) => (filter === 'kind' ? `${address} kind` : filter));
    expect([...new Set(named)].sort()).toEqual(words);
    expect(filtersOf.length).toBeGreaterThan(60);
  });

  it('that looks like a kind, a type, a stage or a thing is refused as well', () => {
    const refused = (view: string, query: Record<string, string>) =>
      fieldsRefused(() => questionOf(query, undefined, views.get(view)?.filters));
    expect(refused('needs-doing', { kind: 'nonsense' })).toEqual(['kind']);
    expect(refused('needs-doing', { kind: 'code' })).toEqual(['kind']);
    expect(refused('changes', { kind: 'nonsense' })).toEqual(['kind']);
    expect(refused('history', { kind: 'nonsense', type: 'NothingHappened', of: 'nonsense' })).toEqual([
      'kind',
      'of',
      'type',
    ]);
    expect(refused('projects', { stage: 'nonsense' })).toEqual(['stage']);
    expect(refused('decisions', { ledTo: 'nonsense/legal' })).toEqual(['ledTo']);
    expect(refused('decisions', { ledTo: 'review/legal', from: '2014-02-30' })).toEqual(['from']);
    expect(refused('history', { kind: 'unit', type: 'EntryStruck', of: 'structure' })).toEqual([]);
  });

  it('is every name that an address does not know', () => {
    expect(fieldsRefused(() => mustAskOnly({ dryRun: 'true', dryrun: 'true', x: '' }, 'dryRun'))).toEqual([
      'dryrun',
      'x',
    ]);
    expect(fieldsRefused(() => mustAskOnly({ dryRun: ['true', 'false'] }, 'dryRun'))).toEqual(['dryRun']);
    expect(fieldsRefused(() => questionOf({ sort: 'name' }, undefined, views.get('units')?.filters))).toEqual(
      ['sort'],
    );
  });
});

describe('A row is like what is asked', () => {
  const row = { id: 'legal', directorate: 'Growth', unitKind: 'team', projects: ['a', 'b'] };

  it('where it holds just that, or has it among others', () => {
    expect(like({ directorate: 'Growth', projects: 'b' })(row)).toBe(true);
    expect(like({ kind: 'team' }, { kind: 'unitKind' })(row)).toBe(true);
    expect([like({ directorate: 'Gro' })(row), like({ projects: 'c' })(row)]).toEqual([false, false]);
  });

  it('and no word that means more in one list means it in another', () => {
    expect(like({ directorate: 'not-withdrawn' })(row)).toBe(false);
  });
});
