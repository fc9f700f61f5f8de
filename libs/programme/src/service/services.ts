import { actsOf, onDay, refuse, says, the } from '#acts';
import type { Changes, Parts, Refusal } from '#timeline';
import { serviceKey, servicePart, type ServicePart } from './state.js';

export type State = Parts<ServicePart>;

/** An act about a service. */
export const act = actsOf<ServicePart>();

/** An entry is of one service, and touches no other. */
export const ofService = ({ service }: { readonly service: string }): readonly string[] => [
  serviceKey(service),
];

/** The service is registered by then. */
export function* registered(state: State, id: string): Iterable<Refusal> {
  if (!state.get(serviceKey(id))) {
    yield refuse(
      'service-not-registered',
      says`No service ${the.service(id)} is registered by then: register it first, or date this later`,
    );
  }
}

/** The service is not registered yet. */
export function* unregistered(state: State, id: string): Iterable<Refusal> {
  const service = state.get(serviceKey(id));
  if (service) {
    yield refuse(
      'service-already-registered',
      says`Service ${the.service(id)} was registered on ${onDay(service.registered)}: strike that entry to correct it`,
    );
  }
}

/** The service was not withdrawn. */
export function* underReview(state: State, id: string): Iterable<Refusal> {
  const withdrawn = state.get(serviceKey(id))?.withdrawn;
  if (withdrawn) {
    yield refuse(
      'service-withdrawn',
      says`Service ${the.service(id)} was withdrawn on ${onDay(withdrawn)}: date this earlier, or strike the withdrawal`,
    );
  }
}

/** A service with some of its members changed; nothing where there is no such service. */
export function changed(state: State, id: string, change: Partial<ServicePart>): Changes<ServicePart> {
  const service = state.get(serviceKey(id));
  return service ? [[serviceKey(id), servicePart({ ...service, ...change })]] : [];
}
