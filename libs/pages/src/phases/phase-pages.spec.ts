import { describe, expect, it } from '@jest/globals';
import {
  asAt,
  asRead,
  askingOf,
  held,
  nameOf,
  names,
  rowsOfKind,
  thingAsRead,
  where,
} from '../contract/as-read.js';
import { phasePages } from './phase-pages.js';
import type { ThingFacts } from '../things/thing-pages.js';

const row = {
  id: 'one',
  name: 'Phase 1',
  status: 'closed',
  plannedStart: '2013-10-01',
  plannedStartPrecision: 'month',
  plannedEnd: '2014-04-30',
  plannedEndPrecision: 'month',
  openedOn: '2013-10-15',
  openedPrecision: 'day',
  openedProvenance: 'reconstructed',
  closedOn: '2014-05-16',
  closedPrecision: 'day',
  closedProvenance: 'illustrative',
};
const read = {
  Phase: 'Phase 1',
  Status: 'Closed',
  Planned: 'October 2013 to April 2014',
  Opened: '15 October 2013',
  Closed: '16 May 2014 (illustrative)',
};

describe('The pages of phases', () => {
  it('list each as it was planned and as it came true', async () => {
    const open = {
      ...row,
      id: 'two',
      name: 'Phase 2',
      status: 'open',
      plannedStart: null,
      plannedEnd: null,
      closedOn: null,
    };
    const facts = {
      where,
      asAt,
      rows: rowsOfKind('phase', row, open),
      filters: { status: 'open' },
      nameOf,
      asking: askingOf(),
    };
    const page = asRead('things', await phasePages.list(facts));
    expect(page.tables).toEqual({
      'Phases and their dates': [
        read,
        { ...read, Phase: 'Phase 2', Status: 'Open', Planned: '', Closed: '' },
      ],
    });
    expect(page.fields).toEqual({ Status: 'Open' });
    expect(page.paragraphs[0]).toBe(
      'Broken outline: as planned. Filled: from its opening to its closing. A plan is not a fact: a phase is open because it was opened.',
    );
    expect(page.heading).toBe('Phases');
    expect(page.links).toMatchObject({
      'Phase 2': '/programmes/county/phases/two',
      'Clear filters': '/programmes/county/phases',
      'Phases and their dates as CSV': '/api/programmes/county/phases?status=open&format=csv&money=pounds',
    });
  });

  it('say where there is none, and where none is like that', async () => {
    const none = async (filters: Readonly<Record<string, string>>) => {
      const facts = { where, asAt, rows: [], filters, nameOf, asking: askingOf() };
      return asRead('things', await phasePages.list(facts)).paragraphs.at(-1);
    };
    expect(await none({})).toBe('No phase is on the record.');
    expect(await none({ status: 'open' })).toBe('No phase is like that.');
  });

  it('show one with its facts, its reviews and its tranches and no others', async () => {
    const part = {
      kind: 'phase',
      id: 'one',
      name: 'Phase 1',
      status: 'closed',
      planned: held('2013-07-18'),
      plannedStart: { on: '2013-10-01', precision: 'month' },
      plannedEnd: { on: '2014-04-30', precision: 'month' },
      replanned: { ...held('2013-09-20'), reason: 'The summer was lost' },
      opened: held('2013-10-15', 'reconstructed'),
      closed: { ...held('2014-05-16', 'illustrative'), reason: 'All briefs were agreed' },
      reopened: { ...held('2014-02-03'), reason: 'One brief was open' },
      statusLog: [
        { how: 'opened', ...held('2013-10-15', 'reconstructed', 'start') },
        { how: 'closed', ...held('2014-01-31') },
        { how: 'reopened', ...held('2014-02-03'), reason: 'One brief was open' },
        { how: 'closed', ...held('2014-05-16', 'illustrative'), reason: 'All briefs were agreed' },
      ],
      source: 'Paper 2',
    };
    const line = (...said: readonly string[]) =>
      Object.fromEntries(
        ['What', 'From', 'Until', 'Days', 'Decision', 'Why'].map((name, n) => [name, said[n]]),
      );
    const tranches = [
      { id: 't1', name: 'Tranche 1', phase: 'one', defined: held('2013-11-12') },
      { id: 't2', name: 'Tranche 2', phase: 'two', defined: held('2014-12-13') },
    ];
    const reviews = [
      { id: 'r', name: 'Review', stage: 'proposed', standing: 'active', preferredOptionTitle: 'A trust' },
    ];
    const asking = askingOf({ reviews: { reviews } }, { tranche: tranches });
    const facts = { where, asAt, part, body: {}, entries: [], nameOf, names, asking };
    const page = thingAsRead(await phasePages.one(facts as unknown as ThingFacts<'phase'>));
    expect(page.facts).toEqual([
      ['Status', 'Closed'],
      ['Planned', 'October 2013 to April 2014 | on record since 18 July 2013'],
      ['Planned anew', '20 September 2013: The summer was lost'],
      ['Opened', '15 October 2013'],
      ['Closed', '16 May 2014 (illustrative) | All briefs were agreed'],
      ['Opened again', '3 February 2014: One brief was open'],
      ['Source', 'Paper 2'],
    ]);
    expect(page.tables).toEqual({
      'Phases and their dates': [read],
      // 16 days of October, 30, 31 and 31; 25 of February, 31, 30 and 16; a year and 321.
      'Opened and closed': [
        line('Opened', '15 October 2013', '31 January 2014', '108', 'The decision start', ''),
        line('Closed', '31 January 2014', '3 February 2014', '3', '', ''),
        line('Opened again', '3 February 2014', '16 May 2014', '102', '', 'One brief was open'),
        line('Closed', '16 May 2014 (illustrative)', '', '686 days so far', '', 'All briefs were agreed'),
      ],
      Reviews: [{ Review: 'Review', Stage: 'Proposed', 'Preferred option': 'A trust' }],
      Tranches: [{ Tranche: 'Tranche 1', Defined: '12 November 2013' }],
    });
  });
});
