import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectNoViolation, inChromium, narrow, overflow, wide, WindowOn } from './browser.js';
import { BuiltServer } from './built-server.js';

const kent = '/programmes/kent';
/** Every page, in every state there is: normal, empty, past, wrong. */
const pages: readonly (readonly [address: string, status: number])[] = [
  ['/', 200],
  [`${kent}?asAt=2013-07-01`, 200],
  [`${kent}?asAt=2014-03-31&knownAt=2014-04-15`, 200],
  ['/?asAt=2014-13-01&knownAt=soon', 400],
  [`${kent}/reviews`, 200],
  [`${kent}/reviews?asAt=2013-07-20`, 200],
  [`${kent}/reviews/legal-services?asAt=2016-04-01&knownAt=2015-12-31`, 200],
  [`${kent}/units?status=merged`, 200],
  [`${kent}/units/finance`, 200],
  [`${kent}/units/finance?asAt=2013-10-01`, 200],
  [`${kent}/decisions`, 200],
  [`${kent}/decisions?search=nothing-is-called-this`, 200],
  [`${kent}/decisions?from=soon`, 400],
  [`${kent}/decisions/county-council-2014-05-15`, 200],
  [`${kent}/history`, 200],
  [`${kent}/history/phase-1?asAt=2014-06-01`, 200],
  [`${kent}/compare?asAt=2014-06-01&knownFrom=2014-04-01&knownTo=2016-01-01`, 200],
  [
    `${kent}/compare?asAt=2016-04-01&knownFrom=2015-12-31&knownTo=2016-06-01&thing=review%2Flegal-services`,
    200,
  ],
  ['/cookies', 200],
  ['/accessibility', 200],
  ['/elsewhere', 404],
  [`${kent}/units/%zz`, 400],
  [`${kent}/units/of-nobody`, 404],
  ['/programmes/of-nobody', 404],
];

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

describe('Every page', () => {
  inChromium.each(pages)(
    '%s keeps axe and the console quiet, and fits 320 pixels',
    async (address, expected) => {
      await browser.on(address, wide, async (page, status) => {
        expect(status).toBe(expected);
        await expectNoViolation(page);
        await page.setViewportSize(narrow.viewport);
        expect(await overflow(page)).toBe(0);
        await expectNoViolation(page);
      });
    },
  );

  inChromium('shows the same words without scripts', async () => {
    const words = async (javaScriptEnabled: boolean) => {
      let text = '';
      await browser.on(`${kent}?asAt=2014-06-01`, { ...wide, javaScriptEnabled }, async (page) => {
        text = await page.locator('main').innerText();
      });
      return text;
    };
    const without = await words(false);
    expect(without).toContain('Reviews by stage');
    expect(without).toBe(await words(true));
  });
});

describe('The bar of dates', () => {
  inChromium.each([true, false])(
    'takes a date as a person types it (scripts: %s)',
    async (javaScriptEnabled) => {
      await browser.on(`${kent}/reviews`, { ...wide, javaScriptEnabled }, async (page) => {
        await page.getByLabel('As at').fill('31 March 2014');
        await page.getByLabel('As known on').fill('15/4/2014');
        await page.getByRole('button', { name: 'Show' }).click();
        expect(new URL(page.url()).search).toBe('?asAt=2014-03-31&knownAt=2014-04-15');
        const banner = page.getByRole('region', { name: 'The date of this page' });
        expect(await banner.innerText()).toContain('As at 31 March 2014, as known on 15 April 2014');
        await page.getByRole('link', { name: 'Business units' }).first().click();
        expect(new URL(page.url()).search).toBe('?asAt=2014-03-31&knownAt=2014-04-15');
        await page.getByRole('link', { name: 'Go to now' }).click();
        expect(new URL(page.url()).search).toBe('');
      });
    },
  );

  inChromium('is reached with the keyboard in the order in which it reads', async () => {
    await browser.on(`${kent}?asAt=2014-03-31`, wide, async (page) => {
      await page.getByLabel('As at').focus();
      const reached: string[] = [];
      for (let n = 0; n < 5; n++) {
        reached.push(
          await page.evaluate('document.activeElement.id || document.activeElement.textContent.trim()'),
        );
        await page.keyboard.press('Tab');
      }
      expect(reached).toEqual(['asAt', 'knownAt', 'Show', 'Today', 'End of last month']);
    });
  });

  inChromium('steps to the days on which something changed', async () => {
    await browser.on(`${kent}?asAt=2014-03-31`, wide, async (page) => {
      await page.getByRole('link', { name: 'Changes next: 1 April 2014' }).click();
      expect(new URL(page.url()).search).toBe('?asAt=2014-04-01');
      expect(await page.locator('main').innerText()).toContain('65');
    });
  });

  inChromium('gives what was typed back where it is no date, and leads to the field', async () => {
    await browser.on(`${kent}?asAt=2014-13-01`, wide, async (page) => {
      await page.getByRole('link', { name: 'As at must be a date' }).click();
      expect(await page.evaluate('document.activeElement.id')).toBe('asAt');
      expect(await page.getByLabel('As at').inputValue()).toBe('2014-13-01');
    });
  });
});

