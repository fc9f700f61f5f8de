import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { expectNoViolation, inChromium, narrow, overflow, wide, WindowOn } from './browser.js';
import { BuiltServer } from './built-server.js';

const kent = '/programmes/kent';
const longName = 'Transportforpupilsandstudents'.repeat(6);

/** Pages of reporting in their states: full, empty, past, wrong, long. */
const pages: readonly (readonly [address: string, status: number])[] = [
  [`${kent}?asAt=2016-06-01`, 200],
  [`${kent}?asAt=2013-07-01`, 200],
  [`${kent}/portfolios/business-capability?asAt=2015-06-01&knownAt=2015-03-31`, 200],
  [`${kent}/projects/legal-company`, 200],
  [`${kent}/savings`, 200],
  [`${kent}/savings?year=soon`, 400],
  [`${kent}/savings/long`, 200],
  [`${kent}/services?tranche=first-tranche`, 200],
  [`${kent}/tranches/first-tranche`, 200],
  [`${kent}/reports/spring`, 200],
  [`${kent}/changes?from=2014-04-30&to=2014-05-31`, 200],
];

/** Pages made of the same parts: they fit, and are there. */
const alike: readonly string[] = [
  'portfolios',
  'projects?status=closed',
  'savings?asAt=2013-07-01',
  'savings/adults-efficiency?asAt=2013-07-20',
  'services/legal-services',
  'phases',
  'phases/phase-1?asAt=2014-03-31',
  'tranches',
  'reports',
  'changes',
];

let server: BuiltServer;
let browser: WindowOn;

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
  browser = await WindowOn.open(server.url);
  const issue = async (command: string, body: object) =>
    expect((await server.issue('kent', command, body)).status).toBe(201);
  await issue('issue-report', {
    report: 'spring',
    title: 'State of the programme, spring 2014',
    view: 'overview',
    asAt: '2014-05-31',
    knownAt: '2014-06-30',
  });
  await issue('propose-review', {
    review: 'late',
    name: 'A review recorded late',
    effectiveOn: '2014-05-20',
    provenance: 'observed',
  });
  await issue('identify-saving', {
    saving: 'long',
    name: longName,
    category: 'cashable',
    means: 'efficiency',
    recurrence: 'recurring',
    basis: 'net',
    owner: 'Corporate Director',
    portfolio: 'adults',
    profile: [{ year: '2017/18', pence: 1 }],
    effectiveOn: '2018-01-10',
    provenance: 'observed',
  });
});

afterAll(async () => {
  await browser.close();
  await server.stopAndForget();
});

describe('Every page of reporting', () => {
  inChromium.each(pages)(
    '%s keeps axe and the console quiet, and fits 320 pixels, which are 1,280 at 400%%',
    async (address, expected) => {
      await browser.on(address, wide, async (page, status) => {
        expect(status).toBe(expected);
        await expectNoViolation(page);
        await page.setViewportSize(narrow.viewport);
        expect(await overflow(page)).toBe(0);
      });
    },
  );

  inChromium('that is made of the same parts fits 320 pixels too', async () => {
    for (const path of alike) {
      await browser.on(`${kent}/${path}`, narrow, async (page, status) => {
        expect([path, status, await overflow(page)]).toEqual([path, 200, 0]);
      });
    }
  });
});

/** The cells of the table of a caption, row by row, without the marks of what is made up. */
const cellsOf = (html: string, caption: string): string[][] => {
  const [, after = ''] = html.split(new RegExp(`<caption[^>]*>${caption}`));
  const [body = ''] = after.split('</tbody>');
  return [...body.matchAll(/<tr class="govuk-table__row[^"]*">([\s\S]*?)<\/tr>/g)]
    .slice(1)
    .map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
        cell
          .replace(/<strong[\s\S]*?<\/strong>/g, '')
          .replace(/<[^>]+>/g, '')
          .replace(/&amp;/g, '&')
          .replace(/&#39;/g, "'")
          .trim(),
      ),
    );
};

const pounds = (pence: unknown) =>
  (Number(pence) / 100).toLocaleString('en-GB', {
    style: 'currency',
    currency: 'GBP',
    trailingZeroDisplay: 'stripIfInteger',
  });

/** Each chart of the overview: its table, its view, and what a row of the view is on the page. */
const charts: readonly {
  readonly caption: string;
  readonly view: string;
  readonly list?: string;
  readonly columns: readonly number[];
  readonly row: (row: Readonly<Record<string, unknown>>) => readonly string[];
}[] = [
  { caption: 'Phases and their dates', view: 'phases', columns: [0], row: ({ name }) => [String(name)] },
  {
    caption: 'Number of reviews at each stage',
    view: 'review-stages',
    columns: [1],
    row: ({ reviews }) => [String(reviews)],
  },
  {
    caption: 'Savings of each kind',
    view: 'savings-steps',
    columns: [2],
    row: ({ pence, entries }) => [
      String(entries) === '' ? 'Nothing in the years of the target' : pounds(pence),
    ],
  },
  {
    caption: 'Savings by day of change',
    view: 'savings-over-time',
    columns: [3, 4],
    row: ({ addedPence, pence }) => [pounds(addedPence), pounds(pence)],
  },
  {
    caption: 'Business units by day of change',
    view: 'unit-count',
    columns: [1, 2],
    row: ({ count, target }) => [String(count), String(target)],
  },
  {
    caption: 'Ratings given',
    view: 'ratings?measure=delivery-confidence',
    list: 'ratings',
    columns: [0, 3],
    row: ({ name, mappedLabel }) => [String(name), String(mappedLabel)],
  },
  {
    caption: 'What each unit has come to',
    view: 'unit-flow',
    columns: [0, 2],
    row: ({ from, fromName, to, toName }) => [String(fromName), from === to ? '' : String(toName)],
  },
];

