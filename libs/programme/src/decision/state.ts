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

/** The items of a record alone, those that are there. */
export function recordOf(record: DecisionRecord): DecisionRecord {
  const { reference, text, reasons, alternatives, conflicts, key, keyReason, papers, access } = record;
  return present({
    reference,
    text,
    reasons,
    alternatives,
    conflicts,
    key,
    keyReason,
    papers,
    access,
  });
}

/** The first item of a record that another holds with other content. */
export function contradiction(
  held: DecisionRecord,
  supplied: DecisionRecord,
): keyof DecisionRecord | undefined {
  const names = Object.keys(recordOf(supplied)) as (keyof DecisionRecord)[];
  return names.find((name) => held[name] !== undefined && !same(held[name], supplied[name]));
}

/** Whether a record holds every item of another. */
export function holds(held: DecisionRecord, supplied: DecisionRecord): boolean {
  const names = Object.keys(recordOf(supplied)) as (keyof DecisionRecord)[];
  return names.every((name) => same(held[name], supplied[name]));
}
