import { streams } from '#programme';

/** A body for every command, as the page of commands and events and the schemas show it. */
export const exampleBodies: Readonly<Record<string, object>> = {
  'establish-body': {
    effectiveOn: '2001-09-10',
    source: 'Constitution, article 7',
    body: 'cabinet',
    name: 'Cabinet',
    bodyKind: 'cabinet',
    callIn: true,
  },
  'rename-body': {
    takenOn: '2013-05-23',
    body: 'resources-committee',
    name: 'Policy and Resources Committee',
    fromName: 'Resources Committee',
  },
  'dissolve-body': { takenOn: '2018-03', body: 'advisory-group', reason: 'The programme has closed' },
  'appoint-member': { takenOn: '2013-05-23', body: 'cabinet', member: 'leader', until: '2017-05' },
  'end-membership': { effectiveOn: '2015-06-30', body: 'cabinet', member: 'Cabinet Member for Finance' },
  'create-office': { effectiveOn: '2001-09-10', office: 'leader', title: 'Leader', callIn: true },
  'abolish-office': { takenOn: '2011-12-15', office: 'chief-executive', reason: 'Its duties went to others' },
  'appoint-to-office': {
    takenOn: '2013-05-23',
    office: 'leader',
    holder: 'person-0412',
    until: '2017-05-03',
  },
  'end-appointment': { effectiveOn: '2015-06-30', office: 'leader', holder: 'person-0412' },
  'confer-power': {
    effectiveOn: '2001-09-10',
    source: 'Constitution, appendix 2, part 2',
    power: 'found-company',
    description: 'To found a company of the council, or to take shares in one',
    covers: ['executive-functions'],
    on: 'cabinet',
    until: '2017-12-31',
  },
  'set-power-coverage': {
    takenOn: '2014-03-27',
    power: 'found-company',
    covers: ['executive-functions', 'delegated-functions'],
  },
  'delegate-power': {
    takenOn: '2015-10-12',
    power: 'found-company',
    from: 'cabinet',
    to: 'leader',
    until: '2016-03',
    conditions: 'In consultation with the Section 151 Officer',
  },
  'revoke-power': { takenOn: '2016-05-26', power: 'found-company', from: 'cabinet' },
  'end-delegation': { takenOn: '2016-01', power: 'found-company', from: 'cabinet', to: 'leader' },
  'strike-entry': {
    stream: 'kent/programme',
    entries: ['5b1f0d3c-90a4-5d5e-8b1e-1f2f3c4d5e6f'],
    reason: 'The minutes give another day',
    authority: 'Head of Paid Service',
    replacement: [
      {
        command: 'open-phase',
        replaces: '5b1f0d3c-90a4-5d5e-8b1e-1f2f3c4d5e6f',
        effectiveOn: '2014-04-07',
        provenance: 'minuted',
        phase: 'phase-2',
      },
    ],
  },
  ...Object.fromEntries(streams.flatMap(({ acts = [] }) => acts.map((act) => [act.command, act.example]))),
};
