import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { BuiltServer, type Answer } from './built-server.js';
import { laterThan } from './later.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start();
  const start = { effectiveOn: '2013-07-18' };
  await recorded('start-programme', { name: 'County', ...start });
  await recorded('set-savings-target', {
    pence: 23_900_000_000,
    fromYear: '2015/16',
    toYear: '2017/18',
    basis: 'not-stated',
    ...start,
  });
  for (const portfolio of ['place', 'adults']) {
    await recorded('open-portfolio', { portfolio, name: portfolio, ...start });
  }
  await recorded('record-decision', {
    decision: 'budget-2015',
    title: 'Budget 2015/16',
    maker: 'County Council',
    takenOn: '2015-02-12',
  });
});

afterAll(() => server.stopAndForget());

const issue = (command: string, body: object): Promise<Answer> => server.issue('county', command, body);
const view = (path: string): Promise<Answer> => server.get(`/api/programmes/county/${path}`);
const codeOf = ({ body }: Answer): unknown => String(body['type']).replace('urn:minutebook:problem:', '');

/** The ids of the entries that a command comes to. */
async function recorded(command: string, body: object): Promise<string[]> {
  const answer = await issue(command, body);
  expect([command, answer.status, answer.body['detail']]).toEqual([command, 201, undefined]);
  return (answer.body['events'] as { id: string }[]).map(({ id }) => id);
}

interface Figure {
  readonly pence: number;
  readonly entries: readonly string[];
  readonly gapPence?: number;
}
type Row = { readonly key: string | null } & Readonly<Record<string, Figure>>;
interface Group {
  readonly published: string | null;
  readonly category: string;
  readonly recurrence: string;
  readonly basis: string;
  readonly total: Readonly<Record<string, Figure>>;
  readonly withinTarget: Readonly<Record<string, Figure>>;
  readonly rows: readonly Row[];
}

const groupsOf = async (query: string) => (await view(`waterfall?${query}`)).body['groups'] as Group[];

const hours = {
  name: 'Shorter opening hours',
  category: 'cashable',
  recurrence: 'recurring',
  basis: 'net',
  owner: 'Head of Libraries',
  portfolio: 'place',
};

describe('A saving, from its identification to what finance confirms', () => {
  const ids: Record<string, string> = {};

  it('is recorded step by step, each amount beside the others', async () => {
    const saving = 'library-hours';
    const steps = {
      'identify-saving': {
        ...hours,
        profile: [
          { year: '2015-16', pence: 120_000_000, effect: 'part-year' },
          { year: '2016-17', pence: 207_000_000 },
        ],
        fullYearPence: 327_000_000,
        effectiveOn: '2014-05-15',
      },
      'place-saving-in-business-case': {
        businessCase: 'outline',
        profile: [{ year: '2015/16', pence: 110_000_000 }],
        effectiveOn: '2014-07-17',
      },
      'authorise-saving': {
        profile: [{ year: '2015/16', pence: 100_000_000 }],
        takenOn: '2015-02-12',
        decision: 'budget-2015',
      },
      'forecast-saving': {
        profile: [{ year: '2015/16', pence: 90_000_000 }],
        reason: 'The consultation ran into April',
        effectiveOn: '2015-07-01',
      },
      'record-delivered-saving': { year: '2015/16', pence: 80_000_000, effectiveOn: '2016-03-31' },
      'validate-saving': {
        year: '2015/16',
        pence: 75_000_000,
        by: 'Section 151 officer',
        effectiveOn: '2016-05-16',
      },
    };
    for (const [command, body] of Object.entries(steps)) {
      const [id = ''] = await recorded(command, { saving, ...body });
      ids[command] = id;
    }
    const { body } = await view('savings/library-hours?asAt=2016-06-01');
    expect(body).toMatchObject({ exists: true, status: 'validated', portfolio: 'place' });
  });

  it('makes each figure of the waterfall, which names the entry that made it', async () => {
    const [group] = await groupsOf('asAt=2016-06-01&by=portfolio');
    expect(group?.rows).toHaveLength(1);
    const [row] = group?.rows ?? [];
    const figures = ['identified', 'inBusinessCase', 'authorised', 'forecast', 'delivered', 'validated'];
    expect(figures.map((one) => row?.[one]?.pence)).toEqual([
      327_000_000, 110_000_000, 100_000_000, 90_000_000, 80_000_000, 75_000_000,
    ]);
    expect(figures.map((one) => row?.[one]?.entries)).toEqual(Object.values(ids).map((id) => [id]));
    expect(group?.withinTarget['validated']).toMatchObject({ gapPence: 23_900_000_000 - 75_000_000 });
  });

  it('opens each figure to its entries, whole', async () => {
    const [group] = await groupsOf('asAt=2016-06-01');
    const figure = group?.total['authorised'];
    const { body } = await view(`history?entries=${figure?.entries.join(',')}`);
    expect(body['history']).toMatchObject([
      { id: ids['authorise-saving'], type: 'SavingAuthorised', decision: 'budget-2015', struckBy: null },
    ]);
    const ofTheSaving = await view(`history/library-hours?entries=${ids['validate-saving']}`);
    expect((ofTheSaving.body['history'] as object[]).length).toBe(1);
  });

  it('counts to the target what finance has validated, and nothing before that day', async () => {
    const counted = async (asAt: string) => (await view(`waterfall?asAt=${asAt}`)).body['counted'];
    expect(await counted('2016-05-15')).toEqual([]);
    expect(await counted('2016-05-16')).toEqual([
      {
        basis: 'net',
        pence: 75_000_000,
        entries: [ids['validate-saving']],
        illustrative: false,
        gapPence: 23_825_000_000,
      },
    ]);
  });

  it('moved late is in one portfolio on every day, and was in the other for who knew it before', async () => {
    const before = (await view('overview')).body['position'];
    expect(before).toEqual(expect.any(String));
    const knownBefore = new Date().toISOString();
    await laterThan(knownBefore);
    await recorded('move-saving', {
      saving: 'library-hours',
      toPortfolio: 'adults',
      fromPortfolio: 'place',
      effectiveOn: '2015-04-01',
    });
    const placesOn = async (query: string) =>
      (await groupsOf(`by=portfolio&${query}`)).flatMap(({ rows }) => rows.map(({ key }) => key));
    expect(await placesOn('asAt=2015-03-31')).toEqual(['place']);
    expect(await placesOn('asAt=2015-04-01')).toEqual(['adults']);
    expect(await placesOn(`asAt=2015-04-01&knownAt=${knownBefore}`)).toEqual(['place']);
  });
});

