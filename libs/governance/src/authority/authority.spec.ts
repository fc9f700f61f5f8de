import { describe, expect, it } from '@jest/globals';
import { addDays, civilDate } from '#calendar';
import { given } from '#testing';
import { asked, conferred, established, happened, lastDay, led } from './county-authority.story.js';
import {
  authorityStream,
  type AuthorityEvent,
  type BodyPart,
  type OfficePart,
  type PowerPart,
} from './index.js';
import { holderOf, holdersOf } from './may-decide.js';

const stateOf = (entries: readonly AuthorityEvent[], day?: string) =>
  given(authorityStream, entries).asAt(day === undefined ? undefined : civilDate(day));
const minuted = (on: string) => ({ on, precision: 'day', provenance: 'minuted' });
const term = (from: string) => ({ from, precision: 'day', provenance: 'minuted' });

describe('A body', () => {
  it('is nothing before the day it was established, and has its name, its kind and no members from then on', () => {
    expect(stateOf(established, '2001-09-09').get('body/cabinet')).toBeUndefined();
    expect(stateOf(established, '2001-09-10').get('body/cabinet')).toEqual({
      kind: 'body',
      id: 'cabinet',
      name: 'Cabinet',
      bodyKind: 'cabinet',
      callIn: true,
      established: minuted('2001-09-10'),
      members: [],
    });
  });

  it.each([
    ['council', false],
    ['cabinet', true],
    ['committee', false],
  ] as const)(
    'of the kind %s has its decisions called in unless somebody says otherwise: %s',
    (bodyKind, callIn) => {
      const body = { body: 'new', name: 'New', bodyKind };
      given(authorityStream, [])
        .when(asked('2014-04-01', { type: 'establish-body', ...body }))
        .thenRecords([happened('2014-04-01', { type: 'BodyEstablished', ...body, callIn })]);
      given(authorityStream, [])
        .when(asked('2014-04-01', { type: 'establish-body', ...body, callIn: !callIn }))
        .thenRecords([happened('2014-04-01', { type: 'BodyEstablished', ...body, callIn: !callIn })]);
    },
  );

  it('of officers has nothing said of call-in until somebody says it', () => {
    const group = { body: 'new', name: 'New', bodyKind: 'officer-group' } as const;
    given(authorityStream, [])
      .when(asked('2014-04-01', { type: 'establish-body', ...group }))
      .thenRecords([happened('2014-04-01', { type: 'BodyEstablished', ...group })]);
  });

  it('may have the name of one that is gone, and one that was renamed', () => {
    const renamed = [
      ...established,
      happened('2014-04-01', {
        type: 'BodyRenamed',
        body: 'cabinet',
        fromName: 'Cabinet',
        name: 'Executive',
      }),
      happened('2014-05-01', {
        type: 'BodyDissolved',
        body: 'advisory-group',
      }),
    ];
    for (const name of ['Cabinet', 'transformation advisory group']) {
      const board = { body: 'new-board', name, bodyKind: 'board' } as const;
      given(authorityStream, renamed)
        .when(asked('2014-06-01', { type: 'establish-body', ...board }))
        .thenRecords([happened('2014-06-01', { type: 'BodyEstablished', ...board, callIn: false })]);
    }
  });

  it('may be given its own name in other letters', () => {
    const after = given(authorityStream, established)
      .when(asked('2014-04-01', { type: 'rename-body', body: 'cabinet', name: 'CABINET' }))
      .thenRecords([
        happened('2014-04-01', {
          type: 'BodyRenamed',
          body: 'cabinet',
          fromName: 'Cabinet',
          name: 'CABINET',
        }),
      ]);
    expect(after.asAt().get('authority/called cabinet')).toMatchObject({ names: 'cabinet' });
  });

  it('that is renamed, from whatever name, gives up the one it had and no other', () => {
    const rule = { rule: 'premise-changed', reason: 'The minutes call it by the name of the council' };
    const wrong = {
      type: 'rename-body',
      body: 'cabinet',
      name: 'Executive',
      fromName: 'County Council',
    } as const;
    const state = given(authorityStream, established)
      .when(asked('2014-04-01', { ...wrong, exception: rule }))
      .thenRecords([happened('2014-04-01', { ...wrong, type: 'BodyRenamed', exception: rule })])
      .asAt();
    const called = (name: string) => state.get(`authority/called ${name}`);
    expect(called('cabinet')).toMatchObject({ names: null });
    expect(called('executive')).toMatchObject({ names: 'cabinet' });
    expect(called('county council')).toMatchObject({ names: 'county-council' });
  });

  it('that is given the name it has is given nothing', () => {
    given(authorityStream, established)
      .when(asked('2014-04-01', { type: 'rename-body', body: 'cabinet', name: 'Cabinet' }))
      .thenNothing();
  });

  it('has on any day the members of that day, and a member again after a term is over', () => {
    const member = { body: 'cabinet', member: 'Cabinet Member for Finance' };
    const entries = [
      ...established,
      happened('2013-05-23', { type: 'MemberAppointed', ...member, until: lastDay('2014-05-21') }),
      happened('2015-05-21', { type: 'MemberAppointed', ...member }),
      happened('2015-06-30', { type: 'MembershipEnded', ...member }),
    ];
    expect((stateOf(entries).get('body/cabinet') as BodyPart).members).toEqual([
      { member: member.member, ...term('2013-05-23'), until: lastDay('2014-05-21') },
      { member: member.member, ...term('2015-05-21'), until: lastDay('2015-06-30') },
    ]);
    expect((stateOf(entries, '2015-06-29').get('body/cabinet') as BodyPart).members[1]).toEqual({
      member: member.member,
      ...term('2015-05-21'),
    });
  });
});

