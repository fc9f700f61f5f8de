import { readdirSync } from 'node:fs';
import { rulesOf, type AgainstARule } from '../../../programme/src/command.contract.js';
import { asked, conferred, established, happened, lastDay, led, said } from './county-authority.story.js';
import { authorityStream, type AuthorityCommand, type AuthorityEvent } from './index.js';

type Rule = AgainstARule<AuthorityCommand, AuthorityEvent>;

/** A rule that nothing sets aside: the entry would have no meaning. */
const firm = (
  refused: string,
  before: readonly AuthorityEvent[],
  ...command: Parameters<typeof asked>
): Rule => ({ refused, before, command: asked(...command) });

/** A rule that an entry of the past may set aside: what was asked is recorded then. */
const excusable = (
  refused: string,
  before: readonly AuthorityEvent[],
  { command, event }: ReturnType<typeof said>,
): Rule => ({ refused, before, command, excused: event });

const member = { body: 'cabinet', member: 'leader' };
const joined = [...led, happened('2013-05-23', { type: 'MemberAppointed', ...member })];
const dissolved = [...joined, happened('2018-03-31', { type: 'BodyDissolved', body: 'cabinet' })];
const abolished = [...led, happened('2018-03-31', { type: 'OfficeAbolished', office: 'leader' })];
const power = { power: 'found-company' };
const cabinet = { body: 'executive', name: 'Cabinet', bodyKind: 'cabinet' } as const;

/** Who may decide is asked by the streams of those who do, and its rules with theirs. */
const sources = readdirSync(import.meta.dirname)
  .filter((file) => !file.endsWith('.spec.ts') && file !== 'may-decide.ts')
  .map((file) => `authority/${file}`)
  .concat('act.ts');

