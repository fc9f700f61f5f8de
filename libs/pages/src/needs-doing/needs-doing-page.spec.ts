import { describe, expect, it } from '@jest/globals';
import type { NeedsDoing } from '#read-model';
import { asAt, asRead, where } from '../contract/as-read.js';
import { needsDoingPage } from './needs-doing-page.js';

const item = {
  sort: 'record-incomplete',
  urgency: 'overdue',
  what: 'Complete the record',
  kind: 'decision',
  id: 'cabinet-7',
  name: 'A trust',
  because: 'missing: the reasons',
  rule: 'A record holds five items.',
  source: 'SI 2012/2089',
  since: '2015-03-23',
  by: '2016-03-30',
  left: '2 days late',
  next: { command: 'complete-decision-record', fields: { decision: 'cabinet-7' } },
} as unknown as NeedsDoing;
const later = {
  ...item,
  urgency: 'no-date',
  kind: 'review',
  id: 'libraries',
  name: 'Libraries',
  what: 'Authorise to proceed',
  because: 'an option is chosen',
  since: null,
  by: null,
  left: null,
  next: null,
} as unknown as NeedsDoing;

const read = (filters: Readonly<Record<string, string>>, shown: readonly NeedsDoing[], mayRecord = true) =>
  asRead('needs-doing', needsDoingPage({ where, asAt, filters, all: [item, later], shown, beside: shown }), {
    mayRecord,
  });

describe('The page of what needs doing', () => {
  it('tells of each item what it is, about what, why, by which rule, and how long is left', () => {
    const page = read({}, [item, later]);
    expect(page.paragraphs).toEqual([
      '2 items as at 1 April 2016. Each says what the record shows and which rule it rests on; it judges nothing.',
      'Decision: A trust',
      'Missing: the reasons',
      'A record holds five items. (SI 2012/2089)',
      '[2 days late]',
      'since 23 March 2015',
      'Complete decision record: A trust',
      'Review: Libraries',
      'An option is chosen',
      'A record holds five items. (SI 2012/2089)',
      'What needs doing as CSV',
    ]);
    expect(page.subheadings).toEqual([
      'Overdue (1)',
      'Complete the record',
      'No date (1)',
      'Authorise to proceed',
    ]);
    expect(page.items.slice(0, 5)).toEqual([
      '1 Overdue',
      '0 Today',
      '0 Within a week',
      '0 Later',
      '1 No date',
    ]);
  });

  it('counts under its filters, and says of how many', () => {
    const page = read({ kind: 'review' }, [later]);
    expect(page.paragraphs[0]).toMatch(/^1 of 2 items as at 1 April 2016\./);
    expect(page.items.slice(0, 5)).toEqual([
      '0 Overdue',
      '0 Today',
      '0 Within a week',
      '0 Later',
      '1 No date',
    ]);
    expect(page.links['Overdue']).toBe('/programmes/county/needs-doing?kind=review&urgency=overdue');
  });

  it('is narrowed to a thing by its name, and keeps one of which nothing needs doing now', () => {
    expect(read({ thing: 'libraries' }, [later]).fields['Thing']).toBe('Libraries (review)');
    expect(read({ thing: 'cabinet-9' }, []).fields['Thing']).toBe('A thing of which nothing needs doing');
  });

  it('leads to a form only for whoever may record', () => {
    const next = 'Complete decision record: A trust';
    expect(read({}, [item]).links[next]).toBe(
      '/programmes/county/record/new/complete-decision-record?decision=cabinet-7',
    );
    expect(read({}, [item], false).links[next]).toBeUndefined();
  });

  it('says where nothing is left under the filters', () => {
    expect(read({ kind: 'phase' }, []).paragraphs).toContain('Nothing under these filters.');
  });

  it('says where nothing needs doing at all', () => {
    const page = asRead(
      'needs-doing',
      needsDoingPage({ where, asAt, filters: {}, all: [], shown: [], beside: [] }),
    );
    expect([page.paragraphs, page.items, page.fields]).toEqual([
      ['Nothing needs doing as at 1 April 2016.'],
      [],
      {},
    ]);
  });

  it('offers every filter, what is set among them, and the CSV of what is left', () => {
    const page = read({ sort: 'record-incomplete', urgency: 'overdue', kind: 'phase' }, [item]);
    expect(page.fields).toEqual({
      What: 'Record incomplete',
      'How urgent': 'Overdue',
      'About a': 'Phase',
      Thing: 'Any',
    });
    expect(page.links).toMatchObject({
      'Clear filters': '/programmes/county/needs-doing',
      'A trust': '/programmes/county/decisions/cabinet-7',
      Today: '/programmes/county/needs-doing?sort=record-incomplete&kind=phase&urgency=today',
      'What needs doing as CSV':
        '/api/programmes/county/needs-doing?sort=record-incomplete&urgency=overdue&kind=phase&format=csv&money=pounds',
    });
  });

  it('shows a hundred of one urgency, and counts the others', () => {
    const groupOf = (count: number) => {
      const shown = Array.from({ length: count }, () => item);
      const [group] = needsDoingPage({ where, asAt, filters: {}, all: shown, shown, beside: shown }).groups;
      return [group?.heading, group?.items.length, group?.more];
    };
    const told = 'not shown: filter them, or take the CSV.';
    expect([100, 101, 1_102].map(groupOf)).toEqual([
      ['Overdue (100)', 100, ''],
      ['Overdue (101)', 100, `1 more item is ${told}`],
      ['Overdue (1,102)', 100, `1,002 more items are ${told}`],
    ]);
  });

  it('colours how long is left by how urgent it is', () => {
    const tones = (['overdue', 'today', 'within-a-week', 'later'] as const).map((urgency) => {
      const shown = [{ ...item, urgency }];
      return needsDoingPage({ where, asAt, filters: {}, all: shown, shown, beside: shown }).groups[0]
        ?.items[0]?.tone;
    });
    expect(tones).toEqual(['red', 'orange', 'grey', 'grey']);
  });
});