describe('An office', () => {
  const on = (entries: readonly AuthorityEvent[], day: string) =>
    holderOf(stateOf(entries, day).get('office/leader') as OfficePart, civilDate(day))?.holder;

  it('is held to the last day of a term that was known in advance, with nothing recorded at midnight', () => {
    expect(on(led, '2009-05-20')).toBeUndefined();
    expect(on(led, '2009-05-21')).toBe('person-1');
    expect(on(led, '2013-05-22')).toBe('person-1');
    expect(on(led, '2013-05-23')).toBe('person-2');
  });

  it('is vacant on the day after an appointment ended, and whoever is appointed late was there all along', () => {
    const ended = [
      ...led,
      happened('2015-05-20', { type: 'AppointmentEnded', office: 'leader', holder: 'person-2' }),
    ];
    expect([on(ended, '2015-05-20'), on(ended, '2015-05-21')]).toEqual(['person-2', undefined]);
    const next = asked('2015-05-21', { type: 'appoint-to-office', office: 'leader', holder: 'person-3' });
    given(authorityStream, ended)
      .when(next)
      .thenRecords([
        happened('2015-05-21', { type: 'HolderAppointed', office: 'leader', holder: 'person-3' }),
      ]);
  });

  it('has one holder at a time: a late appointment without an end is in the way of the one after it', () => {
    const [first, next] = led.slice(established.length) as [AuthorityEvent, AuthorityEvent];
    given(authorityStream, [...established, next])
      .when(asked('2009-05-21', { type: 'appoint-to-office', office: 'leader', holder: 'person-1' }))
      .thenRefused('office-held', { entry: established.length });
    given(authorityStream, [...established, next])
      .when(
        asked('2009-05-21', {
          type: 'appoint-to-office',
          office: 'leader',
          holder: 'person-1',
          until: lastDay('2013-05-22'),
        }),
      )
      .thenRecords([first]);
  });

  it('has a holder whom an exception put beside another once, however often that is said', () => {
    const exception = { rule: 'office-held', reason: 'The handover is not minuted' };
    const third = { office: 'leader', holder: 'person-3', exception };
    const beside = happened('2015-05-21', { type: 'HolderAppointed', ...third });
    const holders = (entries: readonly AuthorityEvent[]) =>
      (stateOf(entries).get('office/leader') as OfficePart).holders.map(({ holder }) => holder);
    given(authorityStream, [...led, beside])
      .when(asked('2015-05-21', { type: 'appoint-to-office', ...third }))
      .thenNothing();
    expect(holders([...led, beside, beside])).toEqual(['person-1', 'person-2', 'person-3']);
  });

  it('is given up by whoever is named, where an exception put two there, else by the first of them', () => {
    const beside = happened('2015-05-21', {
      type: 'HolderAppointed',
      office: 'leader',
      holder: 'person-3',
      exception: { rule: 'office-held', reason: 'The handover is not minuted' },
    });
    const ending = { type: 'end-appointment', office: 'leader' } as const;
    const ended = { type: 'AppointmentEnded', office: 'leader' } as const;
    const asking = (more: object) =>
      given(authorityStream, [...led, beside]).when(asked('2016-05-20', { ...ending, ...more }));
    asking({}).thenRecords([happened('2016-05-20', { ...ended, holder: 'person-2' })]);
    const left = asking({ holder: 'person-3' })
      .thenRecords([happened('2016-05-20', { ...ended, holder: 'person-3' })])
      .asAt()
      .get('office/leader') as OfficePart;
    expect(left.holders.map(({ holder, until }) => [holder, until?.on])).toEqual([
      ['person-1', '2013-05-22'],
      ['person-2', undefined],
      ['person-3', '2016-05-20'],
    ]);
  });

  it('is held by nobody once it is abolished', () => {
    const abolished = [...led, happened('2015-04-01', { type: 'OfficeAbolished', office: 'leader' })];
    expect([on(abolished, '2015-03-31'), on(abolished, '2015-04-01')]).toEqual(['person-2', undefined]);
  });

  it('names its holder, and a body its members, in a personal field, which can be kept apart', () => {
    const named = Object.entries(authorityStream.events).flatMap(([type, { personal }]) =>
      personal.length > 0 ? [[type, personal]] : [],
    );
    expect(named).toEqual([
      ['HolderAppointed', ['holder']],
      ['AppointmentEnded', ['holder']],
      ['MemberAppointed', ['member']],
      ['MembershipEnded', ['member']],
    ]);
  });
});

