import { describe, expect } from '@jest/globals';
import fc from 'fast-check';
import { civilDate } from '#calendar';
import { lawsOf } from '../../../acts/src/laws.contract.js';
import { serviceStream, type ServiceCommand, type ServiceEvent, type ServicePart } from './index.js';
import { registering, year } from './legal-services.story.js';

const key = 'service/legal-services';
const aName = fc.constantFrom('Legal Services', 'General Counsel');
const aDirectorate = fc.constantFrom('Customer and Communities', 'Growth', 'Corporate');
const aTranche = fc.constantFrom('first', 'second');
const amounts = fc.option(fc.constantFrom(0, 8_224_000_00), { nil: undefined });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const of = <const T extends string>(type: T, said: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), ...said });

const recorded = {
  service: fc.constant('legal-services'),
  effectiveOn: fc.constantFrom(...['2013-09-12', '2013-09-19', '2014-04-01', '2017-03-31'].map(civilDate)),
  precision: maybe(fc.constantFrom('day', 'month')),
  provenance: fc.constantFrom('observed', 'minuted', 'reconstructed'),
  source: maybe(fc.constant('Minutes')),
  decision: maybe(fc.constantFrom('council-2013-09-19', 'cabinet-2013-10-14')),
  exception: fc.option(
    fc
      .constantFrom('service-withdrawn', 'premise-changed', 'service-not-registered')
      .map((rule) => ({ rule, reason: 'not in the source' })),
    { nil: undefined, freq: 3 },
  ),
};
const budget = {
  year: fc.constantFrom(year('2013/14'), year('2014/15')),
  gross: amounts,
  net: amounts,
  priceBase: maybe(fc.constant('2013/14 prices')),
};
const described = {
  name: aName,
  directorate: maybe(aDirectorate),
  tranche: maybe(aTranche),
  heading: maybe(fc.constantFrom('corporate support', 'front line')),
};

/** What is said of the service beside its dates, without the members left out. */
const saying = <T>(kinds: readonly fc.Arbitrary<object>[], more: object): fc.Arbitrary<T> =>
  fc
    .tuple(fc.record(recorded), fc.oneof(...kinds))
    .map(([dates, said]) => JSON.parse(JSON.stringify({ ...more, ...dates, ...said })) as T);

const commands = saying<ServiceCommand>(
  [
    of('register-service', described),
    of('set-service-budget', budget),
    of('rename-service', { name: aName }),
    of('transfer-service', { toDirectorate: aDirectorate, fromDirectorate: maybe(aDirectorate) }),
    of('assign-service-to-tranche', { tranche: aTranche, heading: described.heading }),
    of('withdraw-service', { reason: aName }),
  ],
  { programme: 'county' },
);

const events = saying<ServiceEvent>(
  [
    of('ServiceRegistered', described),
    of('ServiceBudgetSet', budget),
    of('ServiceRenamed', { name: aName }),
    of('ServiceTransferred', {
      toDirectorate: aDirectorate,
      fromDirectorate: fc.option(aDirectorate),
    }),
    of('ServiceAssignedToTranche', {
      tranche: aTranche,
      fromTranche: fc.option(aTranche),
      heading: described.heading,
    }),
    of('ServiceWithdrawn', { reason: aName }),
  ],
  {},
);

describe('Whatever is asked of a service, through the judge', () => {
  lawsOf<ServicePart, ServiceCommand, ServiceEvent>(serviceStream, {
    commands,
    events,
    beginning: [registering.event],
    holds: (state, event) => {
      const service = state.get(key) as ServicePart;
      const years = service.budgets.map(({ year }) => year);
      expect(years).toEqual([...new Set(years)].sort());
      for (const { gross, net } of service.budgets) expect(gross ?? net).toBeDefined();
      if (event.type === 'ServiceTransferred') expect(service.directorate).toBe(event.toDirectorate);
      if (event.type === 'ServiceAssignedToTranche') expect(service.tranche).toBe(event.tranche);
    },
  });
});
