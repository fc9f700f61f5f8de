import type { BudgetFigures } from '../budget.js';
import type { Recorded } from '../recorded.js';
import type { EventDefinition } from '../stream.js';

export const headings = ['corporate support', 'front line'] as const;
export type Heading = (typeof headings)[number];

export type ServiceEvent = Recorded & { readonly service: string } & (
    | {
        readonly type: 'ServiceRegistered';
        readonly name: string;
        readonly directorate?: string;
        readonly tranche?: string;
        readonly heading?: Heading;
      }
    | ({ readonly type: 'ServiceBudgetSet' } & BudgetFigures)
    | { readonly type: 'ServiceRenamed'; readonly name: string }
    | {
        readonly type: 'ServiceTransferred';
        readonly fromDirectorate: string | null;
        readonly toDirectorate: string;
      }
    | {
        readonly type: 'ServiceAssignedToTranche';
        readonly fromTranche: string | null;
        readonly tranche: string;
        readonly heading?: Heading;
      }
    | { readonly type: 'ServiceWithdrawn'; readonly reason: string }
  );

export const serviceEvents: { readonly [Type in ServiceEvent['type']]: EventDefinition } = {
  ServiceRegistered: { version: 1, says: 'A service was taken into the programme.', personal: [] },
  ServiceBudgetSet: {
    version: 1,
    says: 'The budget of a service for a financial year was reported.',
    personal: [],
  },
  ServiceRenamed: { version: 1, says: 'A service was given another name.', personal: [] },
  ServiceTransferred: { version: 1, says: 'A service moved from one directorate to another.', personal: [] },
  ServiceAssignedToTranche: { version: 1, says: 'A service was put in a tranche of reviews.', personal: [] },
  ServiceWithdrawn: { version: 1, says: 'A service was taken out of the programme.', personal: [] },
};
