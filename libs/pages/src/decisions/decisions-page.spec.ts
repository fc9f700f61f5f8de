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

  it('says where none was taken, and where none is like what is asked for', () => {
    const none = (filters: Readonly<Record<string, string>>) =>
      asRead(
        'decisions',
        decisionsPage(where, { count: 0, rows: () => [], streams: [] }, filters, choices, names),
      ).paragraphs;
    expect(none({})).toEqual(['0 decisions.', 'No decision was taken by this day.']);
    expect(none({ key: 'true' })).toEqual(['0 decisions like that.', 'No decision is like that.']);
  });

  it('leads to the page before and to the last, and to the CSV of them all', () => {
    const { links, figures, paragraphs } = read({ page: '3' }, 120);
    expect(links).toMatchObject({
      First: '/programmes/county/decisions',
      Newer: '/programmes/county/decisions?page=2',
      'Decisions, newest first as CSV': '/api/programmes/county/decisions?format=csv&money=pounds',
    });
    expect([links['Older'], links['Last']]).toEqual([undefined, undefined]);
    expect(figures).toEqual({ 'Decisions, newest first': ['Missing'] });
    expect(paragraphs[0]).toBe('120 decisions, 101 to 103 on this page.');
    expect(read({ page: '9' }, 120).paragraphs[0]).toBe('120 decisions, 101 to 103 on this page.');
    expect(read({}, 120).links).toMatchObject({
      Older: '/programmes/county/decisions?page=2',
      Last: '/programmes/county/decisions?page=3',
    });
    expect(read({}).links['Last']).toBeUndefined();
  });

  it('keeps what the form has no field for, and a maker who is asked for by another name', () => {
    const page = decisionsPage(
      where,
      like(),
      {
        maker: 'The Executive',
        body: 'cabinet',
        reference: '15/00012',
        search: '2014-03-31',
        ledTo: 'review/libraries',
        to: '2015-01-02',
      },
      choices,
      names,
    );
    expect(page.filters.kept).toEqual([
      { name: 'ledTo', value: 'review/libraries' },
      { name: 'body', value: 'cabinet' },
      { name: 'reference', value: '15/00012' },
    ]);
    expect(page.filters.fields.map(({ name, value }) => [name, value])).toEqual([
      ['search', '2014-03-31'],
      ['maker', 'The Executive'],
      ['kind', ''],
      ['key', ''],
      ['status', ''],
      ['missing', ''],
      ['portfolio', ''],
      ['from', ''],
      ['to', '2 January 2015'],
    ]);
    expect(page.filters.fields[1]?.options).toEqual([
      { value: '', text: 'Anybody' },
      { value: 'cabinet', text: 'Cabinet' },
      { value: 'The Executive', text: 'The Executive' },
    ]);
  });

  it('may be asked for by each item that a record is to hold', () => {
    const missing = decisionsPage(where, like(), {}, choices, names).filters.fields[5];
    expect(missing?.options?.map(({ text }) => text)).toEqual([
      'Any',
      'Anything missing',
      'Nothing missing',
      'The text, or its day',
      'The meeting',
      'The reasons',
      'The alternatives',
      'The conflicts of interest',
      'The dispensations',
      'Its publication, for inspection',
    ]);
  });

  it('says where it is not known whether a decision is in force', () => {
    const unknown = { ...row, status: 'not-known' as const, inForceFrom: null, holdsFrom: null };
    const page = asRead(
      'decisions',
      decisionsPage(where, { count: 1, rows: () => [unknown], streams: [] }, {}, choices, names),
    );
    expect(page.tables['Decisions, newest first']?.[0]?.['Standing']).toBe('Not known whether in force');
    expect(page.paragraphs[0]).toBe('1 decision.');
  });
});
