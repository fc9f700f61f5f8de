import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { importFile, Book } from '#book';
import { civilDate } from '#calendar';
import { checkpointAt, type StoredEvent } from '#event-store';
import type { ProjectPart, SavingPart } from '#programme';
import { FollowUpFile, followUpRules, FollowUps } from './index.js';

let folder: string;
let book: Book;
let file: FollowUpFile;
let lines = 0;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-follow-up-'));
  book = await Book.open({ folder });
  file = FollowUpFile.open(':memory:');
});

afterEach(async () => {
  file.close();
  await book.close();
  rmSync(folder, { recursive: true, force: true });
});

type Said = readonly [command: string, on: string, fields: Record<string, unknown>];

async function recorded(...said: readonly Said[]): Promise<void> {
  const text = said.map(([command, effectiveOn, fields]) =>
    JSON.stringify({ id: `line-${++lines}`, command, effectiveOn, provenance: 'minuted', ...fields }),
  );
  const report = await importFile(book, text.join('\n'), {
    programme: 'county',
    actor: 'officer',
    capacity: 'programme-office',
  });
  expect(report).toMatchObject({ bad: [], recorded: said.length });
}

const log = async (): Promise<StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for await (const page of book.store.readAll()) events.push(...page);
  return events;
};

/** Follows until everything that is on the record has been followed. */
async function followed(kept = file): Promise<FollowUps> {
  const followUps = new FollowUps(book, kept, followUpRules);
  const head = await book.store.head();
  followUps.start();
  while (followUps.fault === undefined && (kept.position ?? '') < (head ?? ''))
    await new Promise((resolve) => setTimeout(resolve, 5));
  await followUps.stop();
  if (followUps.fault) throw followUps.fault;
  return followUps;
}

const review = { review: 'legal' };
const beforeAuthorisation: readonly Said[] = [
  ['start-programme', '2013-07-18', { name: 'Facing the Challenge' }],
  ['propose-review', '2013-09-19', { ...review, name: 'Legal Services' }],
  ['agree-scoping-brief', '2013-10-25', review],
  [
    'identify-option',
    '2014-01-06',
    { ...review, option: 'as-it-is', title: 'As it is', scope: 'whole', model: 'INH', asIs: true },
  ],
  [
    'identify-option',
    '2014-01-06',
    { ...review, option: 'company', title: 'A company', scope: 'whole', model: 'TRD' },
  ],
  ['appraise-option', '2014-02-20', { ...review, option: 'as-it-is', score: 40 }],
  ['appraise-option', '2014-02-20', { ...review, option: 'company', score: 70 }],
  ['conclude-appraisal', '2014-03-20', review],
  [
    'choose-option',
    '2014-05-15',
    { ...review, option: 'company', reasons: [{ option: 'as-it-is', reason: 'It cannot grow' }] },
  ],
  ['authorise-to-proceed', '2014-07-17', review],
  ['submit-full-business-case', '2015-09-09', review],
];
const portfolio: Said = [
  'open-portfolio',
  '2013-09-19',
  { portfolio: 'business-capability', name: 'Business capability' },
];
const authorise = (fields: Record<string, unknown> = { portfolio: 'business-capability' }): Said => [
  'authorise-full-business-case',
  '2016-03-21',
  { ...review, ...fields },
];
const authorisation = async () =>
  (await log()).find(({ type }) => type === 'FullBusinessCaseAuthorised') as StoredEvent;
const projects = async () => (await log()).filter(({ type }) => type === 'ProjectChartered');

