import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoViolation, inChromium, narrow, overflow, wide, WindowOn } from './browser.js';
import { BuiltServer } from './built-server.js';

const kent = '/programmes/kent';
/** 1,280 pixels at 400 per cent. */
const zoomed = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };

const injected = '<img src=x onerror=alert(1)><script>alert(2)</script>';
const long = 'Whereas-it-is-expedient-'.repeat(5);
const typed = `${injected} ${long}`;

/** The pages of governance, in every state there is: normal, empty, past, wrong, nothing there. */
const pages: readonly (readonly [address: string, status: number])[] = [
  [`${kent}/decisions?kind=cabinet&missing=reasons&status=in-force`, 200],
  [`${kent}/decisions?portfolio=adults&asAt=2014-06-01`, 200],
  [`${kent}/decisions?ledTo=review%2Flegal-services`, 200],
  [`${kent}/decisions?asAt=2013-01-01&search=nothing`, 200],
  [`${kent}/decisions?page=none`, 400],
  [`${kent}/decisions/cabinet-2016-03-21?asAt=2016-03-25`, 200],
  [`${kent}/decisions/17-00055?asAt=2018-01-20`, 200],
  [`${kent}/decisions/13-0001`, 200],
  [`${kent}/decisions/cabinet-2016-03-21?asAt=2013-10-01`, 200],
  [`${kent}/decisions/cabinet-2016-03-21/statement`, 200],
  [`${kent}/decisions/injected`, 200],
  [`${kent}/decisions/injected/statement`, 200],
  [`${kent}/decisions/of-nobody`, 404],
  [`${kent}/authority?asAt=2015-01-01`, 200],
  [`${kent}/authority?asAt=2013-07-01`, 200],
  [`${kent}/authority/leader`, 200],
  [`${kent}/authority/executive-functions`, 200],
  [`${kent}/authority/person-0101`, 200],
  [`${kent}/authority/injected-body`, 200],
  [`${kent}/authority/of-nobody`, 404],
  [`${kent}/registers`, 200],
  [`${kent}/registers/exceptions`, 200],
  [`${kent}/registers/facts-changed`, 200],
  [`${kent}/registers/urgent-decisions?quarter=2014%2F15-Q1`, 200],
  [`${kent}/registers/of-nobody`, 404],
  [`${kent}/history?type=EntryStruck`, 200],
  [`${kent}/history?recordedFrom=2016-03-01&recordedTo=2016-03-31`, 200],
  [`${kent}/history?recordedFrom=soon`, 400],
  [`${kent}/history/injected-body`, 200],
  [`${kent}/compare?of=decision&knownFrom=2016-03-20`, 200],
  [`${kent}/compare?knownFrom=2014-01-01&thing=body%2Finjected-body`, 200],
  [
    `${kent}/compare?asAt=2016-04-01&knownFrom=2015-12-31&knownTo=2016-06-01&thing=review%2Flegal-services`,
    200,
  ],
  [`${kent}/reviews/legal-services`, 200],
];

let server: BuiltServer;
let browser: WindowOn;

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
  const observed = { provenance: 'observed', source: typed, effectiveOn: '2017-02-01' };
  const sent = [
    await server.issue('kent', 'establish-body', {
      ...observed,
      body: 'injected-body',
      name: typed,
      bodyKind: 'committee',
    }),
    await server.issue('kent', 'confer-power', {
      ...observed,
      power: 'injected-power',
      description: typed,
      on: 'injected-body',
    }),
    await server.issue('kent', 'appoint-member', {
      ...observed,
      body: 'injected-body',
      member: 'person-9001',
    }),
    await server.issue('kent', 'record-decision', {
      ...observed,
      takenOn: '2017-02-01',
      decision: 'injected',
      title: typed,
      maker: 'injected-body',
      power: 'injected-power',
      meeting: typed,
      reference: injected,
      text: typed,
      reasons: typed,
      alternatives: [{ option: typed, reason: typed }],
      conflicts: [{ declaredBy: typed, nature: typed, dispensation: typed }],
      key: false,
      keyReason: typed,
      papers: [typed],
    }),
    await server.issue('kent', 'rescind-decision', { ...observed, decision: 'injected', reason: typed }),
  ];
  expect(sent.map(({ status, text }) => (status === 201 ? status : text))).toEqual([201, 201, 201, 201, 201]);
  browser = await WindowOn.open(server.url);
});

