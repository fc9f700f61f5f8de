import { expect, it } from '@jest/globals';
import axe from 'axe-core';
import { existsSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type ConsoleMessage,
  type Page,
} from 'playwright-core';

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
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  expect(await page.evaluate<[string, string][]>(violations)).toEqual([]);
}

/** Each rule that is broken, with the first place; what holds everywhere is left in the page. */
const violations = `axe.run({ resultTypes: ['violations'] }).then((found) =>
  found.violations.map(({ id, nodes }) => [id, nodes[0].html]))`;

/** Chromium with no windows, on one server. */
export class WindowOn {
  /** The page of each sort of window, by the options that are not its size. */
  private readonly pages = new Map<string, Page>();

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

  /** Does something on a page, signed in nowhere; what the console said beside a refused request is what went wrong. */
  async on(
    address: string,
    { viewport = wide.viewport, ...options }: BrowserContextOptions,
    look: (page: Page, status: number) => Promise<void>,
  ): Promise<void> {
    const page = await this.pageFor(options);
    if (viewport) await page.setViewportSize(viewport);
    const said: string[] = [];
    const onConsole = (message: ConsoleMessage) => said.push(message.text());
    const onError = (error: Error) => said.push(error.message);
    page.on('console', onConsole).on('pageerror', onError);
    const response = await page.goto(this.url + address);
    await look(page, response?.status() ?? 0);
    // Left before the next begins: what it still says is its own. Of the same server, the page keeps its process.
    await page.goto(`${this.url}/health`);
    page.off('console', onConsole).off('pageerror', onError);
    await page.context().clearCookies();
    this.pages.set(JSON.stringify(options), page);
    const wrong = said.filter((text) => !/^Failed to load resource: .* status of 4\d\d/.test(text));
    expect(wrong).toEqual([]);
  }

  /**
   * The page that was left last by whoever looked the same way, or a new one: a window of its own for each look costs as much
   * as the look. Nothing but cookies outlives a page here; one that a test failed on is never given out again.
   */
  private async pageFor(options: BrowserContextOptions): Promise<Page> {
    const sort = JSON.stringify(options);
    const left = this.pages.get(sort);
    this.pages.delete(sort);
    if (left) return left;
    const context = await (this.browser as Browser).newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    return page;
  }
}
