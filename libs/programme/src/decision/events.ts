import type { Recorded } from '../recorded.js';
import type { EventDefinition } from '../stream.js';

export const noneConsidered = 'none considered';
export const noneDeclared = 'none declared';

/** What the record of a decision holds, so far as it holds it. "None" is said; silence is a missing item. */
export interface DecisionRecord {
  readonly reference?: string;
  readonly text?: string;
  readonly reasons?: string;
  readonly alternatives?:
    typeof noneConsidered | readonly { readonly option: string; readonly reason: string }[];
  readonly conflicts?:
    | typeof noneDeclared
    | readonly { readonly declaredBy: string; readonly nature: string; readonly dispensation?: string }[];
  readonly key?: boolean;
  readonly keyReason?: string;
  readonly papers?: readonly string[];
  /** Open, or exempt under a paragraph of Schedule 12A to the Local Government Act 1972. */
  readonly access?: 'open' | { readonly exempt: number; readonly publicInterest: string };
}

export type DecisionEvent = Recorded &
  DecisionRecord & { readonly decision: string } & (
    | {
        readonly type: 'DecisionRecorded';
        readonly title: string;
        readonly maker: string;
        readonly meeting?: string;
      }
    | { readonly type: 'DecisionRecordCompleted' }
  );

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
};
