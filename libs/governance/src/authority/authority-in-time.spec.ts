import { commandsInTime } from '../../../programme/src/command.contract.js';
import {
  conferring,
  creating,
  established,
  establishing,
  happened,
  lastDay,
  led,
  said,
} from './county-authority.story.js';
import { authorityStream } from './index.js';

const later = <E extends object>(event: E, day: string) => ({ ...event, effectiveOn: day as never });
const membership = { body: 'cabinet', member: 'leader' };
const appointed = happened('2013-05-23', { type: 'MemberAppointed', ...membership });
const joining = said(
  '2013-05-23',
  { type: 'appoint-member', ...membership, until: lastDay('2030-05-22') },
  { type: 'MemberAppointed', ...membership, until: lastDay('2030-05-22') },
);
const holding = said(
  '2013-05-23',
  { type: 'appoint-to-office', office: 'leader', holder: 'person-2', until: lastDay('2030-05-22') },
  { type: 'HolderAppointed', office: 'leader', holder: 'person-2', until: lastDay('2030-05-22') },
);
const delegation = { power: 'found-company', from: 'cabinet', to: 'leader' };
const delegating = said(
  '2014-04-01',
  { type: 'delegate-power', ...delegation, conditions: 'For companies wholly owned' },
  { type: 'PowerDelegated', ...delegation, conditions: 'For companies wholly owned' },
);
const renamed = happened('2018-04-01', {
  type: 'BodyRenamed',
  body: 'cabinet',
  fromName: 'Cabinet',
  name: 'Executive',
});

commandsInTime(authorityStream, {
  'establish-body': {
    before: [],
    ...establishing,
    instead: '2001-09-11',
    later: later(creating.event, '2002-01-01'),
    contradicts: { entry: later(establishing.event, '2002-01-01'), refused: 'id-taken' },
  },
  'rename-body': {
    before: established,
    ...said(
      '2014-04-01',
      { type: 'rename-body', body: 'cabinet', name: 'Executive Board' },
      { type: 'BodyRenamed', body: 'cabinet', fromName: 'Cabinet', name: 'Executive Board' },
    ),
    instead: '2014-04-02',
    later: happened('2015-04-01', { type: 'MemberAppointed', ...membership }),
    contradicts: { entry: renamed, refused: 'premise-changed' },
  },
  'dissolve-body': {
    before: established,
    ...said(
      '2014-04-01',
      { type: 'dissolve-body', body: 'advisory-group', reason: 'Its work is done' },
      {
        type: 'BodyDissolved',
        body: 'advisory-group',
        reason: 'Its work is done',
      },
    ),
    instead: '2014-04-02',
    contradicts: {
      entry: happened('2014-05-01', { type: 'MemberAppointed', body: 'advisory-group', member: 'leader' }),
      refused: 'body-dissolved',
    },
  },
  'appoint-member': {
    before: established,
    ...joining,
    instead: '2013-05-24',
    later: renamed,
    contradicts: { entry: later(appointed, '2015-01-01'), refused: 'already-a-member' },
  },
  'end-membership': {
    before: [...established, appointed],
    ...said(
      '2014-03-31',
      { type: 'end-membership', ...membership },
      { type: 'MembershipEnded', ...membership },
    ),
    instead: '2014-04-30',
    later: renamed,
    contradicts: {
      entry: happened('2015-03-31', { type: 'MembershipEnded', ...membership }),
      refused: 'not-a-member',
    },
  },
  'create-office': {
    before: [],
    ...creating,
    instead: '2001-09-11',
    contradicts: { entry: later(creating.event, '2002-01-01'), refused: 'id-taken' },
  },
  'abolish-office': {
    before: established,
    ...said(
      '2014-04-01',
      { type: 'abolish-office', office: 'leader', reason: 'There is a mayor' },
      { type: 'OfficeAbolished', office: 'leader', reason: 'There is a mayor' },
    ),
    instead: '2014-04-02',
    contradicts: {
      entry: happened('2014-05-01', { type: 'HolderAppointed', office: 'leader', holder: 'person-2' }),
      refused: 'office-abolished',
    },
  },
  'appoint-to-office': {
    before: established,
    ...holding,
    instead: '2013-05-24',
    contradicts: {
      entry: happened('2017-10-19', { type: 'HolderAppointed', office: 'leader', holder: 'person-3' }),
      refused: 'office-held',
    },
  },
  'end-appointment': {
    before: led,
    ...said(
      '2015-05-20',
      { type: 'end-appointment', office: 'leader' },
      { type: 'AppointmentEnded', office: 'leader', holder: 'person-2' },
    ),
    instead: '2015-05-21',
    contradicts: {
      entry: happened('2016-05-20', { type: 'AppointmentEnded', office: 'leader', holder: 'person-2' }),
      refused: 'nobody-to-end',
    },
  },
  'confer-power': {
    before: established,
    ...conferring,
    instead: '2001-09-11',
    later: happened('2015-04-01', {
      type: 'PowerConferred',
      power: 'found-company',
      description: 'To found a company of the council',
      on: 'county-council',
    }),
    contradicts: { entry: later(conferring.event, '2002-01-01'), refused: 'power-held-already' },
  },
  'delegate-power': {
    before: [...established, conferring.event],
    ...delegating,
    instead: '2014-04-02',
    later: happened('2014-05-01', { type: 'PowerConferred', power: 'found-company', on: 'county-council' }),
    contradicts: {
      entry: happened('2015-04-01', { type: 'PowerDelegated', ...delegation }),
      refused: 'power-held-already',
    },
  },
  'set-power-coverage': {
    before: [...established, conferring.event],
    ...said(
      '2014-04-01',
      { type: 'set-power-coverage', power: 'found-company', covers: ['executive-functions', 'staffing'] },
      { type: 'PowerCoverageSet', power: 'found-company', covers: ['executive-functions', 'staffing'] },
    ),
    instead: '2014-04-02',
    later: happened('2015-04-01', { type: 'PowerDelegated', ...delegation }),
  },
  'revoke-power': {
    before: [...established, conferring.event],
    ...said(
      '2014-03-31',
      { type: 'revoke-power', power: 'found-company', from: 'cabinet' },
      { type: 'PowerRevoked', power: 'found-company', from: 'cabinet' },
    ),
    instead: '2014-04-30',
    contradicts: {
      entry: happened('2015-04-01', { type: 'PowerDelegated', ...delegation }),
      refused: 'power-not-held',
    },
  },
  'end-delegation': {
    before: [...established, conferring.event, delegating.event],
    ...said(
      '2015-03-31',
      { type: 'end-delegation', ...delegation },
      { type: 'DelegationEnded', ...delegation },
    ),
    instead: '2015-04-30',
    contradicts: {
      entry: happened('2015-06-30', { type: 'DelegationEnded', ...delegation }),
      refused: 'nothing-to-end',
    },
  },
});
