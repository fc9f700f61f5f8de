import type { Parts } from '#timeline';
import { figuresOf, hasFigures } from '../budget.js';
import { recordedOf } from '../recorded.js';
import { restates } from '../repeated.js';
import { present } from '../rules.js';
import { permitted, settled, type Decided } from '../stream.js';
import type { ServiceCommand } from './commands.js';
import type { ServiceEvent } from './events.js';
import { evolveService } from './evolve.js';
import { permitsService } from './permits.js';
import { serviceKey, type ServicePart } from './state.js';

export const serviceRules = {
  evolve: evolveService,
  permits: permitsService,
  touches: (event: ServiceEvent) => [serviceKey(event.service)],
};

/** The event that a command about a service comes to, none where it changes nothing, or a refusal. */
export function decideService(state: Parts<ServicePart>, command: ServiceCommand): Decided<ServiceEvent> {
  const service = state.get(serviceKey(command.service));
  const decided = permitted(serviceRules, state, [eventOf(service, command)]);
  const isSo = () => service !== undefined && alreadySo(service, command);
  return settled(decided, command, { alreadySo: isSo, repeats });
}

/** The commands that are already so only where the very entry is on the record. */
export const repeats: ReadonlySet<ServiceCommand['type']> = new Set([
  'register-service',
  'withdraw-service',
] as const);

function alreadySo(service: ServicePart, command: ServiceCommand): boolean {
  switch (command.type) {
    case 'register-service':
      return (
        restates(service.registered, command) &&
        service.name === command.name &&
        service.directorate === command.directorate &&
        service.tranche === command.tranche &&
        service.heading === command.heading
      );
    case 'set-service-budget':
      return hasFigures(service.budgets, command);
    case 'rename-service':
      return service.name === command.name;
    case 'transfer-service':
      return service.directorate === command.toDirectorate;
    case 'assign-service-to-tranche':
      return service.tranche === command.tranche && (command.heading ?? service.heading) === service.heading;
    case 'withdraw-service':
      return restates(service.withdrawn, command) && service.withdrawn?.reason === command.reason;
  }
}

function eventOf(service: ServicePart | undefined, command: ServiceCommand): ServiceEvent {
  const recorded = { ...recordedOf(command), service: command.service };
  switch (command.type) {
    case 'register-service': {
      const { name, directorate, tranche, heading } = command;
      return { ...recorded, type: 'ServiceRegistered', name, ...present({ directorate, tranche, heading }) };
    }
    case 'set-service-budget':
      return { ...recorded, type: 'ServiceBudgetSet', ...figuresOf(command) };
    case 'rename-service':
      return { ...recorded, type: 'ServiceRenamed', name: command.name };
    case 'transfer-service': {
      const fromDirectorate = command.fromDirectorate ?? service?.directorate ?? null;
      return {
        ...recorded,
        type: 'ServiceTransferred',
        fromDirectorate,
        toDirectorate: command.toDirectorate,
      };
    }
    case 'assign-service-to-tranche': {
      const { tranche, heading, fromTranche = service?.tranche ?? null } = command;
      return { ...recorded, type: 'ServiceAssignedToTranche', fromTranche, tranche, ...present({ heading }) };
    }
    case 'withdraw-service':
      return { ...recorded, type: 'ServiceWithdrawn', reason: command.reason };
  }
}