describe('Savings that may not be added together', () => {
  it('stand in groups of their own, whatever else they share', async () => {
    const profile = [{ year: '2016/17', pence: 1_000 }];
    const kinds = [
      { ...hours, category: 'cost-avoidance' },
      { ...hours, category: 'non-cashable' },
      { ...hours, recurrence: 'one-off' },
      { ...hours, basis: 'gross' },
    ];
    for (const [n, kind] of kinds.entries()) {
      await recorded('identify-saving', { saving: `kind-${n}`, ...kind, profile, effectiveOn: '2014-06-01' });
    }
    const total = { category: 'not-stated', recurrence: 'not-stated', basis: 'not-stated' };
    for (const published of ['council-budgets', 'press-reports']) {
      await recorded('identify-saving', {
        saving: published,
        name: 'A total as it was published',
        ...total,
        published,
        profile,
        effectiveOn: '2014-06-01',
      });
    }
    const groups = await groupsOf('asAt=2014-06-01&year=2016-17');
    expect(groups.map((group) => [nameOf(group), group.total['identified']?.pence])).toEqual([
      ['cashable recurring gross', 1_000],
      ['cashable recurring net', 207_000_000],
      ['cashable one-off net', 1_000],
      ['non-cashable recurring net', 1_000],
      ['cost-avoidance recurring net', 1_000],
      ['council-budgets', 1_000],
      ['press-reports', 1_000],
    ]);
  });

  it('are listed by what they are, as JSON and as CSV', async () => {
    const { body } = await view('savings?asAt=2014-06-01&category=cost-avoidance');
    expect((body['savings'] as { id: string }[]).map(({ id }) => id)).toEqual(['kind-0']);
    const inYear = await view('savings?asAt=2014-06-01&year=2015-16');
    expect((inYear.body['savings'] as { id: string }[]).map(({ id }) => id)).toEqual(['library-hours']);
    const answer = await view('waterfall?asAt=2014-06-01&by=saving&format=csv');
    const lines = parse<Record<string, string>>(answer.text, { columns: true });
    expect(lines).toHaveLength(7);
    expect(lines.map((line) => Number(line['identifiedPence'])).reduce((a, b) => a + b, 0)).toBe(
      327_000_000 + 6_000,
    );
  });
});

describe('A saving whose review ends', () => {
  it('is released once, and again only where it was taken up since', async () => {
    const release = { saving: 'kind-3', reason: 'The review was withdrawn', effectiveOn: '2015-01-05' };
    await recorded('release-saving', release);
    const again = await issue('release-saving', {
      ...release,
      reason: 'It ended',
      effectiveOn: '2015-02-01',
    });
    expect([again.status, codeOf(again)]).toEqual([422, 'saving-ended']);
    const groups = await groupsOf('asAt=2015-02-01');
    expect(groups.some(({ basis }) => basis === 'gross')).toBe(false);
  });
});

describe('What is refused', () => {
  it.each([
    ['identify-saving', { saving: 'new', ...hours, owner: undefined }, 'owner-or-portfolio-missing'],
    ['identify-saving', { saving: 'new', ...hours, portfolio: 'unheard-of' }, 'portfolio-not-open'],
    ['identify-saving', { saving: 'new', ...hours, review: 'unheard-of' }, 'review-not-standing'],
    ['forecast-saving', { saving: 'unheard-of' }, 'saving-not-identified'],
    ['authorise-saving', { saving: 'library-hours' }, 'decision-needed'],
  ])('%s %j: %s', async (command, body, code) => {
    const profile = [{ year: '2015/16', pence: 1 }];
    const answer = await issue(command, { effectiveOn: '2016-06-01', profile, ...body });
    expect([answer.status, codeOf(answer)]).toEqual([422, code]);
  });

  it('what finance would confirm of a year in which nothing was delivered', async () => {
    const answer = await issue('validate-saving', {
      saving: 'library-hours',
      year: '2016/17',
      pence: 1,
      by: 'Section 151 officer',
      effectiveOn: '2017-05-15',
    });
    expect([answer.status, codeOf(answer)]).toEqual([422, 'validated-above-delivered']);
  });
});

function nameOf({ published, category, recurrence, basis }: Group): string {
  return published ?? `${category} ${recurrence} ${basis}`;
}
