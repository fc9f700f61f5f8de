import { describe, expect, it } from '@jest/globals';
import { held, nameOf, where } from '../contract/as-read.js';
import { stagesTable, standingsTable, type ReviewOnTheDay } from './review-log.js';

const line = (more: object) => ({
  ...held('2014-01-31'),
  leftOn: null,
  leftPrecision: null,
  days: 1,
  ...more,
});
const review = (more: object) =>
  ({ options: [], stageLog: [], standingLog: [], ...more }) as unknown as ReviewOnTheDay;

describe('The log of a review', () => {
  it('says how each stage was come to, and what was said then: an option, a reason or a summary', () => {
    const left = { leftOn: '2014-03-01', leftPrecision: 'month', days: 29 };
    const stageLog = [
      line({ stage: 'options-appraised', how: 'reached', ...left, summary: 'Ten pages' }),
      line({ stage: 'brief-agreed', how: 'referred-back', days: 2, reason: 'Unclear' }),
      line({ stage: 'option-chosen', how: 'reopened', option: 'trust', decision: 'cabinet-7' }),
      line({ stage: 'option-chosen', how: 'reached', option: 'gone' }),
    ];
    const table = stagesTable(
      review({ options: [{ id: 'trust', title: 'A trust' }], stageLog }),
      where,
      nameOf,
    );
    const decision = { text: 'The decision cabinet-7', href: '/programmes/county/decisions/cabinet-7' };
    expect(table).toMatchObject({
      caption: 'Stages',
      head: ['Stage', 'Entered', 'Left', 'Days', 'Decision', 'What was said'],
      rows: [
        [{ text: 'Options appraised' }, '31 January 2014', 'March 2014', '29', '', 'Ten pages'],
        [
          ...[{ text: 'Brief agreed', tag: 'referred back' }, '31 January 2014', '', '2 days so far', ''],
          'Unclear',
        ],
        [
          ...[{ text: 'Option chosen', tag: 'reopened' }, '31 January 2014', '', '1 day so far'],
          ...[decision, 'A trust'],
        ],
        [{ text: 'Option chosen' }, '31 January 2014', '', '1 day so far', '', 'gone'],
      ],
      numeric: [3],
    });
  });

  it('says when it was put on hold and taken up again, and why', () => {
    const standingLog = [line({ how: 'deferred', reason: 'No bidder' }), line({ how: 'resumed' })];
    expect(standingsTable(review({ standingLog }), where, nameOf)).toMatchObject({
      caption: 'On hold, withdrawn and taken up again',
      head: ['What', 'From', 'Until', 'Days', 'Decision', 'Why'],
      rows: [
        ['Deferred', '31 January 2014', '', '1 day so far', '', 'No bidder'],
        ['Resumed', '31 January 2014', '', '1 day so far', '', ''],
      ],
      numeric: [3],
    });
  });
});
