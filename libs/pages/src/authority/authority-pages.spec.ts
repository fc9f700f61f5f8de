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

describe('The page of who could decide what, where little is on record,', () => {
  const read = (more: object) =>
    authorityPage({
      ...{ where, asAt, makers: 'taken as they are named', bodies: [], offices: [], powers: [], terms: [] },
      ...{ next: table('What changes next', ['Entry'], []), names },
      ...more,
    });

  it('says so, and that nothing is held to it', () => {
    const page = asRead('authority', read({}));
    expect(page.paragraphs[0]).toBe(
      'No body, office or power is on record on 1 April 2016: decisions are not held to any.',
    );
    expect(page.paragraphs).toEqual(
      expect.arrayContaining([
        'No power is on record on this day.',
        'No office is on record on this day.',
        'No body is on record on this day.',
        'No term is on record.',
      ]),
    );
  });

  it('says what is not known of a power, a body and a term', () => {
    const power = { id: 'executive', description: 'Executive functions', covers: null };
    const body = { id: 'board', name: 'Board', bodyKind: 'advisory-group', members: [], dissolvedOn: null };
    const member = {
      ...term,
      what: 'membership',
      of: 'board',
      ofName: 'Board',
      who: 'leader',
      when: 'to-come',
    };
    const page = asRead(
      'authority',
      read({
        powers: [power],
        bodies: [
          { ...body, advisory: true },
          { ...body, id: 'cabinet', name: 'Cabinet', callIn: null },
        ],
        offices: [{ id: 'director', title: 'Director', holder: 'person-4', callIn: true }],
        terms: [
          { ...member, decision: 'person-9' },
          { ...term, who: 'cabinet', how: 'delegation', delegatedBy: null, decision: null },
          { ...term, who: 'director', of: 'other', ofName: 'Other functions', how: 'constitution' },
        ],
      }),
    );
    expect(page.tables['Who could decide what']).toEqual([
      {
        Power: 'Executive functions',
        Covers: 'Nobody has said',
        'Held by': 'Nobody',
        'Delegated to': 'Cabinet',
      },
    ]);
    expect(page.tables['Bodies and their members']).toMatchObject([
      {
        Body: 'Board',
        'What it does': 'Advises and endorses',
        Members: 'None on record',
        'Its decisions': '',
      },
      {
        Body: 'Cabinet',
        'What it does': 'May decide: Executive functions',
        'Its decisions': 'Not said whether subject to call-in',
      },
    ]);
    expect(page.tables['Offices and who held them']).toMatchObject([
      { 'Its decisions': 'Subject to call-in' },
    ]);
    expect(page.tables['Terms and their days']).toMatchObject([
      {
        ...{ Of: 'Board', Who: 'The office leader', How: 'Member', 'On this day': 'To come' },
        Decision: 'A decision that is not on the record',
      },
      { Who: 'Cabinet', How: 'By delegation from nobody named', Decision: '' },
      { How: 'By the constitution', Decision: 'The decision council-1' },
    ]);
    const csv = 'format=csv&money=pounds';
    expect(page.links).toMatchObject({
      'Executive functions': '/programmes/county/authority/executive',
      'person-4': '/programmes/county/authority/person-4',
      Director: '/programmes/county/authority/director',
      'Who could decide what as CSV': `/api/programmes/county/powers?${csv}`,
      'Offices and who held them as CSV': `/api/programmes/county/offices?${csv}`,
      'Bodies and their members as CSV': `/api/programmes/county/bodies?${csv}`,
      'Terms and their days as CSV': `/api/programmes/county/terms?${csv}`,
    });
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

  it('leads to its history, its comparison, the CSV of its terms and of its decisions', () => {
    const part = { kind: 'body', id: 'cabinet', name: 'Cabinet', members: ['leader'] };
    const decisions = [
      { id: 'c7', title: 'A trust', takenOn: '2015-03-23', precision: 'day', status: 'in-force' },
    ];
    const page = asRead(
      'maker',
      makerPage({ where, asAt, id: 'cabinet', part, terms, decisions, names } as never),
    );
    const csv = 'format=csv&money=pounds';
    expect(page.facts).toEqual([]);
    expect(page.links).toMatchObject({
      'A trust': '/programmes/county/decisions/c7',
      'Executive functions': '/programmes/county/authority/executive',
      Cabinet: '/programmes/county/authority/cabinet',
      'The decision council-1': '/decision/council-1',
      'Terms and their days as CSV': `/api/programmes/county/terms?of=cabinet&${csv}`,
      'Decisions it took by 1 April 2016 as CSV': `/api/programmes/county/decisions?maker=cabinet&${csv}`,
      'Its history': '/programmes/county/history/cabinet?kind=body',
      'Compare what was known on two dates': '/programmes/county/compare?thing=body%2Fcabinet',
      'Who could decide what': '/programmes/county/authority',
    });
    expect(page.paragraphs).toContain(
      'Filled: running on this day. Light: over. Broken outline: recorded, and still to come. An arrow: no end is on record.',
    );
  });

  it('took no decision where it is a power or a person, and says where a body took none', () => {
    const read = (id: string, part?: object) =>
      asRead('maker', makerPage({ where, asAt, id, part, terms, decisions: [], names } as never));
    const power = read('executive', { kind: 'power', id: 'executive', description: 'Executive functions' });
    expect([power.heading, power.paragraphs[0], Object.keys(power.tables)]).toEqual([
      'Executive functions',
      'Power',
      ['Terms and their days'],
    ]);
    expect(power.facts).toEqual([]);
    expect(power.links['Terms and their days as CSV']).toContain('/terms?of=executive&');
    expect(power.paragraphs).not.toContain('None is on the record.');
    const person = read('person-4');
    expect(person.links['Terms and their days as CSV']).toContain('/terms?who=person-4&');
    expect(person.links['Its history']).toBeUndefined();
    expect(person.paragraphs).not.toContain('None is on the record.');
    const office = read('leader', { kind: 'office', id: 'leader', title: 'Leader' });
    expect([office.paragraphs[0], office.links['Terms and their days as CSV']]).toEqual([
      'Office',
      '/api/programmes/county/terms?format=csv&money=pounds',
    ]);
    expect(office.paragraphs).toContain('None is on the record.');
  });
});
