import type { RecordOwed, TakenDecision } from '#programme';
import {
  authorityOf,
  checklistsOf,
  decisionColumns,
  decisionRow,
  decisionsBehind,
  decisionsBehindPortfolio,
  makerKinds,
  makerNames,
  recordsOwed,
  standingColumns,
  standingRow,
  standings,
  type Moment,
  type Reader,
  type RowOf,
} from '#read-model';
import type { Question } from './query.js';

/** The items that a record may lack, as its checklist names them. */
export const recordItems = [
  'decision',
  'meeting',
  'reasons',
  'alternatives',
  'conflicts',
  'dispensations',
  'available',
];

export const registerColumns = { ...decisionColumns, ...standingColumns };
/** A decision of the register. */
export type RegisterRow = RowOf<typeof registerColumns>;

/** The decisions of the register that are like what is asked for. */
export interface DecisionsLike {
  readonly count: number;
  /** Their rows, newest first; where numbers are given, those from the first up to but not including the second. */
  rows(from?: number, to?: number): RegisterRow[];
  /** The streams that were read; empty where any may have been. */
  readonly streams: readonly string[];
}

/**
 * The decisions of the register under filters. Where each stands, and what its maker was called, is worked out for the
 * rows that are asked for, and for all of them only where a filter asks it.
 */
export function decisionsLike(
  reader: Reader,
  programme: string,
  filters: Question['filters'],
  moment: Moment,
): DecisionsLike {
  const { search, maker, body, reference, key, from = '', to = '9999-12-31' } = filters;
  const { status, missing, kind } = filters;
  const behind = decisionsLedTo(reader, programme, filters, moment);
  const standing = standings(reader, programme, moment);
  const authority = authorityOf(reader, programme, moment);
  const nameOf = makerNames(authority);
  const kindOf = makerKinds(authority);
  const owes = recordsOwed(reader, programme, moment);
  const found = reader.decisions
    .at(programme, moment, search)
    .filter(
      ({ part }) =>
        [maker, body].every(
          (asked) => asked === undefined || part.maker === asked || nameOf(part) === asked,
        ) &&
        (reference === undefined || part.reference === reference) &&
        (key === undefined || String(part.key ?? 'not-stated') === key) &&
        part.takenOn >= from &&
        part.takenOn <= to &&
        behind.every((ids) => ids.has(part.id)) &&
        (kind === undefined || kindOf(part) === kind) &&
        (missing === undefined || lacks(part, owes(part), missing)) &&
        (status === undefined || standing(part).status === status),
    );
  return {
    count: found.length,
    rows: (first = 0, end = found.length) =>
      found.slice(first, end).map(({ part, holdsFrom }) => ({
        ...decisionRow(part, holdsFrom, nameOf(part)),
        ...standingRow(part, standing(part), owes(part)),
      })),
    // What a decision led to may stand in any stream.
    streams:
      behind.length > 0 ? [] : ['decision', 'programme', 'authority'].map((kind) => `${programme}/${kind}`),
  };
}

/** The decisions behind what the filters name; one set for each of them that is given. */
function decisionsLedTo(
  reader: Reader,
  programme: string,
  { ledTo, portfolio }: Question['filters'],
  moment: Moment,
): ReadonlySet<string>[] {
  const [kind = '', id = ''] = ledTo?.split('/') ?? [];
  return [
    ...(ledTo === undefined ? [] : [decisionsBehind(reader, programme, { kind, id }, moment)]),
    ...(portfolio === undefined ? [] : [decisionsBehindPortfolio(reader, programme, portfolio, moment)]),
  ];
}

/** Whether a record lacks an item; where no item is named, whether anything is missing from it or its notice. */
function lacks(part: TakenDecision, owed: RecordOwed | undefined, asked: string): boolean {
  const { record, missing } = checklistsOf(part, owed);
  if (!recordItems.includes(asked)) return String(missing > 0) === asked;
  return record.some(({ item, held }) => item === asked && !held);
}
