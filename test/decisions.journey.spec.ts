import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { BuiltServer, type Answer } from './built-server.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start();
});

afterAll(() => server.stopAndForget());

type Json = Record<string, unknown>;

const record = (command: string, effectiveOn: string, said: object): Promise<Answer> =>
  server.issue('county', command, { effectiveOn, ...said });
const view = (asked: string): Promise<Answer> => server.get(`/api/programmes/county/${asked}`);
const registerOf = async (name: string, asked: string): Promise<Json[]> =>
  (await view(`registers/${name}?${asked}`)).body['rows'] as Json[];
const codeOf = ({ status, body }: Answer) => [status, String(body['type']).split(':').at(-1)];
const idOf = ({ body }: Answer) => (body['events'] as { id: string }[])[0]?.id ?? '';
const recordedAt = ({ body }: Answer) => (body['events'] as { recordedAt: string }[])[0]?.recordedAt ?? '';

/** Records what must be recorded. */
async function recorded(command: string, effectiveOn: string, said: object): Promise<Answer> {
  const answer = await record(command, effectiveOn, said);
  expect([command, answer.status, answer.body['detail']]).toEqual([command, 201, undefined]);
  return answer;
}

const contract = { decision: 'contact-centre' };
const key = {
  ...contract,
  reference: '19/00010',
  title: 'Contact Centre: extension of the contract',
  maker: 'Cabinet Member for Communications',
  takenOn: '2019-03-21',
  key: true,
  expenditure: 120_000_000,
};
const grounds = { by: ['Two members of two groups'], grounds: 'The price was not said' };
const injected = '<script>alert("x")</script> & more';

