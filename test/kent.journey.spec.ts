import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civilDate } from '#calendar';
import { standingOf, type DecisionPart, type SettingsInForce } from '#programme';
import { registers } from '#read-model';
import { views } from '#views';
import { environmentFor } from './built-server.js';
import { laterThan } from './later.js';

/** The built server in its own process, on a free port, with the Kent programme in a store of its own. */
let server: ChildProcess;
let url = '';
const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
const environment = environmentFor(folder);

beforeAll(async () => {
  const demo = spawnSync(process.execPath, ['dist/apps/cli/src/main.js', 'demo'], {
    env: environment,
    encoding: 'utf8',
  });
  expect(demo.stderr.includes('line')).toBe(false);
  expect(demo.status).toBe(0);
  server = spawn(process.execPath, ['dist/apps/server/src/main.js'], {
    env: { ...environment, MINUTEBOOK_DEMONSTRATION: 'kent', MINUTEBOOK_SIGN_IN: 'demonstration' },
  });
  url = await new Promise<string>((resolve, reject) => {
    server.stdout?.on('data', (data: Buffer) => {
      const ready = /ready on (\S+)/.exec(data.toString())?.[1];
      if (ready) resolve(ready);
    });
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
  });
});

afterAll(() => {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function get(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${url}/api/programmes/kent/${path}`);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function send(
  command: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${url}/api/programmes/kent/commands/${command}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: 'Bearer demo-programme-office',
      ...headers,
    },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe('The Kent programme', () => {
  it('is, on 15 October 2013, in phase 1 with 12 reviews, 4 portfolios and 80 units of a target of 40', async () => {
    const { body } = await get('overview?asAt=2013-10-15');
    expect(body).toMatchObject({
      programme: {
        id: 'kent',
        exists: true,
        savingsTarget: { pence: 23900000000, fromYear: '2015/16', toYear: '2017/18' },
        unitTarget: { baseline: 80, reductionPercent: 50, target: 40 },
      },
      phases: [
        { id: 'phase-1', status: 'open' },
        { id: 'phase-2', status: 'planned' },
        { id: 'phase-3', status: 'planned' },
      ],
      reviews: { total: 12 },
      units: { count: 80, target: 40 },
      asAt: '2013-10-15',
    });
    expect(body['portfolios']).toHaveLength(4);
  });

  it('has, before it began, an answer with nothing in it', async () => {
    const { body } = await get('overview?asAt=2013-07-01');
    expect(body).toMatchObject({
      programme: { exists: false, savingsTarget: null, unitTarget: null },
      phases: [],
      portfolios: [],
      reviews: { total: 0 },
      units: { count: 0, target: null },
    });
  });

  it('says what became of its units on 1 April 2014: 23 ended, 8 were made, 19 moved, 80 became 65', async () => {
    const { body } = await get('changes?from=2014-03-31&to=2014-04-01');
    const counts = body['counts'] as { kind: string }[];
    expect(counts.find(({ kind }) => kind === 'unit')).toMatchObject({
      made: 8,
      ended: 23,
      moved: 19,
      before: 80,
      after: 65,
    });
  });

  it('keeps the log of a review: its options stood appraised for days, though they were chosen anew years later', async () => {
    const appraisedIn = async (review: string) => {
      const { body } = await get(`reviews/${review}?asAt=2018-06-01`);
      const log = body['stageLog'] as { stage: string; on: string; leftOn: string; days: number }[];
      return log
        .filter(({ stage }) => stage === 'options-appraised')
        .map(({ on, leftOn, days }) => [on, leftOn, days]);
    };
    expect(await appraisedIn('legal-services')).toEqual([['2014-04-30', '2014-05-15', 15]]);
    expect(await appraisedIn('libraries')).toEqual([['2014-05-15', '2014-05-15', 0]]);
    expect(await appraisedIn('edukent')).toEqual([['2017-04-20', '2017-05-04', 14]]);
  });

  it('says which scoping briefs were missing on 5 November 2013, as known that day and as known now', async () => {
    const missing = async (known: string) => {
      const asked = `outcome=scoping-brief&state=overdue&asAt=2013-11-05${known}`;
      const { body } = await get(`outcomes?${asked}`);
      const rows = body['outcomes'] as Record<string, unknown>[];
      return rows.map(({ review, due, daysOverdue }) => [review, due, daysOverdue]);
    };
    const ofScience = ['kent-scientific-services', '2013-10-31', 5];
    const twelfth = ['twelfth-review', '2013-10-31', 5];
    // The brief of Kent Scientific Services was agreed on 31 October, and recorded on 18 November.
    expect(await missing('&knownAt=2013-11-05')).toEqual([ofScience, twelfth]);
    expect(await missing('')).toEqual([twelfth]);
    const todo = await get('needs-doing?sort=outcome-due&asAt=2013-11-05&knownAt=2013-11-05');
    const items = todo.body['needs-doing'] as Record<string, unknown>[];
    expect(items.map(({ id, what, urgency }) => [id, what, urgency])).toEqual([
      ['kent-scientific-services', 'Agree the scoping brief, or move its day', 'overdue'],
      ['twelfth-review', 'Agree the scoping brief, or move its day', 'overdue'],
    ]);
  });

  it('has 47 of the 60 things its reviews owed overdue on 1 May 2014, a day after one', async () => {
    const states = async (day: string) => {
      const rows = (await get(`outcomes?asAt=${day}`)).body['outcomes'] as Record<string, unknown>[];
      return ['there', 'owed', 'overdue'].map((state) => rows.filter((row) => row['state'] === state).length);
    };
    // Eleven briefs, and of Legal Services the understanding and the options; the twelfth brief was due in October.
    expect(await states('2014-04-30')).toEqual([13, 46, 1]);
    expect(await states('2014-05-01')).toEqual([13, 0, 47]);
  });

  it('adds its first tranche up to the published totals, with the budget of Legal Services as fact', async () => {
    const { body } = await get('services?asAt=2013-10-15');
    const services = body['services'] as {
      id: string;
      heading: string;
      grossPence: number;
      illustrative: boolean;
    }[];
    const sum = (heading: string) =>
      services.filter((one) => one.heading === heading).reduce((total, one) => total + one.grossPence, 0);
    expect(sum('corporate support')).toBe(7_610_000_000);
    expect(sum('front line')).toBe(2_210_000_000);
    expect(services.find(({ id }) => id === 'legal-services')).toMatchObject({
      grossPence: 933_520_000,
      netPence: 822_400_000,
      illustrative: false,
    });
  });

  it.each([
    ['asAt=2014-06-01', 'commercial-partner'],
    ['asAt=2016-04-01', 'wholly-owned-company'],
    ['asAt=2016-04-01&knownAt=2015-12-31', 'commercial-partner'],
  ])('prefers for Legal Services, asked for %s, the %s', async (query, option) => {
    const { body } = await get(`reviews/legal-services?${query}`);
    expect(body['chosen']).toMatchObject({ option });
  });

  it('has the savings the council published beside the target of £239m, and never added to others', async () => {
    const { body } = await get('waterfall?asAt=2018-03-31&by=year');
    const published = (
      body['groups'] as {
        published: string | null;
        withinTarget: { identified: { pence: number; gapPence: number; illustrative: boolean } };
        rows: { key: string; identified: { pence: number } }[];
      }[]
    ).find((group) => group.published === 'council-budgets');
    expect(published?.rows.map(({ key, identified }) => [key, identified.pence])).toEqual([
      ['2014/15', 8_100_000_000],
      ['2015/16', 8_310_000_000],
      ['2016/17', 8_100_000_000],
      ['2017/18', 7_670_000_000],
      ['not-stated', 26_900_000_000],
    ]);
    expect(published?.withinTarget.identified).toMatchObject({
      pence: 24_080_000_000,
      gapPence: -180_000_000,
      illustrative: false,
    });
  });

  it.each([
    ['asAt=2015-05-31&knownAt=2015-05-31', 570_000_000, 0],
    ['asAt=2015-05-31', 430_000_000, 350_000_000],
  ])(
    'had delivered and validated, asked for %s, so much of its illustrative savings',
    async (query, ...sums) => {
      const { body } = await get(`waterfall?${query}&category=cashable&recurrence=recurring`);
      const [group] = body['groups'] as { total: Record<string, { pence: number; illustrative: boolean }> }[];
      expect([group?.total['delivered']?.pence, group?.total['validated']?.pence]).toEqual(sums);
      expect(group?.total['delivered']?.illustrative).toBe(true);
    },
  );

  it('has on record who held which office, on any date', async () => {
    const holders = async (day: string) => {
      const { body } = await get(`offices?asAt=${day}`);
      const offices = body['offices'] as { id: string; holder: string | null }[];
      return Object.fromEntries(offices.map(({ id, holder }) => [id, holder]));
    };
    const before = {
      'deputy-leader': 'person-0201',
      'head-of-paid-service': 'person-0301',
      leader: 'person-0101',
      'monitoring-officer': 'person-0501',
      'section-151-officer': 'person-0401',
    };
    expect(await holders('2013-07-17')).toEqual({});
    expect(await holders('2013-07-18')).toEqual(before);
    expect(await holders('2016-07-31')).toEqual(before);
    expect(await holders('2016-08-01')).toEqual({ ...before, 'monitoring-officer': 'person-0502' });
  });

  it('takes no decision of the Transformation Advisory Group, whose endorsement it has', async () => {
    const refused = await send('record-decision', {
      decision: 'legal-option-of-the-group',
      title: 'Legal Services: preferred option',
      maker: 'Transformation Advisory Group',
      takenOn: '2014-03-31',
    });
    expect([refused.status, refused.body['type']]).toEqual([422, 'urn:minutebook:problem:advisory-body']);
    const { body } = await get('reviews/legal-services?asAt=2014-05-01');
    const endorsed = (body['options'] as { id: string; endorsements: { by: string }[] }[]).flatMap(
      ({ id, endorsements }) => endorsements.map(({ by }) => [id, by]),
    );
    expect(endorsed).toEqual([['commercial-partner', 'Transformation Advisory Group']]);
  });

  it.each([
    ['county-council-2014-05-15', 'county-council', null],
    ['unit-alignment-2014', 'head-of-paid-service', true],
    ['cabinet-2016-03-21', 'cabinet', true],
    ['19-00010', 'Decision taken under delegation; the office is not in the source', false],
  ])(
    'says of decision %s that %s took it, and whether that held the power that was named',
    async (id, maker, held) => {
      expect((await get(`decisions/${id}`)).body).toMatchObject({ maker, makerHeldPower: held });
    },
  );

  it('carries the real references, with what was said of each', async () => {
    const { body } = await get('decisions?asAt=2026-01-01');
    const references = (body['decisions'] as { reference: string | null }[]).flatMap(
      ({ reference }) => reference ?? [],
    );
    expect(references).toEqual(expect.arrayContaining(['13/0001', '15/00047', '17/00024', '19/00010']));
    const notices = await get('registers/notices-without-decision?asAt=2018-02-05');
    expect(notices.body['rows']).toMatchObject([{ decision: '17-00055', decisionDue: '2018-02-05' }]);
  });

  it.each([
    ['19-00010', '2019-03-29', 'in-call-in-window', '2019-03-30'],
    ['19-00010', '2019-03-30', 'in-force', '2019-03-30'],
    ['cabinet-2016-03-21', '2016-03-31', 'in-call-in-window', '2016-04-01'],
    ['cabinet-2016-03-21', '2016-04-01', 'in-force', '2016-04-01'],
    ['cabinet-2013-10-14', '2019-03-30', 'taken', undefined],
    ['county-council-2014-05-15', '2014-05-15', 'in-force', '2014-05-15'],
    ['unit-alignment-2014', '2014-04-01', 'in-force', '2013-12-16'],
    ['13-0001', '2013-10-15', 'called-in', undefined],
    ['17-00055', '2018-02-05', 'noticed', undefined],
  ])('has decision %s stand on %s as %s', async (id, day, status, inForceFrom) => {
    const { body } = await get(`decisions/${id}?asAt=${day}`);
    const clock = { 'call-in-clear-days': 5, 'call-in-basis': 'working' };
    const settings: SettingsInForce = (setting) => new Map(Object.entries(clock)).get(setting);
    const { body: list } = await get(`bodies?asAt=${day}`);
    const bodies = list['bodies'] as { id: string; callIn: boolean }[];
    const callIn = bodies.find((one) => one.id === body['maker'])?.callIn;
    const standing = standingOf(
      body as unknown as DecisionPart,
      civilDate(day),
      settings,
      callIn === undefined ? {} : { callIn },
    );
    expect([standing.status, standing.inForceFrom]).toEqual([status, inForceFrom]);
  });

  it.each([
    ['2013-10-15', 80, 72_000_000_000, 8_300],
    ['2014-04-01', 65, 72_000_000_000, 8_300],
    ['2016-04-01', 40, 71_800_000_000, 8_240],
  ])(
    'keeps through every merge what its units have: on %s, %i units, %i pence and %i posts, made up',
    async (day, units, grossPence, total) => {
      const { body } = await get(`unit-budgets?asAt=${day}`);
      expect(body['unit-budgets']).toHaveLength(units);
      expect(body['totals']).toEqual([
        {
          year: '2013/14',
          priceBase: null,
          units,
          grossPence,
          netPence: null,
          notStatedPence: null,
          illustrative: true,
        },
      ]);
      expect(body['posts']).toMatchObject({ total, unitsThatDoNot: 0, illustrative: true });
    },
  );

  it('loses no more than the budget and the posts of the one unit that closed', async () => {
    expect((await get('units/outdoor-education?asAt=2014-09-30')).body).toMatchObject({
      status: 'open',
      budgets: [{ year: '2013/14', gross: 200_000_000 }],
      posts: { count: 60 },
    });
    const { body } = await get('units?asAt=2016-04-01&status=closed');
    expect((body['units'] as { id: string }[]).map(({ id }) => id)).toEqual(['outdoor-education']);
  });

  it.each([
    ['asAt=2014-05-01&knownAt=2014-05-31', 4_910_000_000],
    ['asAt=2014-05-01', 5_280_000_000],
  ])('has for Highways, asked for %s, what its street lights had', async (query, grossPence) => {
    const { body } = await get(`unit-budgets?${query}`);
    const rows = body['unit-budgets'] as { id: string }[];
    expect(rows.find(({ id }) => id === 'highways')).toMatchObject({ grossPence, statedOn: null });
  });

  it.each([
    ['asAt=2015-03-31&knownAt=2015-03-31', [['amber-green', 'amber-green', 'as given']]],
    [
      'asAt=2015-03-31',
      [
        ['amber-green', 'amber-green', 'as given'],
        ['amber-red', 'amber-red', 'as given'],
      ],
    ],
    [
      'asAt=2015-07-31',
      [
        ['amber-green', 'green', 'mapped from delivery-confidence version 1'],
        ['amber-red', 'red', 'mapped from delivery-confidence version 1'],
        ['red', 'red', 'as given'],
      ],
    ],
  ])('has the search for a legal partner rated, asked for %s, as it was given', async (query, expected) => {
    const { body } = await get(`ratings?${query}`);
    const given = (
      body['ratings'] as {
        project: string;
        point: string;
        mappedPoint: string;
        mapping: string;
        illustrative: boolean;
      }[]
    ).filter(({ project }) => project === 'legal-partner');
    expect(given.map(({ point, mappedPoint, mapping }) => [point, mappedPoint, mapping])).toEqual(expected);
    expect(given.every(({ illustrative }) => illustrative)).toBe(true);
  });

  it('ends with 40 units', async () => {
    const { body } = await get('overview?asAt=2016-04-01');
    expect(body['units']).toMatchObject({ count: 40 });
  });
});

describe('A command', () => {
  it('dated into the past lands in its place, and is not known before it was recorded', async () => {
    const sent = await send('rename-unit', {
      unit: 'heritage',
      name: 'Heritage and Landscape',
      effectiveOn: '2014-01-06',
    });
    expect(sent.status).toBe(201);
    expect((await get('units/heritage?asAt=2014-01-06')).body['name']).toBe('Heritage and Landscape');
    expect((await get('units/heritage?asAt=2014-01-05')).body['name']).toBe('Heritage Conservation');
    expect((await get('units/heritage?asAt=2014-01-06&knownAt=2015-12-31')).body['name']).toBe(
      'Heritage Conservation',
    );
  });

  it('that contradicts a later entry is refused and names that entry', async () => {
    const { status, body } = await send('merge-units', {
      units: ['hr-advice'],
      successor: 'procurement',
      effectiveOn: '2014-02-01',
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      type: 'urn:minutebook:problem:unit-not-open',
      detail:
        'Unit “Human Resources Advice” was merged into “Procurement” on 1 February 2014: date this earlier, or name the unit it became',
      names: [
        { kind: 'unit', id: 'hr-advice' },
        { kind: 'unit', id: 'procurement' },
      ],
      conflict: { type: 'UnitsMerged', effectiveOn: '2014-04-01' },
    });
  });

  it('sent a hundred times under one Idempotency-Key makes one entry', async () => {
    const body = { unit: 'arts', code: 'ART', effectiveOn: '2014-02-03' };
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => send('recode-unit', body, { 'idempotency-key': 'arts-code' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const { body: history } = await get('history/arts');
    const entries = history['history'] as { type: string }[];
    expect(entries.filter(({ type }) => type === 'UnitRecoded')).toHaveLength(1);
  });

  it('sent a hundred times at once with one If-Match is accepted once', async () => {
    const { body: before } = await send('rename-unit', {
      unit: 'sport',
      name: 'Sport and Leisure',
      effectiveOn: '2014-02-04',
    });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        send(
          'rename-unit',
          { unit: 'sport', name: `Sport ${n}`, effectiveOn: '2014-02-05' },
          { 'if-match': `"${String(before['revision'])}"` },
        ),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(99);
  });

  it('that is struck disappears from what is known today and stays in what was known before', async () => {
    const { body: renamed } = await send('rename-unit', {
      unit: 'flood-risk',
      name: 'Flood and Water',
      effectiveOn: '2014-06-02',
    });
    const [entry] = renamed['events'] as { id: string; recordedAt: string }[];
    await laterThan(entry?.recordedAt ?? '');
    const struck = await send('strike-entry', {
      entries: [entry?.id],
      reason: 'It was never renamed',
      authority: 'Programme office',
    });
    expect(struck.status).toBe(201);
    expect((await get('units/flood-risk?asAt=2014-07-01')).body['name']).not.toBe('Flood and Water');
    expect((await get(`units/flood-risk?asAt=2014-07-01&knownAt=${entry?.recordedAt}`)).body['name']).toBe(
      'Flood and Water',
    );
  });

  it('with a field that is wrong is refused by name, and so is a query', async () => {
    const wrong = await send('rename-unit', { unit: 'sport', name: '', colour: 'red' });
    expect(wrong.status).toBe(400);
    expect((wrong.body['errors'] as { field: string }[]).map(({ field }) => field).sort()).toEqual([
      'colour',
      'name',
    ]);
    expect((await get('overview?asAt=2013-02-30')).status).toBe(400);
    expect((await get('overview?asat=2013-02-03')).body['errors']).toMatchObject([{ field: 'asat' }]);
  });

  it('is the programme office’s to send: others are refused, and a token nobody has is 401', async () => {
    expect((await send('close-programme', {}, { authorization: 'Bearer demo-governance' })).status).toBe(403);
    expect((await send('close-programme', {}, { authorization: 'Bearer somebody' })).status).toBe(401);
  });
});

describe('A list of Kent as CSV', () => {
  it('has the columns that it is said to have where it is empty', async () => {
    const lists = [...views].filter(([name, { columns }]) => columns && name !== 'history');
    const named = registers.map(({ name, columns }) => [`registers/${name}`, { columns }] as const);
    const dates: Readonly<Record<string, string>> = {
      changes: '&from=2014-01-01&to=2014-06-01',
      restatement: '&asAt=2014-05-01&knownAt=2014-05-01',
    };
    let withRows = 0;
    for (const [name, { columns = {} }] of [...lists, ...named]) {
      const answer = await fetch(`${url}/api/programmes/kent/${name}?format=csv${dates[name] ?? ''}`);
      const [head = '', ...rows] = (await answer.text()).trimEnd().split('\n');
      expect([name, head]).toEqual([name, Object.keys(columns).join(',')]);
      if (rows.length > 0) withRows += 1;
    }
    expect(withRows).toBeGreaterThan(25);
  });
});
