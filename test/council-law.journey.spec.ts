import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPage, type ReadPage } from '#testing';
import { BuiltServer } from './built-server.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
});

afterAll(() => server.stopAndForget());

const page = async (path: string): Promise<ReadPage> =>
  readPage((await server.get(`/programmes/kent/${path}`)).text);
const ask = async (path: string): Promise<Record<string, unknown>> =>
  (await server.get(`/api/programmes/kent/${path}`)).body;
/** A table of a page, each line as it reads from left to right. */
const lines = ({ tables }: ReadPage, caption: string): string[][] =>
  (tables[caption] ?? []).map((row) => Object.values(row));

const stands = 'What each step stands on';
const plan = 'Facing the Challenge: Delivering Better Outcomes, Transformation Plan';
const partner = 'Commercial partner, with an alternative business structure';
const company = 'Wholly owned company, with an alternative business structure';
const inWindow =
  'Not in force on 31 March 2016: published Tue 22 Mar 2016, five clear working days end Thu 31 Mar 2016, in force from Fri 1 Apr 2016';
const unnamed = 'County Council holds powers on that day; none was named';
// An asterisk stands for the mark that such a cell has on the page.
const none = '*No decision is named*';
const proposed = [
  ...['Review proposed', '19 September 2013', '', plan, 'County Council'],
  ...['Held: the budget and the policy framework', 'In force from 19 September 2013', ''],
  '19 September 2013: nothing of this review',
];

describe('What the review of Legal Services stands on, as at 31 March 2016', () => {
  it('is said step by step: the option, the decision, the power, and that nothing of 21 March was in force', async () => {
    const legal = await page('reviews/legal-services?asAt=2016-03-31');
    const asPartner =
      '6 options, 6 appraised; preferred: Commercial partner, with an alternative business structure';
    const decided = [
      'Legal Services: wholly owned company',
      'Cabinet',
      'Held: executive functions',
      inWindow,
      '',
    ];
    expect(lines(legal, stands)).toEqual([
      proposed,
      [
        ...['Scoping brief agreed', '21 October 2013 (illustrative)', '', none, '', '', '', ''],
        '21 October 2013: proposed; 0 options, 0 appraised',
      ],
      [
        ...['Appraisal concluded', '30 April 2014 (illustrative)', '', none, '', '', '', ''],
        '30 April 2014: brief agreed; 6 options, 6 appraised',
      ],
      [
        ...[
          'Preferred option chosen',
          '15 May 2014',
          partner,
          'Facing the Challenge: phase 1 preferred options',
        ],
        ...['County Council', unnamed, 'In force from 15 May 2014', ''],
        '15 May 2014: options appraised; 6 options, 6 appraised',
      ],
      [
        ...['Authorised to proceed to a full business case', 'July 2014', partner],
        ...[
          'Legal Services: outline business case',
          'County Council',
          unnamed,
          'In force from 31 July 2014',
          '',
        ],
        `31 July 2014: option chosen; ${asPartner}`,
      ],
      [
        ...['Put on hold', 'October 2015', partner, none, '', '', '', ''],
        `31 October 2015: authorised to proceed; ${asPartner}`,
      ],
      [
        ...['Taken up again', '21 March 2016', partner, ...decided],
        `21 March 2016: authorised to proceed; ${asPartner}`,
      ],
      [
        ...['Preferred option chosen', '21 March 2016', company, ...decided],
        `21 March 2016: authorised to proceed; ${asPartner}`,
      ],
      [
        ...['Authorised to proceed to a full business case', '21 March 2016', company, ...decided],
        `21 March 2016: authorised to proceed; ${asPartner}`,
      ],
    ]);
  });

  it('opens with what was authorised, and that it was to proceed, and not in force', async () => {
    expect((await page('reviews/legal-services?asAt=2016-03-31')).paragraphs).toContain(
      `Work on a full business case for the option “${company}” was authorised by Cabinet on 21 March 2016, under the decision ` +
        '“Legal Services: wholly owned company”, which is not in force on 31 March 2016: published Tue 22 Mar 2016, five clear ' +
        'working days end Thu 31 Mar 2016, in force from Fri 1 Apr 2016. No full business case is authorised on 31 March 2016.',
    );
  });

  it('says in June that implementation stands on an exception, for the very lack of a business case', async () => {
    const legal = await page('reviews/legal-services?asAt=2016-06-01');
    expect(lines(legal, stands).at(-1)).toEqual([
      ...['Implementation started', 'April 2016', company, 'Legal Services: wholly owned company', 'Cabinet'],
      ...['Held: executive functions', 'In force from 1 April 2016'],
      'Sets aside that the stages of a review come in their order, each standing on the one before: not in the source: a full business case, its submission and its authorisation',
      '21 March 2016: authorised to proceed; 6 options, 6 appraised; preferred: Commercial partner, with an alternative business structure',
    ]);
  });
});