describe('A key decision, through the server', () => {
  it('is refused until its notice is on the record and has run', async () => {
    await recorded('start-programme', '2013-07-18', { name: 'Whole-Council Transformation' });
    for (const [setting, value] of [
      ['key-decision-threshold-pence', 100_000_000],
      ['notice-clear-days', 28],
      ['notice-basis', 'calendar'],
      ['call-in-clear-days', 5],
      ['call-in-basis', 'working'],
    ]) {
      await recorded('set-council-setting', '2013-07-18', { setting, value });
    }
    expect(codeOf(await record('record-decision', '2019-03-21', key))).toEqual([422, 'notice-not-given']);
    await recorded('give-key-decision-notice', '2019-02-04', {
      ...contract,
      title: key.title,
      matter: 'Whether to extend the contract',
    });
    const [before] = await registerOf('notices-without-decision', 'asAt=2019-03-20');
    expect(before).toMatchObject({ decision: 'contact-centre', noticedOn: '2019-02-04', duePassed: null });
    await recorded('record-decision', '2019-03-21', { ...key, text: injected });
    expect(await registerOf('notices-without-decision', 'asAt=2019-03-21')).toEqual([]);
    expect(await registerOf('notices-without-decision', 'asAt=2019-03-20')).toHaveLength(1);
  });

  it('published on 22 March 2019 is in force from 30 March, and the arithmetic is shown', async () => {
    await recorded('publish-decision', '2019-03-22', contract);
    const because =
      'published Fri 22 Mar 2019, five clear working days end Fri 29 Mar 2019, in force from Sat 30 Mar 2019';
    const { body } = await view('decisions/contact-centre?asAt=2019-03-30');
    expect(body['standing']).toEqual({ status: 'in-force', inForceFrom: '2019-03-30', because });
    expect((await view('decisions/contact-centre?asAt=2019-03-29')).body['standing']).toEqual({
      status: 'in-call-in-window',
      inForceFrom: '2019-03-30',
      because,
    });
    expect(body['clocks']).toMatchObject({
      notice: [{ earliest: '2019-03-05', run: true }],
      callIn: { lastDay: '2019-03-29', effectiveFrom: '2019-03-30' },
    });
    expect([body['makerHeldPower'], body['authority']]).toEqual([
      null,
      'not checked: no authority is recorded',
    ]);
    // The words of the window never move the day from which it holds.
    expect(body['recorded']).toMatchObject({ on: '2019-03-21' });
  });

  it('is found in the register by where it stands and by what is missing', async () => {
    const ids = async (asked: string) =>
      ((await view(`decisions?${asked}`)).body['decisions'] as Json[]).map(({ id }) => id);
    const rows = (await view('decisions?asAt=2019-03-30')).body['decisions'];
    expect(rows).toMatchObject([{ status: 'in-force', inForceFrom: '2019-03-30', key: true, missing: 10 }]);
    expect(await ids('asAt=2019-03-29&status=in-call-in-window')).toEqual(['contact-centre']);
    expect(await ids('asAt=2019-03-29&status=in-force')).toEqual([]);
    expect(await ids('asAt=2019-03-30&missing=true&key=true')).toEqual(['contact-centre']);
    expect(await ids('asAt=2019-03-30&missing=false')).toEqual([]);
    expect(await ids('asAt=2019-03-30&body=Cabinet')).toEqual([]);
    expect(await ids(`asAt=2019-03-30&body=${encodeURIComponent(key.maker)}`)).toEqual(['contact-centre']);
  });

  it('called in is not in force, and what was built on it is flagged and listed', async () => {
    await recorded('register-unit', '2019-03-25', {
      unit: 'contact-centre',
      name: 'Contact Centre',
      decision: 'contact-centre',
    });
    expect(await registerOf('fallen-authorisations', 'asAt=2019-03-30')).toEqual([]);
    await recorded('call-in-decision', '2019-03-28', { ...contract, ...grounds });
    const { body } = await view('decisions/contact-centre?asAt=2019-03-30');
    const because = 'called in Thu 28 Mar 2019, no outcome by Sat 30 Mar 2019';
    expect(body['standing']).toEqual({ status: 'called-in', because });
    const built = (body['entries'] as Json[]).filter(({ type }) => type === 'UnitRegistered');
    expect(built).toMatchObject([{ notInForce: because, decisionOnItsDay: { status: 'in-call-in-window' } }]);
    expect(await registerOf('fallen-authorisations', 'asAt=2019-03-30')).toMatchObject([
      {
        type: 'UnitRegistered',
        decision: 'contact-centre',
        status: 'called-in',
        fellOn: '2019-03-28',
        because,
      },
    ]);
  });

  it('goes back to the decision maker and is amended; what it said before is kept', async () => {
    await recorded('record-call-in-outcome', '2019-04-10', {
      ...contract,
      outcome: 'back-to-decision-maker',
    });
    const back = await view('decisions/contact-centre?asAt=2019-04-10');
    expect(back.body['standing']).toMatchObject({ status: 'referred-back' });
    const amended = { text: 'That the contract be extended for one year', reasons: 'It performs well' };
    await recorded('amend-decision', '2019-05-13', { ...contract, ...amended });
    const { body } = await view('decisions/contact-centre?asAt=2019-05-13');
    expect(body).toMatchObject({
      ...amended,
      formerly: [{ text: injected, amended: { on: '2019-05-13' } }],
      standing: { status: 'in-force', inForceFrom: '2019-05-13' },
    });
    expect((await view('decisions/contact-centre?asAt=2019-05-12')).body).toMatchObject({ text: injected });
    expect(await registerOf('fallen-authorisations', 'asAt=2019-05-13')).toEqual([]);
  });

  it('says what its entries read elsewhere, and up to which position', async () => {
    const { body } = await view('decisions/contact-centre?asAt=2019-05-13');
    expect(body['stoodOn']).toMatchObject([
      {
        type: 'DecisionRecorded',
        basedOn: expect.any(String),
        facts: [{ key: 'setting/notice-clear-days' }, {}],
      },
      { type: 'DecisionCalledIn', facts: [{ key: 'setting/call-in-clear-days', on: '2019-03-22' }, {}] },
    ]);
  });
});

