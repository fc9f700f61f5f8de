import type { Command, CommandDefinition } from '../stream.js';
import type { DecisionRecord } from './events.js';

export type DecisionCommand = Command &
  DecisionRecord & { readonly decision: string } & (
    | {
        readonly type: 'record-decision';
        readonly title: string;
        readonly maker: string;
        readonly meeting?: string;
      }
    | { readonly type: 'complete-decision-record' }
  );

const id = 'decision';

export const decisionCommands: { readonly [Name in DecisionCommand['type']]: CommandDefinition } = {
  'record-decision': {
    does: 'Records a decision: who took it, when, and what its record holds.',
    adds: ['DecisionRecorded'],
    id,
  },
  'complete-decision-record': {
    does: 'Supplies items that the record of a decision does not hold yet.',
    adds: ['DecisionRecordCompleted'],
    id,
  },
};