describe('What the review of EduKent stands on, as at 1 June 2018', () => {
  it('is said step by step, the choice that names no decision among them', async () => {
    const nine = 'Education services company, nine services';
    const fewer = 'Education services company, without Educational Psychology';
    const decided = [
      'Education services company: full business case',
      'Cabinet',
      'Held: executive functions',
    ];
    const edukent = await page('reviews/edukent?asAt=2018-06-01');
    expect(lines(edukent, stands)).toEqual([
      proposed,
      [
        ...['Scoping brief agreed', '28 October 2013 (illustrative)', '', none, '', '', '', ''],
        '28 October 2013: proposed; 0 options, 0 appraised',
      ],
      [
        ...['Appraisal concluded', '20 April 2017 (illustrative)', '', none, '', '', '', ''],
        '20 April 2017: brief agreed; 1 option, 0 appraised',
      ],
      [
        ...['Preferred option chosen', '4 May 2017', nine, ...decided, 'In force from 4 May 2017', ''],
        '4 May 2017: brief agreed; 1 option, 0 appraised',
      ],
      [
        ...['Full business case authorised', '4 May 2017', nine, ...decided, 'In force from 4 May 2017'],
        'Sets aside that the stages of a review come in their order, each standing on the one before: not in the source: the authorisation to proceed and the submission of the full business case',
        '4 May 2017: brief agreed; 1 option, 0 appraised',
      ],
      [
        ...['Preferred option chosen', '24 May 2018', fewer, none, '', '', '', ''],
        '24 May 2018: full case authorised; 2 options, 2 appraised; preferred: Education services company, nine services',
      ],
    ]);
    const [first] = edukent.paragraphs.filter((said) => said.startsWith('Nothing is authorised'));
    expect(first).toBe(
      `Nothing is authorised for the preferred option, ${fewer}, which was chosen on 24 May 2018, and names no decision. ` +
        `The full business case for the option “${nine}” was authorised by Cabinet on 4 May 2017, under the decision ` +
        '“Education services company: full business case”, which is in force from 4 May 2017. It sets aside that the stages of a review come in their order, each standing on the one before: ' +
        'not in the source: the authorisation to proceed and the submission of the full business case.',
    );
  });
});

describe('Kent’s decisions, as at 1 June 2019', () => {
  const asAt = 'asAt=2019-06-01';

  it.each([
    ['13-0001', 'executive-functions', 'executive', false],
    ['county-council-2013-07-18', 'policy-framework-and-budget', 'council', true],
    ['county-council-2013-09-19', 'policy-framework-and-budget', 'council', true],
    ['cabinet-2013-10-14', 'executive-functions', 'executive-body', true],
    ['county-council-2013-12-12', null, 'council', null],
    ['unit-alignment-2014', 'staffing', 'officer', true],
    ['county-council-2014-02-13', 'policy-framework-and-budget', 'council', true],
    ['county-council-2014-03-27', null, 'council', null],
    ['county-council-2014-05-15', null, 'council', null],
    ['county-council-2014-07', null, 'council', null],
    ['unit-alignment-2015', 'staffing', 'officer', true],
    ['county-council-2015-02-12', 'policy-framework-and-budget', 'council', true],
    ['15-00047', 'executive-functions', 'executive-body', true],
    ['cabinet-2015-10-12', 'executive-functions', 'executive-body', true],
    ['unit-alignment-2016', 'staffing', 'officer', true],
    ['cabinet-2016-03-21', 'executive-functions', 'executive-body', true],
    ['17-00024', 'executive-functions', 'executive-body', true],
    ['19-00010', null, 'executive', false],
  ])(
    '%s was taken under %s, owes the record of %s, and its maker held the power: %s',
    async (id, power, owed, held) => {
      const body = await ask(`decisions/${id}?${asAt}`);
      const { kind } = body['recordOwed'] as { kind: string };
      expect([body['power'] ?? null, kind, body['makerHeldPower']]).toEqual([power, owed, held]);
    },
  );

  it('are asked for what is owed and no more: reasons of the executive, minutes of the council, publication of an officer', async () => {
    const needs = (await ask(`needs-doing?${asAt}`))['needs-doing'] as Record<string, unknown>[];
    const missing = needs
      .filter(({ sort }) => sort === 'record-incomplete')
      .map(({ id, because }) => [id, String(because).replace(/^.*?missing: /, '')]);
    const rest =
      'the alternatives, or that none was considered; the conflicts, or that none was declared; whether a conflict was declared, and so whether one is needed';
    expect(missing).toEqual([
      ['13-0001', `the text of the decision; the reasons; ${rest}`],
      ['cabinet-2013-10-14', `the text of the decision; the reasons; ${rest}`],
      ['county-council-2013-12-12', 'the text of the decision'],
      ['unit-alignment-2014', 'its publication'],
      ['county-council-2014-03-27', 'the text of the decision'],
      ['county-council-2014-05-15', 'the text of the decision'],
      ['county-council-2014-07', 'the day: only its month is known'],
      ['county-council-2014-07', 'the meeting'],
      ['unit-alignment-2015', 'its publication'],
      ['15-00047', rest],
      ['cabinet-2015-10-12', `the text of the decision; the reasons; ${rest}`],
      ['unit-alignment-2016', 'its publication'],
      ['cabinet-2016-03-21', `the reasons; ${rest}`],
      ['17-00024', `the reasons; ${rest}`],
      ['19-00010', `the reasons; ${rest}`],
    ]);
    expect(needs.filter(({ sort }) => sort === 'power-not-named').map(({ id }) => id)).toEqual([
      'county-council-2013-12-12',
      'county-council-2014-03-27',
      'county-council-2014-05-15',
      'county-council-2014-07',
    ]);
  });
});

