import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltServer, type Answer } from './built-server.js';
import { Visitor } from './identity/visitor.js';

let server: BuiltServer;
let officer: Visitor;

const meeting = '/programmes/kent/record/meeting';
const setUp = 'A unit was set up, or was there already';
const budget = 'The budget of a unit was set';

beforeAll(async () => {
  server = await BuiltServer.start();
  await record('start-programme', { name: 'Facing the Challenge', effectiveOn: '2013-07-18' });
  for (const [unit, name] of [
    ['legal', 'Legal Services'],
    ['property', 'Property'],
  ] as const)
    await record('register-unit', { unit, name, opening: true, effectiveOn: '2013-09-19' });
  officer = new Visitor(() => server);
  await officer.signIn('programme-office');
});

afterAll(() => server.stopAndForget());

async function record(command: string, body: object): Promise<Answer> {
  const answer = await server.issue('kent', command, body);
  expect([command, answer.status, answer.text]).toEqual([command, 201, answer.text]);
  return answer;
}

/** Fills in the page of a meeting, and gives the page that checks it with its address. */
async function pasted(rows: readonly (readonly string[])[], more: Readonly<Record<string, string>> = {}) {
  const lines = rows.map((row) => row.join('\t')).join('\n');
  const asked = await officer.go(meeting);
  const sent = await officer.send(meeting, asked, { 'when-day': '27-Mar-14', lines, ...more });
  expect(sent.status).toBe(303);
  const address = sent.headers.get('location') ?? '';
  return { address, page: await officer.go(address) };
}

const decoded = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What the error summary of a page lists, in order. */
function problemsOn({ text }: Answer): string[] {
  const list = /govuk-error-summary__list">(.*?)<\/ul>/s.exec(text)?.[1] ?? '';
  return [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item = '']) => decoded(item));
}

/** The rows of the table of a check, each cell as its words. */
function checkedOn({ text }: Answer): string[][] {
  const body = /<tbody[^>]*>(.*?)<\/tbody>/s.exec(text)?.[1] ?? '';
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = '']) => decoded(cell)),
  );
}

