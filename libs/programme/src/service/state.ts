import { type Fact, present } from '#acts';
import type { Budget } from '../budget.js';
import type { Heading } from './service-fields.js';

/** A service of the council that the programme looks at. */
export interface ServicePart {
  readonly kind: 'service';
  readonly id: string;
  readonly name: string;
  readonly directorate?: string;
  readonly tranche?: string;
  readonly heading?: Heading;
  readonly registered: Fact;
  readonly source?: string;
  readonly withdrawn?: Fact & { readonly reason?: string };
  /** In order of financial year. */
  readonly budgets: readonly Budget[];
}

export const serviceKey = (id: string): string => `service/${id}`;

/** A service with its members in one order, whatever happened first: parts are compared as JSON text. */
export function servicePart(fields: Omit<ServicePart, 'kind'>): ServicePart {
  const { id, name, directorate, tranche, heading, registered, source, withdrawn, budgets } = fields;
  const kind = 'service';
  return present({ kind, id, name, directorate, tranche, heading, registered, source, withdrawn, budgets });
}
