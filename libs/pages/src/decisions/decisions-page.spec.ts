import { civilDate } from '#calendar';
import type { DecisionsLike, RegisterRow } from '#views';
import { describe, expect, it } from '@jest/globals';
import { asRead, names, where } from '../contract/as-read.js';
import { decisionsPage } from './decisions-page.js';

const row: RegisterRow = {
  id: 'cabinet-7',
  title: 'A trust',
  maker: 'cabinet',
  power: null,
  provenance: 'illustrative',
  recordOwed: 'executive-body',
  takenOn: civilDate('2015-03-23'),
  precision: 'day',
  makerName: 'Cabinet',
  reference: '15/00012',
  key: true,
  status: 'in-call-in-window',
  inForceFrom: civilDate('2015-04-01'),
  holdsFrom: civilDate('2015-05-02'),
  missing: 3,
  illustrative: true,
};
const rows: RegisterRow[] = [
  row,
  {
    ...row,
    id: 'council-1',
    title: 'A budget',
    takenOn: civilDate('2014-02-01'),
    precision: 'month',
    makerName: 'County Council',
    reference: null,
    key: false,
    status: 'in-force',
    holdsFrom: null,
    missing: 0,
    illustrative: false,
  },
  {
    ...row,
    id: 'leader-1',
    title: 'A grant',
    makerName: 'Leader',
    key: null,
    status: 'rescinded',
    holdsFrom: null,
    missing: 1,
  },
];
const like = (count = rows.length): DecisionsLike => ({ count, rows: () => rows, streams: [] });
const choices = {
  makers: [{ id: 'cabinet', name: 'Cabinet' }],
  portfolios: [{ id: 'place', name: 'Place' }],
};
const read = (filters: Readonly<Record<string, string>>, count?: number) =>
  asRead('decisions', decisionsPage(where, like(count), filters, choices, names));

describe('The register of decisions', () => {
  it('tells of each who took it when, whether it is key, where it stands and how much is missing', () => {
    const page = read({});
    const line = (...cells: string[]) =>
      Object.fromEntries(
        ['Decision', 'Taken', 'By', 'Reference', 'Key', 'Standing', 'Missing'].map((head, n) => [
          head,
          cells[n],
        ]),
      );
    expect(page.tables).toEqual({
      'Decisions, newest first': [
        line(
          'A trust [illustrative]',
          '23 March 2015',
          'Cabinet',
          '15/00012',
          'Key',
          'In call-in window, in force from 1 April 2015, holds from 2 May 2015',
          '3',
        ),
        line('A budget', 'February 2014', 'County Council', '', 'Not key', 'In force', '0'),
        line('A grant [illustrative]', '23 March 2015', 'Leader', '15/00012', 'Not stated', 'Rescinded', '1'),
      ],
    });
    expect(page.paragraphs[0]).toBe('3 decisions.');
    expect(page.links['A trust']).toBe('/programmes/county/decisions/cabinet-7');
  });

  it('says how many are like what is asked for, of which page, and keeps the filters', () => {
    const page = read({ key: 'false', from: '2014-02-03', maker: 'cabinet', page: '2' }, 120);
    expect(page.paragraphs[0]).toBe('120 decisions like that, 51 to 53 on this page.');
    expect(page.fields).toEqual({
      'Words in the record': '',
      'Taken by': 'Cabinet',
      'Kind of maker': 'Any',
      'Key decision': 'Not key',
      Standing: 'Any',
      'Missing items': 'Any',
      'Behind portfolio': 'Any',
      'Taken from': '3 February 2014',
      'Taken to': '',
    });
    expect(page.links).toMatchObject({
      First: '/programmes/county/decisions?key=false&from=2014-02-03&maker=cabinet',
      Older: '/programmes/county/decisions?key=false&from=2014-02-03&maker=cabinet&page=3',
    });
  });

  it('says for which thing it is asked', () => {
    expect(read({ ledTo: 'review/libraries' }).paragraphs[0]).toBe(
      'Only decisions that led to something of The review libraries. See every decision',
    );
  });
});