describe('The checklist of a decision', () => {
  const missingOf = ({ body }: Answer) =>
    (body['checklist'] as Json[]).flatMap(({ item, held, suppliedBy }) => (held ? [] : [[item, suppliedBy]]));

  it('has the five items of the record and the eight of the notice, each missing one with what supplies it', async () => {
    const answer = await view('decisions/contact-centre/checklist?asAt=2019-05-13');
    expect(
      (answer.body['checklist'] as Json[]).map(({ list, item }) => `${String(list)} ${String(item)}`),
    ).toEqual([
      'record decision',
      'record reasons',
      'record alternatives',
      'record conflicts',
      'record dispensations',
      'notice key-decision',
      'notice matter',
      'notice maker',
      'notice due',
      'notice documents',
      'notice address',
      'notice other-documents',
      'notice request-details',
    ]);
    expect(missingOf(answer)).toEqual([
      ['alternatives', 'complete-decision-record'],
      ['conflicts', 'complete-decision-record'],
      ['dispensations', 'complete-decision-record'],
      ['maker', 'reissue-key-decision-notice'],
      ['due', 'reissue-key-decision-notice'],
      ['documents', 'reissue-key-decision-notice'],
      ['address', 'reissue-key-decision-notice'],
      ['other-documents', 'reissue-key-decision-notice'],
      ['request-details', 'reissue-key-decision-notice'],
    ]);
  });

  it('is complete once each command has supplied its items, and stays as it was on the days before', async () => {
    const completed = {
      alternatives: [{ option: 'A new tender', reason: `It takes a year ${injected}` }],
      conflicts: [{ declaredBy: 'Cabinet Member for Finance', nature: 'Shares in the supplier' }],
    };
    await recorded('complete-decision-record', '2019-05-14', { ...contract, ...completed });
    await recorded('reissue-key-decision-notice', '2019-02-05', {
      ...contract,
      title: key.title,
      matter: 'Whether to extend the contract',
      maker: key.maker,
      decisionDue: '2019-03-21',
      documents: 'none',
      address: 'Sessions House',
      otherDocuments: 'Others may be submitted',
      requestDetails: 'Ask the office',
    });
    const open = await view('decisions/contact-centre/checklist?asAt=2019-05-14');
    expect(missingOf(open)).toEqual([['dispensations', 'complete-decision-record']]);
    const dispensation = 'Granted by the Head of Paid Service';
    const conflicts = completed.conflicts.map((conflict) => ({ ...conflict, dispensation }));
    await recorded('complete-decision-record', '2019-05-15', { ...contract, conflicts });
    const complete = await view('decisions/contact-centre/checklist?asAt=2019-05-15');
    expect([complete.body['missing'], missingOf(complete)]).toEqual([0, []]);
    expect(missingOf(await view('decisions/contact-centre/checklist?asAt=2019-05-14'))).toHaveLength(1);
  });

  it('is a CSV too, a line an item', async () => {
    const { text, headers } = await view('decisions/contact-centre/checklist?asAt=2019-05-14&format=csv');
    expect(headers.get('content-disposition')).toContain('county-checklist-contact-centre');
    const lines = parse<Record<string, string>>(text, { columns: true });
    expect(lines.filter(({ held }) => held === 'false').map(({ item }) => item)).toEqual(['dispensations']);
    expect(lines.length).toBe(13);
  });

  it('is 404 for a decision of which nothing is on the record', async () => {
    expect(codeOf(await view('decisions/nothing/checklist'))).toEqual([404, 'unknown-thing']);
    expect(codeOf(await view('decisions/nothing/statement'))).toEqual([404, 'unknown-thing']);
  });
});

