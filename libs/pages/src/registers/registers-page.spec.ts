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
});
