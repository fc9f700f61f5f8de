import type { Parts, Refusal } from '#timeline';
import { statesNoAmount } from '../budget.js';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { ServiceEvent } from './events.js';
import { serviceKey, type ServicePart } from './state.js';

/** Why an entry of a service cannot stand where it is dated, if it cannot. */
export function permitsService(state: Parts<ServicePart>, event: ServiceEvent): Refusal | undefined {
  const service = state.get(serviceKey(event.service));
  return meaninglessForService(service, event) ?? firstBreach(event, breaches(service, event));
}

/** Where an entry of a service would record nothing: no exception can give it a meaning. */
export function meaninglessForService(
  service: ServicePart | undefined,
  event: ServiceEvent,
): Refusal | undefined {
  const { service: id } = event;
  if (event.type === 'ServiceRegistered') {
    return (
      service &&
      refuse(
        'service-already-registered',
        `Service ${id} was registered on ${onDay(service.registered)}: strike that entry to correct it`,
      )
    );
  }
  if (!service) {
    return refuse(
      'service-not-registered',
      `No service ${id} is registered by then: register it first, or date this later`,
    );
  }
  if (event.type === 'ServiceWithdrawn') return service.withdrawn && withdrawnBefore(id, service.withdrawn);
  if (event.type === 'ServiceBudgetSet' && statesNoAmount(event)) {
    return refuse(
      'amount-needed',
      `Give an amount for ${event.year}: gross, net, or notStated where the source does not say which`,
    );
  }
  return undefined;
}

function* breaches(service: ServicePart | undefined, event: ServiceEvent): Iterable<Refusal> {
  if (!service) return;
  const { id, directorate, tranche, withdrawn } = service;
  if (withdrawn) yield withdrawnBefore(id, withdrawn);
  if (event.type === 'ServiceTransferred' && (directorate ?? null) !== event.fromDirectorate) {
    yield refuse(
      'premise-changed',
      `Service ${id} is in ${directorate ?? 'no directorate'} by then, not in ${event.fromDirectorate ?? 'none'}: record the transfer from there`,
    );
  }
  if (event.type === 'ServiceAssignedToTranche' && (tranche ?? null) !== event.fromTranche) {
    yield refuse(
      'premise-changed',
      `Service ${id} is in ${tranche ?? 'no tranche'} by then, not in ${event.fromTranche ?? 'none'}: record the assignment from there`,
    );
  }
}

function withdrawnBefore(id: string, withdrawn: Parameters<typeof onDay>[0]): Refusal {
  return refuse(
    'service-withdrawn',
    `Service ${id} was withdrawn on ${onDay(withdrawn)}: date this earlier, or strike the withdrawal`,
  );
}
