import type { Changes, Parts } from '#timeline';
import { withBudget } from '../budget.js';
import { factOf } from '../recorded.js';
import { present } from '../rules.js';
import type { ServiceEvent } from './events.js';
import { serviceKey, type ServicePart } from './state.js';

export function evolveService(state: Parts<ServicePart>, event: ServiceEvent): Changes<ServicePart> {
  const key = serviceKey(event.service);
  const service = state.get(key);
  if (event.type === 'ServiceRegistered') {
    if (service) return [];
    const { service: id, name, directorate, tranche, heading, source } = event;
    const details = present({ directorate, tranche, heading, source });
    return [[key, { kind: 'service', id, name, ...details, registered: factOf(event), budgets: [] }]];
  }
  return service ? [[key, changed(service, event)]] : [];
}

function changed(
  service: ServicePart,
  event: Exclude<ServiceEvent, { type: 'ServiceRegistered' }>,
): ServicePart {
  switch (event.type) {
    case 'ServiceBudgetSet':
      return { ...service, budgets: withBudget(service.budgets, event) };
    case 'ServiceRenamed':
      return { ...service, name: event.name };
    case 'ServiceTransferred':
      return { ...service, directorate: event.toDirectorate };
    case 'ServiceAssignedToTranche':
      return { ...service, tranche: event.tranche, ...present({ heading: event.heading }) };
    case 'ServiceWithdrawn':
      return { ...service, withdrawn: factOf(event) };
  }
}