describe('Rows of a meeting with faults of twelve kinds', () => {
  it('are each told by the row and the column of the sheet, and nothing is recorded', async () => {
    const before = (await server.get('/api/programmes/kent/history')).text;
    const { page, address } = await pasted([
      ['What happened', 'unit', 'name', 'code', 'Holds from', 'Colour'],
      ['Units flew', 'legal'],
      ['A unit closed', 'Nobody’s Services'],
      ['A unit closed', 'legal', 'Legal'],
      [setUp, 'estates', 'Estates', '12', '31 February 2014'],
      [setUp, 'estates', 'Estates', '12', '12/03/14'],
      [setUp, 'estates', 'Estates', '12', '12 March 2014', '', 'and more'],
      [setUp, 'estates'],
      [],
      ['What happened', 'unit', 'year', 'gross', 'Net budget (£)'],
      [budget, 'Legal Services', '2014/15', '933520000'],
      [budget, 'Legal Services', '2014/16', '£9,335,200'],
      [budget, 'Legal Services', '2014/15', '', '(1,000)'],
      ['What happened', 'title', 'maker', 'access', 'pence'],
      ['A decision was taken', 'Smaller services', 'Cabinet', 'Exempt, paragraph 3'],
      ['A decision was taken', 'S'.repeat(201), 'Cabinet', 'open'],
    ]);
    expect(problemsOn(page)).toEqual([
      'Row 1, column F: “Colour” is no heading for “A unit closed” or “A unit was set up, or was there already”: use Unit; Reason; Holds from; Source',
      'Row 2, column A: nothing is called “Units flew”: use the words of the page Record',
      'Row 3, column B (unit): Unit: nothing on the record is called “Nobody’s Services”; choose one from the list',
      'Row 4, column C: “A unit closed” has no “name”: clear the cell',
      'Row 5, column E (Holds from): Holds from: 31 February 2014 is no date: February 2014 has 28 days',
      'Row 6, column E (Holds from): Holds from: 12/03/14 could be more days than one: write the month as a word or the year in full, such as 12 March 2014',
      'Row 7, column G: “and more” stands under no heading',
      'Row 11, column D (gross): 933520000 may be pounds or pence: put (£) behind the heading, or write £ before the amount',
      'Row 12, column C (year): Year must be a financial year, such as 2015/16',
      'Row 13, column E (Net budget (£)): Net budget must be £0 or more: (1,000) is below nothing',
      'Row 14, column E: “pence” is no heading for “A decision was taken”: use What it is about; Taken by; Power; Reference; Text of the decision; Reasons; Key decision; Why it is a key decision, or is not; Expenditure (£); Savings (£); Subject to call-in; Why it is, or is not, subject to call-in; Urgency reason; Papers; Meeting; Holds from; Source',
      'Row 15, column D (access): it must be “open” or columns of its own, headed access.exempt and access.publicInterest; “Exempt, paragraph 3” is neither',
      expect.stringMatching(
        /^Row 16, column B \(title\): What it is about is too long: it must be a text of one line/,
      ),
    ]);
    expect(page.text).not.toContain('Will be recorded');
    const recorded = await officer.send(address.replace(/\/meeting.*/, '/record-meeting'), page);
    expect(recorded.headers.get('location')).toBe(address);
    expect((await server.get('/api/programmes/kent/history')).text).toBe(before);
  });

  it('are recorded to the penny and to the word once they are put right', async () => {
    const { page, address } = await pasted(
      [
        ['What happened', 'unit', 'name', 'code', 'Holds from'],
        [setUp, 'estates', ' Estates\u00a0', '12 ', '12-Mar-14'],
        ['What happened', 'unit', 'year', 'gross', 'Net budget (£)'],
        [budget, 'Legal Services', '2014/15', '£9.3352m', '0.5'],
        [
          'What happened',
          'decision',
          'title',
          'maker',
          'access',
          'access.exempt',
          'access.publicInterest',
          'alternatives',
        ],
        [
          'A decision was taken',
          'd-2',
          'Sell the farm',
          'Cabinet',
          '',
          '3',
          'A tender is under way',
          'None considered',
        ],
        ['A decision was taken', 'd-3', 'Keep the barn', 'Cabinet', 'OPEN'],
      ],
      { title: 'Smaller services', maker: 'County Council' },
    );
    expect(problemsOn(page)).toEqual([]);
    expect(checkedOn(page)).toEqual([
      [
        'The decision',
        'A decision was taken',
        'Taken on: 27 March 2014, What it is about: Smaller services, Taken by: County Council',
        'Will be recorded',
      ],
      ['2', setUp, 'Unit: estates, Name: Estates, Code: 12, Holds from: 12 March 2014', 'Will be recorded'],
      [
        '4',
        budget,
        'Year: 2014/15, Gross budget: £9,335,200, Net budget: £0.50, Unit: Legal Services, Taken on: 27 March 2014',
        'Will be recorded',
      ],
      [
        '6',
        'A decision was taken',
        'Taken on: 27 March 2014, What it is about: Sell the farm, Taken by: Cabinet, Alternatives: None considered, Access: Paragraph of Schedule 12A: 3, Public interest: A tender is under way',
        'Will be recorded',
      ],
      [
        '7',
        'A decision was taken',
        'Taken on: 27 March 2014, What it is about: Keep the barn, Taken by: Cabinet, Access: Open',
        'Will be recorded',
      ],
    ]);
    const recorded = await officer.send(address.replace(/\/meeting.*/, '/record-meeting'), page);
    expect(recorded.headers.get('location')).toMatch(/\/done$/);
    const { body } = await server.get('/api/programmes/kent/history?limit=10');
    const entries = body['history'] as { type: string; data: object; effectiveOn: string }[];
    const said = (type: string) => entries.filter((one) => one.type === type).map(({ data }) => data);
    expect(said('UnitBudgetSet')).toEqual([
      expect.objectContaining({ unit: 'legal', year: '2014/15', gross: 933_520_000, net: 50 }),
    ]);
    expect(said('UnitRegistered')).toContainEqual(
      expect.objectContaining({ unit: 'estates', name: 'Estates', code: '12' }),
    );
    expect(said('DecisionRecorded')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          title: 'Sell the farm',
          access: { exempt: 3, publicInterest: 'A tender is under way' },
          alternatives: 'none considered',
        }),
        expect.objectContaining({ title: 'Keep the barn', access: 'open' }),
      ]),
    );
  });
});

describe('Rows that follow from rows above them', () => {
  it('name what those would make as they call it, in what they say and where they are refused', async () => {
    const { page } = await pasted([
      ['What happened', 'unit', 'name', 'code', 'Holds from'],
      [setUp, 'w-1', 'Woodlands', 'WD', '12 March 2014'],
      [setUp, 'w-2', 'Parks', 'WD', '13 March 2014'],
      ['What happened', 'unit', 'year', 'gross'],
      [budget, 'w-1', '2014/15', '£1m'],
    ]);
    expect(problemsOn(page)).toEqual([
      'Row 3: The code WD is that of “Woodlands” (WD) by then: give another code, or recode or end that unit first',
    ]);
    expect(problemsOn(page).join(' ')).not.toContain('w-1');
    expect(checkedOn(page).at(-1)).toEqual([
      '5',
      budget,
      'Year: 2014/15, Gross budget: £1,000,000, Unit: Woodlands, Taken on: 27 March 2014',
      'Will be recorded',
    ]);
  });
});

