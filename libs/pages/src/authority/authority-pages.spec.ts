import { describe, expect, it } from '@jest/globals';
import type { TermRow } from '#read-model';
import type { RegisterRow } from '#views';
import { asAt, asRead, names as all, rowsOfKind, where } from '../contract/as-read.js';
import { table } from '../table.js';
import { authorityPage } from './authority-page.js';
import type { Names } from '../names.js';
import { makerPage } from './maker-page.js';

/** Names of everything but what only describes a person. */
const names: Names = {
  of: (kinds, id) => (/person/i.test(id) ? undefined : all.of(kinds, id)),
};

const term = {
  what: 'power',
  of: 'executive',
  ofName: 'Executive functions',
  who: 'cabinet',
  whoName: 'Cabinet',
  how: 'constitution',
  delegatedBy: null,
  conditions: null,
  from: '2013-05-06',
  precision: 'day',
  until: null,
  untilPrecision: null,
  when: 'now',
  decision: 'council-1',
  provenance: 'illustrative',
  illustrative: true,
} as unknown as TermRow;
const terms = [
  term,
  {
    ...term,
    who: 'director',
    whoName: 'Corporate Director',
    how: 'delegation',
    delegatedBy: 'Leader',
    conditions: 'up to £1m',
    from: '2014-07-08',
    decision: null,
    provenance: 'minuted',
  },
  {
    ...term,
    what: 'office',
    of: 'leader',
    ofName: 'Leader',
    who: 'person-4',
    whoName: 'person-4',
    how: null,
    until: '2015-09-10',
    untilPrecision: 'month',
    when: 'past',
    decision: null,
    provenance: 'minuted',
  },
] as unknown as TermRow[];
const termsRead = [
  {
    Of: 'Executive functions',
    Who: 'Cabinet',
    From: '6 May 2013 (illustrative)',
    Until: 'No end on record',
    'On this day': 'Running',
    How: 'By the constitution',
    Decision: 'The decision council-1',
  },
  {
    Of: 'Executive functions',
    Who: 'Corporate Director',
    From: '8 July 2014',
    Until: 'No end on record',
    'On this day': 'Running',
    How: 'By delegation from Leader: up to £1m',
    Decision: '',
  },
  {
    Of: 'Leader',
    Who: 'person-4',
    From: '6 May 2013',
    Until: 'September 2015',
    'On this day': 'Over',
    How: 'Appointed',
    Decision: '',
  },
];

describe('The page of who could decide what', () => {
  const page = asRead(
    'authority',
    authorityPage({
      where,
      asAt,
      makers: 'checked against the authority on record',
      bodies: rowsOfKind(
        'body',
        {
          id: 'cabinet',
          name: 'Cabinet',
          bodyKind: 'executive',
          advisory: false,
          callIn: true,
          establishedOn: '2013-05-07',
          dissolvedOn: null,
          members: ['leader', 'Independent person'],
          illustrative: true,
        },
        {
          id: 'board',
          name: 'Advisory Board',
          bodyKind: 'advisory-group',
          advisory: true,
          callIn: null,
          establishedOn: '2013-06-08',
          dissolvedOn: '2015-01-02',
          members: [],
          illustrative: false,
        },
      ),
      offices: rowsOfKind(
        'office',
        {
          id: 'director',
          title: 'Corporate Director',
          holder: 'person-4',
          heldFrom: '2013-05-09',
          heldUntil: '2017-05-10',
          callIn: false,
        },
        {
          id: 'chief',
          title: 'Head of Paid Service',
          holder: null,
          heldFrom: null,
          heldUntil: null,
          callIn: null,
        },
      ),
      powers: rowsOfKind('power', {
        id: 'executive',
        description: 'Executive functions',
        covers: ['executive-functions', 'staffing'],
        illustrative: true,
      }),
      terms,
      next: table('What changes next', ['Entry'], []),
      names,
    }),
  );

  it('counts what is on record, and tells who holds each power and who it is delegated to', () => {
    expect(page.paragraphs[0]).toBe(
      'On 1 April 2016: 1 power, 2 offices and 2 bodies. The makers of decisions are checked against the authority on record.',
    );
    expect(page.tables['Who could decide what']).toEqual([
      {
        Power: 'Executive functions [illustrative]',
        Covers: 'Executive functions; staffing and the organisation of business units',
        'Held by': 'Cabinet',
        'Delegated to': 'Corporate Director by delegation from Leader (up to £1m)',
      },
    ]);
  });

  it('tells who holds each office, what each body does, and every term', () => {
    expect(page.tables['Offices and who held them']).toEqual([
      {
        Office: 'Corporate Director',
        'Held by': 'person-4',
        Since: '9 May 2013',
        Until: '10 May 2017',
        'Its decisions': 'Not subject to call-in',
      },
      {
        Office: 'Head of Paid Service',
        'Held by': 'Vacant',
        Since: '',
        Until: '',
        'Its decisions': 'Holds no power on record',
      },
    ]);
    expect(page.tables['Bodies and their members']).toEqual([
      {
        Body: 'Cabinet [illustrative]',
        Kind: 'Executive',
        'What it does': 'May decide: Executive functions',
        Established: '7 May 2013',
        Members: 'The office leader, Independent person',
        'Its decisions': 'Subject to call-in',
      },
      {
        Body: 'Advisory Board',
        Kind: 'Advisory group',
        'What it does': 'Gone',
        Established: '8 June 2013',
        Members: 'Dissolved 2 January 2015',
        'Its decisions': '',
      },
    ]);
    expect(page.tables['Terms and their days']).toEqual(termsRead);
  });
});

describe('The page of a maker', () => {
  it('tells what is on record of it, its terms, and what it decided', () => {
    const part = {
      kind: 'body',
      id: 'cabinet',
      name: 'Cabinet',
      bodyKind: 'executive',
      source: 'Constitution',
    };
    const decisions = [
      {
        id: 'c7',
        title: 'A trust',
        takenOn: '2015-03-23',
        precision: 'day',
        status: 'in-force',
        illustrative: true,
      },
      {
        id: 'c8',
        title: 'A shop',
        takenOn: '2015-04-24',
        precision: 'month',
        status: 'called-in',
        illustrative: false,
      },
    ] as unknown as RegisterRow[];
    const page = asRead(
      'maker',
      makerPage({ where, asAt, id: 'cabinet', part: part, terms, decisions, names }),
    );
    expect(page.heading).toBe('Cabinet');
    expect(page.paragraphs[0]).toBe('Body');
    expect(page.facts).toEqual([
      ['Kind of body', 'Executive'],
      ['Source', 'Constitution'],
    ]);
    expect(page.tables['Terms and their days']).toEqual(termsRead);
    expect(page.tables['Decisions it took by 1 April 2016']).toEqual([
      { Decision: 'A trust [illustrative]', Taken: '23 March 2015', Standing: 'In force' },
      { Decision: 'A shop', Taken: 'April 2015', Standing: 'Called in' },
    ]);
  });

  it('keeps of a person no more than an id', () => {
    const page = asRead(
      'maker',
      makerPage({ where, asAt, id: 'person-4', part: undefined, terms: [], decisions: [], names }),
    );
    expect(page.heading).toBe('Person person-4');
    const [, , office] = terms;
    const held = office ? [office] : [];
    expect(
      makerPage({ where, asAt, id: 'person-4', part: undefined, terms: held, decisions: [], names }).heading,
    ).toBe('Person person-4, Leader');
    expect(page.paragraphs[0]).toBe('A person is kept by an opaque id: no name is in the record.');
    expect(page.facts).toEqual([]);
  });
});
