import type { Recorded } from '../recorded.js';
import type { EventDefinition } from '../stream.js';
import type { ProcedureEvent } from './procedure.js';

export const noneConsidered = 'none considered';
export const noneDeclared = 'none declared';
export const allDivisions = 'all';

/** What the record of a decision holds, so far as it holds it. "None" is said; silence is a missing item. */
export interface DecisionRecord {
  /** The id of the power that was exercised. */
  readonly power?: string;
  readonly reference?: string;
  /** The meeting at which it was taken. */
  readonly meeting?: string;
  readonly text?: string;
  readonly reasons?: string;
  readonly alternatives?:
    typeof noneConsidered | readonly { readonly option: string; readonly reason: string }[];
  readonly conflicts?: typeof noneDeclared | readonly DeclaredConflict[];
  readonly key?: boolean;
  readonly keyReason?: string;
  /** What it is expected to cost, in whole pence. */
  readonly expenditure?: number;
  /** What it is expected to save, in whole pence. */
  readonly savings?: number;
  /** How many electoral divisions it affects, or which, or all of them. */
  readonly divisionsAffected?: typeof allDivisions | number | readonly string[];
  readonly subjectToCallIn?: boolean;
  /** Why it is subject to call-in, or is not. */
  readonly callInReason?: string;
  /** Why it could not wait, where the record says that it could not. */
  readonly urgencyReason?: string;
  readonly papers?: readonly string[];
  /** Open, or exempt under a paragraph of Schedule 12A to the Local Government Act 1972. */
  readonly access?: 'open' | { readonly exempt: number; readonly publicInterest: string };
}

/** A conflict of interest that was declared, and the note of the dispensation where there is one. */
export interface DeclaredConflict {
  readonly declaredBy: string;
  readonly nature: string;
  readonly dispensation?: string;
}

export type RecordEvent = Recorded &
  DecisionRecord & { readonly decision: string } & (
    | {
        readonly type: 'DecisionRecorded';
        readonly title: string;
        /** The id of the body or office; as it was said where no authority is recorded, or an exception covers it. */
        readonly maker: string;
      }
    | { readonly type: 'DecisionRecordCompleted' }
  );

export type DecisionEvent = RecordEvent | ProcedureEvent;

export const decisionEvents: { readonly [Type in DecisionEvent['type']]: EventDefinition } = {
  DecisionRecorded: {
    version: 1,
    says: 'A decision was recorded, as far as its record went.',
    personal: ['conflicts'],
  },
  DecisionRecordCompleted: {
    version: 1,
    says: 'Items missing from the record of a decision were supplied.',
    personal: ['conflicts'],
  },
  KeyDecisionNoticeGiven: {
    version: 1,
    says: 'Notice was published that a key decision is to be made (2012 Regulations, regulation 9).',
    personal: ['members'],
  },
  KeyDecisionNoticeReissued: {
    version: 1,
    says: 'The notice of a key decision was published again with changes; its clock runs from the first.',
    personal: ['members'],
  },
  GeneralExceptionNoticeGiven: {
    version: 1,
    says: 'Notice was given that a key decision cannot wait for the full notice (regulation 10).',
    personal: [],
  },
  SpecialUrgencyAgreed: {
    version: 1,
    says: 'It was agreed that a key decision is urgent and cannot reasonably be deferred (regulation 11).',
    personal: [],
  },
  DecisionPublished: {
    version: 1,
    says: 'The record of a decision was published. A call-in window runs from that day where the council has one.',
    personal: [],
  },
  CallInWaived: {
    version: 1,
    says: 'It was agreed that a decision is too urgent to wait for call-in.',
    personal: [],
  },
  DecisionCalledIn: {
    version: 1,
    says: 'A decision was called in: it is not in force until that is settled.',
    personal: [],
  },
  CallInConcluded: {
    version: 1,
    says: 'Scrutiny came to an outcome on a decision that was called in.',
    personal: [],
  },
  DecisionConfirmed: {
    version: 1,
    says: 'A decision was confirmed as it stood, after it was looked at again.',
    personal: [],
  },
  DecisionAmended: {
    version: 1,
    says: 'A decision was amended, after it was looked at again. What it said before is kept.',
    personal: [],
  },
  DecisionWithdrawn: {
    version: 1,
    says: 'A decision was withdrawn, before it was taken or while it was called in.',
    personal: [],
  },
  DecisionRescinded: { version: 1, says: 'A decision was rescinded.', personal: [] },
  DecisionSuperseded: { version: 1, says: 'Another decision took the place of a decision.', personal: [] },
};
