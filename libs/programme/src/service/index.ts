import { type CommandOf, type EntryOf, streamOf } from '#acts';
import { assignServiceToTranche } from './assign-service-to-tranche.js';
import { registerService } from './register-service.js';
import { renameService } from './rename-service.js';
import { setServiceBudget } from './set-service-budget.js';
import type { ServicePart } from './state.js';
import { transferService } from './transfer-service.js';
import { withdrawService } from './withdraw-service.js';

export { headings, type Heading } from './service-fields.js';
export type { ServicePart } from './state.js';

const acts = [
  registerService,
  setServiceBudget,
  renameService,
  transferService,
  assignServiceToTranche,
  withdrawService,
] as const;

export type ServiceCommand = CommandOf<(typeof acts)[number]>;
export type ServiceEvent = EntryOf<(typeof acts)[number]>;

/** A service under review, a stream each. */
export const serviceStream = streamOf<ServicePart, typeof acts>({
  kind: 'service',
  id: 'service',
  heading: 'A service under review',
  acts,
});
