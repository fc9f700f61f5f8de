import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltServer, type Answer } from './built-server.js';

let server: BuiltServer;

const issue = (command: string, body: object): Promise<Answer> => server.issue('county', command, body);
const view = (path: string): Promise<Answer> => server.get(`/api/programmes/county/${path}`);
const codeOf = ({ body }: Answer): unknown => String(body['type']).replace('urn:minutebook:problem:', '');
const rowOf = async (path: string, id: string) => {
  const [list = ''] = path.split('?');
  const rows = (await view(path)).body[list] as readonly Record<string, unknown>[];
  return rows.find((row) => row['id'] === id);
};

const company = { title: 'A company for legal services', power: 'found-company' };
const decide = (decision: string, maker: string, takenOn: string, further: object = {}) =>
  issue('record-decision', { decision, maker, takenOn, ...company, ...further });

async function recordAll(...commands: readonly (readonly [string, object])[]): Promise<void> {
  for (const [command, body] of commands) {
    const answer = await issue(command, body);
    expect([command, answer.status, answer.body['detail']]).toEqual([command, 201, undefined]);
  }
}

beforeAll(async () => {
  server = await BuiltServer.start();
  await recordAll(
    ['start-programme', { name: 'Whole-Council Transformation', takenOn: '2013-07-18' }],
    [
      'record-decision',
      { decision: 'before', maker: 'Cabinet', takenOn: '2013-10-14', title: 'Top tier realignment' },
    ],
  );
});

afterAll(() => server.stopAndForget());

describe('A programme that has recorded no authority', () => {
  it('has decisions of whoever is said to have made them, and its views say that nothing was checked', async () => {
    const decision = await view('decisions/before');
    expect(decision.body).toMatchObject({
      maker: 'Cabinet',
      makerName: 'Cabinet',
      makerHeldPower: null,
      authority: 'not checked: no authority is recorded',
    });
    const { body } = await view('authority');
    expect(body).toMatchObject({
      makers: 'not checked: no authority is recorded',
      bodies: [],
      offices: [],
      powers: [],
    });
  });
});