describe('What was exported and is pasted back', () => {
  it('is refused, whatever its amounts are in', async () => {
    const csv = await server.get('/api/programmes/kent/unit-budgets?year=2014/15&format=csv');
    expect(csv.text).toContain('933520000');
    const { page } = await pasted(
      csv.text
        .trim()
        .split('\n')
        .map((row) => [row]),
    );
    expect(problemsOn(page)[0]).toBe(
      'Row 1, column A: the headings come first: a row that begins with “What happened”',
    );
    const [head = '', row = ''] = csv.text.trim().split('\n');
    const { page: again } = await pasted([
      ['What happened', ...head.split(',')],
      [budget, ...row.split(',')],
    ]);
    expect(problemsOn(again).join(' ')).toContain('amounts are pasted in pounds');
    expect(again.text).not.toContain('Will be recorded');
  });
});

describe('A name that is recorded for a later day', () => {
  it('is nobody’s yet: the name of the day is read and shown', async () => {
    await record('rename-unit', { unit: 'property', name: 'Estate Management', effectiveOn: '2099-04-01' });
    const { page } = await pasted([
      ['What happened', 'unit', 'year', 'gross'],
      [budget, 'Property', '2014/15', '£1m'],
    ]);
    expect(checkedOn(page).map(([row, , says, comes]) => [row, says, comes])).toEqual([
      [
        '2',
        'Year: 2014/15, Gross budget: £1,000,000, Unit: Property, Taken on: 27 March 2014',
        'Will be recorded',
      ],
    ]);
    const { page: refused } = await pasted([
      ['What happened', 'unit', 'year', 'gross'],
      [budget, 'Estate Management', '2014/15', '£1m'],
    ]);
    expect(problemsOn(refused)).toEqual([
      'Row 2, column B (unit): Unit: nothing on the record is called “Estate Management”; choose one from the list',
    ]);
    const form = await officer.go('/programmes/kent/record/new/close-unit');
    expect(form.text).toContain('<option value="property">Property</option>');
    expect(form.text).not.toContain('Estate Management');
  });
});

describe('A form', () => {
  it('asks for money in pounds, says so, and reads nothing else', async () => {
    const path = '/programmes/kent/record/new/set-unit-budget';
    const asked = await officer.go(path);
    expect(decoded(asked.text)).toContain(
      'Gross budget (£) (optional) The budget before income and recharges. In pounds, such as £1,234.50.',
    );
    expect(decoded(asked.text)).not.toMatch(/pence/i);
    const sent = await officer.send(path, asked, {
      unit: 'legal',
      year: '2015/16',
      gross: '-5',
      net: '£0.5',
    });
    const told = await officer.go((sent.headers.get('location') ?? '').replace(/\/when.*/, '/what?sent=yes'));
    expect(problemsOn(told)).toEqual(['Gross budget must be £0 or more: -5 is below nothing']);
  });

  it('is refused with a field that it does not have, and with one that is there twice', async () => {
    const path = '/programmes/kent/record/new/close-unit';
    const asked = await officer.go(path);
    const sent = await officer.send(path, asked, { unit: 'legal', reason: 'It moves', nonsense: 'zzz' });
    const told = await officer.go((sent.headers.get('location') ?? '').replace(/\/when.*/, '/what?sent=yes'));
    expect(problemsOn(told)).toEqual(['There is no field nonsense here: clear it']);
    const hidden = /name="_csrf" value="([^"]*)"/.exec(asked.text)?.[1] ?? '';
    const twice = new URLSearchParams([
      ['_csrf', hidden],
      ['unit', 'legal'],
      ['unit', 'property'],
    ]);
    const refused = await officer.go(path, { method: 'POST', body: twice });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('unit is there more than once');
  });
});

describe('A body over HTTP', () => {
  it('is refused where it gives a member twice, at any depth', async () => {
    const send = (json: string) =>
      server.ask('/api/programmes/kent/commands/register-service', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer demo-programme-office' },
        body: json,
      });
    const refused = await send('{"service":"parks","name":"Parks","name":"Country Parks"}');
    expect([refused.status, refused.body['errors']]).toEqual([
      400,
      [{ field: 'name', problem: 'name is there twice: send it once, or one of the two would be left out' }],
    ]);
    const inside = await send(
      '{"service":"parks","name":"Parks","provenance":"minuted","exception":{"rule":"a","reason":"b","rule":"c"}}',
    );
    expect([inside.status, (inside.body['errors'] as { field: string }[])[0]?.field]).toEqual([
      400,
      'exception.rule',
    ]);
    expect((await send('{"service":"parks","name":"Parks"}')).status).toBe(201);
  });
});