describe('A decision that takes the place of another, through the server', () => {
  let beforehand = '';

  it('is said by both decisions, at every pair of dates', async () => {
    const newer = { decision: 'new-contact-centre', title: 'Contact Centre: in-house', maker: 'Cabinet' };
    beforehand = recordedAt(
      await recorded('record-decision', '2019-09-30', { ...newer, takenOn: '2019-09-30', key: false }),
    );
    await recorded('supersede-decision', '2019-10-01', {
      ...contract,
      supersededBy: 'new-contact-centre',
      reason: 'It comes in-house',
    });
    const both = async (asked: string) => {
      const [old, other] = await Promise.all([
        view(`decisions/contact-centre?${asked}`),
        view(`decisions/new-contact-centre?${asked}`),
      ]);
      return [old.body['supersededBy'], other.body['supersedes']];
    };
    const said = { on: '2019-10-01', precision: 'day', reason: 'It comes in-house' };
    expect(await both('asAt=2019-10-01')).toEqual([
      { decision: 'new-contact-centre', title: newer.title, ...said },
      [{ decision: 'contact-centre', title: key.title, ...said }],
    ]);
    expect(await both('asAt=2019-09-30')).toEqual([null, []]);
    expect(await both(`asAt=2019-10-01&knownAt=${beforehand}`)).toEqual([null, []]);
    expect((await view('decisions/contact-centre?asAt=2019-10-01')).body['standing']).toMatchObject({
      status: 'superseded',
      inForceFrom: '2019-05-13',
    });
    const { body } = await view(`decisions/new-contact-centre?asAt=2019-10-01&knownAt=${beforehand}`);
    expect(body['meta']).toMatchObject({ laterEntries: 1 });
  });
});

