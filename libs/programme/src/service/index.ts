import type { StreamDefinition } from '../stream.js';
import { serviceCommands, type ServiceCommand } from './commands.js';
import { decideService, serviceRules } from './decide.js';
import { headings, serviceEvents, type Heading, type ServiceEvent } from './events.js';
import type { ServicePart } from './state.js';

export { headings };
export type { Heading, ServiceCommand, ServiceEvent, ServicePart };

/** A service under review, a stream each. */
export const serviceStream: StreamDefinition<ServicePart, ServiceCommand, ServiceEvent> = {
  kind: 'service',
  commands: serviceCommands,
  events: serviceEvents,
  ...serviceRules,
  reads: () => [],
  decide: decideService,
};