afterAll(async () => {
  await browser.close();
  await server.stopAndForget();
});

const searchOf = (page: Page) => new URL(page.url()).searchParams;
const main = (page: Page) => page.locator('main').innerText();

describe('Every page of governance', () => {
  inChromium.each(pages)(
    '%s keeps axe and the console quiet, fits 320 pixels and 400 per cent, and shows markup as text',
    async (address, expected) => {
      await browser.on(address, wide, async (page, status) => {
        expect(status).toBe(expected);
        expect(await page.locator('main img, main script').count()).toBe(0);
        await page.setViewportSize(narrow.viewport);
        expect(await overflow(page)).toBe(0);
        await expectNoViolation(page);
      });
    },
  );

  inChromium('is as wide as its window at 400 per cent', async () => {
    for (const path of [
      'decisions/cabinet-2016-03-21',
      'authority',
      'compare',
      'history',
      'registers/exceptions',
    ]) {
      await browser.on(`${kent}/${path}`, zoomed, async (page) => expect(await overflow(page)).toBe(0));
    }
  });
});

describe('Who authorised Legal’s business case, on what it knew', () => {
  inChromium.each([true, false])(
    'is found in three clicks from the front page (scripts: %s)',
    async (javaScriptEnabled) => {
      await browser.on('/', { ...wide, javaScriptEnabled }, async (page) => {
        await page.getByRole('link', { name: 'Reviews', exact: true }).click();
        await page.getByRole('link', { name: 'Legal Services', exact: true }).click();
        const inShort = await main(page);
        expect(inShort).toContain('was authorised by Cabinet on 21 March 2016');
        expect(inShort).toContain('No full business case is authorised');
        await page.getByRole('link', { name: '21 March 2016: authorised to proceed' }).first().click();
        expect(Object.fromEntries(searchOf(page))).toEqual({ asAt: '2016-03-21', knownAt: '2016-03-21' });
        const known = await main(page);
        // The company was written down on the day after: on the day itself the partner was still the plan.
        expect(known).toContain(
          'Commercial partner, with an alternative business structure, chosen 15 May 2014',
        );
        expect(known).not.toContain('Wholly owned company');
      });
    },
  );
});

describe('The decision register', () => {
  inChromium.each([true, false])(
    'is narrowed, kept in its address, cleared and taken away as CSV (scripts: %s)',
    async (javaScriptEnabled) => {
      await browser.on(`${kent}/decisions?asAt=2016-06-01`, { ...wide, javaScriptEnabled }, async (page) => {
        await page.getByLabel('Kind of maker').selectOption('Cabinet');
        await page.getByLabel('Missing items').selectOption('The reasons');
        await page.getByLabel('Taken from').fill('1 January 2016');
        await page.getByRole('button', { name: 'Apply filters' }).click();
        expect(await main(page)).toContain('1 decision like that.');
        const asked = searchOf(page);
        expect([asked.get('asAt'), asked.get('kind'), asked.get('missing'), asked.get('from')]).toEqual([
          '2016-06-01',
          'cabinet',
          'reasons',
          '2016-01-01',
        ]);
        const csv = await page
          .getByRole('link', { name: 'Decisions, newest first as CSV' })
          .getAttribute('href');
        const lines = (await server.get(csv ?? '')).text.trim().split('\n');
        expect(lines).toHaveLength(2);
        expect(lines[1]).toContain('Legal Services: wholly owned company');
        await page.getByRole('link', { name: 'Clear filters' }).click();
        expect(searchOf(page).get('asAt')).toBe('2016-06-01');
        expect(searchOf(page).has('kind')).toBe(false);
      });
    },
  );
});

