import type { Budget } from '../budget.js';
import type { Fact } from '../recorded.js';
import type { Heading } from './events.js';

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
  readonly withdrawn?: Fact;
  /** In order of financial year. */
  readonly budgets: readonly Budget[];
}

export const serviceKey = (id: string): string => `service/${id}`;
