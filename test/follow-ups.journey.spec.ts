import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { BuiltServer } from './built-server.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start();
});

afterAll(() => server.stopAndForget());

const programme = 'county';
const portfolio = 'business-capability';

async function issued(command: string, effectiveOn: string, fields: Record<string, unknown>): Promise<void> {
  const answer = await server.issue(programme, command, { effectiveOn, ...fields });
  expect([command, answer.status]).toEqual([command, 201]);
}

/** Brings a review to the point at which its full business case has been submitted. */
async function submitted(review: string): Promise<void> {
  const option = (id: string, model: string, asIs: boolean) => ({
    review,
    option: id,
    title: id,
    scope: 'whole',
    model,
    asIs,
  });
  await issued('propose-review', '2013-09-19', { review, name: `Review of ${review}` });
  await issued('agree-scoping-brief', '2013-10-25', { review });
  await issued('identify-option', '2014-01-06', option('as-it-is', 'INH', true));
  await issued('identify-option', '2014-01-06', option('company', 'TRD', false));
  await issued('appraise-option', '2014-02-20', { review, option: 'as-it-is', score: 40 });
  await issued('appraise-option', '2014-02-20', { review, option: 'company', score: 70 });
  await issued('conclude-appraisal', '2014-03-20', { review });
  await issued('choose-option', '2014-05-15', {
    review,
    option: 'company',
    reasons: [{ option: 'as-it-is', reason: 'It cannot grow' }],
  });
  await issued('authorise-to-proceed', '2014-07-17', { review });
  await issued('submit-full-business-case', '2015-09-09', { review });
}

type Named = { id: string; type: string; stream: string; causedBy?: Named };

async function followUps(): Promise<Named[]> {
  const { body } = await server.get(`/api/programmes/${programme}/follow-ups`);
  return body['followUps'] as Named[];
}

/** Asks until something has followed from every review: where servers share a record, the lease of one that was killed runs out first. */
async function followedFrom(reviews: readonly string[]): Promise<Named[]> {
  for (let tries = 0; tries < 1_200; tries++) {
    const rows = await followUps();
    if (rows.length >= reviews.length) return rows;
    await wait(50);
  }
  return followUps();
}

const reviews = ['legal', 'property', 'libraries', 'finance', 'communications', 'edukent'];

describe('An authorised full business case, through the server', () => {
  it('opens its implementation project once, whenever the server is killed', async () => {
    await issued('start-programme', '2013-07-18', { name: 'Facing the Challenge' });
    await issued('open-portfolio', '2013-09-19', { portfolio, name: 'Business capability' });
    for (const [n, review] of reviews.entries()) {
      await submitted(review);
      await issued('authorise-full-business-case', '2016-03-21', { review, portfolio });
      // Just after it was acknowledged, while it is followed, and after it was.
      await wait(n * 4);
      await server.stop('SIGKILL');
      server = await BuiltServer.start({ folder: server.folder });
    }
    const rows = await followedFrom(reviews);
    expect(rows.map(({ stream }) => stream).sort()).toEqual(
      reviews.map((review) => `${programme}/project/${review}-implementation`).sort(),
    );
    for (const { causedBy } of rows) expect(causedBy?.type).toBe('FullBusinessCaseAuthorised');
    const { body } = await server.get(`/api/programmes/${programme}/projects?asAt=2016-03-21`);
    expect(body['projects']).toHaveLength(reviews.length);
    // The whole log, entry by entry: what was killed left nothing behind twice.
    const { body: log } = await server.get(`/api/programmes/${programme}/history?limit=10000`);
    const entries = log['history'] as { id: string; stream: string; revision: number; type: string }[];
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.filter(({ type }) => type === 'ProjectChartered')).toHaveLength(reviews.length);
  });

  it('says in its history what it led to, and the project what caused it', async () => {
    const { body } = await server.get(`/api/programmes/${programme}/history/legal?kind=review`);
    const [authorised] = (body['history'] as (Named & { ledTo: Named[] })[]).filter(
      ({ type }) => type === 'FullBusinessCaseAuthorised',
    );
    expect(authorised?.ledTo).toMatchObject([
      { type: 'ProjectChartered', stream: `${programme}/project/legal-implementation` },
    ]);
    const { body: project } = await server.get(`/api/programmes/${programme}/history/legal-implementation`);
    expect(project['history']).toMatchObject([{ causationId: authorised?.id, actor: 'minutebook' }]);
  });

  it('is not known to have led to anything on a day before it did', async () => {
    const { body } = await server.get(`/api/programmes/${programme}/follow-ups?asAt=2016-03-20`);
    expect(body['followUps']).toEqual([]);
  });
});
