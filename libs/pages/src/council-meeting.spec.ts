import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SmallBook } from '#testing';
import { lastCouncilMeeting } from './council-meeting.js';

let book: SmallBook;
beforeEach(async () => {
  book = new SmallBook();
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
});
afterEach(() => book.close());

const decides = (decision: string, maker: string, more: object = {}) => ({
  type: 'record-decision',
  decision,
  title: `Decision ${decision}`,
  maker,
  ...more,
});

async function lastMeetingBy(day: string): Promise<string | undefined> {
  const { reader, moment } = await book.as(day);
  return lastCouncilMeeting(reader, 'county', moment);
}

describe('The last council meeting', () => {
  it('is the last day by then on which the council took a decision, whoever decided since', async () => {
    await book.say('2013-07-18', decides('plan', 'County Council'));
    await book.say('2014-05-15', decides('options', 'County Council'));
    await book.say('2014-06-02', decides('contract', 'Cabinet'));
    expect(await lastMeetingBy('2014-12-31')).toBe('2014-05-15');
    expect(await lastMeetingBy('2014-05-14')).toBe('2013-07-18');
    expect(await lastMeetingBy('2013-07-17')).toBeUndefined();
  });

  it('is the day the decision was taken on, and not the later one from which it holds', async () => {
    await book.say('2014-04-01', decides('units', 'County Council', { takenOn: '2013-12-12' }));
    expect(await lastMeetingBy('2014-02-01')).toBe('2013-12-12');
  });

  it('is no day of a month that is all the source gives', async () => {
    await book.say('2014-03-01', decides('month', 'County Council', { precision: 'month' }));
    expect(await lastMeetingBy('2014-12-31')).toBeUndefined();
  });

  it('is that of the body on record as the council, where bodies are', async () => {
    await book.say('2014-05-15', decides('options', 'members'));
    await book.say('2014-06-02', decides('parish', 'Parish Council'));
    await book.say('2013-07-18', {
      type: 'establish-body',
      body: 'members',
      name: 'All members',
      bodyKind: 'council',
    });
    expect(await lastMeetingBy('2014-12-31')).toBe('2014-05-15');
  });
});
