import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectNoViolation, inChromium, narrow, overflow, wide, WindowOn } from './browser.js';
import { BuiltServer, environmentFor, runBuiltCli } from './built-server.js';

const record = '/programmes/kent/record';
const injected = '<img src=x onerror=alert(1)><script>alert(2)</script>';

let server: BuiltServer;
let browser: WindowOn;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'minutebook-'));
  expect(runBuiltCli(['demo'], environmentFor(folder)).status).toBe(0);
  server = await BuiltServer.start({ folder, settings: { MINUTEBOOK_DEMONSTRATION: 'kent' } });
  browser = await WindowOn.open(server.url);
});

afterAll(async () => {
  await browser.close();
  await server.stopAndForget();
});

/** On a page of the programme office, signed in. */
function inTheOffice(address: string, options: BrowserContextOptions, look: (page: Page) => Promise<void>) {
  return browser.on(`/sign-in?return=${encodeURIComponent(address)}`, options, async (page) => {
    await signIn(page);
    await look(page);
  });
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Programme office').check();
  await page
    .getByRole('button', { name: /sign in|continue/i })
    .first()
    .click();
}

const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).last().click();
const words = (page: Page) => page.locator('main').innerText();

/** Axe and the width at 320 pixels; without scripts in the page neither can be asked. */
async function looksRight(page: Page, scripts = true): Promise<void> {
  if (!scripts) return;
  await expectNoViolation(page);
  const size = page.viewportSize();
  await page.setViewportSize(narrow.viewport);
  expect(await overflow(page)).toBe(0);
  if (size) await page.setViewportSize(size);
}

describe('A late decision', () => {
  inChromium.each([true, false])(
    'is recorded by whoever has never seen it (scripts: %s)',
    async (javaScriptEnabled) => {
      const title = `Late decision ${String(javaScriptEnabled)} ${injected}`;
      await inTheOffice(record, { ...wide, javaScriptEnabled }, async (page) => {
        await looksRight(page, javaScriptEnabled);
        await page.getByRole('link', { name: 'A decision was taken' }).first().click();
        await goOn(page);
        expect(await page.title()).toMatch(/^Error: /);
        await looksRight(page, javaScriptEnabled);
        await page.getByRole('link', { name: 'Enter what it is about' }).click();
        if (javaScriptEnabled) expect(await page.evaluate('document.activeElement.id')).toBe('title');
        await page.getByLabel('What it is about').fill(title);
        await page.getByLabel('Taken by').fill('County Council');
        await goOn(page);
        await looksRight(page, javaScriptEnabled);
        await page.getByLabel('Another day, past or future').check();
        await page.getByLabel('Which day?').fill('15/5/2014');
        await goOn(page);
        expect(await words(page)).toContain('This lands in the past');
        expect(await page.locator('main img, main script').count()).toBe(0);
        await looksRight(page, javaScriptEnabled);
        await page.getByRole('button', { name: 'Record', exact: true }).click();
        expect(await words(page)).toContain('Decision recorded');
        await looksRight(page, javaScriptEnabled);
        await page.reload();
        await page.goBack();
      });
      const { body } = await server.get(
        `/api/programmes/kent/decisions?search=${encodeURIComponent(`Late decision ${String(javaScriptEnabled)}`)}`,
      );
      expect(
        (body['decisions'] as { title: string; takenOn: string }[]).map((one) => [one.title, one.takenOn]),
      ).toEqual([[title, '2014-05-15']]);
    },
  );
});

describe('A meeting', () => {
  inChromium('is pasted, refused line by line, put right and recorded whole', async () => {
    const line = (unit: string, name: string) => `A unit was set up, or was there already\t${unit}\t${name}`;
    const units = Array.from({ length: 30 }, (_, n) => line(`pasted-${n}`, `Pasted ${n}`));
    const head = 'What happened\tunit\tname';
    await inTheOffice(`${record}/meeting`, wide, async (page) => {
      await looksRight(page);
      await page.getByLabel('When did it meet?').fill('27 March 2014');
      const pasted = page.getByLabel('What was decided, pasted from a spreadsheet');
      await pasted.fill([head, ...units, 'A unit closed\tpasted-0\tX', `Units flew\t${injected}`].join('\n'));
      await page.getByRole('button', { name: 'Check each line' }).click();
      expect(await words(page)).toContain('Line 32: “name” is no heading for “A unit closed”');
      expect(await words(page)).toContain('Line 33: nothing is called “Units flew”');
      await looksRight(page);
      await pasted.fill([head, ...units, line('finance', 'Finance')].join('\n'));
      await page.getByRole('button', { name: 'Check each line' }).click();
      expect(await words(page)).toMatch(/Line 32: .*finance/i);
      await pasted.fill([head, ...units].join('\n'));
      await page.getByRole('button', { name: 'Check each line' }).click();
      expect(await words(page)).toContain('Will be recorded');
      await looksRight(page);
      await page.getByRole('button', { name: 'Record the whole meeting' }).click();
      expect(await words(page)).toContain('The whole meeting');
      await looksRight(page);
    });
    const { body } = await server.get('/api/programmes/kent/units');
    const ids = (body['units'] as { id: string }[]).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('pasted-')).length).toBe(30);
  });
});