describe('The figures of a chart', () => {
  const dates = 'asAt=2016-06-01&knownAt=2018-06-30';

  it.each(charts)('“$caption” are the same on the page, as data and as CSV', async (chart) => {
    const html = (await server.get(`${kent}?${dates}`, { accept: 'text/html' })).text;
    const shown = cellsOf(html, chart.caption).map((cells) => chart.columns.map((n) => cells[n]));
    const address = `/api${kent}/${chart.view}${chart.view.includes('?') ? '&' : '?'}${dates}`;
    const data = (await server.get(address)).body[chart.list ?? chart.view] as Record<string, unknown>[];
    const csv: Record<string, string>[] = parse((await server.get(`${address}&format=csv`)).text, {
      columns: true,
    });
    expect(shown.length).toBeGreaterThan(2);
    expect(shown).toEqual(data.map(chart.row));
    expect(shown).toEqual(csv.map(chart.row));
    // The page leads to that very CSV, for the same pair of dates.
    const links = [...html.matchAll(/href="([^"]*format=csv[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    );
    const path = address.split('?')[0] ?? '';
    const link = links.find((one) => one.startsWith(`${path}?`)) ?? '';
    expect(link).toContain(dates);
    expect((await server.get(link)).text).toBe((await server.get(`${address}&format=csv&money=pounds`)).text);
  });

  it('are marked where they are made up, in the card, in the chart and in its table', async () => {
    const { text } = await server.get(`${kent}?${dates}`, { accept: 'text/html' });
    expect(text).toMatch(/<strong>£9\.5m<\/strong>[^]{0,400}\(illustrative\)/);
    expect(text).toMatch(/<text[^>]*>£9\.5m \(illustrative\)<\/text>/);
    expect(text).toMatch(/£9,500,000<\/a> <strong class="govuk-tag[^"]*">illustrative/);
    expect(text).toMatch(/<text[^>]*>£239m<\/text>/);
  });
});

describe('Whoever reports', () => {
  inChromium.each([true, false])(
    'goes from a figure to its entries, and from a saving to its portfolio (scripts: %s)',
    async (javaScriptEnabled) => {
      await browser.on(`${kent}?asAt=2016-06-01`, { ...wide, javaScriptEnabled }, async (page) => {
        await page.getByText('Savings, from the target to what finance has validated: the figures').click();
        await page.getByRole('link', { name: '£9,500,000' }).click();
        await page.getByRole('cell', { name: 'Saving validated' }).first().waitFor();
        await page.getByRole('link', { name: 'Savings', exact: true }).click();
        await page.getByLabel('Category').selectOption({ label: 'Cashable' });
        await page.getByRole('button', { name: 'Apply filters' }).click();
        expect(new URL(page.url()).search).toContain('?asAt=2016-06-01&category=cashable');
        await page.getByRole('link', { name: 'Fewer managers' }).click();
        expect(await page.locator('main').innerText()).toContain('From identified to validated');
        const portfolio = page
          .locator('dl')
          .getByRole('link', { name: 'Business capability Transformation' });
        await portfolio.click();
        expect(await page.locator('h1').innerText()).toBe('Business capability Transformation');
        expect(new URL(page.url()).search).toBe('?asAt=2016-06-01');
      });
    },
  );

  inChromium('compares two dates with the keyboard alone, and reads what changed in words', async () => {
    await browser.on(`${kent}/changes?asAt=2014-06-01`, wide, async (page) => {
      await page.getByLabel('Between the end of').focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('31 March 2014');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('1/4/2014');
      await page.keyboard.press('Enter');
      await page.waitForURL(/from=2014-03-31&to=2014-04-01/);
      const said = await page.locator('main').innerText();
      expect(said).toContain('Between the end of 31 March 2014 and the end of 1 April 2014');
      expect(said).toContain('2014/15, not stated: £13,000,000');
      expect(said).not.toMatch(/notStated|pence|provenance|\{"/i);
      await page.getByRole('link', { name: 'Phase 1', exact: true }).first().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/from=2013-09-30/);
    });
  });

  inChromium('finds what became of a report since it was issued', async () => {
    await browser.on(`${kent}/reports`, wide, async (page) => {
      await page.getByRole('link', { name: 'State of the programme, spring 2014' }).click();
      const said = await page.locator('main').innerText();
      expect(said).toContain('A review recorded late');
      expect(said).toContain('On record only since');
      await page.getByText('What became of its totals since: the figures as a table').click();
      const reviews = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: 'Reviews', exact: true }) });
      expect(await reviews.innerText()).toMatch(/12\s+13\s+\+1/);
    });
  });

  inChromium('sees before the programme began that nothing was there, and no figure', async () => {
    await browser.on(`${kent}?asAt=2013-07-01`, wide, async (page) => {
      const said = await page.locator('main').innerText();
      expect(said).toContain('The programme had not begun on this day');
      expect(said).toContain('No review is on the record.');
      expect(await page.locator('main svg').count()).toBe(0);
    });
  });
});