describe('An authorised full business case', () => {
  it('opens its implementation project on its own day, and the entry names its cause', async () => {
    await recorded(...beforeAuthorisation, portfolio, authorise());
    await followed();
    const cause = await authorisation();
    const [project, ...others] = await projects();
    expect(others).toEqual([]);
    expect(project).toMatchObject({
      stream: 'county/project/legal-implementation',
      data: {
        project: 'legal-implementation',
        name: 'Legal Services: implementation',
        portfolio: 'business-capability',
        review: 'legal',
      },
      envelope: {
        effectiveOn: '2016-03-21',
        provenance: 'minuted',
        actor: 'minutebook',
        capacity: 'process-manager',
        causationId: cause.id,
        correlationId: cause.envelope['correlationId'],
        source: `Follows from FullBusinessCaseAuthorised in county/review/legal, entry ${cause.id}`,
      },
    });
    expect(file.outstanding()).toEqual([]);
  });

  it('opens it once, however often the log is followed, and though the checkpoint was lost', async () => {
    await recorded(...beforeAuthorisation, portfolio, authorise());
    await followed();
    const before = await log();
    await followed();
    const lost = FollowUpFile.open(':memory:');
    await followed(lost);
    lost.close();
    expect(await log()).toEqual(before);
  });

  it('opens nothing a second time where what was kept of following is another book’s, which is said', async () => {
    await recorded(...beforeAuthorisation, portfolio, authorise());
    await followed();
    const before = await log();
    const other = FollowUpFile.open(':memory:');
    const [first, last] = [before[0], before.at(-1)] as [StoredEvent, StoredEvent];
    other.reached('another-book', first);
    other.wait({
      cause: first.id,
      followUp: 'implementation-project',
      programme: 'kent',
      because: 'It waits',
    });
    const followUps = await followed(other);
    expect(followUps.anew).toContain('Follow-ups were of another book');
    expect([other.made, other.outstanding()]).toEqual([{ book: book.identity, at: checkpointAt(last) }, []]);
    other.close();
    expect(await log()).toEqual(before);
  });

  it('opens it once where two follow the same log at the same time', async () => {
    await recorded(...beforeAuthorisation, portfolio, authorise());
    const other = FollowUpFile.open(':memory:');
    await Promise.all([followed(), followed(other)]);
    other.close();
    expect(await projects()).toHaveLength(1);
  });

  it('opens none where the review led to a project already', async () => {
    const chartered: Said = [
      'charter-project',
      '2015-10-12',
      { project: 'law-company', name: 'A law company', portfolio: 'business-capability', review: 'legal' },
    ];
    await recorded(...beforeAuthorisation, portfolio, chartered, authorise());
    await followed();
    expect((await projects()).map(({ stream }) => stream)).toEqual(['county/project/law-company']);
  });

  it('that was struck before it was followed leads to nothing', async () => {
    await recorded(...beforeAuthorisation, portfolio, authorise());
    const { id } = await authorisation();
    await recorded([
      'strike-entry',
      '2016-04-01',
      { entries: [id], reason: 'It was adjourned', authority: 'Monitoring Officer' },
    ]);
    await followed();
    expect(await projects()).toEqual([]);
    expect(file.outstanding()).toEqual([]);
  });

  it('that names no portfolio waits, and says what to do', async () => {
    await recorded(...beforeAuthorisation, portfolio, authorise({}));
    await followed();
    expect(await projects()).toEqual([]);
    const { id } = await authorisation();
    expect(file.outstanding('county')).toEqual([
      {
        cause: id,
        followUp: 'implementation-project',
        programme: 'county',
        because:
          'The authorisation of legal names no portfolio: charter its implementation project with charter-project',
      },
    ]);
    expect(file.outstanding('elsewhere')).toEqual([]);
  });

  it('whose portfolio was not open is followed again at the next start, once it is', async () => {
    await recorded(...beforeAuthorisation, authorise());
    await followed();
    expect(file.outstanding()).toMatchObject([
      { because: expect.stringContaining('is not open') as unknown },
    ]);
    await recorded(portfolio);
    await followed();
    expect(file.outstanding()).toEqual([]);
    const on = book.reader.moments.at(civilDate('2016-03-21'));
    const { part } = book.reader.parts.one('county', 'project', 'legal-implementation', on);
    expect((part as ProjectPart).portfolio).toBe('business-capability');
  });
});

describe('A withdrawn review', () => {
  const saving = (id: string, more: Record<string, unknown> = {}): Said => [
    'identify-saving',
    '2014-05-15',
    {
      saving: id,
      name: id,
      category: 'cashable',
      recurrence: 'recurring',
      basis: 'net',
      owner: 'Corporate Director',
      portfolio: 'business-capability',
      profile: [{ year: '2015/16', pence: 1_000_000 }],
      ...more,
    },
  ];
  const withdraw: Said = ['withdraw-review', '2016-03-21', { ...review, reason: 'No bidder was left' }];
  const standing = (id: string, day: string) =>
    (book.reader.parts.one('county', 'saving', id, book.reader.moments.at(civilDate(day))).part as SavingPart)
      .standing;

  it('releases the savings it was to make, on its own day, and no other', async () => {
    await recorded(
      ...beforeAuthorisation,
      portfolio,
      saving('recharges', review),
      saving('solicitors', review),
      saving('parking'),
      withdraw,
    );
    await followed();
    const cause = (await log()).find(({ type }) => type === 'ReviewWithdrawn') as StoredEvent;
    const released = (await log()).filter(({ type }) => type === 'SavingReleased');
    expect(released.map(({ stream, envelope }) => [stream, envelope['causationId']]).sort()).toEqual([
      ['county/saving/recharges', cause.id],
      ['county/saving/solicitors', cause.id],
    ]);
    expect(released[0]?.data['reason']).toBe('Review legal was withdrawn: No bidder was left');
    expect([standing('recharges', '2016-03-20'), standing('recharges', '2016-03-21')]).toEqual([
      'active',
      'released',
    ]);
    expect(standing('parking', '2016-03-21')).toBe('active');
  });

  it('releases the others where one has a later entry in the way, and says which waits', async () => {
    const forecast: Said = [
      'forecast-saving',
      '2016-04-01',
      { saving: 'recharges', profile: [{ year: '2016/17', pence: 500_000 }] },
    ];
    await recorded(
      ...beforeAuthorisation,
      portfolio,
      saving('recharges', review),
      saving('solicitors', review),
      forecast,
      withdraw,
    );
    await followed();
    expect([standing('recharges', '2016-03-21'), standing('solicitors', '2016-03-21')]).toEqual([
      'active',
      'released',
    ]);
    expect(file.outstanding()).toMatchObject([
      { followUp: 'released-savings', because: expect.stringContaining('recharges') as unknown },
    ]);
  });
});

describe('Follow-ups', () => {
  it('say so when the log can no longer be followed', async () => {
    const followUps = new FollowUps(book, file, [
      {
        name: 'broken',
        follows: ['ProgrammeStarted'],
        from: () => {
          throw new Error('A rule that throws');
        },
      },
    ]);
    await recorded(['start-programme', '2013-07-18', { name: 'Facing the Challenge' }]);
    followUps.start();
    while (followUps.fault === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(followUps.fault.message).toBe('A rule that throws');
    expect(file.position).toBeUndefined();
    await followUps.stop();
  });
});
