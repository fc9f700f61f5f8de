import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import type { AuthorityCommand } from '#programme';
import type { OneOfEach } from './as-text.contract.js';
import { exampleBodies } from './example-bodies.js';
import { takeIn } from './index.js';

const kent = { programme: 'kent', today: civilDate('2026-11-23') };
const observed = { programme: 'kent', provenance: 'observed' } as const;

const commands: OneOfEach<AuthorityCommand> = {
  'establish-body': {
    type: 'establish-body',
    ...observed,
    effectiveOn: '2001-09-10',
    source: 'Constitution, article 7',
    body: 'cabinet',
    name: 'Cabinet',
    bodyKind: 'cabinet',
    callIn: true,
  },
  'rename-body': {
    type: 'rename-body',
    ...observed,
    effectiveOn: '2013-05-23',
    takenOn: '2013-05-23',
    body: 'resources-committee',
    name: 'Policy and Resources Committee',
    fromName: 'Resources Committee',
  },
  'dissolve-body': {
    type: 'dissolve-body',
    ...observed,
    effectiveOn: '2018-03-31',
    takenOn: '2018-03-01',
    precision: 'month',
    body: 'advisory-group',
    reason: 'The programme has closed',
  },
  'appoint-member': {
    type: 'appoint-member',
    ...observed,
    effectiveOn: '2013-05-23',
    takenOn: '2013-05-23',
    body: 'cabinet',
    member: 'leader',
    until: { on: '2017-05-31', precision: 'month' },
  },
  'end-membership': {
    type: 'end-membership',
    ...observed,
    effectiveOn: '2015-06-30',
    body: 'cabinet',
    member: 'Cabinet Member for Finance',
  },
  'create-office': {
    type: 'create-office',
    ...observed,
    effectiveOn: '2001-09-10',
    office: 'leader',
    title: 'Leader',
    callIn: true,
  },
  'abolish-office': {
    type: 'abolish-office',
    ...observed,
    effectiveOn: '2011-12-15',
    takenOn: '2011-12-15',
    office: 'chief-executive',
    reason: 'Its duties went to others',
  },
  'appoint-to-office': {
    type: 'appoint-to-office',
    ...observed,
    effectiveOn: '2013-05-23',
    takenOn: '2013-05-23',
    office: 'leader',
    holder: 'person-0412',
    until: { on: '2017-05-03', precision: 'day' },
  },
  'end-appointment': {
    type: 'end-appointment',
    ...observed,
    effectiveOn: '2015-06-30',
    office: 'leader',
    holder: 'person-0412',
  },
  'confer-power': {
    type: 'confer-power',
    ...observed,
    effectiveOn: '2001-09-10',
    source: 'Constitution, appendix 2, part 2',
    power: 'found-company',
    description: 'To found a company of the council, or to take shares in one',
    covers: ['executive-functions'],
    on: 'cabinet',
    until: { on: '2017-12-31', precision: 'day' },
  },
  'set-power-coverage': {
    type: 'set-power-coverage',
    ...observed,
    effectiveOn: '2014-03-27',
    takenOn: '2014-03-27',
    power: 'found-company',
    covers: ['executive-functions', 'delegated-functions'],
  },
  'delegate-power': {
    type: 'delegate-power',
    ...observed,
    effectiveOn: '2015-10-12',
    takenOn: '2015-10-12',
    power: 'found-company',
    from: 'cabinet',
    to: 'leader',
    until: { on: '2016-03-31', precision: 'month' },
    conditions: 'In consultation with the Section 151 Officer',
  },
  'revoke-power': {
    type: 'revoke-power',
    ...observed,
    effectiveOn: '2016-05-26',
    takenOn: '2016-05-26',
    power: 'found-company',
    from: 'cabinet',
  },
  'end-delegation': {
    type: 'end-delegation',
    ...observed,
    effectiveOn: '2016-01-31',
    takenOn: '2016-01-01',
    precision: 'month',
    power: 'found-company',
    from: 'cabinet',
    to: 'leader',
  },
};

describe('What is sent about the authority', () => {
  it.each(Object.entries(commands))('%s becomes the domain command, field by field', (name, command) => {
    expect(takeIn(name, exampleBodies[name], kent)).toEqual({ command });
  });

  it('names no person: the holder of an office is an opaque id', () => {
    const body = { office: 'leader', holder: 'A. Person' };
    expect(takeIn('appoint-to-office', body, kent)).toMatchObject({ problems: [{ field: 'holder' }] });
  });
});
