import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectNoViolation, inChromium, narrow, overflow, signIn, wide, WindowOn } from './browser.js';
import { BuiltServer } from './built-server.js';

const needsDoing = '/programmes/kent/needs-doing';
let server: BuiltServer;
let browser: WindowOn;

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
  browser = await WindowOn.open(server.url);
});

afterAll(async () => {
  await browser.close();
  await server.stopAndForget();
});

async function record(command: string, body: object): Promise<void> {
  expect((await server.issue('kent', command, body)).status).toBe(201);
}
const plan = (phase: string) => record('plan-phase', { phase, name: `Phase ${phase}` });

describe('A page that is open on now', () => {
  inChromium('says by itself that something was recorded, and shows it when asked', async () => {
    await browser.on('/programmes/kent', wide, async (page) => {
      const banner = page.locator('.mb-live');
      expect(await banner.innerText()).toBe('');
      await plan('four');
      await banner.getByRole('link').waitFor();
      expect(await banner.innerText()).toBe('1 entry was recorded since this page was opened. Show it');
      await plan('five');
      await page.getByText('2 entries were recorded since this page was opened.').waitFor();
      await expectNoViolation(page);
      expect(await page.locator('main').innerText()).not.toContain('Phase five');
      await banner.getByRole('link', { name: 'Show them' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/minPosition=/);
      expect(await page.content()).toContain('Phase five');
      expect(await banner.innerText()).toBe('');
    });
  });

  inChromium('says nothing of what the page does not read', async () => {
    await browser.on('/programmes/kent/reviews', narrow, async (page) => {
      await plan('six');
      await record('defer-review', { review: 'edukent', reason: 'The election' });
      await page.locator('.mb-live a').waitFor();
      expect(await page.locator('.mb-live').innerText()).toBe(
        '1 entry was recorded since this page was opened. Show it',
      );
      expect(await overflow(page)).toBe(0);
    });
  });

  inChromium(
    'is the only one that listens: a page of another date, or without scripts, has nothing to',
    async () => {
      await browser.on('/programmes/kent?asAt=2014-06-01', wide, async (page) => {
        expect(await page.locator('.mb-live').count()).toBe(0);
      });
      await browser.on('/programmes/kent', { ...wide, javaScriptEnabled: false }, async (page) => {
        expect(await page.locator('.mb-live').isVisible()).toBe(false);
      });
    },
  );
});

describe('The page of what needs doing', () => {
  inChromium.each([
    [needsDoing, 'Overdue'],
    [`${needsDoing}?asAt=2019-03-26`, '3 clear working days left, ends Fri 29 Mar 2019'],
    [`${needsDoing}?asAt=2012-01-01`, 'Nothing needs doing as at 1 January 2012.'],
    [`${needsDoing}?asAt=2019-03-26&urgency=today`, 'Nothing under these filters.'],
  ])('%s keeps axe and the console quiet, and fits 320 pixels', async (address, says) => {
    await browser.on(address, wide, async (page) => {
      expect(await page.locator('main').innerText()).toContain(says);
      await expectNoViolation(page);
    });
    await browser.on(address, { ...narrow, javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('main').innerText()).toContain(says);
      expect(await overflow(page)).toBe(0);
    });
  });

  inChromium('is filtered by the keyboard, keeps its dates, and leads to what records it', async () => {
    const asked = encodeURIComponent(`${needsDoing}?asAt=2019-03-26`);
    await browser.on(`/sign-in?return=${asked}`, wide, async (page) => {
      await signIn(page);
      await page.getByLabel('What', { exact: true }).focus();
      await page.keyboard.type('Call-in window');
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: 'Apply filters' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/sort=call-in-window/);
      expect(new URL(page.url()).searchParams.get('asAt')).toBe('2019-03-26');
      const next = page.getByRole('link', { name: /^Call in decision/ });
      expect(await next.getAttribute('href')).toBe(
        '/programmes/kent/record/new/call-in-decision?decision=19-00010',
      );
    });
  });
});

it('The list as CSV has the same items, and a header though there are none', async () => {
  const lines = async (query: string) =>
    (await server.get(`/api${needsDoing}?format=csv&${query}`)).text.trimEnd().split('\n');
  const window = await lines('asAt=2019-03-26&sort=call-in-window');
  expect(window).toHaveLength(2);
  const none = await lines('asAt=2012-01-01');
  expect(none).toEqual([window[0]]);
});
