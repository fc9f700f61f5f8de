import { noneDeclared } from './record-fields.js';
import type { RecordOwed } from './record-owed.js';
import { isTaken, type DecisionPart, type TakenDecision } from './state.js';

/** An item that a record or a notice is to hold: whether it does, and where it does not, how to supply it. */
export interface ChecklistItem {
  /** Stable and kebab-case. */
  readonly item: string;
  /** The item in a line. */
  readonly says: string;
  /** Where the item is asked for: the Act or the Regulations, by name and place. */
  readonly regulation: string;
  readonly held: boolean;
  /** What is missing of it, and the command that supplies it, where it is not held. */
  readonly missing?: string;
  readonly suppliedBy?:
    | 'complete-decision-record'
    | 'give-key-decision-notice'
    | 'reissue-key-decision-notice'
    | 'publish-decision'
    | 'strike-entry';
}

type Missing = Required<Pick<ChecklistItem, 'missing' | 'suppliedBy'>>;

/**
 * The items that the record of a decision is to hold, by which record it owes: five of an executive decision, two of the
 * minutes of a council or a committee, five of what an officer decided under a delegation. Reports what is held and what is
 * missing; it judges nothing. None of them for a decision not yet taken.
 */
export function recordChecklist(decision: DecisionPart, owed: RecordOwed): ChecklistItem[] {
  if (!isTaken(decision)) return [];
  switch (owed.kind) {
    case 'executive-body':
      return executiveItems(decision, (letter) => `Regulation 12, item (${letter}), SI 2012/2089`);
    case 'executive-individual':
      return executiveItems(decision, (letter) => `Regulation 13, item (${letter}), SI 2012/2089`);
    case 'executive':
      return executiveItems(decision, (letter) => `Regulation 12 or 13, item (${letter}), SI 2012/2089`);
    case 'not-known':
      return executiveItems(
        decision,
        (letter) => `Regulation 12 or 13, item (${letter}), SI 2012/2089, if it is an executive decision`,
      );
    case 'council':
      return minutedItems(decision);
    case 'officer':
      return officerItems(decision);
  }
}

function executiveItems(decision: TakenDecision, at: (letter: string) => string): ChecklistItem[] {
  const { reasons, alternatives, conflicts } = decision;
  return [
    item('decision', 'The decision, and the day on which it was made', at('a'), decisionMissing(decision)),
    item('reasons', 'The reasons for it', at('b'), lacking(reasons, 'the reasons')),
    item(
      'alternatives',
      'The alternatives considered and rejected, or that there were none',
      at('c'),
      lacking(alternatives, 'the alternatives, or that none was considered'),
    ),
    item(
      'conflicts',
      'The conflicts of interest declared, or that there were none',
      at('d'),
      lacking(conflicts, 'the conflicts, or that none was declared'),
    ),
    item(
      'dispensations',
      'For each conflict declared, a note of the dispensation, or that there was none',
      at('e'),
      dispensationMissing(decision),
    ),
  ];
}

function minutedItems(decision: TakenDecision): ChecklistItem[] {
  const minutes = 'Local Government Act 1972, Schedule 12, paragraph 41';
  return [
    item(
      'decision',
      'The decision as minuted, and the day of the meeting',
      minutes,
      decisionMissing(decision),
    ),
    item('meeting', 'The meeting whose minutes hold it', minutes, lacking(decision.meeting, 'the meeting')),
  ];
}

function officerItems(decision: TakenDecision): ChecklistItem[] {
  const { reasons, alternatives, conflicts, published } = decision;
  const record = 'Regulation 7, SI 2014/2095';
  return [
    item('decision', 'The decision, and the day on which it was taken', record, decisionMissing(decision)),
    item('reasons', 'The reasons for it', record, lacking(reasons, 'the reasons')),
    item(
      'alternatives',
      'The alternatives considered and rejected, if any, or that there were none',
      record,
      lacking(alternatives, 'the alternatives, or that none was considered'),
    ),
    item(
      'conflicts',
      'The members who declared a conflict of interest, where it was delegated by an express authorisation',
      record,
      lacking(conflicts, 'the conflicts, or that none was declared'),
    ),
    item(
      'available',
      'That the record can be inspected, at the office and on the website',
      'Regulation 8, SI 2014/2095',
      published === undefined ? { missing: 'its publication', suppliedBy: 'publish-decision' } : undefined,
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
    item(
      'key-decision',
      'That a key decision is to be made',
      'Regulation 9, item (a), SI 2012/2089',
      stated(notice, 'the notice'),
    ),
    item(
      'matter',
      'The matter',
      'Regulation 9, item (b), SI 2012/2089',
      stated(notice?.matter, 'the matter'),
    ),
    item(
      'maker',
      'Who is to make it: the office, or the body and its members',
      'Regulation 9, item (c), SI 2012/2089',
      stated(notice?.maker, 'the maker'),
    ),
    item(
      'due',
      'The day or the period',
      'Regulation 9, item (d), SI 2012/2089',
      stated(notice?.decisionDue, 'the day or the period'),
    ),
    item(
      'documents',
      'The documents submitted, or that there are none',
      'Regulation 9, item (e), SI 2012/2089',
      stated(notice?.documents, 'the list of documents, or that there are none'),
    ),
    item(
      'address',
      'Where copies may be had',
      'Regulation 9, item (f), SI 2012/2089',
      stated(notice?.address, 'the address for copies'),
    ),
    item(
      'other-documents',
      'That other documents may be submitted',
      'Regulation 9, item (g), SI 2012/2089',
      stated(notice?.otherDocuments, 'that other documents may be submitted'),
    ),
    item(
      'request-details',
      'How to ask for details of those documents',
      'Regulation 9, item (h), SI 2012/2089',
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