describe('Decision 17/00055, of which the notice announces a day that its clear days do not allow', () => {
  const says =
    'notice says Mon 5 Feb 2018, before its clear days allow it: notice published Tue 9 Jan 2018, 28 clear days end Tue 6 Feb 2018, earliest Wed 7 Feb 2018';

  it('is flagged on its page, in the register and its CSV, and in what needs doing', async () => {
    const { facts } = await page('decisions/17-00055?asAt=2018-02-01');
    expect(facts.filter(([name]) => name.startsWith('Announced'))).toEqual([
      ['Announced for', '5 February 2018'],
      ['Announced too early', `*The ${says}.*`],
    ]);
    const register = 'registers/notices-without-decision?asAt=2018-02-01';
    expect((await ask(register))['rows']).toMatchObject([
      { decision: '17-00055', announcedTooEarly: true, earliestOn: '2018-02-07' },
    ]);
    const csv = (await server.get(`/api/programmes/kent/${register}&format=csv`)).text.trim().split('\n');
    expect(csv[0]).toContain('duePassed,announcedTooEarly,earliestOn');
    expect(csv[1]).toContain(',false,true,2018-02-07,');
    const needs = async (day: string) =>
      ((await ask(`needs-doing?asAt=${day}&thing=17-00055`))['needs-doing'] as Record<string, unknown>[])
        .map(({ sort, because }) => [sort, because])
        .filter(([sort]) => sort !== 'notice-incomplete' && sort !== 'notice-running');
    expect(await needs('2018-02-01')).toEqual([['announced-too-early', `the ${says}`]]);
    expect(await needs('2018-02-07')).toEqual([
      ['decision-to-take', `the ${says}, and it is not on the record`],
    ]);
  });
});

describe('Who could decide what in Kent, as at 31 March 2016', () => {
  it('shows what each power covers, and no body or office as one that may decide without a power', async () => {
    const authority = await page('authority?asAt=2016-03-31');
    const executive =
      'To take the decisions of the executive: what is reserved neither to the County Council nor to an officer.';
    const budget = 'To set the budget, and to adopt the plans that make up the policy framework.';
    const staff = 'To organise the staff of the council and its business units.';
    expect(lines(authority, 'Who could decide what').map((row) => row.slice(0, 3))).toEqual([
      [executive, 'Executive functions', 'Cabinet, Leader'],
      [budget, 'The budget and the policy framework', 'County Council'],
      [
        expect.stringContaining(staff),
        'Staffing and the organisation of business units',
        'Head of Paid Service',
      ],
    ]);
    const bodies = authority.tables['Bodies and their members'] ?? [];
    expect(bodies.map((row) => [row['Body'], row['What it does'], row['Its decisions']])).toEqual([
      ['Cabinet', `May decide: ${executive}`, 'Subject to call-in'],
      ['Commissioning Advisory Board', 'Advises and endorses', ''],
      ['County Council', `May decide: ${budget}`, 'Not subject to call-in'],
      ['Governance and Audit Committee', 'Holds no power on record', ''],
      ['Policy and Resources Cabinet Committee', 'Advises and endorses', ''],
      ['Scrutiny Committee', 'Holds no power on record', ''],
      ['Transformation Advisory Group', 'Advises and endorses', ''],
      ['Whole-Council Transformation Board', 'Advises and endorses', ''],
    ]);
    const offices = authority.tables['Offices and who held them'] ?? [];
    expect(offices.map((row) => row['Its decisions'])).toEqual([
      'Holds no power on record',
      'Not said whether subject to call-in',
      'Subject to call-in',
      'Holds no power on record',
      'Holds no power on record',
    ]);
  });
});

describe('A closed project', () => {
  it('names each milestone that it never reached', async () => {
    const project = await page('projects/legal-partner?asAt=2019-06-01');
    const closed = project.facts.find(([name]) => name === 'Closed')?.[1] ?? '';
    expect(closed).not.toBe('');
    expect(project.facts.filter(([name]) => name === 'Never reached')).toEqual([
      ['Never reached', 'Decision on the bidder: the project closed without it'],
    ]);
    const [milestone] = project.tables['Milestones and their dates'] ?? [];
    expect(milestone?.['Reached']).toMatch(/^\*Never: the project closed /);
    const open = await page('projects/legal-partner?asAt=2015-09-30');
    expect(open.facts.filter(([name]) => name === 'Never reached')).toEqual([]);
    expect(open.tables['Milestones and their dates']?.[0]?.['Reached']).toBe('');
  });
});