rulesOf(
  authorityStream,
  {
    'To establish a body that is established': firm('id-taken', led, '2014-04-01', {
      type: 'establish-body',
      ...cabinet,
      body: 'cabinet',
      name: 'Executive',
    }),
    'To establish a body under the id of an office': firm('id-taken', led, '2014-04-01', {
      type: 'establish-body',
      ...cabinet,
      body: 'leader',
      name: 'Executive',
    }),
    'To create an office under the id of a body': firm('id-taken', led, '2014-04-01', {
      type: 'create-office',
      office: 'cabinet',
      title: 'Mayor',
    }),
    'To establish a body under the name of another': firm('name-taken', led, '2014-04-01', {
      type: 'establish-body',
      ...cabinet,
    }),
    'To create an office under the name of a body, in other letters': firm('name-taken', led, '2014-04-01', {
      type: 'create-office',
      office: 'cabinet-office',
      title: 'CABINET',
    }),
    'To give a body the name of another': firm('name-taken', led, '2014-04-01', {
      type: 'rename-body',
      body: 'cabinet',
      name: 'County Council',
    }),
    'To rename a body from a name that it does not have': excusable(
      'premise-changed',
      led,
      said(
        '2014-04-01',
        { type: 'rename-body', body: 'cabinet', name: 'Board', fromName: 'Executive' },
        { type: 'BodyRenamed', body: 'cabinet', name: 'Board', fromName: 'Executive' },
      ),
    ),
    'To appoint a member of a body that nobody established': firm('body-not-established', led, '2014-04-01', {
      type: 'appoint-member',
      body: 'board',
      member: 'leader',
    }),
    'To appoint a member on the day before the body was established': firm(
      'body-not-established',
      led,
      '2013-09-18',
      { type: 'appoint-member', body: 'advisory-group', member: 'leader' },
    ),
    'To dissolve a body that is dissolved': firm('body-dissolved', dissolved, '2018-04-01', {
      type: 'dissolve-body',
      body: 'cabinet',
    }),
    'To appoint a member of a body on the day it is gone': firm('body-dissolved', dissolved, '2018-03-31', {
      type: 'appoint-member',
      body: 'cabinet',
      member: 'deputy-leader',
    }),
    'To appoint a member who is one': firm('already-a-member', joined, '2014-04-01', {
      type: 'appoint-member',
      ...member,
    }),
    'To end the membership of somebody who is no member': firm('not-a-member', joined, '2014-04-01', {
      type: 'end-membership',
      body: 'cabinet',
      member: 'deputy-leader',
    }),
    'To appoint a member until a day that has passed': firm('ends-before-it-begins', led, '2014-04-01', {
      type: 'appoint-member',
      ...member,
      until: lastDay('2014-03-31'),
    }),
    'To appoint to an office that nobody created': firm('office-not-created', led, '2014-04-01', {
      type: 'appoint-to-office',
      office: 'monitoring-officer',
      holder: 'person-4',
    }),
    'To appoint to an office that is abolished': firm('office-abolished', abolished, '2018-04-01', {
      type: 'appoint-to-office',
      office: 'leader',
      holder: 'person-4',
    }),
    'To end the appointment to an office that nobody holds': firm(
      'nobody-to-end',
      established,
      '2014-04-01',
      {
        type: 'end-appointment',
        office: 'leader',
      },
    ),
    'To end the appointment of somebody who does not hold the office': firm(
      'nobody-to-end',
      led,
      '2014-04-01',
      {
        type: 'end-appointment',
        office: 'leader',
        holder: 'person-1',
      },
    ),
    'To appoint somebody to an office that another holds': excusable(
      'office-held',
      led,
      said(
        '2015-05-21',
        { type: 'appoint-to-office', office: 'leader', holder: 'person-3' },
        { type: 'HolderAppointed', office: 'leader', holder: 'person-3' },
      ),
    ),
    'To appoint somebody on the last day of a term that was known in advance': excusable(
      'office-held',
      led,
      said(
        '2013-05-22',
        { type: 'appoint-to-office', office: 'leader', holder: 'person-3', until: lastDay('2013-05-22') },
        { type: 'HolderAppointed', office: 'leader', holder: 'person-3', until: lastDay('2013-05-22') },
      ),
    ),
    'To confer a power on nobody that is on record': firm('holder-not-on-record', led, '2014-04-01', {
      type: 'confer-power',
      ...power,
      description: 'To found a company',
      on: 'board',
    }),
    'To confer a power on a body that is dissolved': firm('holder-gone', dissolved, '2018-04-01', {
      type: 'confer-power',
      ...power,
      description: 'To found a company',
      on: 'cabinet',
    }),
    'To confer a power on an advisory group': firm('advisory-body', led, '2014-04-01', {
      type: 'confer-power',
      ...power,
      description: 'To found a company',
      on: 'advisory-group',
    }),
    'To delegate a power to an advisory group': firm('advisory-body', conferred, '2015-10-12', {
      type: 'delegate-power',
      ...power,
      from: 'cabinet',
      to: 'advisory-group',
    }),
    'To confer a power for the first time without saying what it is': firm(
      'power-not-described',
      led,
      '2014-04-01',
      {
        type: 'confer-power',
        ...power,
        on: 'cabinet',
      },
    ),
    'To confer a power that covers nothing': firm('covers-nothing', led, '2014-04-01', {
      type: 'confer-power',
      ...power,
      description: 'To found a company of the council',
      covers: [],
      on: 'cabinet',
    }),
    'To confer a power with other acts than it covers': firm(
      'power-covers-otherwise',
      conferred,
      '2014-04-01',
      {
        type: 'confer-power',
        ...power,
        covers: ['staffing'],
        on: 'county-council',
      },
    ),
    'To say what a power covers that nobody has': firm('power-not-conferred', led, '2014-04-01', {
      type: 'set-power-coverage',
      ...power,
      covers: ['staffing'],
    }),
    'To say of a power that it covers nothing': firm('covers-nothing', conferred, '2014-04-01', {
      type: 'set-power-coverage',
      ...power,
      covers: [],
    }),
    'To confer a power on a body that has it': firm('power-held-already', conferred, '2014-04-01', {
      type: 'confer-power',
      ...power,
      on: 'cabinet',
    }),
    'To delegate a power to an office that has it by that delegation': firm(
      'power-held-already',
      conferred,
      '2016-03-31',
      { type: 'delegate-power', ...power, from: 'cabinet', to: 'leader' },
    ),
    'To delegate a power that nobody has': firm('power-not-conferred', led, '2014-04-01', {
      type: 'delegate-power',
      ...power,
      from: 'cabinet',
      to: 'leader',
    }),
    'To revoke a power that nobody has': firm('power-not-conferred', led, '2014-04-01', {
      type: 'revoke-power',
      ...power,
      from: 'cabinet',
    }),
    'To end a delegation of a power that nobody has': firm('power-not-conferred', led, '2014-04-01', {
      type: 'end-delegation',
      ...power,
      from: 'cabinet',
      to: 'leader',
    }),
    'To delegate a power from nobody that is on record': firm(
      'holder-not-on-record',
      conferred,
      '2016-04-01',
      {
        type: 'delegate-power',
        ...power,
        from: 'board',
        to: 'leader',
      },
    ),
    'To delegate a power from a body on the day it is gone': firm(
      'holder-gone',
      [...conferred, happened('2018-03-31', { type: 'BodyDissolved', body: 'cabinet' })],
      '2018-03-31',
      { type: 'delegate-power', ...power, from: 'cabinet', to: 'leader' },
    ),
    'To delegate a power to oneself': firm('delegated-to-itself', conferred, '2016-04-01', {
      type: 'delegate-power',
      ...power,
      from: 'cabinet',
      to: 'cabinet',
    }),
    'To delegate a power that the delegator does not hold': excusable(
      'power-not-held',
      conferred,
      said(
        '2016-04-01',
        { type: 'delegate-power', ...power, from: 'county-council', to: 'leader' },
        { type: 'PowerDelegated', ...power, from: 'county-council', to: 'leader' },
      ),
    ),
    'To delegate a power on, on the day after it was delegated for': excusable(
      'power-not-held',
      conferred,
      said(
        '2016-04-01',
        { type: 'delegate-power', ...power, from: 'leader', to: 'county-council' },
        { type: 'PowerDelegated', ...power, from: 'leader', to: 'county-council' },
      ),
    ),
    'To revoke a power from a body that holds it by no conferral': firm(
      'nothing-to-end',
      conferred,
      '2015-10-12',
      {
        type: 'revoke-power',
        ...power,
        from: 'leader',
      },
    ),
    'To end a delegation by another than delegated it': firm('nothing-to-end', conferred, '2015-10-12', {
      type: 'end-delegation',
      ...power,
      from: 'county-council',
      to: 'leader',
    }),
    'To end a delegation on the day after its last': firm('nothing-to-end', conferred, '2016-04-01', {
      type: 'end-delegation',
      ...power,
      from: 'cabinet',
      to: 'leader',
    }),
  },
  sources,
);
