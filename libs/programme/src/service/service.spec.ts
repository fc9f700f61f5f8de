import { describe, expect, it } from '@jest/globals';
import { civilDate } from '#calendar';
import { given } from '#testing';
import { serviceStream, type ServiceEvent } from './index.js';
import {
  asked,
  assigning,
  budgeting,
  corporate,
  happened,
  registered,
  registering,
  support,
  transferring,
  withdrawing,
  withdrawn,
  year,
} from './legal-services.story.js';

const key = 'service/legal-services';
const minuted = (on: string) => ({ on, precision: 'day', provenance: 'minuted' });
const serviceAfter = (entries: readonly ServiceEvent[], day?: string) =>
  given(serviceStream, entries)
    .asAt(day === undefined ? undefined : civilDate(day))
    .get(key);

describe('A service', () => {
  it('is nothing before the day it was registered, and itself from then on', () => {
    expect(serviceAfter(registered, '2013-09-18')).toBeUndefined();
    expect(serviceAfter(registered, '2013-09-19')).toEqual({
      kind: 'service',
      id: 'legal-services',
      name: 'Legal Services',
      directorate: support,
      tranche: 'first',
      heading: 'corporate support',
      registered: minuted('2013-09-19'),
      budgets: [],
    });
  });

  it('needs no more than a name, and keeps its source, its decision and how exactly its day is known', () => {
    const known = { precision: 'month', decision: 'council-2013-09-19', source: 'Minutes' } as const;
    const after = given(serviceStream, [])
      .when(asked('2013-09-01', { type: 'register-service', name: 'Legal Services', ...known }))
      .thenRecords([happened('2013-09-01', { type: 'ServiceRegistered', name: 'Legal Services', ...known })]);
    expect(after.asAt().get(key)).toEqual({
      kind: 'service',
      id: 'legal-services',
      name: 'Legal Services',
      registered: {
        on: '2013-09-01',
        precision: 'month',
        provenance: 'minuted',
        decision: 'council-2013-09-19',
      },
      source: 'Minutes',
      budgets: [],
    });
  });

  it('has on any day the name, the directorate, the tranche and the heading it had on that day', () => {
    const entries = [
      ...registered,
      assigning.event,
      transferring.event,
      happened('2015-04-01', { type: 'ServiceRenamed', name: 'General Counsel' }),
    ];
    const on = (day: string) => {
      const { name, directorate, tranche, heading } = serviceAfter(entries, day) ?? {};
      return [name, directorate, tranche, heading];
    };
    expect(on('2013-12-11')).toEqual(['Legal Services', support, 'first', 'corporate support']);
    expect(on('2013-12-12')).toEqual(['Legal Services', support, 'second', 'front line']);
    expect(on('2014-04-01')).toEqual(['Legal Services', corporate, 'second', 'front line']);
    expect(on('2015-04-01')).toEqual(['General Counsel', corporate, 'second', 'front line']);
  });

  it('keeps its heading where its new tranche says none', () => {
    const second = { type: 'ServiceAssignedToTranche', fromTranche: 'first', tranche: 'second' } as const;
    expect(serviceAfter([...registered, happened('2013-12-12', second)])).toMatchObject({
      tranche: 'second',
      heading: 'corporate support',
    });
  });

  it('is transferred from where it is, said or not, and from nowhere where it was in no directorate', () => {
    given(serviceStream, registered)
      .when(
        asked('2014-04-01', { type: 'transfer-service', fromDirectorate: support, toDirectorate: corporate }),
      )
      .thenRecords([transferring.event]);
    given(serviceStream, [happened('2013-09-19', { type: 'ServiceRegistered', name: 'Legal Services' })])
      .when(transferring.command)
      .thenRecords([
        happened('2014-04-01', {
          type: 'ServiceTransferred',
          fromDirectorate: null,
          toDirectorate: corporate,
        }),
      ]);
  });

  it('changes nothing where it is in that directorate and tranche already', () => {
    const service = given(serviceStream, registered);
    service.when(asked('2014-04-01', { type: 'transfer-service', toDirectorate: support })).thenNothing();
    service.when(asked('2014-04-01', { type: 'assign-service-to-tranche', tranche: 'first' })).thenNothing();
  });

  it('says when and why it was withdrawn, and is otherwise as it was', () => {
    expect(serviceAfter(withdrawn, '2017-03-30')).toEqual(serviceAfter(registered));
    expect(serviceAfter(withdrawn)).toEqual({
      ...serviceAfter(registered),
      withdrawn: { ...minuted('2017-03-31'), reason: 'A company took its work over' },
    });
  });

  it('takes an earlier fact though it was withdrawn later', () => {
    const after = given(serviceStream, withdrawn)
      .when(transferring.command)
      .thenRecords([transferring.event]);
    expect(after.asAt().get(key)).toMatchObject({
      directorate: corporate,
      withdrawn: { on: '2017-03-31' },
    });
  });

  it('is back in the programme where its withdrawal is struck', () => {
    const after = given(serviceStream, withdrawn).striking([1]).thenRecords([]);
    expect(after.asAt().get(key)).toEqual(serviceAfter(registered));
  });

  it('is not registered again by another decision: the registration is struck to correct it', () => {
    given(serviceStream, registered)
      .when({ ...registering.command, decision: 'cabinet-2013-10-14' })
      .thenRefused('service-already-registered');
  });

  it('reads nothing elsewhere, and touches itself alone', () => {
    expect(serviceStream.reads(registering.command)).toEqual([]);
    for (const { event } of [registering, budgeting, transferring, assigning, withdrawing])
      expect(serviceStream.touches(event)).toEqual([key]);
  });
});

