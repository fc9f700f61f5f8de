import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BuiltServer, type Answer } from './built-server.js';

let server: BuiltServer;

beforeAll(async () => {
  server = await BuiltServer.start();
  for (const [command, body] of [
    ['start-programme', { name: 'Whole-Council Transformation', takenOn: '2013-07-18' }],
    ['set-council-setting', { setting: 'notice-clear-days', value: 28, effectiveOn: '2013-07-18' }],
    ['set-council-setting', { setting: 'notice-basis', value: 'calendar', effectiveOn: '2013-07-18' }],
    ['set-council-setting', { setting: 'notice-clear-days', value: 10, effectiveOn: '2019-06-01' }],
    ['set-council-setting', { setting: 'call-in-clear-days', value: 5, effectiveOn: '2013-07-18' }],
    ['set-council-setting', { setting: 'call-in-basis', value: 'working', effectiveOn: '2013-07-18' }],
    ['register-service', { service: 'contact', name: 'Contact Centre', effectiveOn: '2013-09-19' }],
  ] as const) {
    expect((await issue(command, body)).status).toBe(201);
  }
});

afterAll(() => server.stopAndForget());

const issue = (command: string, body: object): Promise<Answer> => server.issue('county', command, body);
const view = (path: string): Promise<Answer> => server.get(`/api/programmes/county/${path}`);
const refusalOf = ({ status, body }: Answer) => [
  status,
  String(body['type']).replace('urn:minutebook:problem:', ''),
];
const idsIn = ({ body }: Answer) => (body['decisions'] as { id: string }[]).map(({ id }) => id);

const about = { decision: 'contact-centre' };
const decision = { ...about, title: 'Contact Centre', maker: 'Cabinet', key: true };

describe('A key decision, from its notice to its end', () => {
  it('is refused without notice, with the words of what to record', async () => {
    const refused = await issue('record-decision', { ...decision, takenOn: '2019-03-21' });
    expect(refusalOf(refused)).toEqual([422, 'notice-not-given']);
    expect(refused.text).toContain('give-key-decision-notice, give-general-exception-notice');
  });

  it('is on its way once notice is given: found by its id, not in the register, and nothing may follow from it', async () => {
    const notice = { ...about, title: 'Contact Centre', matter: 'Its contract', effectiveOn: '2019-03-01' };
    expect((await issue('give-key-decision-notice', notice)).status).toBe(201);
    expect((await view('decisions/contact-centre?asAt=2019-03-15')).body).toMatchObject({
      exists: true,
      stage: 'noticed',
      notice: { matter: 'Its contract', given: { on: '2019-03-01' } },
    });
    expect((await view('decisions/contact-centre?asAt=2019-02-28')).body).toMatchObject({ exists: false });
    expect(idsIn(await view('decisions'))).toEqual([]);
    const follows = { service: 'contact', name: 'Contact Point', ...about };
    expect(refusalOf(await issue('rename-service', follows))).toEqual([422, 'unknown-decision']);
  });

  it('is refused until its notice has run under the settings of its own day, with the arithmetic', async () => {
    const refused = await issue('record-decision', { ...decision, takenOn: '2019-03-21' });
    expect(refusalOf(refused)).toEqual([422, 'notice-too-short']);
    expect(refused.text).toContain(
      'notice published Fri 1 Mar 2019, 28 clear days end Fri 29 Mar 2019, earliest Sat 30 Mar 2019',
    );
    const recorded = await issue('record-decision', { ...decision, takenOn: '2019-04-01' });
    expect(recorded.status).toBe(201);
    const [event] = recorded.body['events'] as { envelope: { basedOn?: string } }[];
    expect(event?.envelope.basedOn).toEqual(expect.any(String));
    expect(idsIn(await view('decisions'))).toEqual(['contact-centre']);
  });

  it('may be taken after ten days under the settings of a later day', async () => {
    const later = { decision: 'holding-company', title: 'Holding company' };
    const notice = { ...later, matter: 'A holding company', effectiveOn: '2019-06-03' };
    expect((await issue('give-key-decision-notice', notice)).status).toBe(201);
    const record = { ...later, maker: 'Cabinet', key: true };
    expect(refusalOf(await issue('record-decision', { ...record, takenOn: '2019-06-13' }))).toEqual([
      422,
      'notice-too-short',
    ]);
    expect((await issue('record-decision', { ...record, takenOn: '2019-06-14' })).status).toBe(201);
  });

  it('is called in within its window and at no other time, amended, and superseded, and forgets nothing', async () => {
    expect((await issue('publish-decision', { ...about, effectiveOn: '2019-04-02' })).status).toBe(201);
    const call = { ...about, by: ['Two members of Scrutiny'], grounds: 'The price was not said' };
    const late = await issue('call-in-decision', { ...call, takenOn: '2019-04-10' });
    expect(refusalOf(late)).toEqual([422, 'outside-call-in-window']);
    expect(late.text).toContain('published Tue 2 Apr 2019, five clear working days end Tue 9 Apr 2019');
    for (const [command, body] of [
      ['call-in-decision', { ...call, takenOn: '2019-04-09' }],
      ['record-call-in-outcome', { ...about, outcome: 'back-to-decision-maker', takenOn: '2019-04-24' }],
      [
        'amend-decision',
        { ...about, text: 'Two years', reasons: 'As scrutiny asked', takenOn: '2019-05-13' },
      ],
      [
        'supersede-decision',
        { ...about, supersededBy: 'holding-company', reason: 'It takes it over', effectiveOn: '2019-07-01' },
      ],
    ] as const) {
      expect([command, (await issue(command, body)).status]).toEqual([command, 201]);
    }
    const { body } = await view('decisions/contact-centre?asAt=2019-07-01');
    expect(body).toMatchObject({
      stage: 'taken',
      text: 'Two years',
      published: { on: '2019-04-02' },
      callIn: { outcomes: [{ outcome: 'back-to-decision-maker' }] },
      formerly: [{ amended: { on: '2019-05-13' } }],
      superseded: { by: 'holding-company' },
    });
    const before = (await view('decisions/contact-centre?asAt=2019-06-30')).body;
    expect(before['superseded']).toBeUndefined();
  });
});
