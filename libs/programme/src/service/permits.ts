import type { Parts, Refusal } from '#timeline';
import { onDay, refuse } from '../rules.js';
import { firstBreach } from '../stream.js';
import type { ServiceEvent } from './events.js';
import { serviceKey, type ServicePart } from './state.js';

export function permitsService(state: Parts<ServicePart>, event: ServiceEvent): Refusal | undefined {
  return firstBreach(event, breaches(state.get(serviceKey(event.service)), event));
}

function* breaches(service: ServicePart | undefined, event: ServiceEvent): Iterable<Refusal> {
  const { service: id } = event;
  if (event.type === 'ServiceRegistered') {
    if (service) {
      yield refuse(
        'service-already-registered',
        `Service ${id} was registered on ${onDay(service.registered)}: strike that entry to correct it`,
      );
    }
    return;
  }
  if (!service) {
    yield refuse(
      'service-not-registered',
      `No service ${id} is registered by then: register it first, or date this later`,
    );
    return;
  }
  if (service.withdrawn) {
    yield refuse(
      'service-withdrawn',
      `Service ${id} was withdrawn on ${onDay(service.withdrawn)}: date this earlier, or strike the withdrawal`,
    );
  }
  if (event.type === 'ServiceTransferred' && (service.directorate ?? null) !== event.fromDirectorate) {
    yield refuse(
      'premise-changed',
      `Service ${id} is in ${service.directorate ?? 'no directorate'} by then, not ${event.fromDirectorate ?? 'in none'}: record the transfer from there`,
    );
  }
  if (event.type === 'ServiceAssignedToTranche' && (service.tranche ?? null) !== event.fromTranche) {
    yield refuse(
      'premise-changed',
      `Service ${id} is in ${service.tranche ?? 'no tranche'} by then, not ${event.fromTranche ?? 'in none'}: record the assignment from there`,
    );
  }
}