describe('A power', () => {
  const heldOn = (day: string) =>
    holdersOf(stateOf(conferred, day).get('power/found-company') as PowerPart, civilDate(day)).map(
      ({ by, how, delegatedBy }) => [by, how, delegatedBy],
    );

  it('is held by whom the constitution says, and during a delegation by the delegate too', () => {
    const cabinet = ['cabinet', 'constitution', undefined];
    const leader = ['leader', 'delegation', 'cabinet'];
    expect(heldOn('2001-09-09')).toEqual([]);
    expect(heldOn('2015-03-31')).toEqual([cabinet]);
    expect(heldOn('2015-04-01')).toEqual([cabinet, leader]);
    expect(heldOn('2016-03-31')).toEqual([cabinet, leader]);
    expect(heldOn('2016-04-01')).toEqual([cabinet]);
  });

  it('keeps what it was first said to be, where it is written, and the conditions of a delegation', () => {
    const further = [
      ...conferred,
      happened('2016-04-01', {
        type: 'PowerDelegated',
        power: 'found-company',
        from: 'cabinet',
        to: 'leader',
        conditions: 'With the advice of the Section 151 Officer',
      }),
    ];
    const { description, source, held } = stateOf(further).get('power/found-company') as PowerPart;
    expect([description, source]).toEqual([
      'To found a company of the council',
      'Constitution, appendix 2, part 2',
    ]);
    expect(held.at(-1)).toEqual({
      by: 'leader',
      how: 'delegation',
      ...term('2016-04-01'),
      delegatedBy: 'cabinet',
      conditions: 'With the advice of the Section 151 Officer',
    });
  });

  it('covers each act once, in one order, however they are sent', () => {
    const covers = ['staffing', 'executive-functions', 'staffing'] as const;
    const inOrder = ['executive-functions', 'staffing'] as const;
    const coverage = { power: 'found-company', covers: inOrder };
    given(authorityStream, conferred)
      .when(asked('2016-04-01', { type: 'set-power-coverage', power: 'found-company', covers }))
      .thenRecords([happened('2016-04-01', { type: 'PowerCoverageSet', ...coverage })]);
    const first = { power: 'set-staffing', description: 'To set the staffing', on: 'cabinet' };
    given(authorityStream, conferred)
      .when(asked('2016-04-01', { type: 'confer-power', ...first, covers }))
      .thenRecords([happened('2016-04-01', { type: 'PowerConferred', ...first, covers: inOrder })]);
  });

  it('may not be struck from under a delegation, which the refusal names', () => {
    given(authorityStream, conferred)
      .striking([conferred.length - 2])
      .thenRefused('power-not-conferred', { entry: conferred.length - 1 });
  });
});

describe('Many bodies', () => {
  it('leave what every one of them touches as small as the first did', () => {
    const many = Array.from({ length: 3_000 }, (_, n) =>
      happened(addDays(civilDate('2010-01-01'), n), {
        type: 'BodyEstablished',
        body: `body-${n}`,
        name: `Body ${n}`,
        bodyKind: 'committee',
        callIn: false,
      }),
    );
    const timeline = given(authorityStream, many);
    expect(timeline.asAt().get('body/body-2999')).toMatchObject({ name: 'Body 2999' });
    expect(JSON.stringify(timeline.asAt().get('authority/register')).length).toBeLessThan(100);
  });
});
