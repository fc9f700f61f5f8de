import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '#calendar';
import { recordsOwed, standingRow, standings, type Moment, type Reader } from '#read-model';
import { SmallBook } from '#testing';
import { decisionsLike } from './decisions-like.js';

const book = new SmallBook();
const programme = 'county';
let reader: Reader;
let moment: Moment;

const days = Array.from({ length: 24 }, (_, n) => addDays(civilDate('2014-05-15'), n * 9));

beforeAll(async () => {
  await book.say('2013-07-18', { type: 'start-programme', name: 'Facing the Challenge' });
  await book.say('2013-07-18', { type: 'set-council-setting', setting: 'call-in-clear-days', value: 5 });
  await book.say('2013-07-18', { type: 'set-council-setting', setting: 'call-in-basis', value: 'working' });
  await book.say('2013-07-18', {
    type: 'establish-body',
    body: 'cabinet',
    name: 'Cabinet',
    bodyKind: 'cabinet',
  });
  await book.say('2013-07-18', { type: 'create-office', office: 'leader', title: 'Leader', callIn: true });
  await book.say('2013-07-18', { type: 'confer-power', power: 'executive', description: 'x', on: 'cabinet' });
  await book.say('2013-07-18', { type: 'confer-power', power: 'executive', on: 'leader' });
  await book.say('2013-07-18', { type: 'appoint-to-office', office: 'leader', holder: 'person-7' });
  await book.say('2014-08-01', { type: 'rename-body', body: 'cabinet', name: 'The Cabinet' });
  for (const [n, day] of days.entries()) {
    const decision = `decision-${n}`;
    await book.say(day, {
      type: 'record-decision',
      takenOn: day,
      decision,
      title: `Matter ${n % 5}`,
      maker: n % 2 === 0 ? 'cabinet' : 'leader',
      ...(n % 3 === 0 && { reasons: 'It scored highest' }),
      ...(n % 4 === 0 && { key: false }),
      subjectToCallIn: n % 3 === 1,
    });
    if (n % 3 === 1 && n % 2 === 0) await book.say(addDays(day, 1), { type: 'publish-decision', decision });
  }
  ({ reader, moment } = await book.as('2014-12-11'));
});
afterAll(() => book.close());

const filters: readonly Readonly<Record<string, string>>[] = [
  {},
  { search: 'matter 3' },
  { maker: 'Cabinet' },
  { maker: 'leader' },
  { kind: 'office' },
  { key: 'not-stated' },
  { status: 'in-force' },
  { status: 'taken' },
  { missing: 'true' },
  { missing: 'reasons' },
  { from: '2014-07-01', to: '2014-09-30' },
  { status: 'in-force', kind: 'cabinet', missing: 'true' },
];

/** Whether a row shows by itself what a filter compares. */
const isOnItsRow = ({ search, kind, missing }: Readonly<Record<string, string>>): boolean =>
  search === undefined && kind === undefined && missing !== 'reasons';

describe('The decisions of the register under filters', () => {
  it.each(filters)('stand on its pages as they stand in the whole list: %j', (asked) => {
    const like = decisionsLike(reader, programme, asked, moment);
    const whole = like.rows();
    expect(whole.length).toBeGreaterThan(0);
    expect(like.count).toBe(whole.length);
    const pages = Array.from({ length: Math.ceil(like.count / 5) }, (_, page) =>
      decisionsLike(reader, programme, asked, moment).rows(page * 5, (page + 1) * 5),
    );
    expect(pages.flat()).toEqual(whole);
  });

  it.each(filters.filter(isOnItsRow))('are those of the unfiltered list that are so: %j', (asked) => {
    const every = decisionsLike(reader, programme, {}, moment).rows();
    const found = decisionsLike(reader, programme, asked, moment).rows();
    const { status, maker, key, from = '', to = '9999' } = asked;
    const isSo = (row: (typeof every)[number]) =>
      (status === undefined || row['status'] === status) &&
      (maker === undefined || row['maker'] === maker || row['makerName'] === maker) &&
      (key === undefined || row['key'] === null) &&
      (asked['missing'] !== 'true' || Number(row['missing']) > 0) &&
      (row['takenOn'] as string) >= from &&
      (row['takenOn'] as string) <= to;
    expect(found).toEqual(every.filter(isSo));
  });

  it('stand where each stands when it is asked for by itself', () => {
    const rows = decisionsLike(reader, programme, {}, moment).rows();
    const alone = reader.decisions.at(programme, moment).map(({ part }) => {
      const standing = standings(reader, programme, moment);
      return standingRow(part, standing(part), recordsOwed(reader, programme, moment)(part));
    });
    expect(
      rows.map(({ status, inForceFrom, recordOwed, missing }) => ({
        status,
        inForceFrom,
        recordOwed,
        missing,
      })),
    ).toEqual(alone);
    expect(new Set(rows.map(({ status }) => status)).size).toBeGreaterThan(1);
  });
});
