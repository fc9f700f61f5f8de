import { beforeAll, describe, expect, it } from '@jest/globals';
import { civilDate, parseFinancialYear, type FinancialYear } from '#calendar';
import { MemoryEventStore } from '#event-store';
import type { ProgrammeCommand, ReviewCommand } from '#programme';
import {
  overview,
  ratings,
  Reader,
  ReadModel,
  reviewsByStage,
  savingsOverTime,
  savingsSteps,
  unitCount,
  unitFlow,
} from '#read-model';
import { Recorder } from '#recording';
import type { Where } from '../addresses-of-pages.js';
import { afterwardsOf, dateBar, laterOf } from '../date-bar.js';
import { frameOf } from '../frame.js';
import { namesAt } from '../names.js';
import { render } from '../templates.js';
import { overviewPage } from './overview-page.js';

const textOf = (html: string) =>
  html
    .replace(/<(script|title|desc)\b[\s\S]*?<\/\1>/g, ' ')
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

/** The page as a browser gets it. */
function pageAt(asAt: string, knownAt?: string, demonstration = true): string {
  const moment = reader.moments.at(civilDate(asAt), knownAt === undefined ? undefined : civilDate(knownAt));
  const where: Where = { programme: 'county', asAt, ...(knownAt !== undefined && { knownAt }) };
  const dates = dateBar({
    where,
    path: '',
    kept: {},
    today: civilDate('2026-11-24'),
    moment,
    phases: reader.parts.list('county', 'phase', moment),
    lastMeeting: undefined,
    changedBefore: reader.moments.changeDay('county', 'before', moment),
    changedAfter: reader.moments.changeDay('county', 'after', moment),
    later: laterOf(reader, 'county', [], moment),
    afterwards: afterwardsOf(reader, 'county', [], moment),
    names: namesAt(reader, where, moment),
  });
  const page = overviewPage({
    where,
    asAt,
    view: overview(reader, 'county', moment),
    stages: reviewsByStage.rows(reader, 'county', moment),
    savings: savingsSteps.rows(reader, 'county', moment),
    savingsOverTime: savingsOverTime.rows(reader, 'county', moment),
    unitCount: unitCount(reader, 'county', moment),
    unitFlow: unitFlow.rows(reader, 'county', moment),
    rated: { ratings: ratings(reader, 'county', moment), scales: [], projects: [] },
  });
  const serving = { demonstration, assets: '/assets/1', nonce: 'n' };
  const frame = frameOf(page.name, serving, { where, section: 'overview', dates });
  return render('overview', { frame, ...page });
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
    { ...of2013, type: 'plan-phase', phase: 'phase-1', name: 'Phase <i>1</i>' },
    { ...of2013, type: 'propose-review', review: 'legal', name: 'Legal Services' },
  ]);
  await record('2014-01-10T09:00:00.000Z', [
    { ...minuted, effectiveOn: civilDate('2013-10-01'), type: 'open-phase', phase: 'phase-1' },
  ]);
  for await (const page of store.readAll()) model.apply(page);
});

describe('The overview', () => {
  it('says as at which day, as known when, and what was recorded after that day', () => {
    const text = textOf(pageAt('2013-10-15'));
    expect(text).toContain('As at 15 October 2013, as known now');
    expect(text).toContain('£239m savings target over 2015/16 to 2017/18, gross or net not stated');
    expect(text).toContain('Phase &lt;i&gt;1&lt;/i&gt; open');
    expect(text).toContain('1 entry here was recorded after this date');
    expect(text).toContain('10 January 2014 Phase opened Programme 1 October 2013');
  });

  it('shows the same day as it was known before, and opens to the later entry that changes it', () => {
    const text = textOf(pageAt('2013-10-15', '2013-12-31'));
    expect(text).toContain('As at 15 October 2013, as known on 31 December 2013');
    expect(text).toContain('1 later entry changes this date');
    expect(text).toContain('No phase is open');
  });

  it('is an answer with nothing in it on a day before the programme began', () => {
    const text = textOf(pageAt('2013-07-01'));
    expect(text).toContain('The programme had not begun on this day.');
    expect(text).toContain('None set savings target');
    expect(text).toContain('No review is on the record.');
  });

  it('keeps both dates in every link to a page of the programme and to its data, so that each is a citation', () => {
    const main = pageAt('2013-10-15', '2013-12-31', false).split('<main')[1] ?? '';
    const links = [...main.matchAll(/href="(\/(?:api\/)?programmes\/[^"]*)"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThanOrEqual(5);
    expect(links.filter((href) => !href.includes('asAt=2013-10-15&amp;knownAt=2013-12-31'))).toEqual([]);
  });

  it('shows markup in a name as text, in the drawings too', () => {
    const html = pageAt('2013-10-15');
    expect(html).not.toMatch(/<b>|<i>/);
    expect(html).toContain('The &lt;b&gt;whole&lt;/b&gt; council');
    expect(html).toContain('Phase &#60;i&#62;1&#60;/i&#62;');
  });

  it('holds no style of its own, so that the policy for its content can be strict', () => {
    const html = pageAt('2013-10-15');
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/<style| style=/);
    expect(html.match(/<script(?! nonce="n"| type="module" src="\/assets\/1\/)/g)).toBeNull();
  });

  it('leads to the days of the demonstration that show something, and only there', () => {
    const link = 'href="/programmes/county?asAt=2013-10-15"';
    expect(pageAt('2014-06-01')).toContain(link);
    expect(textOf(pageAt('2014-06-01'))).toContain(
      '1 April 2016, as known on 31 December 2015 : the same day',
    );
    expect(pageAt('2014-06-01', undefined, false)).not.toContain('Days worth a look');
  });

  it('says that it is a demonstration where it is one', () => {
    expect(textOf(pageAt('2013-10-15'))).toContain('Recording instants are illustrative');
    expect(textOf(pageAt('2013-10-15', undefined, false))).not.toContain('Demonstration');
  });
});
