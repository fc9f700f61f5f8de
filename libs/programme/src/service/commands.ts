import type { BudgetFigures } from '../budget.js';
import type { Command, CommandDefinition } from '../stream.js';
import type { Heading } from './events.js';

export type ServiceCommand = Command & { readonly service: string } & (
    | {
        readonly type: 'register-service';
        readonly name: string;
        readonly directorate?: string;
        readonly tranche?: string;
        readonly heading?: Heading;
      }
    | ({ readonly type: 'set-service-budget' } & BudgetFigures)
    | { readonly type: 'rename-service'; readonly name: string }
    | { readonly type: 'transfer-service'; readonly toDirectorate: string; readonly fromDirectorate?: string }
    | {
        readonly type: 'assign-service-to-tranche';
        readonly tranche: string;
        readonly fromTranche?: string;
        readonly heading?: Heading;
      }
    | { readonly type: 'withdraw-service'; readonly reason: string }
  );

const id = 'service';

export const serviceCommands: { readonly [Name in ServiceCommand['type']]: CommandDefinition } = {
  'register-service': { does: 'Takes a service into the programme.', adds: ['ServiceRegistered'], id },
  'set-service-budget': {
    does: 'Reports the budget of a service for a financial year.',
    adds: ['ServiceBudgetSet'],
    id,
  },
  'rename-service': { does: 'Gives a service another name.', adds: ['ServiceRenamed'], id },
  'transfer-service': { does: 'Moves a service to another directorate.', adds: ['ServiceTransferred'], id },
  'assign-service-to-tranche': {
    does: 'Puts a service in a tranche of reviews.',
    adds: ['ServiceAssignedToTranche'],
    id,
  },
  'withdraw-service': {
    does: 'Takes a service out of the programme.',
    adds: ['ServiceWithdrawn'],
    id,
    ends: true,
  },
};
