import type { Command, CommandDefinition } from '../stream.js';
import type { DecisionRecord } from './events.js';
import type { CallInOutcome, GeneralException, KeyDecisionNotice, SpecialUrgency } from './procedure.js';

type About = Command & { readonly decision: string };

export type RecordCommand = About &
  DecisionRecord &
  (
    | {
        readonly type: 'record-decision';
        readonly title: string;
        readonly maker: string;
      }
    | { readonly type: 'complete-decision-record' }
  );

export type ProcedureCommand = About &
  (
    | ({ readonly type: 'give-key-decision-notice' } & KeyDecisionNotice)
    | ({ readonly type: 'reissue-key-decision-notice' } & KeyDecisionNotice)
    | ({ readonly type: 'give-general-exception-notice' } & GeneralException)
    | ({ readonly type: 'agree-special-urgency' } & SpecialUrgency)
    | { readonly type: 'publish-decision' }
    | { readonly type: 'waive-call-in'; readonly agreedBy: string; readonly reason: string }
    | { readonly type: 'call-in-decision'; readonly by: readonly string[]; readonly grounds: string }
    | { readonly type: 'record-call-in-outcome'; readonly outcome: CallInOutcome; readonly reason?: string }
    | { readonly type: 'confirm-decision'; readonly reason?: string }
    | { readonly type: 'amend-decision'; readonly text: string; readonly reasons: string }
    | { readonly type: 'withdraw-decision'; readonly reason: string }
    | { readonly type: 'rescind-decision'; readonly reason: string; readonly rescindedBy?: string }
    | { readonly type: 'supersede-decision'; readonly supersededBy: string; readonly reason: string }
  );

export type DecisionCommand = RecordCommand | ProcedureCommand;

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
  'give-key-decision-notice': {
    does: 'Records the notice of a key decision, on the day on which it was first published.',
    adds: ['KeyDecisionNoticeGiven'],
    id,
  },
  'reissue-key-decision-notice': {
    does: 'Records the notice of a key decision as it was published again, whole, with what changed.',
    adds: ['KeyDecisionNoticeReissued'],
    id,
  },
  'give-general-exception-notice': {
    does: 'Records the notice that a key decision cannot wait for the full notice, on the day it was published.',
    adds: ['GeneralExceptionNoticeGiven'],
    id,
  },
  'agree-special-urgency': {
    does: 'Records the agreement that a key decision is urgent and cannot reasonably be deferred.',
    adds: ['SpecialUrgencyAgreed'],
    id,
  },
  'publish-decision': {
    does: 'Records that a decision was published, from which day the call-in window runs.',
    adds: ['DecisionPublished'],
    id,
  },
  'waive-call-in': {
    does: 'Records the agreement that a decision is too urgent to wait for call-in.',
    adds: ['CallInWaived'],
    id,
  },
  'call-in-decision': {
    does: 'Records that a decision was called in, within its window.',
    adds: ['DecisionCalledIn'],
    id,
  },
  'record-call-in-outcome': {
    does: 'Records what scrutiny came to on a decision that was called in.',
    adds: ['CallInConcluded'],
    id,
  },
  'confirm-decision': {
    does: 'Records that a decision that was referred back, or to the council, was confirmed as it stood.',
    adds: ['DecisionConfirmed'],
    id,
  },
  'amend-decision': {
    does: 'Records that a decision that was referred back, or to the council, was amended.',
    adds: ['DecisionAmended'],
    id,
  },
  'withdraw-decision': {
    does: 'Withdraws a decision that is not taken yet, or that is called in.',
    adds: ['DecisionWithdrawn'],
    id,
    ends: true,
  },
  'rescind-decision': {
    does: 'Rescinds a decision, by another decision where there is one.',
    adds: ['DecisionRescinded'],
    id,
    ends: true,
  },
  'supersede-decision': {
    does: 'Says of a decision that another took its place.',
    adds: ['DecisionSuperseded'],
    id,
  },
};
