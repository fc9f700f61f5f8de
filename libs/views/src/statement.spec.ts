import { afterAll, describe, expect, it } from '@jest/globals';
import type { DecisionPart } from '#programme';
import { decisionDetail } from '#read-model';
import { readPage, SmallBook } from '#testing';
import { statementBody } from './statement.js';

const books: SmallBook[] = [];
afterAll(() => {
  for (const book of books) book.close();
});

/** The statement of a decision that was taken on 15 May 2014, with what is said of it, read back. */
async function statementOf(said: object, ...more: (readonly [string, { type: string }])[]) {
  const book = new SmallBook();
  books.push(book);
  await book.say('2013-07-18', { type: 'start-programme', name: 'Transformation' });
  for (const [day, command] of more) await book.say(day, command);
  await book.say('2014-05-15', {
    ...{ type: 'record-decision', decision: 'archives', title: 'Archives', maker: 'Cabinet' },
    ...said,
  });
  await book.say('2014-05-16', { type: 'publish-decision', decision: 'archives' });
  const { reader, moment } = await book.as('2014-06-01');
  const decision = reader.parts.one('county', 'decision', 'archives', moment).part as DecisionPart;
  const detail = decisionDetail(reader, 'county', decision, moment);
  return readPage(`<main>${statementBody({ decision, detail })}</main>`);
}

const said = ({ facts }: Awaited<ReturnType<typeof statementOf>>, name: string) =>
  facts.filter(([one]) => one === name).map(([, words]) => words);

describe('The statement of a decision', () => {
  it.each([
    [{ key: false }, 'no'],
    [{}, 'the record does not say'],
  ])('recorded with %j says of whether it is key: %s', async (items, words) => {
    expect(said(await statementOf(items), 'Key decision')).toEqual([words]);
  });

  it('of a key decision says yes', async () => {
    const notice = { type: 'give-key-decision-notice', decision: 'archives', title: 'A', matter: 'A trust' };
    expect(said(await statementOf({ key: true }, ['2014-01-06', notice]), 'Key decision')).toEqual(['yes']);
  });

  it('says what to record of an unknown maker as the page Record calls it, and shows no id', async () => {
    const council = { type: 'establish-body', body: 'c', name: 'Council', bodyKind: 'full-council' };
    const exception = { rule: 'unknown-maker', reason: 'not in the source' };
    const statement = await statementOf({ key: false, exception }, ['2014-01-06', council]);
    expect(said(statement, 'Reference')).toEqual(['none on the record']);
    const [power] = said(statement, 'Whether it held the power on that day');
    expect(power).toContain('put it on record with “A body was established” or “An office was created”');
    expect(JSON.stringify(statement)).not.toMatch(/archives|establish-body/);
  });

  it('of a notice alone says that it is not taken, and not under which id', async () => {
    const book = await SmallBook.begun();
    books.push(book);
    const notice = {
      type: 'give-key-decision-notice',
      decision: 'd-1',
      title: 'Archives',
      matter: 'A trust',
    };
    await book.say('2014-01-06', notice);
    const { reader, moment } = await book.as('2014-02-01');
    const decision = reader.parts.one('county', 'decision', 'd-1', moment).part as DecisionPart;
    const detail = decisionDetail(reader, 'county', decision, moment);
    const html = statementBody({ decision, detail });
    expect(said(readPage(html), 'Decision')).toEqual(['Not taken by this day']);
    expect(html).not.toContain('d-1');
  });

  it('says how what is missing is supplied in words, and names no command', async () => {
    const { items, paragraphs } = await statementOf({ key: false, text: 'A trust is set up' });
    const words = [...items, ...paragraphs].join(' ');
    expect(words).toContain(
      'Not on the record: the reasons. It is supplied by completing the record of the decision.',
    );
    expect(words).not.toMatch(/complete-decision-record|strike-entry|publish-decision/);
  });

  it('says which record is owed, and that it is not known where no authority is recorded', async () => {
    const { paragraphs } = await statementOf({ key: false });
    expect(paragraphs).toContain('Which record is owed is not known: no authority is recorded.');
  });

  it('says that it is not known whether it is in force where the council had set no window', async () => {
    const statement = await statementOf({ key: false, subjectToCallIn: true });
    expect(said(statement, 'Standing')).toEqual(['taken; whether it is in force is not known']);
    expect(said(statement, 'Worked out')).toEqual([
      'published Fri 16 May 2014, not known: no call-in window is on the record',
    ]);
  });
});