describe('A programme that has recorded its authority', () => {
  beforeAll(() =>
    recordAll(
      [
        'establish-body',
        { body: 'county-council', name: 'County Council', bodyKind: 'council', effectiveOn: '1974-04-01' },
      ],
      [
        'establish-body',
        { body: 'cabinet', name: 'Cabinet', bodyKind: 'cabinet', effectiveOn: '2001-09-10' },
      ],
      [
        'establish-body',
        {
          body: 'advisory-group',
          name: 'Transformation Advisory Group',
          bodyKind: 'advisory-group',
          effectiveOn: '2013-09-19',
        },
      ],
      ['create-office', { office: 'leader', title: 'Leader', effectiveOn: '2001-09-10' }],
      [
        'appoint-to-office',
        { office: 'leader', holder: 'person-1', effectiveOn: '2005-05-19', until: '2017-10-18' },
      ],
      [
        'appoint-member',
        { body: 'cabinet', member: 'leader', effectiveOn: '2005-05-19', until: '2017-10-18' },
      ],
      [
        'confer-power',
        {
          power: 'found-company',
          description: 'To found a company of the council',
          on: 'cabinet',
          effectiveOn: '2001-09-10',
          source: 'Constitution, appendix 2, part 2',
        },
      ],
    ),
  );

  it('refuses a decision by a body that did not hold the power, and says who did', async () => {
    const refused = await decide('legal-company', 'County Council', '2016-03-21');
    expect([refused.status, codeOf(refused)]).toEqual([422, 'power-not-held']);
    expect(refused.body['detail']).toContain(
      'County Council did not hold power “To found a company of the council” on 21 March 2016. On that day power “To found a company of the council” was held by Cabinet.',
    );
    expect((await view('decisions/legal-company')).status).toBe(404);
  });

  it('takes it as that of the body that did, by any name, and keeps what it was read from', async () => {
    const recorded = await decide('legal-company', 'cabinet', '2016-03-21');
    const [event] = recorded.body['events'] as { data: object; envelope: Record<string, unknown> }[];
    expect(recorded.status).toBe(201);
    expect(event?.data).toMatchObject({ maker: 'cabinet', power: 'found-company' });
    expect(event?.envelope['basedOn']).toEqual(expect.any(String));
    expect((await view('decisions/legal-company')).body).toMatchObject({
      maker: 'cabinet',
      makerName: 'Cabinet',
      makerHeldPower: true,
      authority:
        'Cabinet held power “To found a company of the council” on that day; nobody has said which acts it covers',
    });
    expect(await rowOf('decisions?maker=Cabinet', 'legal-company')).toMatchObject({ maker: 'cabinet' });
    expect(await rowOf('decisions?maker=cabinet', 'legal-company')).toMatchObject({ makerName: 'Cabinet' });
  });

  it('takes a decision of the council from the day on which it was given the power, and of no day before', async () => {
    await recordAll([
      'confer-power',
      { power: 'found-company', on: 'county-council', takenOn: '2016-05-26', effectiveOn: '2016-06-01' },
    ]);
    expect(codeOf(await decide('early', 'County Council', '2016-05-31'))).toBe('power-not-held');
    expect((await decide('in-time', 'County Council', '2016-06-01')).status).toBe(201);
  });

  it('takes a decision under a delegation to its last day, and says afterwards whose power it was', async () => {
    const delegation = { power: 'found-company', from: 'cabinet', to: 'leader' };
    await recordAll([
      'delegate-power',
      { ...delegation, takenOn: '2015-10-12', until: '2016-03', conditions: 'With the Section 151 Officer' },
    ]);
    expect(codeOf(await decide('before-delegation', 'Leader', '2015-10-11'))).toBe('power-not-held');
    expect((await decide('first-day', 'Leader', '2015-10-12')).status).toBe(201);
    expect((await decide('last-day', 'leader', '2016-03-31')).status).toBe(201);
    expect(codeOf(await decide('day-after', 'leader', '2016-04-01'))).toBe('power-not-held');
    const other = await decide('by-nobody', 'Commissioning Board', '2016-03-31');
    expect(codeOf(other)).toBe('unknown-maker');
    expect(other.body['detail']).toContain('held by Cabinet, and by Leader by delegation from Cabinet');
  });

  it('refuses a decision of an advisory body, which can be given no power', async () => {
    const refused = await decide('advised', 'Transformation Advisory Group', '2014-03-31');
    expect([refused.status, codeOf(refused)]).toEqual([422, 'advisory-body']);
    const excused = await decide('advised', 'Transformation Advisory Group', '2014-03-31', {
      provenance: 'minuted',
      exception: { rule: 'advisory-body', reason: 'Not in the minutes' },
    });
    expect(codeOf(excused)).toBe('advisory-body');
    const given = await issue('confer-power', { power: 'found-company', on: 'advisory-group' });
    expect([given.status, codeOf(given)]).toEqual([422, 'advisory-body']);
  });

  it('takes an endorsement of the advisory body, which is no decision, and of nobody unknown', async () => {
    const legal = { review: 'legal', option: 'partner' };
    await recordAll(
      ['propose-review', { review: 'legal', name: 'Legal Services', takenOn: '2013-09-19' }],
      [
        'identify-option',
        { ...legal, title: 'Commercial partner', scope: 'whole', model: 'JV', effectiveOn: '2013-12-18' },
      ],
    );
    const before = (await view('decisions')).body['decisions'];
    const unknown = await issue('endorse-option', { ...legal, by: 'Some Board', takenOn: '2014-03-31' });
    expect([unknown.status, codeOf(unknown)]).toEqual([422, 'unknown-endorser']);
    await recordAll(['endorse-option', { ...legal, by: 'advisory-group', takenOn: '2014-03-31' }]);
    const { options } = (await view('reviews/legal')).body as {
      options: { endorsements: { by: string }[] }[];
    };
    expect(options[0]?.endorsements.map(({ by }) => by)).toEqual(['Transformation Advisory Group']);
    expect((await view('decisions')).body['decisions']).toEqual(before);
  });

  it('takes a decision of the past that its source leaves unclear, with the exception on the record', async () => {
    const exception = { rule: 'unknown-maker', reason: 'The office is not in the source' };
    const maker = 'Decision taken under delegation';
    expect(codeOf(await decide('unclear', maker, '2016-10-01', { exception }))).toBe('fields-wrong');
    const excused = await decide('unclear', maker, '2016-10-01', { exception, provenance: 'reconstructed' });
    expect(excused.status).toBe(201);
    expect((await view('decisions/unclear')).body).toMatchObject({ maker, makerHeldPower: false });
  });

  it('shows who held what on any day, as known on any date', async () => {
    const knownAt = new Date().toISOString();
    const leader = (day: string, known = '') => rowOf(`offices?asAt=${day}${known}`, 'leader');
    expect(await leader('2017-10-18')).toMatchObject({ holder: 'person-1', heldUntil: '2017-10-18' });
    expect(await leader('2017-10-19')).toMatchObject({ holder: null });
    await recordAll([
      'appoint-to-office',
      { office: 'leader', holder: 'person-2', effectiveOn: '2017-10-19' },
    ]);
    expect(await leader('2017-10-19')).toMatchObject({ holder: 'person-2', heldFrom: '2017-10-19' });
    expect(await leader('2017-10-19', `&knownAt=${knownAt}`)).toMatchObject({ holder: null });
    expect(await rowOf('bodies?asAt=2017-10-18', 'cabinet')).toMatchObject({
      members: ['leader'],
      callIn: true,
    });
    expect(await rowOf('bodies?asAt=2017-10-19', 'cabinet')).toMatchObject({ members: [] });
    expect(await rowOf('powers?asAt=2016-03-31', 'found-company')).toMatchObject({
      heldBy: ['cabinet'],
      delegatedTo: ['leader'],
    });
    expect(await rowOf('powers?asAt=2016-06-01', 'found-company')).toMatchObject({
      heldBy: ['cabinet', 'county-council'],
      delegatedTo: [],
    });
    expect((await view('powers/found-company?asAt=2016-03-31')).body).toMatchObject({
      exists: true,
      heldOnTheDay: [{ by: 'cabinet' }, { by: 'leader', delegatedBy: 'cabinet' }],
    });
    expect((await view('offices/leader?asAt=2000-01-01')).body).toMatchObject({ exists: false });
    expect((await view('offices/cabinet')).status).toBe(404);
  });

  it('gives the lists as CSV, filtered like any other', async () => {
    const csv = await view('bodies?asAt=2014-06-01&bodyKind=advisory-group&format=csv');
    expect(csv.text.trim().split('\n')).toEqual([
      'id,name,bodyKind,advisory,callIn,establishedOn,dissolvedOn,members,illustrative',
      'advisory-group,Transformation Advisory Group,advisory-group,true,false,2013-09-19,,,false',
    ]);
    const offices = await view('offices?asAt=2014-06-01&holder=person-1&format=csv');
    expect(offices.text).toContain('leader,Leader,,2001-09-10,,person-1,2005-05-19,2017-10-18,false');
  });

  it('says what changed of a body once, and calls it by its name of the day', async () => {
    await recordAll(['rename-body', { body: 'cabinet', name: 'Executive', effectiveOn: '2018-04-01' }]);
    const { body } = await view('changes?from=2018-03-31&to=2018-04-01');
    expect(
      (body['changes'] as { kind: string; id: string }[]).map(({ kind, id }) => `${kind}/${id}`),
    ).toEqual(['body/cabinet']);
    expect(codeOf(await decide('former-name', 'Cabinet', '2018-04-01'))).toBe('unknown-maker');
    expect((await decide('new-name', 'Executive', '2018-04-01')).status).toBe(201);
    expect(await rowOf('decisions', 'new-name')).toMatchObject({ maker: 'cabinet', makerName: 'Executive' });
    expect(await rowOf('decisions', 'legal-company')).toMatchObject({ makerName: 'Cabinet' });
  });

  it('shows a decision from before as one whose maker is now found wanting a power, and changes nothing of it', async () => {
    await recordAll(['revoke-power', { power: 'found-company', from: 'cabinet', effectiveOn: '2016-03-20' }]);
    const { body } = await view('decisions/legal-company');
    expect(body).toMatchObject({ maker: 'cabinet', makerHeldPower: false });
    expect(body['authority']).toContain(
      'Cabinet did not hold power “To found a company of the council” on 21 March 2016',
    );
  });
});
