import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoViolation, inChromium, narrow, overflow, wide, WindowOn } from './browser.js';
import { BuiltServer } from './built-server.js';

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

async function signIn(page: Page, role: string): Promise<void> {
  await page.getByRole('link', { name: 'Sign in' }).first().click();
  await page.getByRole('radio', { name: role }).check();
  await page.getByRole('button', { name: 'Sign in' }).click();
}

describe('Signing in', () => {
  inChromium.each([
    ['wide', wide, true],
    ['at 320 pixels without scripts', { ...narrow, javaScriptEnabled: false }, false],
  ] as const)('and what it opens is calm, %s', async (_how, window, withAxe) => {
    await browser.on('/programmes/kent/reviews?asAt=2014-06-01', window, async (page) => {
      const look = async () => {
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        if (withAxe) await expectNoViolation(page);
      };
      await page.getByRole('link', { name: 'Sign in' }).first().click();
      await look();
      await page.getByRole('button', { name: 'Sign in' }).click();
      expect(await page.getByRole('alert').textContent()).toContain('Select a role');
      await look();
      await page.getByRole('radio', { name: 'Administrator' }).check();
      await page.getByRole('button', { name: 'Sign in' }).click();
      expect(new URL(page.url()).search).toBe('?asAt=2014-06-01');
      expect(await page.getByText('Signed in as Administrator').count()).toBe(1);
      await look();
      for (const name of ['Your sessions', 'Who is signed in', 'Audit log', 'Cookies']) {
        await page.getByRole('link', { name, exact: true }).click();
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
        await look();
      }
      await page.getByRole('button', { name: 'Sign out' }).first().click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('You are signed out');
      await look();
      await signIn(page, 'Reporting');
      await page.goto(`${server.url}/sessions`);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Only administrators');
      await look();
    });
  });

  it('has a browser, or says that it has none', () => {
    expect(browser).toBeDefined();
  });
});