describe('A decision', () => {
  inChromium(
    'is followed to its maker as at its day, to an entry whole, and to the statement, dates kept',
    async () => {
      await browser.on(
        `${kent}/decisions/cabinet-2016-03-21?asAt=2016-06-01`,
        { ...wide, javaScriptEnabled: false },
        async (page) => {
          const clock = page.getByRole('group', { name: 'Call-in, drawn' });
          expect(await clock.locator('desc').textContent()).toBe(
            'Published Tue 22 Mar 2016; 5 clear days, the last Thu 31 Mar 2016; 4 days do not count; window over Fri 1 Apr 2016',
          );
          await page.getByRole('link', { name: 'Statement to print' }).click();
          expect(searchOf(page).get('asAt')).toBe('2016-06-01');
          expect(await main(page)).toContain('Not on the record: the reasons.');
          await page.getByRole('link', { name: 'Back to the decision' }).click();
          await page.getByRole('link', { name: 'Option chosen' }).first().click();
          expect(await main(page)).toContain('1 entry on the record');
          expect(await main(page)).toContain('Position in the log');
          await page.goBack();
          await page.getByRole('link', { name: 'On 21 March 2016, as it was known that day' }).click();
          expect(Object.fromEntries(searchOf(page))).toEqual({ asAt: '2016-03-21', knownAt: '2016-03-21' });
          expect(await main(page)).toContain('Who could decide what');
        },
      );
    },
  );

  inChromium('is reached from the register with the keyboard alone', async () => {
    await browser.on(`${kent}/decisions?search=wholly`, wide, async (page) => {
      const button = page.getByRole('button', { name: 'Apply filters' });
      await button.focus();
      // Past the link that clears the filters and the table, which moves by itself, to the first decision.
      for (let n = 0; n < 3; n++) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL(/decisions\/cabinet-2016-03-21/);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
        'Legal Services: wholly owned company',
      );
    });
  });
});

describe('Who knew what', () => {
  inChromium.each([true, false])(
    'is asked by choosing from lists, and told in words (scripts: %s)',
    async (javaScriptEnabled) => {
      await browser.on(`${kent}/compare?asAt=2016-04-01`, { ...wide, javaScriptEnabled }, async (page) => {
        await page.getByLabel('Kind of thing').selectOption('Review');
        await page.getByRole('button', { name: 'Compare' }).click();
        await page.getByLabel('Which review').selectOption('Legal Services');
        await page.getByRole('button', { name: 'Compare' }).click();
        const quick = page.getByRole('list', { name: 'Quick choices of two dates' });
        await quick.getByRole('link', { name: /that day, and now \(Legal Services: wholly owned/ }).click();
        expect(searchOf(page).get('knownFrom')).toBe('2016-03-21');
        const differs = page.getByRole('group', { name: 'What differs' });
        expect(await differs.getByRole('row', { name: /^Chosen, option/ }).innerText()).toMatch(
          /Commercial partner.*Wholly owned company/s,
        );
        expect(await differs.locator('mark').count()).toBeGreaterThan(4);
        expect(await differs.innerText()).not.toMatch(/stageSince|\bTRD\b(?!\))|cabinet-2016/);
      });
    },
  );
});

describe('The history', () => {
  inChromium('shows what was struck, its strike and what replaced it, side by side', async () => {
    await browser.on(`${kent}/history/communications?kind=service`, wide, async (page) => {
      await page.getByRole('link', { name: /Struck on 9 October 2013.*See what replaced it/ }).click();
      const said = await main(page);
      expect(said).toContain('3 entries on the record');
      expect(said).toContain('£2,360,000');
      expect(said).toContain('£3,260,000');
      expect(said).toContain('Two digits were exchanged');
    });
  });
});
