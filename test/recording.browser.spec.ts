import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expectNoViolation, inChromium, narrow, overflow, signIn, wide, WindowOn } from './browser.js';
import { commandNames, describeCommand, exampleBodies, isOfEveryCommand, type Control } from '#intake';
import { typeBody } from '#recording-pages';
import { BuiltServer, type Answer } from './built-server.js';
import { Visitor } from './identity/visitor.js';

const record = '/programmes/kent/record';
const injected = '<img src=x onerror=alert(1)><script>alert(2)</script>';

let server: BuiltServer;
let browser: WindowOn;
/** Somebody of the programme office, without scripts. */
const office = new Visitor(() => server);

beforeAll(async () => {
  server = await BuiltServer.startWithKent();
  browser = await WindowOn.open(server.url);
  await office.signIn('programme-office');
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
  inChromium('is pasted, refused row by row, put right and recorded whole', async () => {
    const line = (unit: string, name: string) => `A unit was set up, or was there already\t${unit}\t${name}`;
    const units = Array.from({ length: 30 }, (_, n) => line(`pasted-${n}`, `Pasted ${n}`));
    const head = 'What happened\tunit\tname';
    await inTheOffice(`${record}/meeting`, wide, async (page) => {
      await looksRight(page);
      await page.getByLabel('When did it meet?').fill('27 March 2014');
      const pasted = page.getByLabel('What was decided, pasted from a spreadsheet');
      await pasted.fill([head, ...units, 'A unit closed\tpasted-0\tX', `Units flew\t${injected}`].join('\n'));
      await page.getByRole('button', { name: 'Check each row' }).click();
      expect(await words(page)).toContain('Row 32, column C: “A unit closed” has no “name”: clear the cell');
      expect(await words(page)).toContain('Row 33, column A: nothing is called “Units flew”');
      await looksRight(page);
      await pasted.fill([head, ...units, line('finance', 'Finance')].join('\n'));
      await page.getByRole('button', { name: 'Check each row' }).click();
      expect(await words(page)).toMatch(/Row 32: .*finance/i);
      await pasted.fill([head, ...units].join('\n'));
      await page.getByRole('button', { name: 'Check each row' }).click();
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

/** Presses Tab until something has the focus. */
async function tabTo(page: Page, what: ReturnType<Page['locator']>): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed++) {
    if ((await what.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${what.toString()}`);
}

describe('Whoever has no mouse', () => {
  inChromium('finds, fills in, checks and records by the keyboard alone', async () => {
    await inTheOffice(record, wide, async (page) => {
      const press = (key: string) => page.keyboard.press(key);
      await tabTo(page, page.locator('summary', { hasText: 'A business unit changed' }));
      await press('Enter');
      await tabTo(page, page.getByRole('link', { name: 'A unit was renamed' }));
      await press('Enter');
      await page.waitForURL(/\/new\/rename-unit/);
      await tabTo(page, page.getByLabel('Unit', { exact: true }));
      await page.keyboard.type('Heritage');
      await tabTo(page, page.getByLabel('Name', { exact: true }));
      await page.keyboard.type('Heritage and Culture');
      await press('Enter');
      await page.waitForURL(/\/when/);
      await tabTo(page, page.getByLabel(/^Today/));
      await press('ArrowDown');
      await press('ArrowDown');
      await tabTo(page, page.getByLabel('Which day?'));
      await page.keyboard.type('1 March 2014');
      await press('Enter');
      await page.waitForURL(/\/check/);
      await tabTo(page, page.getByRole('button', { name: 'Record', exact: true }));
      await press('Enter');
      await page.waitForURL(/\/done/);
      expect(await words(page)).toContain('Unit renamed');
      expect(await words(page)).toContain('See Heritage and Culture');
    });
  });
});

describe('A refusal', () => {
  inChromium('shows the later entry in the way, its day, and where it is corrected', async () => {
    const renamed = await server.issue('kent', 'rename-unit', {
      ...{ unit: 'flood-risk', name: 'Flood and Water', effectiveOn: '2014-01-01' },
    });
    expect(renamed.status).toBe(201);
    await inTheOffice(`${record}/new/merge-units`, wide, async (page) => {
      await page.getByLabel('Unit 1').selectOption('flood-risk');
      await page.getByLabel('Successor').fill('Planning Applications');
      await goOn(page);
      await page.getByLabel('Another day, past or future').check();
      await page.getByLabel('Which day?').fill('1 December 2013');
      await goOn(page);
      expect(await page.title()).toMatch(/^Error: It cannot be recorded yet/);
      for (const said of ['Unit renamed', '1 January 2014', 'Unit: Flood Risk'])
        expect(await words(page)).toContain(said);
      expect(await page.getByRole('button', { name: 'Record', exact: true }).count()).toBe(0);
      await looksRight(page);
      expect((await page.reload())?.status()).toBe(409);
      await page.getByRole('link', { name: 'Unit renamed' }).click();
      expect(await words(page)).toContain('Flood and Water');
      await page.goBack();
      await page.getByRole('link', { name: 'Correct that entry' }).click();
      expect(await words(page)).toContain('Correct an entry');
    });
  });

  it('of an entry of the past offers an exception to its rule, and fills it in', async () => {
    const draft = await begin('conclude-appraisal', { review: 'communications', summary: 'One option' });
    const when = { when: 'day', 'when-day': '15 May 2014', decided: 'no' };
    const check = draft.replace('/when', '/check');
    await send(draft, when);
    expect((await office.go(check)).text).not.toContain('exception');
    await send(draft, { ...when, provenance: 'minuted' });
    const refused = await office.go(check);
    const [, offered = ''] = /href="([^"]+)">Give the reason for an exception/.exec(refused.text) ?? [];
    const asked = await office.go(plain(offered.split('#')[0] ?? ''));
    const rule = /id="exception.rule"[^>]* value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
    expect([refused.status, rule]).toEqual([409, 'spectrum-not-appraised']);
    const exception = { 'exception.rule': rule, 'exception.reason': 'Not in the minutes' };
    await send(draft, { ...when, provenance: 'minuted', ...exception });
    const { status, text } = await office.go(check);
    expect([status, text.includes('Check your answers before you record')]).toEqual([200, true]);
  });
});

const plain = (address: string) => address.replaceAll('&amp;', '&');
const recorded = commandNames.filter((name) => name !== 'strike-entry');
const asksFor = (command: string) =>
  (describeCommand(command)?.fields ?? []).filter(
    (field) => !isOfEveryCommand(field) && !['effectiveOn', 'takenOn', 'precision'].includes(field.name),
  );

/** Sends a page of a form as it is, with fields put in, and gives where that leads. */
async function send(address: string, fields: Record<string, string>): Promise<string> {
  const sent = await office.send(address, await office.go(address), fields);
  expect(sent.status).toBe(303);
  return sent.headers.get('location') ?? '';
}

/** Fills in the first page of a command, and gives the address of the second. */
async function begin(command: string, fields: Record<string, string>): Promise<string> {
  const next = await send(`${record}/new/${command}`, fields);
  expect([command, next]).toEqual([command, expect.stringMatching(/drafts\/[^/]+\/when\b/)]);
  return next.split('?')[0] ?? '';
}

/** What can be filled in on a page: its name, and whether a label says what it is. */
function controlsOf({ text }: Answer) {
  const main = text.slice(text.indexOf('<main'));
  return [...main.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].flatMap(([tag]) => {
    const [id, name] = ['id', 'name'].map((one) => new RegExp(` ${one}="([^"]+)"`).exec(tag)?.[1]);
    if (name === undefined || tag.includes('type="hidden"')) return [];
    return [{ name, isLabelled: id !== undefined && main.includes(` for="${id}"`) }];
  });
}

/** A value with every text in it that people may write as they like replaced. */
function everyText(control: Control, value: unknown, text: string): unknown {
  if (control.as === 'line' || control.as === 'passage') return text;
  if (control.as === 'list') return (value as unknown[]).map((one) => everyText(control.item, one, text));
  if (control.as !== 'object') return value;
  const inside = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(inside).map(([name, one]) => {
      const field = control.fields.find((known) => known.name === name);
      return [name, field ? everyText(field.control, one, text) : one];
    }),
  );
}

describe('The form of every command', () => {
  it('asks for each of its fields under a label, and for nothing that the record knows', async () => {
    const wrong: string[] = [];
    for (const command of recorded) {
      const page = await office.go(`${record}/new/${command}`);
      const controls = controlsOf(page);
      if (page.status !== 200) wrong.push(`${command} ${page.status}`);
      for (const { name, premise = false } of asksFor(command)) {
        const isAsked = controls.some((one) => one.name === name || one.name.startsWith(`${name}.`));
        // What an entry changes from is on the record: nobody is asked.
        if (isAsked === premise) wrong.push(`${command} ${isAsked ? 'asks' : 'does not ask'} for ${name}`);
      }
      for (const { name, isLabelled } of controls)
        if (!isLabelled) wrong.push(`${command} ${name}: no label`);
    }
    expect(wrong).toEqual([]);
    expect(recorded.length).toBeGreaterThan(100);
  });

  it('shows markup that was typed as text on the page that checks it', async () => {
    let shown = 0;
    for (const command of recorded) {
      const fields = asksFor(command);
      const body = everyText({ as: 'object', fields }, exampleBodies[command], injected);
      const typed = typeBody(fields, body as Record<string, unknown>);
      const draft = await begin(command, typed);
      const days = { when: 'day', 'when-day': '15 May 2014', decided: 'yes', source: injected };
      const { text } = await office.go(plain(await send(draft, days)));
      expect([command, /<img src=x|<script>alert/.exec(text)]).toEqual([command, null]);
      expect([command, text.includes('&lt;img src=x')]).toEqual([command, true]);
      if (/Check your answers|It cannot be recorded yet/.test(text)) shown++;
    }
    expect(shown).toBe(recorded.length);
  });

  inChromium('is quiet to axe where there is most to fill in', async () => {
    const most = [
      'define-rating-scale',
      'split-unit',
      'identify-saving',
      'set-council-setting',
      'issue-report',
    ];
    for (const command of most)
      await inTheOffice(`${record}/new/${command}`, wide, async (page) => {
        await page.evaluate("document.querySelectorAll('main details').forEach((one) => (one.open = true))");
        await looksRight(page);
      });
  });
});

describe('What leads to a form', () => {
  it('fills in the thing from what needs doing, whatever the sort', async () => {
    const opened = new Set<string>();
    for (const asAt of ['2013-10-15', '2014-06-01', '2014-12-20', '2015-06-01', '2016-04-01', '2018-03-01']) {
      const { text } = await office.go(`/programmes/kent/needs-doing?asAt=${asAt}`);
      for (const [, href = ''] of text.matchAll(/href="(\/programmes\/kent\/record\/[^"?]+[^"]*)"/g)) {
        const address = new URL(plain(href), server.url);
        const [, , , , page = '', command = ''] = address.pathname.split('/');
        const sort = page === 'new' ? command : page;
        if (opened.has(sort)) continue;
        opened.add(sort);
        const form = await office.go(address.pathname + address.search);
        expect([sort, form.status]).toEqual([sort, 200]);
        for (const [field, id] of address.searchParams)
          expect([sort, field, filledIn(form, field)]).toEqual([sort, field, id]);
      }
    }
    expect(opened.size).toBeGreaterThan(12);
  });

  it('is on the page of everything that may change, and keeps what it is about', async () => {
    for (const [page, kind] of Object.entries(pagesOfThings)) {
      const thing = await office.go(`/programmes/kent/${page}`);
      const [, href = ''] = /href="([^"]+)">Record something about this/.exec(thing.text) ?? [];
      const start = await office.go(plain(href));
      const forms = [...start.text.matchAll(/href="(\/programmes\/kent\/record\/new\/[^"]+)"/g)];
      expect([page, start.status, forms.length > 0]).toEqual([page, 200, true]);
      const id = page.split('/')[1];
      for (const [, form = ''] of forms) {
        const known = new URL(plain(form), server.url);
        expect([page, kind, ...known.searchParams.values()]).toEqual([page, kind, id]);
      }
    }
  });
});

/** A page of each kind of thing. */
const pagesOfThings: Readonly<Record<string, string>> = {
  'units/heritage': 'unit',
  'reviews/legal-services': 'review',
  'services/communications': 'service',
  'phases/phase-1': 'phase',
  'tranches/first-tranche': 'tranche',
  'projects/adult-social-care-efficiency': 'project',
  'savings/adults-efficiency': 'saving',
  'decisions/19-00010': 'decision',
  'authority/cabinet': 'body',
  'authority/deputy-leader': 'office',
};

/** What is filled in, or chosen, in a field of a form. */
function filledIn({ text }: Answer, field: string): string | undefined {
  const name = field.replaceAll('.', '\\.');
  const line = new RegExp(`<input[^>]* name="${name}"[^>]* value="([^"]*)"`).exec(text);
  const list = new RegExp(`<select[^>]* name="${name}"[^]*?</select>`).exec(text)?.[0] ?? '';
  return line?.[1] ?? /<option value="([^"]*)" selected/.exec(list)?.[1];
}
