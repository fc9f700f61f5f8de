import type { CivilDate, DatePrecision } from '#calendar';
import { same } from '#timeline';
import type { Fact } from '../recorded.js';
import { present } from '../rules.js';
import type { DecisionRecord } from './events.js';

/** A decision: the record of it. Everything that followed from it carries its id. */
export interface DecisionPart extends DecisionRecord {
  readonly kind: 'decision';
  readonly id: string;
  readonly title: string;
  readonly maker: string;
  readonly meeting?: string;
  readonly takenOn: CivilDate;
  readonly precision: DatePrecision;
  readonly recorded: Fact;
  readonly source?: string;
}

export const decisionKey = (id: string): string => `decision/${id}`;

/** A decision with its members in one order, whatever was supplied first: parts are compared as JSON text. */
export function decisionPart(fields: Omit<DecisionPart, 'kind'>): DecisionPart {
  const { id, title, maker, meeting, takenOn, precision, recorded, source } = fields;
  return {
    ...present({ kind: 'decision' as const, id, title, maker, meeting, takenOn, precision }),
    ...recordOf(fields),
    ...present({ recorded, source }),
  };
}

/** The items of a record alone, those that are there. */
export function recordOf(record: DecisionRecord): DecisionRecord {
  const { reference, text, reasons, alternatives, conflicts, key, keyReason, papers, access } = record;
  return present({
    reference,
    text,
    reasons,
    alternatives:
      typeof alternatives === 'object'
        ? alternatives.map(({ option, reason }) => ({ option, reason }))
        : alternatives,
    conflicts:
      typeof conflicts === 'object'
        ? conflicts.map(({ declaredBy, nature, dispensation }) =>
            present({ declaredBy, nature, dispensation }),
          )
        : conflicts,
    key,
    keyReason,
    papers,
    access:
      typeof access === 'object' ? { exempt: access.exempt, publicInterest: access.publicInterest } : access,
  });
}

/** The items of one record that another does not hold, whatever that holds in place of the rest. */
export function missingFrom(held: DecisionRecord, supplied: DecisionRecord): DecisionRecord {
  const items = Object.entries(recordOf(supplied)).filter(
    ([name]) => held[name as keyof DecisionRecord] === undefined,
  );
  return Object.fromEntries(items);
}

/** The first item of a record that another holds with other content. */
export function contradiction(
  held: DecisionRecord,
  supplied: DecisionRecord,
): keyof DecisionRecord | undefined {
  const names = Object.keys(recordOf(supplied)) as (keyof DecisionRecord)[];
  return names.find((name) => held[name] !== undefined && !same(held[name], recordOf(supplied)[name]));
}

/** Whether a record holds every item of another. */
export function holds(held: DecisionRecord, supplied: DecisionRecord): boolean {
  return Object.keys(missingFrom(held, supplied)).length === 0 && contradiction(held, supplied) === undefined;
}

/** The first item that is there and says nothing: "none" is said, an empty list or a blank text is not. */
export function emptyItem(record: DecisionRecord): keyof DecisionRecord | undefined {
  const names = Object.keys(recordOf(record)) as (keyof DecisionRecord)[];
  return names.find((name) => saysNothing(record[name]));
}

function saysNothing(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0 || value.some(saysNothing);
  return typeof value === 'object' && value !== null && Object.values(value).some(saysNothing);
}
