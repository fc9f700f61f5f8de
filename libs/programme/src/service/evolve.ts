import type { Changes, Parts } from '#timeline';
import { withBudget } from '../budget.js';
import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import type { ServiceEvent } from './events.js';
import { meaninglessForService } from './permits.js';
import { serviceKey, servicePart, type ServicePart } from './state.js';

/** What an entry makes of a service; nothing where it has no meaning. */
export function evolveService(state: Parts<ServicePart>, event: ServiceEvent): Changes<ServicePart> {
  const key = serviceKey(event.service);
  const service = state.get(key);
  if (meaninglessForService(service, event)) return [];
  if (event.type === 'ServiceRegistered') {
    const { service: id, name, directorate, tranche, heading, source } = event;
    const registered = factOf(event);
    return [[key, servicePart({ id, name, directorate, tranche, heading, registered, source, budgets: [] })]];
  }
  return service ? [[key, servicePart({ ...service, ...change(service, event) })]] : [];
}

function change(
  { budgets }: ServicePart,
  event: Exclude<ServiceEvent, { type: 'ServiceRegistered' }>,
): Partial<ServicePart> {
  switch (event.type) {
    case 'ServiceBudgetSet':
      return { budgets: withBudget(budgets, event) };
    case 'ServiceRenamed':
      return { name: event.name };
    case 'ServiceTransferred':
      return { directorate: event.toDirectorate };
    case 'ServiceAssignedToTranche':
      return { tranche: event.tranche, ...present({ heading: event.heading }) };
    case 'ServiceWithdrawn':
      return { withdrawn: { ...factOf(event), reason: event.reason } };
  }
}