describe('The statement of a decision', () => {
  it('is a page by itself with the items of the record in their order, and where it stands', async () => {
    const { status, text, headers } = await view('decisions/contact-centre/statement?asAt=2019-10-01');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const headings = [...text.matchAll(/<h3>(.*?)<\/h3><p class="asked">Regulations? (.*?), SI/g)];
    expect(headings.map(([, , regulation]) => regulation)).toEqual([
      ...['a', 'b', 'c', 'd', 'e'].map((letter) => `12 or 13, item (${letter})`),
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((letter) => `9, item (${letter})`),
    ]);
    expect(text).toContain('superseded Tue 1 Oct 2019 by decision “Contact Centre: in-house”');
    expect(text).toContain('five clear working days end Fri 29 Mar 2019');
    expect(text).toContain('@media print');
    expect(text).not.toMatch(/\b(src|href)=/);
    expect(text.toLowerCase()).not.toMatch(/unlawful|lawful|compliant/);
  });

  it('shows as text what was recorded as text, whatever it looks like', async () => {
    const { text } = await view('decisions/contact-centre/statement?asAt=2019-10-01');
    expect(text).not.toContain('<script');
    expect(text.match(/&#60;script&#62;alert\(&#34;x&#34;\)&#60;\/script&#62; &#38; more/g)).toHaveLength(2);
  });

  it('says of what it was printed: as at, as known when, up to which position', async () => {
    const { body } = await view(`decisions/contact-centre?asAt=2019-03-30&knownAt=2999-01-01`);
    const { text } = await view('decisions/contact-centre/statement?asAt=2019-03-30&knownAt=2999-01-01');
    expect(text).toContain(
      `Printed from the record of Whole-Council Transformation as at 30 March 2019, as known on 1 January 2999, at position ${String(body['position'])}.`,
    );
    expect(text).toContain(
      'Not on the record: the reasons. It is supplied by completing the record of the decision.',
    );
    expect(text).toContain('not checked');
    expect(text).not.toContain('<ul></ul>');
  });

  it('says that nothing of it holds before its first entry, and is no CSV', async () => {
    const { status, text } = await view('decisions/contact-centre/statement?asAt=2019-02-03');
    expect([status, text.includes('Nothing of it holds on this day')]).toEqual([200, true]);
    expect(codeOf(await view('decisions/contact-centre/statement?format=csv'))).toEqual([406, 'no-csv']);
  });

  it('has a tag, and is not sent again to whoever has it', async () => {
    const first = await view('decisions/contact-centre/statement?asAt=2019-10-01');
    const etag = first.headers.get('etag') ?? '';
    const again = await server.get(
      '/api/programmes/county/decisions/contact-centre/statement?asAt=2019-10-01',
      {
        'if-none-match': etag,
      },
    );
    expect([etag.length > 10, again.status]).toEqual([true, 304]);
  });
});

describe('The registers', () => {
  const excused = (rule: string) => ({
    provenance: 'minuted',
    exception: { rule, reason: 'not in the source' },
  });

  it('are named, each with what it lists', async () => {
    const { body } = await view('registers');
    expect((body['registers'] as Json[]).map(({ name }) => name)).toEqual([
      'urgent-decisions',
      'notices-without-decision',
      'decisions-without-action',
      'options-never-appraised',
      'withdrawn-superseders',
      'key-measures',
      'exceptions',
      'fallen-authorisations',
      'facts-changed',
    ]);
    const unknown = await view('registers/nothing');
    expect(codeOf(unknown)).toEqual([404, 'unknown-register']);
    expect(unknown.body['detail']).toContain('urgent-decisions');
  });

  it('have the urgent decisions of a quarter', async () => {
    await recorded('give-general-exception-notice', '2015-03-31', {
      decision: 'roof',
      chairNotified: 'Chair of Scrutiny',
      reason: 'The roof leaks',
    });
    await recorded('agree-special-urgency', '2015-04-01', {
      decision: 'boiler',
      agreedBy: 'scrutiny-chair',
      office: 'Chair of Scrutiny',
      reason: 'The boiler fails',
    });
    const urgent = {
      decision: 'boiler',
      title: 'A boiler',
      maker: 'Leader',
      takenOn: '2015-04-02',
      key: true,
    };
    await recorded('record-decision', '2015-04-02', urgent);
    await recorded('waive-call-in', '2015-04-02', {
      decision: 'boiler',
      agreedBy: 'Chair of the Council',
      reason: 'It is cold',
    });
    const ofQuarter = async (quarter: string) =>
      (await registerOf('urgent-decisions', `quarter=${quarter}`)).map(({ urgency }) => urgency);
    expect(await ofQuarter('2015/16-Q1')).toEqual(['special-urgency', 'call-in-waived']);
    expect(await ofQuarter('2014-15-Q4')).toEqual(['general-exception']);
    expect(await ofQuarter('2015/16-Q2')).toEqual([]);
    expect((await view('registers/urgent-decisions?quarter=2015-Q1')).status).toBe(400);
    expect((await view('registers/exceptions?quarter=2015/16-Q1')).status).toBe(400);
  });

  it('have the decisions from which nothing follows', async () => {
    const rows = await registerOf('decisions-without-action', 'asAt=2019-10-01');
    expect(rows.map(({ decision }) => decision)).toEqual(['boiler']);
  });

  it('have what stands on a decision that was superseded, and the superseder that was rescinded', async () => {
    expect(await registerOf('fallen-authorisations', 'asAt=2019-10-01')).toMatchObject([
      { type: 'UnitRegistered', status: 'superseded', fellOn: '2019-10-01' },
    ]);
    expect(await registerOf('withdrawn-superseders', 'asAt=2019-12-01')).toEqual([]);
    await recorded('rescind-decision', '2019-12-01', { decision: 'new-contact-centre', reason: 'The price' });
    expect(await registerOf('withdrawn-superseders', 'asAt=2019-12-01')).toMatchObject([
      { decision: 'contact-centre', supersededBy: 'new-contact-centre', status: 'rescinded' },
    ]);
  });

  it('have what was recorded as not key over the threshold of its day, and not what was so under another', async () => {
    const spend = { maker: 'Cabinet', key: false, expenditure: 60_000_000 };
    await recorded('record-decision', '2016-01-11', {
      decision: 'vans',
      title: 'Vans',
      takenOn: '2016-01-11',
      ...spend,
    });
    await recorded('set-council-setting', '2016-04-01', {
      setting: 'key-decision-threshold-pence',
      value: 50_000_000,
    });
    await recorded('record-decision', '2016-04-04', {
      decision: 'lorries',
      title: 'Lorries',
      takenOn: '2016-04-04',
      ...spend,
    });
    expect(await registerOf('key-measures', 'asAt=2016-12-31')).toMatchObject([
      { decision: 'lorries', measure: 'spend', pence: 60_000_000, thresholdPence: 50_000_000 },
    ]);
  });

  it('have each exception, and the option that one let be chosen', async () => {
    const review = { review: 'legal' };
    await recorded('propose-review', '2013-10-01', { ...review, name: 'Legal Services' });
    await recorded('agree-scoping-brief', '2013-10-02', review);
    for (const [option, asIs] of [
      ['as-is', true],
      ['company', false],
    ]) {
      await recorded('identify-option', '2013-10-03', {
        ...review,
        option,
        asIs,
        scope: 'whole',
        model: asIs === true ? 'INH' : 'TRD',
        title: `Option ${String(option)}`,
      });
    }
    await recorded('conclude-appraisal', '2014-03-01', { ...review, ...excused('spectrum-not-appraised') });
    await recorded('choose-option', '2014-05-15', {
      ...review,
      option: 'company',
      reasons: [{ option: 'as-is', reason: 'It costs more' }],
      ...excused('no-predetermination'),
    });
    expect(await registerOf('exceptions', 'asAt=2014-12-31')).toMatchObject([
      { type: 'OptionsAppraised', rule: 'spectrum-not-appraised', reason: 'not in the source' },
      { type: 'OptionChosen', rule: 'no-predetermination', stream: 'county/review/legal' },
    ]);
    expect(await registerOf('exceptions', 'asAt=2014-12-31&rule=no-predetermination')).toHaveLength(1);
    expect(await registerOf('options-never-appraised', 'asAt=2014-12-31')).toMatchObject([
      { review: 'legal', option: 'company', rule: 'no-predetermination' },
    ]);
    expect(await registerOf('options-never-appraised', 'asAt=2014-05-14')).toEqual([]);
  });

  it('have the entries whose facts are known otherwise since, and not as known before', async () => {
    const portfolio = { portfolio: 'growth', name: 'Growth' };
    const opened = await recorded('open-portfolio', '2013-09-19', portfolio);
    const chartered = await recorded('charter-project', '2014-07-17', {
      project: 'legal-company',
      name: 'Company for Legal Services',
      portfolio: 'growth',
    });
    expect(await registerOf('facts-changed', 'asAt=2014-12-31')).toEqual([]);
    await recorded('strike-entry', '2019-12-01', {
      stream: 'county/portfolio/growth',
      entries: [idOf(opened)],
      reason: 'It opened a year later',
      authority: 'Head of the programme office',
      replacement: [{ command: 'open-portfolio', effectiveOn: '2014-09-19', ...portfolio }],
    });
    expect(await registerOf('facts-changed', 'asAt=2014-12-31')).toMatchObject([
      {
        id: idOf(chartered),
        fact: 'portfolio/growth',
        factAsAt: '2014-07-17',
        after: null,
        judgedNow: 'portfolio-not-open',
      },
    ]);
    const known = `knownAt=${recordedAt(chartered)}`;
    expect(await registerOf('facts-changed', `asAt=2014-12-31&${known}`)).toEqual([]);
  });

  it('are each a CSV too, line for line what the JSON says', async () => {
    const { body } = await view('registers');
    let lines = 0;
    for (const { name } of body['registers'] as { name: string }[]) {
      const asked = `asAt=2019-12-01`;
      const rows = await registerOf(name, asked);
      const { text, status } = await view(`registers/${name}?${asked}&format=csv`);
      const read = parse<Record<string, string>>(text, { columns: true });
      expect([name, status, read.length]).toEqual([name, 200, rows.length]);
      const first = Object.keys(rows[0] ?? {})[0] ?? '';
      expect(read.map((line) => line[first])).toEqual(rows.map((row) => row[first]));
      lines += read.length;
    }
    expect(lines).toBeGreaterThan(10);
  });
});
