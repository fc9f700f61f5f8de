import { expect, it } from '@jest/globals';
import axe, { type AxeResults } from 'axe-core';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const executablePath = '/usr/bin/chromium';
const hasChromium = existsSync(executablePath);

/** A test in a browser. Without Chromium each is skipped by its name. */
export const inChromium = hasChromium ? it : it.skip;

export const wide = { viewport: { width: 1100, height: 900 } };
export const narrow = { viewport: { width: 320, height: 640 } };

/** How long a page is waited for, in milliseconds: beside other work it is slow, and only what never comes is a fault. */
const patience = 300_000;

/** By how many pixels the page is wider than its window. */
export const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - window.innerWidth');

/** Signs in to the demonstration as the programme office, on the page that asks who one is. */
export async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Programme office').check();
  await page
    .getByRole('button', { name: /sign in|continue/i })
    .first()
    .click();
}

/** Expects axe to find nothing on the page as it stands. */
export async function expectNoViolation(page: Page): Promise<void> {
  // Asked in the page itself: no page has a frame, and a second window for each question takes ten times as long.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

/** Chromium with no windows, on one server. */
export class WindowOn {
  private constructor(
    private readonly browser: Browser | undefined,
    private readonly url: string,
  ) {}

  /** Opens it; where there is no Chromium, there is nothing to open and every test is skipped. */
  static async open(url: string): Promise<WindowOn> {
    // As root, Chromium runs without its sandbox or not at all.
    const browser = hasChromium
      ? await chromium.launch({ executablePath, args: ['--no-sandbox'] })
      : undefined;
    return new WindowOn(browser, url);
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }

  /** Does something on a page of its own; what the console said beside a refused request is what went wrong. */
  async on(
    address: string,
    options: BrowserContextOptions,
    look: (page: Page, status: number) => Promise<void>,
  ): Promise<void> {
    const context = await (this.browser as Browser).newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    try {
      const response = await page.goto(this.url + address);
      await look(page, response?.status() ?? 0);
      const wrong = said.filter((text) => !/^Failed to load resource: .* status of 4\d\d/.test(text));
      expect(wrong).toEqual([]);
    } finally {
      await context.close();
    }
  }
}
