import type { DecisionCommand } from './commands.js';
import { noneDeclared } from './events.js';
import { isTaken, type DecisionPart, type TakenDecision } from './state.js';

/** An item that a record or a notice is to hold: whether it does, and where it does not, how to supply it. */
export interface ChecklistItem {
  /** Stable and kebab-case. */
  readonly item: string;
  /** The item in a line. */
  readonly says: string;
  /** Where the item is asked for, in the 2012 Regulations (SI 2012/2089). */
  readonly regulation: string;
  readonly held: boolean;
  /** What is missing of it, and the command that supplies it, where it is not held. */
  readonly missing?: string;
  readonly suppliedBy?: DecisionCommand['type'] | 'strike-entry';
}

type Missing = Required<Pick<ChecklistItem, 'missing' | 'suppliedBy'>>;

/**
 * The five items that the record of an executive decision is to hold: regulation 12 where a body took it, 13 where one
 * person did. Reports what is held and what is missing; it judges nothing. None of them for a decision not yet taken.
 */
export function recordChecklist(decision: DecisionPart): ChecklistItem[] {
  if (!isTaken(decision)) return [];
  const { reasons, alternatives, conflicts } = decision;
  return [
    item(
      'decision',
      'The decision, and the day on which it was made',
      '12 and 13, item (a)',
      decisionMissing(decision),
    ),
    item('reasons', 'The reasons for it', '12 and 13, item (b)', lacking(reasons, 'the reasons')),
    item(
      'alternatives',
      'The alternatives considered and rejected, or that there were none',
      '12 and 13, item (c)',
      lacking(alternatives, 'the alternatives, or that none was considered'),
    ),
    item(
      'conflicts',
      'The conflicts of interest declared, or that there were none',
      '12 and 13, item (d)',
      lacking(conflicts, 'the conflicts, or that none was declared'),
    ),
    item(
      'dispensations',
      'For each conflict declared, a note of the dispensation, or that there was none',
      '12 and 13, item (e)',
      dispensationMissing(decision),
    ),
  ];
}

/**
 * The eight items that the notice of a key decision is to state, under regulation 9. Reports what is held and what is
 * missing; it judges nothing. All of them are missing where no notice is on the record.
 */
export function noticeChecklist(decision: DecisionPart): ChecklistItem[] {
  const { notice } = decision;
  const suppliedBy = notice ? 'reissue-key-decision-notice' : 'give-key-decision-notice';
  const stated = (held: unknown, missing: string): Missing | undefined =>
    held === undefined ? { missing, suppliedBy } : undefined;
  return [
    item('key-decision', 'That a key decision is to be made', '9, item (a)', stated(notice, 'the notice')),
    item('matter', 'The matter', '9, item (b)', stated(notice?.matter, 'the matter')),
    item(
      'maker',
      'Who is to make it: the office, or the body and its members',
      '9, item (c)',
      stated(notice?.maker, 'the maker'),
    ),
    item('due', 'The day or the period', '9, item (d)', stated(notice?.decisionDue, 'the day or the period')),
    item(
      'documents',
      'The documents submitted, or that there are none',
      '9, item (e)',
      stated(notice?.documents, 'the list of documents, or that there are none'),
    ),
    item(
      'address',
      'Where copies may be had',
      '9, item (f)',
      stated(notice?.address, 'the address for copies'),
    ),
    item(
      'other-documents',
      'That other documents may be submitted',
      '9, item (g)',
      stated(notice?.otherDocuments, 'that other documents may be submitted'),
    ),
    item(
      'request-details',
      'How to ask for details of those documents',
      '9, item (h)',
      stated(notice?.requestDetails, 'how to ask for their details'),
    ),
  ];
}

function item(name: string, says: string, regulation: string, missing: Missing | undefined): ChecklistItem {
  return { item: name, says, regulation, held: missing === undefined, ...missing };
}

function lacking(held: unknown, missing: string): Missing | undefined {
  return held === undefined ? { missing, suppliedBy: 'complete-decision-record' } : undefined;
}

function decisionMissing({ text, precision }: TakenDecision): Missing | undefined {
  if (text === undefined)
    return { missing: 'the text of the decision', suppliedBy: 'complete-decision-record' };
  if (precision === 'day') return undefined;
  return { missing: `the day: only its ${precision} is known`, suppliedBy: 'strike-entry' };
}

function dispensationMissing({ conflicts }: TakenDecision): Missing | undefined {
  const suppliedBy = 'complete-decision-record';
  if (conflicts === noneDeclared) return undefined;
  if (conflicts === undefined) {
    return { missing: 'whether a conflict was declared, and so whether one is needed', suppliedBy };
  }
  const open = conflicts.filter(({ dispensation }) => dispensation === undefined);
  if (open.length === 0) return undefined;
  const who = open.map(({ declaredBy }) => declaredBy).join(', ');
  return { missing: `a note of the dispensation for the conflict declared by ${who}`, suppliedBy };
}
