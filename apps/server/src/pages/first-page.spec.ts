import { beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate, parseFinancialYear, type FinancialYear } from '#calendar';
import { MemoryEventStore } from '#event-store';
import type { ProgrammeCommand, ReviewCommand, ReviewPart } from '#programme';
import { overview, Reader, ReadModel } from '#read-model';
import { Recorder } from '#recording';
import { firstPage, noProgrammePage, wrongDatesPage, type FirstPageFacts } from './first-page.js';
import { escaped, table } from './html.js';

const withoutStyle = (html: string) => html.replace(/<style>[\s\S]*<\/style>/, '');
const textOf = (html: string) =>
  withoutStyle(html)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

let clock = '2013-09-20T09:00:00.000Z';
const store = new MemoryEventStore({ clock: () => clock });
const model = ReadModel.open(':memory:');
const reader = new Reader(model);

async function record(at: string, commands: readonly (ProgrammeCommand | ReviewCommand)[]) {
  clock = at;
  const recorder = new Recorder(store);
  for (const [n, command] of commands.entries()) {
    const sender = { actor: 'officer', capacity: 'programme-office', fingerprint: 'f' };
    const outcome = await recorder.record(command, { ...sender, commandId: `${at}/${n}` });
    expect(outcome).toMatchObject({ outcome: 'recorded' });
  }
}

function factsAt(asAt: string, knownAt?: string): FirstPageFacts {
  const moment = reader.moment(civilDate(asAt), knownAt === undefined ? undefined : civilDate(knownAt));
  return {
    view: overview(reader, 'county', moment),
    reviews: reader.list<ReviewPart>('county', 'review', moment),
    moment,
    demonstration: true,
    later: reader.laterEntries('county', [], moment),
    afterwards: moment.knownAt === undefined ? reader.recordedAfterwards('county', [], moment) : [],
  };
}

const minuted = { programme: 'county', provenance: 'minuted' } as const;

beforeAll(async () => {
  const of2013 = { ...minuted, effectiveOn: civilDate('2013-09-19') };
  const years = { fromYear: parseFinancialYear('2015/16'), toYear: parseFinancialYear('2017/18') } as {
    fromYear: FinancialYear;
    toYear: FinancialYear;
  };
  await record('2013-09-20T09:00:00.000Z', [
    { ...of2013, type: 'start-programme', name: 'The <b>whole</b> council' },
    { ...of2013, type: 'set-savings-target', pence: 23_900_000_000, ...years, basis: 'not-stated' },
    { ...of2013, type: 'plan-phase', phase: 'phase-1', name: 'Phase 1' },
    { ...of2013, type: 'propose-review', review: 'legal', name: 'Legal Services' },
  ]);
  await record('2014-01-10T09:00:00.000Z', [
    { ...minuted, effectiveOn: civilDate('2013-10-01'), type: 'open-phase', phase: 'phase-1' },
  ]);
  for await (const page of store.readAll()) model.apply(page);
});

describe('The first page', () => {
  it('says as at which day, as known when, and what was recorded after that day', () => {
    const text = textOf(firstPage(factsAt('2013-10-15')));
    expect(text).toContain('As at 15 October 2013, as known now.');
    expect(text).toContain('£239,000,000 over 2015/16 to 2017/18, gross or net not stated');
    expect(text).toContain('Phase 1 open');
    expect(text).toContain('Recorded after this date');
    expect(text).toContain('10 January 2014 Phase opened programme 1 October 2013');
  });

  it('shows the same day as it was known before, and that a later entry changes it', () => {
    const text = textOf(firstPage(factsAt('2013-10-15', '2013-12-31')));
    expect(text).toContain(
      'As at 15 October 2013, as known on 31 December 2013. 1 later entry changes this date.',
    );
    expect(text).toContain('Phase 1 planned');
  });

  it('is an answer with nothing in it on a day before the programme began', () => {
    const text = textOf(firstPage(factsAt('2013-07-01')));
    expect(text).toContain('The programme had not begun on this day.');
    expect(text).toContain('Savings: none set');
  });

  it('keeps both dates in its links, so that each is a citation', () => {
    expect(firstPage(factsAt('2013-10-15', '2013-12-31'))).toContain(
      '/api/programmes/county/reviews/legal?asAt=2013-10-15&#38;knownAt=2013-12-31',
    );
  });

  it('shows markup in a name as text', () => {
    const html = firstPage(factsAt('2013-10-15'));
    expect(html).not.toContain('<b>');
    expect(html).toContain('The &#60;b&#62;whole&#60;/b&#62; council');
  });

  it('says that it is a demonstration where it is one', () => {
    const facts = factsAt('2013-10-15');
    expect(textOf(firstPage(facts))).toContain('Its recording instants are illustrative');
    expect(textOf(firstPage({ ...facts, demonstration: false }))).not.toContain('demonstration');
  });
});

describe('Dates that cannot be read', () => {
  const html = wrongDatesPage(
    { asAt: '2016-13-01', knownAt: '"><script>' },
    [{ field: 'asAt', problem: 'asAt must be a date written like 2013-10-15' }],
    false,
  );

  it('are named in a summary that leads to the field, which keeps what was typed', () => {
    expect(html).toContain('<li><a href="#asAt">As at must be a date written like 2013-10-15</a></li>');
    expect(html).toContain('value="2016-13-01" aria-describedby="asAt-error" aria-invalid="true"');
    expect(html).toContain('<title>Error: choose a date – Minutebook</title>');
  });

  it('come back as text', () => {
    expect(html).not.toContain('<script>');
  });
});

describe('A book without the programme', () => {
  it('says what to do next', () => {
    expect(textOf(noProgrammePage(undefined, false))).toContain(
      'load the demonstration with minutebook demo',
    );
    expect(textOf(noProgrammePage('x', false))).toContain('Nothing called x was on the record by then');
  });
});

describe('HTML', () => {
  it('escapes what would end an element or an attribute', () => {
    expect(escaped(`<a href="x">'&`)).toBe('&#60;a href=&#34;x&#34;&#62;&#39;&#38;');
  });

  it('says so where a table has no rows', () => {
    expect(table('Phases', ['Phase'], [])).toBe('<h2>Phases</h2><p>None.</p>');
  });
});
