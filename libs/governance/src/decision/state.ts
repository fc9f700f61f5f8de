import { type Fact, present } from '#acts';
import type { CivilDate, DatePrecision } from '#calendar';
import type { GeneralException, KeyDecisionNotice, SpecialUrgency } from './notice-fields.js';
import { recordOf } from './record.js';
import type { DecisionRecord } from './record-fields.js';

/** What scrutiny may come to on a decision that was called in. */
export const callInOutcomes = ['no-further-action', 'back-to-decision-maker', 'to-full-council'] as const;
export type CallInOutcome = (typeof callInOutcomes)[number];

/** The notice of a key decision as it was last published, with the day of its first publication and what it said before. */
export interface NoticeHeld extends KeyDecisionNotice {
  /** When it was first published: the clear days run from there. */
  readonly given: Fact;
  /** When it was last published again. */
  readonly reissued?: Fact;
  /** What it said before each time it was published again, earliest first. */
  readonly formerly?: readonly (KeyDecisionNotice & { readonly reissued: Fact })[];
}

/** A decision that was called in, with every outcome that was recorded, earliest first. */
export interface CallIn {
  readonly by: readonly string[];
  readonly grounds: string;
  readonly calledIn: Fact;
  readonly outcomes: readonly {
    readonly outcome: CallInOutcome;
    readonly reason?: string;
    readonly concluded: Fact;
  }[];
}

/** Text and reasons as they stood before an amendment, with the day of the amendment. */
export interface FormerText {
  readonly text?: string;
  readonly reasons?: string;
  readonly amended: Fact;
}

/** What has happened to a decision beside its record. Nothing here says whether it is in force: that is worked out. */
export interface DecisionProcedure {
  readonly notice?: NoticeHeld;
  readonly generalException?: GeneralException & { readonly given: Fact };
  readonly specialUrgency?: SpecialUrgency & { readonly agreed: Fact };
  readonly published?: Fact;
  readonly callInWaived?: { readonly agreedBy: string; readonly reason: string; readonly waived: Fact };
  readonly callIn?: CallIn;
  /** How it came out of being looked at again, where it stood. */
  readonly reconsidered?: {
    readonly how: 'confirmed' | 'amended';
    readonly reason?: string;
    readonly reconsidered: Fact;
  };
  /** What it said before each amendment, earliest first. */
  readonly formerly?: readonly FormerText[];
  readonly withdrawn?: { readonly reason: string; readonly withdrawn: Fact };
  readonly rescinded?: { readonly reason: string; readonly by?: string; readonly rescinded: Fact };
  readonly superseded?: { readonly reason: string; readonly by: string; readonly superseded: Fact };
}

/** A decision that is to be taken: only what comes before one is on the record. */
export interface NoticedDecision extends DecisionProcedure {
  readonly kind: 'decision';
  readonly id: string;
  readonly stage: 'noticed';
  readonly title?: string;
}

/** A decision that was taken: the record of it, and its procedure. Everything that followed from it carries its id. */
export interface TakenDecision extends DecisionRecord, DecisionProcedure {
  readonly kind: 'decision';
  readonly id: string;
  readonly stage: 'taken';
  readonly title: string;
  readonly maker: string;
  readonly takenOn: CivilDate;
  readonly precision: DatePrecision;
  readonly recorded: Fact;
  readonly source?: string;
}

/** A decision, on its way or taken. */
export type DecisionPart = NoticedDecision | TakenDecision;

export const decisionKey = (id: string): string => `decision/${id}`;

/** Whether a part is a decision that was taken, and not one of which only a notice or the like is on the record. */
export function isTaken(part: unknown): part is TakenDecision {
  const { kind, stage } = (part ?? {}) as Partial<DecisionPart>;
  return kind === 'decision' && stage === 'taken';
}

// Parts are compared as JSON text: their members come in one order, whatever was supplied first.

export function takenPart(fields: Omit<TakenDecision, 'kind' | 'stage'>): TakenDecision {
  const { id, title, maker, takenOn, precision, recorded, source } = fields;
  return {
    ...present({ kind: 'decision' as const, id, stage: 'taken' as const, title, maker }),
    ...{ takenOn, precision },
    ...recordOf(fields),
    ...procedureOf(fields),
    ...present({ recorded, source }),
  };
}

export function noticedPart(fields: Omit<NoticedDecision, 'kind' | 'stage' | 'title'>): NoticedDecision {
  const { id, notice, generalException, specialUrgency } = fields;
  const title = notice?.title ?? generalException?.title ?? specialUrgency?.title;
  return {
    ...present({ kind: 'decision' as const, id, stage: 'noticed' as const, title }),
    ...procedureOf(fields),
  };
}

/** The procedure of a decision alone. */
function procedureOf(fields: DecisionProcedure): DecisionProcedure {
  const { notice, generalException, specialUrgency, published, callInWaived, callIn } = fields;
  const { reconsidered, formerly, withdrawn, rescinded, superseded } = fields;
  return {
    ...present({ notice, generalException, specialUrgency, published, callInWaived, callIn }),
    ...present({ reconsidered, formerly, withdrawn, rescinded, superseded }),
  };
}

/** What a notice states, alone. */
export function noticeOf(notice: KeyDecisionNotice): KeyDecisionNotice {
  const { title, matter, maker, members, decisionDue, documents } = notice;
  const { address, otherDocuments, requestDetails, keyReason } = notice;
  return {
    ...present({ title, matter, maker, members, decisionDue, documents }),
    ...present({ address, otherDocuments, requestDetails, keyReason }),
  };
}

export function generalExceptionOf({ title, chairNotified, reason }: GeneralException): GeneralException {
  return present({ title, chairNotified, reason });
}

export function specialUrgencyOf(urgency: SpecialUrgency): SpecialUrgency {
  const { title, agreedBy, office, reason, unableToAct } = urgency;
  return present({ title, agreedBy, office, reason, unableToAct });
}
