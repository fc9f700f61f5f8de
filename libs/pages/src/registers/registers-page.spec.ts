import { describe, expect, it } from '@jest/globals';
import { asRead, names, where } from '../contract/as-read.js';
import { registerPage, registersPage } from './registers-page.js';

describe('The page of registers', () => {
  it('says of each what it lists, and leads to it', () => {
    const listed = [{ name: 'urgent-decisions', says: 'Decisions that went ahead without notice' }];
    const page = asRead('registers', registersPage(where, listed));
    expect(page.tables['Registers']).toEqual([
      {
        Register: 'Urgent decisions',
        'What it lists': 'Decisions that went ahead without notice',
        'What it is for': expect.stringMatching(/^For the report to the council each quarter/) as unknown,
      },
    ]);
    expect(page.links['Urgent decisions']).toBe('/programmes/county/registers/urgent-decisions');
  });
});

describe('The page of a register', () => {
  const says = { name: 'facts-changed', says: 'Entries whose facts have changed.' };

  it('gives each value under the heading of its column, in words', () => {
    const rows = [
      {
        id: 'e1',
        type: 'OptionChosen',
        stream: 'county/review/libraries',
        effectiveOn: '2014-05-15',
        decision: 'council-1',
        illustrative: true,
        fact: 'body/cabinet',
        factAsAt: '2014-05-14',
        fields: ['bodyKind', 'callIn'],
        before: JSON.stringify({ name: 'Cabinet' }),
        after: JSON.stringify({ name: 'The Executive' }),
        judgedNow: 'permitted',
      },
    ];
    const page = asRead('register', registerPage(where, says, rows, {}, [], names));
    expect(page.paragraphs).toContain('Entries whose facts have changed. 1 line on this day.');
    expect(Object.values(page.tables)).toEqual([
      [
        {
          Entry: 'Option chosen',
          About: 'Review: The review libraries',
          'Holds from': '15 May 2014',
          Decision: 'The decision council-1',
          Fact: 'The body cabinet',
          'The fact as at': '14 May 2014',
          'What differs': 'kind of body, subject to call-in',
          'As it was then': 'Name: Cabinet',
          'As it is now': 'Name: The Executive',
          'Judged today': 'Permitted',
        },
      ],
    ]);
  });

  it('marks a line that was made up in its first cell, and knows a date no closer than it is known', () => {
    const rows = [
      {
        decision: 'd1',
        title: 'A fire',
        on: '2014-05-15',
        precision: 'month',
        quarter: '2014/15 Q1',
        illustrative: true,
      },
      {
        decision: 'd2',
        title: 'A flood',
        on: '2014-06-16',
        precision: 'day',
        quarter: '2014/15 Q1',
        illustrative: false,
      },
    ];
    const page = asRead(
      'register',
      registerPage(where, { ...says, name: 'urgent-decisions' }, rows, {}, [], names),
    );
    expect(page.tables['Urgent decisions']).toEqual([
      { Decision: 'The decision d1 [illustrative]', Day: 'May 2014', Quarter: '2014/15 Q1' },
      { Decision: 'The decision d2', Day: '16 June 2014', Quarter: '2014/15 Q1' },
    ]);
  });

  it('says where nothing is in it, and where nothing is like what is asked for', () => {
    const read = (filters: Readonly<Record<string, string>>) =>
      asRead('register', registerPage(where, says, [], filters, ['quarter'], names)).paragraphs;
    expect(read({})).toContain('Nothing is in this register on this day.');
    expect(read({ quarter: '2014/15 Q1' })).toContain('No line is like that.');
  });

  it('leaves a cell empty for what is not said, and puts each other value in words', () => {
    const rows = [
      {
        stream: 'county/structure',
        supersededBy: 'd2',
        rule: 'own-proposal',
        judgedNow: 'own-proposal',
        status: 'called-in',
      },
      { stream: null, supersededBy: undefined, rule: null, judgedNow: null, status: null },
    ];
    const page = asRead('register', registerPage(where, says, rows, {}, ['quarter', 'maker'], names));
    const [first, second] = page.tables['Facts changed since'] ?? [];
    expect(Object.keys(first ?? {})).toEqual(['About', 'Superseded by', 'Rule', 'Judged today', 'Status']);
    expect(first).toMatchObject({
      About: 'Structure',
      'Superseded by': 'The decision d2',
      Status: 'Called in',
    });
    expect(Object.values(second ?? {})).toEqual(['', '', '', '', '']);
    expect(page.fields).toEqual({ Quarter: '', Maker: '' });
    expect(page.links).toMatchObject({
      'Facts changed since as CSV': '/api/programmes/county/registers/facts-changed?format=csv&money=pounds',
      Structure: '/programmes/county/units',
    });
  });

  it('says what it is for, of how many lines, and has no form where nothing can be asked of it', () => {
    const page = asRead(
      'register',
      registerPage(where, says, [{ on: '2014-05-15' }, { on: '2014-05-16' }], {}, [], names),
    );
    expect(page.paragraphs.join(' ')).toContain(
      'For an auditor: entries that were judged by a fact which the record says otherwise now. Each is shown as it was and as it is, and whether the entry would be permitted today.',
    );
    expect(page.paragraphs.join(' ')).toContain('Entries whose facts have changed. 2 lines on this day.');
    expect(page.fields).toEqual({});
    expect(Object.values(page.links)).toContain('/programmes/county/registers');
  });

  it('names an option by its title beside it, and else by its id in words', () => {
    const rows = [
      { review: 'legal', option: 'trust', title: 'A trust' },
      { review: 'legal', option: 'as-it-is' },
    ];
    const { tables } = asRead('register', registerPage(where, says, rows, {}, [], names));
    expect(tables['Facts changed since']?.map((row) => row['Option'])).toEqual(['A trust', 'As it is']);
  });

  it.each([
    [
      'urgent-decisions',
      'Urgent decisions',
      'For the report to the council each quarter: every general exception',
    ],
    [
      'notices-without-decision',
      'Notices without a decision',
      'For whoever keeps the forward plan: matters of',
    ],
    [
      'decisions-without-action',
      'Decisions without action',
      'For scrutiny and internal audit: decisions from which',
    ],
    [
      'options-never-appraised',
      'Options chosen and never appraised',
      'For internal audit: options that were chosen',
    ],
    [
      'withdrawn-superseders',
      'Superseded by what no longer stands',
      'For the monitoring officer: decisions whose place',
    ],
    [
      'key-measures',
      'Not key, at or over the threshold',
      'For the monitoring officer: decisions recorded as not key',
    ],
    ['exceptions', 'Exceptions', 'For an auditor: every entry that was let past a rule'],
    [
      'fallen-authorisations',
      'Standing on a decision that fell',
      'For the programme office and internal audit: work',
    ],
    ['facts-changed', 'Facts changed since', 'For an auditor: entries that were judged by a fact'],
  ])('%s is called %s, and says whom it is for', (name, title, isFor) => {
    const page = asRead('register', registerPage(where, { name, says: '' }, [], {}, [], names));
    expect(page.heading).toBe(title);
    expect(page.paragraphs.some((words) => words.startsWith(isFor))).toBe(true);
  });
});