describe('An entry that was wrong', () => {
  inChromium('is struck and replaced, seeing both', async () => {
    const { body } = await server.get('/api/programmes/kent/history/legal-services?kind=review');
    const entry = (body['history'] as { id: string; type: string }[]).find(
      ({ type }) => type === 'ReviewDeferred',
    );
    await inTheOffice(`/programmes/kent/history?entries=${entry?.id}`, wide, async (page) => {
      await page.getByRole('link', { name: /^Correct this/ }).click();
      await looksRight(page);
      await goOn(page);
      await looksRight(page);
      await page.getByLabel(/It happened otherwise/).check();
      await page.getByLabel('Why is it struck?').fill('The minutes say otherwise');
      await page.getByLabel('On whose authority?').fill('Head of Paid Service');
      await goOn(page);
      await page.getByLabel('Reason').fill('Another reason');
      await goOn(page);
      expect(await page.locator('main mark').allInnerTexts()).toEqual(['Another reason']);
      await looksRight(page);
      await page.getByRole('button', { name: 'Record', exact: true }).click();
      expect(await words(page)).toContain('Entry struck');
      await looksRight(page);
    });
  });
});

describe('What somebody else records meanwhile', () => {
  inChromium('is shown beside what one is about to record', async () => {
    await inTheOffice(`${record}/new/set-unit-posts?unit=finance`, wide, async (page) => {
      await page.getByLabel('Posts').fill('12');
      await goOn(page);
      await goOn(page);
      const sent = await server.issue('kent', 'rename-unit', {
        unit: 'finance',
        name: 'Finance and Procurement',
      });
      expect(sent.status).toBe(201);
      await page.getByRole('button', { name: 'Record', exact: true }).click();
      expect(await words(page)).toContain('Somebody else recorded about the same since you began');
      expect(await words(page)).toContain('Unit renamed');
      await looksRight(page);
      await page.getByRole('button', { name: 'Record all the same' }).click();
      expect(await words(page)).toContain('Unit posts');
    });
  });

  inChromium('or stands in the way says so, with where to correct it', async () => {
    await inTheOffice(`${record}/new/register-unit`, wide, async (page) => {
      await page.getByLabel('Name').fill('Finance again');
      await page.locator('summary').first().click();
      await page.getByLabel('Unit (optional)').fill('finance');
      await goOn(page);
      await goOn(page);
      expect(await words(page)).toMatch(/It cannot be recorded|It contradicts/);
      await looksRight(page);
    });
  });
});

describe('A session that ends', () => {
  inChromium('costs nobody what they typed', async () => {
    await inTheOffice(
      `${record}/new/close-unit?unit=finance`,
      { ...wide, javaScriptEnabled: false },
      async (page) => {
        await page.getByLabel('Reason').fill(`Typed before ${injected}`);
        await page.context().clearCookies();
        await goOn(page);
        expect(new URL(page.url()).pathname).toBe('/sign-in');
        await signIn(page);
        expect(await page.getByLabel('Reason').inputValue()).toBe(`Typed before ${injected}`);
        expect(await words(page)).toContain('Nothing you typed is lost');
        await goOn(page);
        await page.context().clearCookies();
        await page.getByLabel('Only the month or the year is known').check();
        await page.getByLabel('Which month or year?').fill('April 2030');
        await goOn(page);
        await signIn(page);
        expect(await page.getByLabel('Which month or year?').inputValue()).toBe('April 2030');
        await goOn(page);
        expect(await words(page)).toContain('This lies in the future');
        await page.goto(new URL(record, page.url()).href);
        expect(await words(page)).toContain('Drafts you have not finished');
      },
    );
  });
});