describe('The budget of a service', () => {
  const other = happened('2013-09-19', {
    type: 'ServiceBudgetSet',
    year: year('2012/13'),
    notStated: 9_000_000_00,
    priceBase: '2012/13 prices',
    source: 'Budget book',
  });

  it('is kept for each year with its basis, its prices and its source, in order of year', () => {
    expect(serviceAfter([...registered, budgeting.event, other])?.budgets).toEqual([
      {
        year: '2012/13',
        notStated: 9_000_000_00,
        priceBase: '2012/13 prices',
        set: minuted('2013-09-19'),
        source: 'Budget book',
      },
      { year: '2013/14', gross: 9_335_200_00, net: 8_224_000_00, set: minuted('2013-09-19') },
    ]);
  });

  it('is on any day what was last reported by then, whole: a later report leaves nothing of an earlier one', () => {
    const less = happened('2014-02-13', {
      type: 'ServiceBudgetSet',
      year: year('2013/14'),
      net: 8_000_000_00,
    });
    const entries = [...registered, budgeting.event, less];
    expect(serviceAfter(entries, '2014-02-12')?.budgets).toMatchObject([{ gross: 9_335_200_00 }]);
    expect(serviceAfter(entries)?.budgets).toEqual([
      { year: '2013/14', net: 8_000_000_00, set: minuted('2014-02-13') },
    ]);
  });

  it('may be reported as nothing', () => {
    const nothing = { year: year('2017/18'), gross: 0 };
    given(serviceStream, registered)
      .when(asked('2017-03-31', { type: 'set-service-budget', ...nothing }))
      .thenRecords([happened('2017-03-31', { type: 'ServiceBudgetSet', ...nothing })]);
  });

  it('is reported again where another decision set the same figures', () => {
    const decision = 'council-2014-02-13';
    given(serviceStream, [...registered, budgeting.event])
      .when({ ...budgeting.command, effectiveOn: civilDate('2014-02-13'), decision })
      .thenRecords([{ ...budgeting.event, effectiveOn: civilDate('2014-02-13'), decision }]);
  });
});