describe('What somebody typed', () => {
  inChromium('shows as text wherever it holds markup', async () => {
    const injected = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const sent = await server.issue('kent', 'propose-review', {
      review: 'injected',
      name: injected,
      effectiveOn: '2014-01-10',
      provenance: 'observed',
      source: `"'>${injected}`,
    });
    expect(sent.status).toBe(201);
    for (const path of ['reviews', 'reviews/injected', 'history/injected', 'compare?knownFrom=2014-01-01']) {
      await browser.on(`${kent}/${path}`, wide, async (page) => {
        expect(await page.locator('main').innerText()).toMatch(/<img src=x onerror|injected/);
        expect(await page.locator('main img, main script').count()).toBe(0);
      });
    }
    await browser.on(`/?asAt=${encodeURIComponent(injected)}`, wide, async (page) => {
      expect(await page.getByLabel('As at').inputValue()).toBe(injected);
    });
  });
});

describe('What is served beside the pages', () => {
  it('is a problem as JSON to a program and as a page to a browser', async () => {
    expect((await server.get('/elsewhere')).headers.get('content-type')).toContain(
      'application/problem+json',
    );
    const page = await server.get('/elsewhere', { accept: 'text/html,*/*' });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(page.text).toContain('There is no such page');
  });

  it('is kept by a browser for good, under an address that changes with it', async () => {
    const page = await server.get('/');
    const [style = ''] = /\/assets\/[0-9a-f]+\/minutebook\.css/.exec(page.text) ?? [];
    const sheet = await server.get(style);
    expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(sheet.text).not.toMatch(/GDS Transport|@font-face|crown|crest/i);
  });

  it('allows no script or style that this server did not send', async () => {
    const { headers, text } = await server.get('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const [, nonce = ''] = /script-src 'self' 'nonce-([0-9a-f]+)'/.exec(policy) ?? [];
    expect(nonce.length).toBe(32);
    expect(text).toContain(`<script nonce="${nonce}">`);
  });
});

/** Pages that draw, every kind of drawing among them. */
const drawing = [
  `${kent}?asAt=2014-06-01`,
  `${kent}?asAt=2017-03-31`,
  `${kent}/units/finance`,
  `${kent}/decisions/17-00055`,
  `${kent}/savings/adults-efficiency?asAt=2017-03-31`,
  `${kent}/projects/adult-social-care-efficiency?asAt=2017-03-31`,
  `${kent}/authority`,
  `${kent}/history`,
  `${kent}/changes?from=2014-03-31&to=2014-04-01`,
];

/** Labels of one drawing that lie on one another, as the browser has drawn them. */
const colliding = `[...document.querySelectorAll('.mb-chart svg, figure svg')].flatMap((svg) => {
  const labels = [...svg.querySelectorAll('text')].map((label) => ({ says: label.textContent, box: label.getBoundingClientRect() }));
  return labels.flatMap(({ says, box }, n) => labels.slice(n + 1)
    .filter(({ box: other }) => Math.min(box.right, other.right) - Math.max(box.left, other.left) > 0.5
      && Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > box.height * 0.3)
    .map((other) => says + ' lies on ' + other.says));
})`;

interface WordsDrawn {
  readonly color: string;
  readonly fills: readonly string[];
  readonly count: number;
}

/** In which colours the words of drawings are, beside the colour of words; how many words there are. */
const colours = `(() => {
  const probe = document.body.appendChild(document.createElement('p'));
  probe.style.color = 'CanvasText';
  const { color } = getComputedStyle(probe);
  const fills = [...document.querySelectorAll('.mb-chart text')].map((label) => getComputedStyle(label).fill);
  return { color, fills: [...new Set(fills)], count: fills.length };
})()`;

describe('Every drawing', () => {
  inChromium.each(drawing)('of %s has no two labels on one another, wide or narrow', async (address) => {
    await browser.on(address, wide, async (page) => {
      expect(await page.locator('svg text').count()).toBeGreaterThan(0);
      for (const { viewport } of [wide, narrow]) {
        await page.setViewportSize(viewport);
        // What is folded away has no size.
        expect(await page.evaluate(colliding)).toEqual([]);
      }
    });
  });

  inChromium.each(drawing)(
    'of %s is written in the colour of words where colours are forced',
    async (address) => {
      await browser.on(address, { ...wide, forcedColors: 'active' }, async (page) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const { color, fills, count } = await page.evaluate<WordsDrawn>(colours);
          expect(count).toBeGreaterThan(0);
          expect(fills).toEqual([color]);
        }
      });
    },
  );
});
